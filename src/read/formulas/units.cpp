// Knows the built-in units and reads literals with them.
#include "units.hpp"

#include <algorithm>
#include <array>

#include "ascii.hpp"
#include "nearest.hpp"
#include "numbers.hpp"
#include "texts/tree.hpp"

namespace scaleplan::read {
namespace {

enum Axis : std::size_t { time_axis, bytes_axis, money_axis, first_counted };

struct Builtin {
  std::string_view name;
  Axis axis;
  double factor;
};

/// Other names of units, with their spelling here.
struct OtherName {
  std::string_view names, unit;  ///< names with a space on either side
};

constexpr std::array other_names = {
    OtherName{" sec secs second seconds ", "s"},
    OtherName{" msec msecs millis millisecond milliseconds ", "ms"},
    OtherName{" usec microsecond microseconds ", "us"},
    OtherName{" mins minute minutes ", "min"},
    OtherName{" hr hrs hour hours ", "h"},
    OtherName{" d daily ", "day"},
    OtherName{" mo months monthly ", "month"},
    OtherName{" yr yrs years ", "year"},
    OtherName{" byte bytes ", "B"},
    OtherName{" kilobyte kilobytes ", "kB"},
    OtherName{" megabyte megabytes ", "MB"},
    OtherName{" gigabyte gigabytes gig ", "GB"},
    OtherName{" terabyte terabytes ", "TB"},
    OtherName{" gibibyte gibibytes ", "GiB"},
    OtherName{" bits ", "bit"},
    OtherName{" dollar dollars usd ", "USD"},
    OtherName{" percent pct ", "%"},
};

constexpr double kib = 1024;
constexpr std::array builtins = {
    Builtin{"s", time_axis, 1},
    Builtin{"ms", time_axis, 1e-3},
    Builtin{"us", time_axis, 1e-6},
    Builtin{"min", time_axis, 60},
    Builtin{"h", time_axis, 3600},
    Builtin{"day", time_axis, 86400},
    Builtin{"days", time_axis, 86400},
    Builtin{"month", time_axis, seconds_a_month},
    Builtin{"year", time_axis, 8760.0 * 3600},
    Builtin{"B", bytes_axis, 1},
    Builtin{"kB", bytes_axis, 1e3},
    Builtin{"MB", bytes_axis, 1e6},
    Builtin{"GB", bytes_axis, 1e9},
    Builtin{"TB", bytes_axis, 1e12},
    Builtin{"GiB", bytes_axis, kib* kib* kib},  // of what is as near, the first is suggested
    Builtin{"MiB", bytes_axis, kib* kib},
    Builtin{"KiB", bytes_axis, kib},
    Builtin{"TiB", bytes_axis, kib* kib* kib* kib},
    Builtin{"PiB", bytes_axis, kib* kib* kib* kib* kib},
    Builtin{"bit", bytes_axis, 0.125},
    Builtin{"kbit", bytes_axis, 125},
    Builtin{"Mbit", bytes_axis, 125e3},
    Builtin{"Gbit", bytes_axis, 125e6},
    Builtin{"USD", money_axis, 1},
    Builtin{"$", money_axis, 1},
};

Dimension along(std::size_t axis) {
  Dimension dimension;
  dimension.power[axis] = 1;
  return dimension;
}

std::size_t word_length(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && (starts_name(text[length]) || (length > 0 && is_digit(text[length]))))
    ++length;
  return length;
}

/// Reads "/unit/unit" from `at` on as far as units follow; a slash with spaces around it is a division
/// instead.
std::size_t read_divisors(std::string_view text, std::size_t at, const Units& units, Measure& measure) {
  while (at + 1 < text.size() && text[at] == '/') {
    const std::size_t length = word_length(text.substr(at + 1));
    const auto unit = length == 0 ? std::nullopt : units.named(text.substr(at + 1, length));
    if (!unit) break;
    measure.factor /= unit->factor;
    measure.dimension = measure.dimension / unit->dimension;
    at += 1 + length;
  }
  return at;
}

double suffix_factor(char c) {
  if (c == 'k') return 1e3;
  if (c == 'M') return 1e6;
  return c == 'G' ? 1e9 : 1;
}

/// Length of the digits at the start of `text` ("12", "0.5", "1e6"), or 0.
std::size_t digits(std::string_view text, double& value) {
  if (text.empty() || !(is_digit(text[0]) || (text[0] == '.' && text.size() > 1 && is_digit(text[1]))))
    return 0;
  // Other readers of YAML take 0777 for base 8.
  if (text.size() > 1 && text[0] == '0' && is_digit(text[1])) return 0;
  const std::size_t length = number_length(text);
  const auto read = read_number(text.substr(0, length));
  if (!read) return 0;
  value = *read;
  return length;
}

}  // namespace

