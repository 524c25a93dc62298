// Reads declared values: by key, and as numbers, yes or no, and texts, in whichever form they were written.
#include "scaleplan/declaration.hpp"
#include "numbers.hpp"

#include <cmath>

namespace scaleplan {

const Attribute* Attribute::find(std::string_view key) const {
  for (std::size_t i = 0; i < keys.size() && i < items.size(); ++i) {
    if (keys[i] == key) return &items[i];
  }
  return nullptr;
}

std::optional<double> number_of(const Attribute& value) {
  if (value.kind == Attribute::Kind::number) return value.number;
  if (value.kind != Attribute::Kind::text) return std::nullopt;
  return read_number(value.text);
}

std::optional<bool> yes_of(const Attribute& value) {
  if (value.kind == Attribute::Kind::yes_no) return value.yes;
  if (value.kind != Attribute::Kind::text) return std::nullopt;
  for (const char* const word : {"true", "True", "TRUE"}) {
    if (value.text == word) return true;
  }
  for (const char* const word : {"false", "False", "FALSE"}) {
    if (value.text == word) return false;
  }
  return std::nullopt;
}

std::optional<std::string> text_of(const Attribute& value) {
  switch (value.kind) {
    case Attribute::Kind::text:
      return value.text;
    case Attribute::Kind::number:
      return value.text;
    case Attribute::Kind::yes_no:
      return value.text.empty() ? (value.yes ? "true" : "false") : value.text;
    case Attribute::Kind::nothing:
    case Attribute::Kind::unknown:
    case Attribute::Kind::list:
    case Attribute::Kind::map:
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace scaleplan
