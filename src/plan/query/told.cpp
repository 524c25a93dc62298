// Reads attributes as answers and compares answers, in three values.
#include "told.hpp"

#include <algorithm>

#include "ascii.hpp"

namespace scaleplan::plan {
namespace {

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

void walk(const Attribute& value, std::string_view path, std::vector<const Attribute*>& into) {
  if (value.kind == Attribute::Kind::nothing) return;
  if (path.empty() || value.kind == Attribute::Kind::unknown) {
    into.push_back(&value);
    return;
  }
  const std::size_t dot = path.find('.');
  const std::string_view key = path.substr(0, dot);
  const std::string_view rest = dot == std::string_view::npos ? std::string_view{} : path.substr(dot + 1);
  if (value.kind == Attribute::Kind::map) {
    if (const Attribute* found = value.find(key)) walk(*found, rest, into);
  } else if (value.kind == Attribute::Kind::list) {
    if (all_digits(key)) {
      std::size_t index = 0;
      for (const char c : key.substr(0, 9)) index = index * 10 + static_cast<std::size_t>(c - '0');
      if (index < value.items.size()) walk(value.items[index], rest, into);
      return;
    }
    for (const Attribute& item : value.items) walk(item, path, into);
  }
}

/// Whether both are the same item of the same list, such as the first zone of a region, whatever it is.
bool same_item(const Told& a, const Told& b) {
  if (a.from.size() != 1 || b.from.size() != 1) return false;
  const auto& x = a.from.front()->refers;
  return x.size() == 1 && x == b.from.front()->refers && x.front().ends_with(']');
}

Truth same(const Told& a, const Told& b) {
  if (a.kind == Told::Kind::nothing || b.kind == Told::Kind::nothing)
    return a.kind == b.kind ? Truth::yes : Truth::no;
  if (a.kind == Told::Kind::unknown && b.kind == Told::Kind::unknown && same_item(a, b)) return Truth::yes;
  if (a.kind == Told::Kind::unknown || b.kind == Told::Kind::unknown) return Truth::unknown;
  if (a.kind == Told::Kind::yes_no || b.kind == Told::Kind::yes_no) {
    const Truth x = truth_of(a);
    const Truth y = truth_of(b);
    return x == y ? Truth::yes : Truth::no;
  }
  if (a.kind == Told::Kind::block || b.kind == Told::Kind::block) return Truth::no;
  const auto x = number_of(a);
  const auto y = number_of(b);
  if (x && y) return *x == *y ? Truth::yes : Truth::no;
  return text_of(a) == text_of(b) ? Truth::yes : Truth::no;
}

/// Whether `test` is so for one of the items; not known where one is not known and none is.
template <class Test>
Truth one_of(const Told& many, Test test) {
  Truth result = Truth::no;
  for (const Attribute* item : many.from) result = either(result, test(told(*item)));
  return result;
}

}  // namespace

Told Told::of(double number) {
  Told result;
  result.kind = Kind::number;
  result.number = number;
  return result;
}

Told Told::of(Truth truth) {
  if (truth == Truth::unknown) return not_known();
  Told result;
  result.kind = Kind::yes_no;
  result.yes = truth == Truth::yes;
  return result;
}

Told Told::not_known() {
  Told result;
  result.kind = Kind::unknown;
  return result;
}

Told told(const Attribute& value) {
  Told result;
  result.from.push_back(&value);
  switch (value.kind) {
    case Attribute::Kind::nothing:
      result.from.clear();
      break;
    case Attribute::Kind::yes_no:
      result.kind = Told::Kind::yes_no;
      result.yes = value.yes;
      break;
    case Attribute::Kind::number:
      result.kind = Told::Kind::number;
      result.number = value.number;
      result.text = value.text;
      break;
    case Attribute::Kind::text:
      result.kind = Told::Kind::text;
      result.text = value.text;
      break;
    case Attribute::Kind::list:
      result.kind = Told::Kind::many;
      result.from.clear();
      for (const Attribute& item : value.items) result.from.push_back(&item);
      break;
    case Attribute::Kind::map:
      result.kind = value.items.empty() ? Told::Kind::nothing : Told::Kind::block;
      break;
    case Attribute::Kind::unknown:
      result.kind = Told::Kind::unknown;
      break;
  }
  return result;
}

Told told_at(const Attribute& value, std::string_view path) {
  std::vector<const Attribute*> found;
  walk(value, path, found);
  if (found.size() == 1) return told(*found.front());
  Told result;
  if (found.empty()) return result;
  result.kind = Told::Kind::many;
  for (const Attribute* leaf : found) {
    if (leaf->kind != Attribute::Kind::list) result.from.push_back(leaf);
    if (leaf->kind == Attribute::Kind::list) {
      for (const Attribute& item : leaf->items) result.from.push_back(&item);
    }
  }
  return result;
}

std::optional<double> number_of(const Told& told) {
  if (told.kind == Told::Kind::number) return told.number;
  if (told.kind == Told::Kind::text) {
    Attribute value;
    value.kind = Attribute::Kind::text;
    value.text = told.text;
    return number_of(value);
  }
  if (told.kind == Told::Kind::many && told.from.size() == 1) return number_of(*told.from.front());
  return std::nullopt;
}

std::optional<std::string> text_of(const Told& told) {
  if (told.kind == Told::Kind::text) return told.text;
  if (told.kind == Told::Kind::number && !told.from.empty()) return text_of(*told.from.front());
  if (told.kind == Told::Kind::many && told.from.size() == 1) return text_of(*told.from.front());
  return std::nullopt;
}

Truth truth_of(const Told& told) {
  switch (told.kind) {
    case Told::Kind::yes_no:
      return told.yes ? Truth::yes : Truth::no;
    case Told::Kind::number:
      return told.number != 0 ? Truth::yes : Truth::no;
    case Told::Kind::text:
      return fits(told.text, "true") ? Truth::yes : Truth::no;
    case Told::Kind::many:
      return one_of(told, [](const Told& item) { return truth_of(item); });
    case Told::Kind::unknown:
      return Truth::unknown;
    case Told::Kind::block:
    case Told::Kind::nothing:
      break;
  }
  return Truth::no;
}

Truth equal(const Told& a, const Told& b) {
  if (a.kind == Told::Kind::many) return one_of(a, [&](const Told& item) { return equal(item, b); });
  if (b.kind == Told::Kind::many) return one_of(b, [&](const Told& item) { return equal(a, item); });
  return same(a, b);
}

Truth has(const Told& told) {
  switch (told.kind) {
    case Told::Kind::nothing:
      return Truth::no;
    case Told::Kind::text:
      return told.text.empty() ? Truth::no : Truth::yes;
    case Told::Kind::many:
      return told.from.empty() && told.resources.empty() ? Truth::no : Truth::yes;
    case Told::Kind::unknown:
      return given(told) == Truth::yes ? Truth::yes : Truth::unknown;
    default:
      return Truth::yes;
  }
}

Truth given(const Told& told) {
  if (told.kind != Told::Kind::unknown) return has(told);
  const bool written = std::any_of(told.from.begin(), told.from.end(),
                                   [](const Attribute* value) { return !value->refers.empty(); });
  return written ? Truth::yes : Truth::no;
}

Truth like(const Told& told, std::string_view pattern) {
  if (told.kind == Told::Kind::unknown) return Truth::unknown;
  if (told.kind == Told::Kind::many)
    return one_of(told, [&](const Told& item) { return like(item, pattern); });
  const auto text = text_of(told);
  return text && fits(*text, pattern) ? Truth::yes : Truth::no;
}

bool fits(std::string_view text, std::string_view pattern) {
  std::size_t t = 0;
  std::size_t p = 0;
  std::size_t star = std::string_view::npos;  // the last * met, and the text that it took so far
  std::size_t taken = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      taken = t;
    } else if (p < pattern.size() && to_small(pattern[p]) == to_small(text[t])) {
      ++p;
      ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++taken;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

}  // namespace scaleplan::plan
