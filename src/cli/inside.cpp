// Compares canonical paths, so that neither ".." nor a link leads out of a repository.
#include "inside.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>

namespace scaleplan::cli {

namespace fs = std::filesystem;

fs::path root_of(const fs::path& folder) {
  std::error_code none;
  const fs::path begin = fs::weakly_canonical(folder, none);
  for (fs::path root = begin;; root = root.parent_path()) {
    if (fs::exists(root / ".git", none)) return root;
    if (!root.has_relative_path()) return begin;
  }
}

bool is_inside(const fs::path& path, const fs::path& root) {
  std::error_code fault;
  const fs::path there = fs::weakly_canonical(path, fault);
  if (fault) return false;
  const fs::path around = fs::weakly_canonical(root, fault);
  if (fault) return false;
  const auto [end, unused] = std::mismatch(around.begin(), around.end(), there.begin(), there.end());
  return end == around.end();
}

std::optional<std::string> content_inside(const std::string& path, const std::vector<std::string>& named) {
  constexpr std::uintmax_t most_bytes = 64U << 20U;
  std::error_code fault;
  const bool inside = std::any_of(named.begin(), named.end(), [&](const std::string& by) {
    return is_inside(path, root_of(fs::absolute(by, fault).parent_path()));
  });
  if (!inside || !fs::is_regular_file(path, fault) || fs::file_size(path, fault) > most_bytes || fault)
    return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string{std::istreambuf_iterator<char>(file), {}};
}

}  // namespace scaleplan::cli
