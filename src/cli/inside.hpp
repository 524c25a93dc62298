// The files that a file of a repository may name: those inside the repository, links resolved.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace scaleplan::cli {

/// The folder at or above `folder` that holds .git; without one, `folder` itself.
std::filesystem::path root_of(const std::filesystem::path& folder);

/// Whether `path`, which need not exist, is inside `root` once links are resolved.
bool is_inside(const std::filesystem::path& path, const std::filesystem::path& root);

/// The content of a file that one of `named` refers to: a regular file of at most 64 MB inside the root of
/// one of these, else nothing.
std::optional<std::string> content_inside(const std::string& path, const std::vector<std::string>& named);

}  // namespace scaleplan::cli
