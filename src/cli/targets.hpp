// The targets of an answer: the values of -o, read.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace scaleplan::cli {

/// A format and the file that gets it; stdout where `file` is empty.
struct Target {
  std::string format, file;
};

/// Where the file of an -o value begins: at 0 of FILE, behind the = of FORMAT=FILE, at the end of FORMAT.
std::size_t file_begin(std::string_view output);

/// The targets that -o values mean to a verb with `formats`, the first of which is the default; `asked` is
/// the format of --format, empty without one. Throws Error for a value that fits none of the formats.
std::vector<Target> targets_of(const std::vector<std::string>& outputs,
                               const std::vector<std::string>& formats, const std::string& asked);

}  // namespace scaleplan::cli
