// A rule set as it is once everything it extends is laid under it, each value with the file and line it came
// from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace scaleplan {

/// A key or an item with what it holds.
struct RuleNode {
  enum class Kind { nothing, text, list, map };
  std::string key;  ///< empty for an item of a list
  Kind kind = Kind::nothing;
  std::string text;     ///< of a text
  bool quoted = false;  ///< whether it was written in quotes
  std::string file;     ///< where the value stands, for a map its key
  int line = 0;         ///< from 1; 0 when not known
  std::vector<RuleNode> inside;

  /// The node under `name`, or null.
  [[nodiscard]] const RuleNode* find(std::string_view name) const;
};

/// How a resolved rule set holds its catalogues: by the names of their files, with their content in place of
/// the name, or with their rows among the keys of their use, which can be read again without any file.
enum class Catalogs { named, content, rows };

/// The rule set of that name or path, resolved; throws Error.
RuleNode resolved_rules(const std::string& name_or_path, Catalogs catalogs);

/// The rule set that another extends, as load_rules takes it; empty when it extends none; throws Error.
std::string extended_by(const std::string& name_or_path);

/// A file to be written, by its path from the folder that is meant.
struct NewFile {
  std::string path, text;
};

/// A rule set to begin with: the file NAME.yaml, its cases, and a job that tries them.
std::vector<NewFile> new_rules(const std::string& name);

/// A resolved rule set as YAML, each line with its origin, and as `scaleplan.rules/1`.
std::string rules_yaml(const RuleNode& rules);
std::string rules_json(const RuleNode& rules);

}  // namespace scaleplan
