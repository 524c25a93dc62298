// Files of the disk, whole.
#pragma once

#include <string>

namespace scaleplan {

/// The content of a text file; throws Error for a missing file, a folder or a binary file.
std::string read_file(const std::string& path);

}  // namespace scaleplan
