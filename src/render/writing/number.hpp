// Numbers and units as answers print them: the same characters in every locale.
#pragma once

#include <string>
#include <string_view>

#include "scaleplan/dimension.hpp"

namespace scaleplan::render {

/// A whole number with separators: 50,000.
std::string whole(double value);

/// At most `digits` significant digits, separators above a thousand, no trailing zeros: 0.02, 1,050, 9.3.
std::string figure(double value, int digits = 3);

/// Money: cents below 10, whole dollars above: "$0.50", "$3,735".
std::string dollars(double usd);

/// Money in a table column: "0.50", "210.66", "2,114.95", from a million on without cents.
std::string cents(double usd);

/// A share as percent with up to three digits: "94%", "99.97%".
std::string percent(double share);

/// How full something is, as percent: "94%", "0.4%", ">100%" where rounding would hide that it is too full.
std::string fullness(double share);

/// A value in engine units, in `unit`: "1,000 req/s", "60%", "20 ms".
std::string amount(double value, const Unit& unit);

/// A unit as the head of a column: "users", "req/s".
std::string unit_name(const Unit& unit);

/// A share of time down, as hours or minutes a year: "2.6 h/yr".
std::string downtime(double share);

/// A count with its noun: "1 error", "3 errors".
std::string counted(std::size_t n, std::string_view what);

}  // namespace scaleplan::render
