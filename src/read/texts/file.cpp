// Reads a whole file, and says in plain words why it cannot.
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "nearest.hpp"
#include "scaleplan/files.hpp"
#include "text.hpp"
#include "tree.hpp"

namespace scaleplan::read {
namespace {

[[noreturn]] void refuse(const std::string& path, std::string code, std::string message, std::string hint) {
  Diagnostic finding;
  finding.code = std::move(code);
  finding.at.file = path;
  finding.message = std::move(message);
  finding.hint = std::move(hint);
  throw Error({std::move(finding)});
}

/// "did you mean" for a file name, looked up in the folder where it should be.
std::string similar_file(const std::filesystem::path& path) {
  constexpr int most_looked_at = 1000;
  std::error_code ignored;
  const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
  std::vector<std::string> names;
  int looked_at = 0;
  for (std::filesystem::directory_iterator entry(folder, ignored), end; !ignored && entry != end;
       entry.increment(ignored)) {
    if (++looked_at > most_looked_at) break;
    names.push_back(entry->path().filename().string());
  }
  const std::string near = nearest(path.filename().string(), names);
  return near.empty() ? "check the path" : "did you mean \"" + (path.parent_path() / near).string() + "\"?";
}

}  // namespace

std::string read_bytes(const std::string& path, std::size_t most) {
  std::error_code ignored;
  const auto status = std::filesystem::status(path, ignored);
  if (status.type() == std::filesystem::file_type::not_found) {
    refuse(path, "Y021", "there is no such file", similar_file(path));
  }
  if (status.type() == std::filesystem::file_type::directory) {
    refuse(path, "Y022", "this is a folder, not a file", "name a file in it");
  }
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    const std::string why = errno == 0 ? std::string() : std::string(": ") + std::strerror(errno);
    refuse(path, "Y023", "the file cannot be opened" + why, "check its permissions");
  }
  // One byte more than is allowed is enough to know, even of a device that never ends.
  std::string content;
  std::array<char, 1 << 16> piece;
  while (content.size() <= most) {
    file.read(piece.data(), piece.size());
    if (file.gcount() == 0) break;
    content.append(piece.data(), static_cast<std::size_t>(file.gcount()));
  }
  if (file.bad())
    refuse(path, "Y023", "the file cannot be read to its end", "check the disk or the connection");
  return content;
}

}  // namespace scaleplan::read

namespace scaleplan {

std::string read_file(const std::string& path) {
  std::string content = read::read_bytes(path, read::most_bytes);
  // Faults with a place in the text are left to the reader of the text, which can show the line.
  const auto fault = read::find_text_fault(content);
  if (fault && fault->at == std::string_view::npos)
    read::refuse(path, fault->code, fault->message, fault->hint);
  return content;
}

}  // namespace scaleplan
