// Reads decimal numbers with from_chars where the library has it for doubles, and writes them with fmt.
#include "numbers.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <locale>
#include <sstream>
#include <version>

#include "ascii.hpp"

namespace scaleplan {
namespace {

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end - at;
}

/// The number that all of `text` spells, which is a decimal number; infinite or 0 where it fits in no double.
double converted(std::string_view text) {
  double value = 0;
#ifdef __cpp_lib_to_chars
  std::from_chars(text.data(), text.data() + text.size(), value);
#else
  // Older libc++ reads doubles from streams alone; there a value below the normal ones counts as a failure,
  // too.
  std::istringstream stream{std::string(text)};
  stream.imbue(std::locale::classic());
  stream >> value;
#endif
  return value;
}

/// `value`, from 0.0001 up to less than 5e11, to twelve digits: scaled to a whole number, which is many times
/// faster than the general way, then cut at its zeros.
std::string twelve_digits(double value) {
  std::size_t before = 0;
  double scale = 1;
  for (double power = 1; value >= power && before < 12; power *= 10) ++before;
  std::size_t places = 12 - before;
  for (double small = 0.1; before == 0 && value < small; small /= 10) ++places;
  for (std::size_t i = 0; i < places; ++i) scale *= 10;
  auto scaled = std::llrint(value * scale);
  while (places > 0 && scaled % 10 == 0) {
    scaled /= 10;
    --places;
  }
  const fmt::format_int whole(scaled);
  std::string digits(whole.data(), whole.size());
  if (places == 0) return digits;
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  digits.insert(digits.size() - places, 1, '.');
  return digits;
}

}  // namespace

std::size_t number_length(std::string_view text) {
  std::size_t at = text.starts_with('-') ? 1 : 0;
  const std::size_t whole = digits_at(text, at);
  at += whole;
  std::size_t behind_point = 0;
  if (at < text.size() && text[at] == '.') {
    behind_point = digits_at(text, at + 1);
    if (whole + behind_point > 0) at += 1 + behind_point;
  }
  if (whole + behind_point == 0) return 0;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    const bool sign = at + 1 < text.size() && (text[at + 1] == '+' || text[at + 1] == '-');
    const std::size_t power = digits_at(text, at + (sign ? 2 : 1));
    if (power > 0) at += (sign ? 2 : 1) + power;
  }
  return at;
}

std::optional<double> read_number(std::string_view text) {
  if (text.empty() || number_length(text) != text.size()) return std::nullopt;
  const double value = converted(text);
  const std::string_view mantissa = text.substr(0, text.find_first_of("eE"));
  const bool zero = mantissa.find_first_of("123456789") == std::string_view::npos;
  if (!std::isfinite(value) || (value == 0 && !zero)) return std::nullopt;
  return value;
}

std::string write_number(double value) {
  const double size = std::abs(value);
  if (size < 1e-4 || size >= 5e11 || std::isnan(size)) return fmt::format("{:.12g}", value);
  const std::string digits = twelve_digits(size);
  return value < 0 ? "-" + digits : digits;
}

std::string write_exact_number(double value) { return fmt::format("{}", value); }

}  // namespace scaleplan
