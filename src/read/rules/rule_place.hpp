// Where a rule file is: on the disk, or among those inside the binary.
#pragma once

#include <filesystem>
#include <string>

namespace scaleplan::read {

inline std::string folder_of(const std::string& path) {
  const std::size_t slash = path.find_last_of('/');
  return slash == std::string::npos ? "" : path.substr(0, slash + 1);
}

inline std::string beside(const std::string& path, const std::string& name) {
  return !name.empty() && name.front() == '/' ? name : folder_of(path) + name;
}

inline bool bare(const std::string& name) { return name.find_first_of("./") == std::string::npos; }

/// A file by its path.
struct RulePlace {
  std::string path;
  bool inside = false;
  /// Whether both are the same file, however it is named.
  bool operator==(const RulePlace& other) const {
    const auto normal = [](const std::string& name) {
      return std::filesystem::path(name).lexically_normal();
    };
    return inside == other.inside && normal(path) == normal(other.path);
  }
};

}  // namespace scaleplan::read
