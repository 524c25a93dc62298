// Days as people write them.
#pragma once

#include <string>
#include <string_view>

namespace scaleplan::cli {

/// Whether a text is a day of the calendar, as "2026-11-24".
bool is_day(std::string_view text);

/// A day as "2026-11-24": `as_of` when it is one, today without it; throws Error for anything else.
std::string day(const std::string& as_of);

}  // namespace scaleplan::cli
