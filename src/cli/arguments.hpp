// Flags that are needed before the command line is built, because the command line depends on them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace scaleplan::cli {

/// Whether an argument is the flag `name`, as --name or --name=VALUE; output is also -o.
bool is_flag(std::string_view argument, std::string_view name);

/// The values that arguments give the flag `name`, in order; a flag at the end without a value gives nothing.
std::vector<std::string> values_of(const std::vector<std::string>& arguments, std::string_view name);

}  // namespace scaleplan::cli
