// Reads dates digit by digit.
#include "days.hpp"

#include "ascii.hpp"

namespace scaleplan::read {

int days(std::string_view text) {
  if (text.empty()) return 0;
  int part[3] = {0, 12, 31};
  std::size_t at = 0;
  for (int& value : part) {
    if (at >= text.size()) break;
    int number = 0;
    std::size_t digits = 0;
    for (; at < text.size() && is_digit(text[at]); ++at, ++digits) number = number * 10 + (text[at] - '0');
    if (digits == 0) return 0;
    value = number;
    if (at < text.size() && text[at++] != '-') return 0;
  }
  return part[0] * 372 + (part[1] - 1) * 31 + part[2] - 1;
}

bool is_year_before(std::string_view then, std::string_view now) {
  constexpr int year = 372;
  return days(then) != 0 && days(now) != 0 && days(now) - days(then) > year;
}

}  // namespace scaleplan::read
