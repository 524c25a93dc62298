// Dates as numbers that can be compared, of which the day and the month may be left out.
#pragma once

#include <string_view>

namespace scaleplan::read {

/// A date as a number that grows with it, 372 a year; parts that are not said are at their latest. 0: no
/// date.
int days(std::string_view text);

/// Whether `then` is more than a year before `now`; not when one of them is no date.
bool is_year_before(std::string_view then, std::string_view now);

}  // namespace scaleplan::read
