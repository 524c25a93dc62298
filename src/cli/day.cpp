// Reads --as-of, or the clock.
#include "day.hpp"

#include <fmt/format.h>

#include <ctime>

#include "days.hpp"
#include "verb.hpp"

namespace scaleplan::cli {

std::string day(const std::string& as_of) {
  if (!as_of.empty() && !is_day(as_of))
    throw usage_error(fmt::format("\"{}\" is not a day", as_of), "write --as-of 2026-11-24");
  if (!as_of.empty()) return as_of;
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  char text[16];
  std::strftime(text, sizeof text, "%Y-%m-%d", &parts);
  return text;
}

}  // namespace scaleplan::cli
