// A folder for the files of one test.
#pragma once

#include <filesystem>
#include <string>

namespace scaleplan::test {

/// A folder of its own, empty or with the content of a folder of the source tree; it goes with the value.
class Folder {
 public:
  explicit Folder(const std::string& copy_of = {});
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  /// The path of the file `name` in it.
  [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }
  /// Writes a file and returns its path.
  std::string write(const std::string& name,
                    const std::string& text) const;  // NOLINT(modernize-use-nodiscard)
  [[nodiscard]] std::string read(const std::string& name) const;

 private:
  std::filesystem::path path_;
};

}  // namespace scaleplan::test
