// Reads the value that a case expects: a word of the rule set, a limit, or a number with its tolerance.
#include <algorithm>
#include <cmath>

#include "ascii.hpp"
#include "expectation.hpp"

namespace scaleplan::read {
namespace {

/// Numbers that agree to six digits are the same: nobody writes more.
constexpr double same = 1e-6;

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

/// Takes `word` off the front of `text`.
bool taken(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text = trimmed(text.substr(word.size()));
  return true;
}

/// Where `text` is cut in two by a sign between a number and its tolerance.
std::size_t sign_in(std::string_view text, std::size_t& length) {
  for (const std::string_view sign : {"\u00B1", "+-", "+/-"}) {
    length = sign.size();
    const std::size_t at = text.find(sign);
    if (at != std::string_view::npos) return at;
  }
  return std::string_view::npos;
}

}  // namespace

void ExpectationReader::word(const Target& target, const Node& value, Expectation& into) {
  const std::string& text = value.text;
  into.word = text;
  if (target.yes_no) {
    if (text == "yes" || text == "true") {
      into.word = "yes";
    } else if (text == "no" || text == "false") {
      into.word = "no";
    } else {
      report_.error(value.at, "C003", "\"" + into.name + "\" must be yes or no", "write yes or no");
    }
    return;
  }
  std::vector<std::string> all;
  if (target.choices != nullptr) all.assign(target.choices->begin(), target.choices->end());
  if (target.decision != nullptr) {
    for (const Option& option : target.decision->options) all.emplace_back(option.id);
  }
  if (!all.empty()) {
    if (std::find(all.begin(), all.end(), text) == all.end())
      unknown(value.at, "value of " + into.name, text, all);
    return;
  }
  if (text == "none") return;
  if (target.subject == Subject::stage) {
    stage(text, value.at);
  } else if (target.subject == Subject::binding) {
    limit(text, value.at);
  } else if (target.subject == Subject::error) {
    const bool code =
        text.size() == 4 && is_capital(text[0]) && std::all_of(text.begin() + 1, text.end(), is_digit);
    if (!code)
      report_.error(value.at, "C003", "\"" + text + "\" is not an error code", "write a code such as W003");
  }
}

std::optional<double> ExpectationReader::amount(std::string_view text, const Target& target, const Mark& at) {
  text = trimmed(text);
  const std::string whole(text);
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const auto literal = literal_at(text, units_);
  const std::string unit(target.unit.text);
  if (!literal || literal->length != text.size()) {
    report_.error(
        at, "C003", "\"" + whole + "\" is not a number",
        "write a number, with a tolerance if it need not be exact: 920, 900 to 1k, 920 +- 5%, at most 1k");
    return std::nullopt;
  }
  double factor = target.unit.factor;
  if (literal->has_unit) {
    const Measure money = units_.named("USD").value_or(Measure{});
    const bool of_a_month = literal->measure.dimension == money.dimension && unit == "$/month";
    if (!of_a_month && literal->measure.dimension != target.dimension) {
      report_.error(at, "C003",
                    "\"" + whole + "\" is in " + units_.spell(literal->measure.dimension) +
                        ", and this is in " + (unit.empty() ? "a plain number" : unit),
                    "leave the unit out, or use one that fits");
      return std::nullopt;
    }
    if (!of_a_month) factor = literal->measure.factor;
  }
  return (negative ? -1 : 1) * literal->number * factor;
}

void ExpectationReader::number(const Target& target, const Node& value, Expectation& into) {
  std::string_view text = trimmed(value.text);
  if (taken(text, "at least ")) {
    into.right.low = amount(text, target, value.at);
    return;
  }
  if (taken(text, "at most ")) {
    into.right.high = amount(text, target, value.at);
    return;
  }
  if (const std::size_t to = text.find(" to "); to != std::string_view::npos) {
    into.right = {amount(text.substr(0, to), target, value.at),
                  amount(text.substr(to + 4), target, value.at)};
    if (into.right.low && into.right.high && *into.right.low > *into.right.high)
      report_.error(value.at, "C003", "this range is reversed", "write the smaller number first");
    return;
  }
  std::size_t length = 0;
  const std::size_t sign = sign_in(text, length);
  const auto middle = amount(text.substr(0, sign), target, value.at);
  if (!middle) return;
  double within = std::abs(*middle) * same;
  if (sign != std::string_view::npos) {
    const std::string_view tolerance = trimmed(text.substr(sign + length));
    // A share has its tolerance in points: 91% +- 1% is 90 to 92%. Of anything else a percentage is a
    // component.
    const bool share = target.unit.text == "ratio";
    const auto percent = literal_at(tolerance, units_);
    if (!share && percent && percent->length == tolerance.size() && tolerance.ends_with('%')) {
      within = std::abs(*middle) * percent->number / 100;
    } else if (const auto given = amount(tolerance, target, value.at)) {
      within = std::abs(*given);
    }
  }
  into.right = {*middle - within, *middle + within};
}

}  // namespace scaleplan::read
