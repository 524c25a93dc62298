// A project file: settings of a repository, as name: value pairs in YAML.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scaleplan/error.hpp"

namespace scaleplan {

/// A key that a project file may hold.
struct ProjectKey {
  std::string_view name;  ///< with dashes; a file may write _ for -
  bool many = false;      ///< whether a list of texts is accepted
  bool yes_no = false;    ///< whether only yes and no are accepted
};

/// One value of a project file; a list has an entry for each of its items.
struct ProjectEntry {
  std::string name;  ///< that of its ProjectKey
  std::string value;
  Span at;  ///< of the key
};

/// Reads the text of a project file; `file` names it in messages. Throws Error for a key that is not among
/// `keys`, and for a value of another kind.
std::vector<ProjectEntry> read_project_file(std::string_view text, const std::string& file,
                                            const std::vector<ProjectKey>& keys);

/// Whether `text` says yes in a project file or a variable: "yes" or "true".
bool is_yes(std::string_view text);
/// Whether `text` says yes or no: one of the above, "no" or "false".
bool is_yes_or_no(std::string_view text);

}  // namespace scaleplan
