// Files that verbs write.
#pragma once

#include <string>

namespace scaleplan::cli {

/// Replaces the content of a file; throws Error when its folder is missing or not writable.
void write_file(const std::string& path, const std::string& text);

}  // namespace scaleplan::cli
