// Questions about several resources at once, about parts, and about numbers inside texts.
#include <algorithm>

#include "ascii.hpp"
#include "asking.hpp"

namespace scaleplan::plan {
namespace {

bool in_word(char c) { return is_digit(c) || starts_name(c); }

/// The number at `text`, where no word but "value" stands before it: `=20`, `","value":"20"`.
std::optional<double> number_next(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && in_word(text[end])) ++end;
    const std::string_view word = text.substr(i, end - i);
    if (word.empty()) {
      ++i;
      continue;
    }
    if (std::all_of(word.begin(), word.end(), is_digit) && word.size() < 10) {
      double number = 0;
      for (const char c : word) number = number * 10 + (c - '0');
      return number;
    }
    if (!fits(word, "value")) return std::nullopt;
    i = end;
  }
  return std::nullopt;
}

std::optional<double> number_behind(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at > 0 && in_word(text[at - 1])) || (end < text.size() && in_word(text[end]))) continue;
    if (const auto number = number_next(text.substr(end))) return number;
  }
  return std::nullopt;
}

}  // namespace

/// number_behind(text, words...): the number that the text gives one of the words.
Told Asking::number_behind(const Ask& ask, const About& about) {
  const Told told = this->ask(ask.operands[0], about);
  if (told.kind == Told::Kind::unknown) return Told::not_known();
  const auto text = text_of(told);
  if (!text) return {};
  for (std::size_t i = 1; i < ask.operands.size(); ++i) {
    const Text word = rules_.asks[as_index(ask.operands[i])].text;
    if (const auto number = plan::number_behind(*text, word)) return Told::of(*number);
  }
  return {};
}

/// Whether there are two or more and all answer the last operand the same; what one does not say is not
/// known.
Told Asking::alike(const Ask& ask, const ResourceList& list) {
  if (list.size() < 2) return Told::of(Truth::no);
  const Told first = this->ask(ask.operands.back(), *list.front());
  Truth result = Truth::yes;
  for (const Resource* resource : list) {
    if (resource == list.front()) continue;
    const Told told = this->ask(ask.operands.back(), *resource);
    const bool silent = first.kind == Told::Kind::nothing || told.kind == Told::Kind::nothing;
    result = both(result, silent ? Truth::unknown : equal(first, told));
  }
  return Told::of(result);
}

/// The greatest number that the resources answer to the last operand; not known where one is not.
Told Asking::most(const Ask& ask, const ResourceList& list) {
  Told best;
  for (const Resource* resource : list) {
    const Told told = this->ask(ask.operands.back(), *resource);
    if (told.kind == Told::Kind::unknown) return Told::not_known();
    const auto number = number_of(told);
    if (number && (best.kind == Told::Kind::nothing || *number > best.number)) best = Told::of(*number);
  }
  return best;
}

/// How many units or zones of a part were found; not known where there may be more, nothing before it is
/// told.
Told Asking::found(const Ask& ask) const {
  if (parts_ == nullptr) return {};
  const Text id = rules_.asks[as_index(ask.operands[0])].text;
  const auto part =
      std::find_if(parts_->begin(), parts_->end(), [&](const FoundPart& p) { return p.id == id; });
  if (part == parts_->end()) return {};
  const bool zones = ask.kind == Ask::Kind::zones_of;
  const Amount amount = zones ? part->zones : part->units;
  if (amount.open || (zones && !part->says_zones)) return Told::not_known();
  return Told::of(static_cast<double>(amount.least));
}

}  // namespace scaleplan::plan
