// Formats numbers without asking the locale.
#include "number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "ascii.hpp"

namespace scaleplan::render {
namespace {

/// Puts separators into the digits before the point.
std::string separated(std::string digits) {
  const std::size_t point = std::min(digits.find('.'), digits.size());
  const std::size_t first = digits.starts_with('-') ? 1 : 0;
  for (std::size_t at = point; at > first + 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

/// 3 for 123, 1 for 1.2, 0 for 0.12, -1 for 0.012.
int digits_before_point(double value) {
  int digits = 0;
  for (double power = 1; value >= power && digits < 300; power *= 10) ++digits;
  for (double power = 0.1; digits <= 0 && value < power && digits > -300; power /= 10) --digits;
  return digits;
}

/// "users" for "user", "queries" for "query"; symbols such as GiB, ms and req/s have no plural.
std::string plural(std::string_view unit) {
  std::string text(unit);
  const bool word = text.size() > 3 && std::all_of(text.begin(), text.end(), is_small);
  if (!word) return text;
  if (text.back() == 'y') return text.substr(0, text.size() - 1) + "ies";
  return text + "s";
}

void trim_zeros(std::string& digits) {
  if (digits.find('.') == std::string::npos) return;
  while (digits.back() == '0') digits.pop_back();
  if (digits.back() == '.') digits.pop_back();
}

}  // namespace

std::string counted(std::size_t n, std::string_view what) {
  return std::to_string(n) + " " + std::string(what) + (n == 1 ? "" : "s");
}

std::string whole(double value) {
  if (std::isnan(value)) return "no price";
  return separated(fmt::format("{:.0f}", value));
}

std::string figure(double value, int digits) {
  if (value == 0) return "0";
  if (!std::isfinite(value)) return "without limit";
  const int before = digits_before_point(std::abs(value));
  std::string text = fmt::format("{:.{}f}", value, std::max(0, digits - before));
  trim_zeros(text);
  return separated(std::move(text));
}

std::string dollars(double usd) {
  if (std::isnan(usd)) return "no price";
  const std::string sign = usd < 0 ? "-" : "";
  const double size = std::abs(usd);
  return sign + "$" + (size < 10 ? fmt::format("{:.2f}", size) : whole(size));
}

std::string cents(double usd) {
  if (std::isnan(usd)) return "no price";
  return usd < 1e6 ? separated(fmt::format("{:.2f}", usd)) : whole(usd);
}

std::string percent(double share) {
  const double value = share * 100;
  if (!std::isfinite(value)) return "no end";
  // Availabilities differ behind the point; loads do not.
  const int digits = value > 99 && value < 100 ? (value > 99.99 ? 4 : 3)
                     : value >= 10             ? 0
                     : value >= 1              ? 1
                                               : 2;
  std::string text = fmt::format("{:.{}f}", value, digits);
  trim_zeros(text);
  return separated(std::move(text)) + "%";
}

std::string fullness(double share) {
  const double value = share * 100;
  if (!std::isfinite(value)) return "no end";
  if (value > 100 && value < 100.5) return ">100%";
  if (value < 10) return percent(share);
  return whole(value) + "%";
}

std::string amount(double value, const Unit& unit) {
  if (unit.text == "ratio" || unit.text == "yes/no" || unit.text == "choice") {
    return unit.text == "ratio" && value <= 1 && value > 0 ? percent(value) : figure(value);
  }
  const std::string number = figure(value / unit.factor);
  if (unit.text.starts_with('$')) return "$" + number + std::string(unit.text.substr(1));
  return number + " " + (value == unit.factor ? std::string(unit.text) : plural(unit.text));
}

std::string unit_name(const Unit& unit) { return plural(unit.text); }

std::string downtime(double share) {
  const double hours = share * 8760;
  return hours >= 1 ? figure(hours, hours >= 10 ? 3 : 2) + " h/yr" : figure(hours * 60, 2) + " min/yr";
}

}  // namespace scaleplan::render
