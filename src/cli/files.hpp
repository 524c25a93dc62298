// Files that verbs write.
#pragma once

#include <string>

namespace scaleplan::cli {

/// Writes a file anew; throws Error when its folder is not there or nobody may write to it.
void write_file(const std::string& path, const std::string& text);

}  // namespace scaleplan::cli
