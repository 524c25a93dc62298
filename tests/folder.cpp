// Makes, fills and removes the folder of a test.
#include "folder.hpp"

#include <unistd.h>

#include <atomic>
#include <fstream>
#include <iterator>

namespace scaleplan::test {

namespace fs = std::filesystem;

namespace {

/// A path that no other test of any process has.
fs::path new_path() {
  static std::atomic<int> made = 0;  // tests make folders in several threads
  return fs::temp_directory_path() /
         ("scaleplan-test-" + std::to_string(::getpid()) + "-" + std::to_string(++made));
}

}  // namespace

Folder::Folder(const std::string& copy_of) : path_(new_path()) {
  fs::remove_all(path_);
  if (copy_of.empty()) {
    fs::create_directories(path_);
  } else {
    fs::copy(fs::path(SCALEPLAN_SOURCE_DIR) / copy_of, path_, fs::copy_options::recursive);
  }
}

Folder::~Folder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::string Folder::write(const std::string& name, const std::string& text) const {
  std::ofstream(path_ / name, std::ios::binary) << text;
  return file(name);
}

std::string Folder::read(const std::string& name) const {
  std::ifstream stream(path_ / name, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace scaleplan::test
