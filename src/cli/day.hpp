// The day that a verb judges by.
#pragma once

#include <string>

namespace scaleplan::cli {

/// A day as "2026-11-24": `as_of` when it is one, today without it; throws Error for anything else.
std::string day(const std::string& as_of);

}  // namespace scaleplan::cli