std::optional<Measure> Units::named(std::string_view name) const {
  for (const Builtin& unit : builtins) {
    if (unit.name == name) return Measure{unit.factor, along(unit.axis)};
  }
  const auto found = std::find(counted_.begin(), counted_.end(), name);
  if (found == counted_.end()) return std::nullopt;
  return Measure{1, along(first_counted + static_cast<std::size_t>(found - counted_.begin()))};
}

std::optional<Measure> Units::expression(std::string_view text) const {
  if (text == "ratio" || text == "1" || text == "yes/no" || text == "%")
    return Measure{text == "%" ? 0.01 : 1.0, {}};
  Measure measure;
  std::size_t at = 0;
  if (text.starts_with("1/")) {
    at = 1;
  } else {
    at = text.starts_with('$') ? 1 : word_length(text);
    const auto first = named(text.substr(0, at));
    if (!first) return std::nullopt;
    measure = *first;
  }
  at = read_divisors(text, at, *this, measure);
  if (at != text.size()) return std::nullopt;
  return measure;
}

std::string_view Units::unknown_in(std::string_view text) const {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('/', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    if (word != "1" && !named(word)) return word;
    at = end + 1;
  }
  return text;
}

std::string Units::spell(const Dimension& dimension) const {
  std::string above;
  std::string below;
  for (std::size_t i = 0; i < Dimension::most; ++i) {
    const std::string name = i == time_axis                        ? "s"
                             : i == bytes_axis                     ? "B"
                             : i == money_axis                     ? "USD"
                             : i - first_counted < counted_.size() ? counted_[i - first_counted]
                                                                   : "?";
    for (int p = 0; p < dimension.power[i]; ++p) above += (above.empty() ? "" : "*") + name;
    for (int p = 0; p < -dimension.power[i]; ++p) below += "/" + name;
  }
  if (above.empty() && below.empty()) return "a plain number";
  return (above.empty() ? "1" : above) + below;
}

std::vector<std::string> Units::names() const {
  std::vector<std::string> all = counted_;
  for (const Builtin& unit : builtins) all.emplace_back(unit.name);
  return all;
}

std::string Units::near(std::string_view word) const {
  const std::string spaced = " " + std::string(word) + " ";
  for (const OtherName& other : other_names) {
    if (other.names.find(spaced) != std::string_view::npos) return std::string(other.unit);
  }
  if (std::string found = nearest(word, names()); !found.empty()) return found;
  constexpr std::size_t shortest = 3;  // "requests" for "req"
  const auto begins = [&](const std::string& unit) {
    return unit.size() >= shortest && word.starts_with(unit);
  };
  const auto longer = std::find_if(counted_.begin(), counted_.end(), begins);
  return longer == counted_.end() ? std::string() : *longer;
}

std::optional<Literal> literal_at(std::string_view text, const Units& units) {
  Literal literal;
  std::size_t at = text.starts_with('$') ? 1 : 0;
  if (at == 1) {
    literal.measure.dimension = along(money_axis);
    literal.has_unit = true;
  }
  const std::size_t length = digits(text.substr(at), literal.number);
  if (length == 0) return std::nullopt;
  at += length;
  std::size_t word = word_length(text.substr(at));
  if (word == 1 && suffix_factor(text[at]) != 1) {
    literal.number *= suffix_factor(text[at]);
    at += 1;
    word = 0;
  }
  if (at < text.size() && text[at] == '%') {
    literal.measure.factor = 0.01;
    literal.has_unit = true;
    literal.length = at + 1;
    return literal;
  }
  std::size_t begin = at;
  if (word == 0 && !text.starts_with('$')) {
    while (begin < text.size() && text[begin] == ' ') ++begin;
    word = word_length(text.substr(begin));
  }
  if (const auto unit = units.named(text.substr(begin, word)); unit && word > 0 && !text.starts_with('$')) {
    literal.measure = *unit;
    literal.has_unit = true;
    at = begin + word;
  } else if (begin > at && begin < text.size() && text[begin] == '/') {
    at = begin;  // "3 /s"
  } else if (word > 0 && begin == at) {
    return std::nullopt;  // "3apples": a word that is no unit is glued to the number
  }
  const std::size_t end = read_divisors(text, at, units, literal.measure);
  const bool divided = end > at;
  literal.has_unit = literal.has_unit || divided;
  literal.length = divided || text[at - 1] != ' ' ? end : begin;
  return literal;
}

std::string unit_in(const std::string& literal) {
  const std::size_t digits = literal.find_first_of("0123456789.");
  std::size_t rest = std::min(literal.find_first_not_of("0123456789.", digits), literal.size());
  const bool suffix = rest + 1 < literal.size() && literal[rest + 1] == ' ' &&
                      std::string_view("kMG").find(literal[rest]) != std::string_view::npos;
  if (suffix) ++rest;
  while (rest < literal.size() && literal[rest] == ' ') ++rest;
  return literal.substr(0, digits) + literal.substr(rest);
}

}  // namespace scaleplan::read
