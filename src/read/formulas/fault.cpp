// Recognises numbers and units as people write them elsewhere: 10,000, 1.000.000, 10 k, 80 %, 5 minutes.
#include "fault.hpp"

#include <algorithm>

#include "ascii.hpp"
#include "texts/separators.hpp"
#include "texts/tree.hpp"

namespace scaleplan::read {
namespace {

constexpr std::string_view of_units = "units are built in (s, GiB, $) or declared under units:";

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

std::string said(std::string_view word, const Units& units, std::string& near) {
  near = units.near(word);
  return near.empty() ? std::string(of_units) : "did you mean " + quoted(near) + "?";
}

/// The suffix that a word stands for: "k" for K and thousand.
std::string_view suffix_meant(std::string_view word) {
  if (word == "k" || word == "K" || word == "thousand") return "k";
  if (word == "M" || word == "million" || word == "mio") return "M";
  return word == "G" || word == "billion" ? "G" : "";
}

std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size() && starts_name(text[at])) ++at;
  return at;
}

}  // namespace

std::optional<FormulaFault> separated_number(std::string_view text, std::size_t at) {
  const auto part = [&](std::size_t i) { return is_digit(text[i]) || is_separator(text[i]); };
  std::size_t begin = std::min(at, text.size());
  while (begin > 0 && part(begin - 1)) --begin;
  std::size_t end = std::min(at, text.size());
  while (end < text.size() && part(end)) ++end;
  while (begin < end && !is_digit(text[begin])) ++begin;
  while (end > begin && !is_digit(text[end - 1])) --end;
  const std::string_view number = text.substr(begin, end - begin);
  std::string hint = without_separators(number);
  if (hint.empty() || (begin > 0 && starts_name(text[begin - 1]))) return std::nullopt;
  return FormulaFault{begin, number.size(), quoted(number) + " is not a number", std::move(hint)};
}

FormulaFault wrong_literal(std::string_view text, std::size_t begin, const Units& units) {
  if (auto separated = separated_number(text, begin)) return *separated;
  std::size_t end = begin;
  while (end < text.size() && (is_digit(text[end]) || starts_name(text[end]) || text[end] == '.')) ++end;
  const std::string_view whole = text.substr(begin, end - begin);
  const std::size_t length = std::max<std::size_t>(1, whole.size());
  if (whole.size() > 1 && whole[0] == '0' && is_digit(whole[1])) {
    return {begin, length, quoted(whole) + " begins with 0, which YAML reads in base 8",
            "write the number without the 0"};
  }
  const std::size_t unit = std::min(whole.find_first_not_of("0123456789."), whole.size());
  const std::string_view word = whole.substr(unit);
  if (const std::string_view suffix = suffix_meant(word); !suffix.empty()) {
    return {begin + unit, word.size(), "unknown unit " + quoted(word),
            "did you mean " + quoted(std::string(whole.substr(0, unit)) + std::string(suffix)) + "?"};
  }
  std::string near;
  const std::string hint = said(word, units, near);
  if (!word.empty() && !near.empty())
    return {begin + unit, word.size(), "unknown unit " + quoted(word), hint, std::string(word), near};
  return {begin, length, quoted(whole) + " is not a number with a known unit", std::string(of_units)};
}

std::optional<FormulaFault> plural_behind_unit(std::string_view text, std::size_t at, const Literal& literal,
                                               const Units& units) {
  if (!literal.has_unit || at >= text.size() || text[at] != '/') return std::nullopt;
  const std::size_t end = word_end(text, at + 1);
  const std::string word(text.substr(at + 1, end - at - 1));
  if (!word.ends_with('s') || (end < text.size() && (is_digit(text[end]) || text[end] == '.')))
    return std::nullopt;
  const std::string unit = word.substr(0, word.size() - 1);
  const auto& counted = units.counted();
  if (std::find(counted.begin(), counted.end(), unit) == counted.end()) return std::nullopt;
  return FormulaFault{
      at + 1,
      word.size(),
      "unknown unit " + quoted(word),
      "did you mean " + quoted(unit) + "? To divide by " + word + ", write spaces around the /",
      word,
      unit};
}

std::optional<FormulaFault> behind_literal(std::string_view text, std::size_t begin, std::size_t at,
                                           const Units& units) {
  const std::string_view number = text.substr(begin, text.find_last_not_of(' ', at - 1) + 1 - begin);
  if (at < text.size() && (is_digit(text[at]) || is_separator(text[at]))) {
    const bool comma = text[at] == ',';  // in a call it goes on to the next value
    if (!comma) return separated_number(text, at);
  }
  if (at < text.size() && text[at] == '%' && at > begin && text[at - 1] == ' ') {
    return FormulaFault{at, 1, "the % is apart from its number", "write " + std::string(number) + "%"};
  }
  const std::size_t end = word_end(text, at);
  const std::string_view word = text.substr(at, end - at);
  if (word.empty() || word == "in" || word == "and" || word == "or") return std::nullopt;
  if (const std::string_view suffix = suffix_meant(word); !suffix.empty()) {
    return FormulaFault{at, word.size(), "unknown unit " + quoted(word),
                        "did you mean " + quoted(std::string(number) + std::string(suffix)) + "?"};
  }
  std::string near;
  const std::string hint = said(word, units, near);
  return FormulaFault{at, word.size(), "unknown unit " + quoted(word), hint, std::string(word), near};
}

}  // namespace scaleplan::read
