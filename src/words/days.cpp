// Checks days against the calendar.
#include "days.hpp"

#include <chrono>

#include "ascii.hpp"

namespace scaleplan {

bool is_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  unsigned parts[3] = {0, 0, 0};
  std::size_t part = 0;
  for (const char c : text) {
    if (c == '-' && ++part > 2) return false;
    if (c != '-' && !is_digit(c)) return false;
    if (c != '-') parts[part] = parts[part] * 10 + static_cast<unsigned>(c - '0');
  }
  const std::chrono::year_month_day day(std::chrono::year(static_cast<int>(parts[0])),
                                        std::chrono::month(parts[1]), std::chrono::day(parts[2]));
  return parts[0] > 0 && day.ok();
}

}  // namespace scaleplan
