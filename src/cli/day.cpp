// Tells days of the calendar from other texts, and today's.
#include "day.hpp"

#include <chrono>
#include <ctime>

#include "scaleplan/ascii.hpp"
#include "verb.hpp"

namespace scaleplan::cli {

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

std::string day(const std::string& as_of) {
  if (!as_of.empty() && !is_day(as_of))
    throw usage_error("\"" + as_of + "\" is no day", "write --as-of 2026-11-24");
  if (!as_of.empty()) return as_of;
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  char text[16];
  std::strftime(text, sizeof text, "%Y-%m-%d", &parts);
  return text;
}

}  // namespace scaleplan::cli
