// Days of the calendar as people write them.
#pragma once

#include <string_view>

namespace scaleplan {

/// Whether a text is a day of the calendar, as "2026-11-24".
bool is_day(std::string_view text);

}  // namespace scaleplan
