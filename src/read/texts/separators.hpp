// Numbers as people write them elsewhere: 10,000 and 1.000.000.
#pragma once

#include <string>
#include <string_view>

namespace scaleplan::read {

/// Whether `c` may stand between the digits of such a number.
bool is_separator(char c);

/// How to write a number with separators, such as "10,000": "write 10000 or 10k"; empty when `text` is none.
std::string without_separators(std::string_view text);

}  // namespace scaleplan::read
