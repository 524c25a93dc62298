// Writes files, with an error when one cannot be written.
#include "files.hpp"

#include <fstream>

#include "verb.hpp"

namespace scaleplan::cli {

void write_file(const std::string& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  if (!file.flush())
    throw usage_error("\"" + path + "\" cannot be written", "name a file in a folder you may write to");
}

}  // namespace scaleplan::cli
