// The day on which a verb checks dates.
#pragma once

#include <string>

namespace scaleplan::cli {

/// A day as "2026-11-24": `as_of`, or today when it is empty; throws Error for any other text.
std::string day(const std::string& as_of);

}  // namespace scaleplan::cli
