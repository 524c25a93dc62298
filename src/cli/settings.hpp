// Settings of a project: flags, then environment variables, then .scaleplan.yaml, in one form for all verbs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scaleplan/error.hpp"

namespace scaleplan::cli {

/// One value that was set, and by whom.
struct Setting {
  std::string name;   ///< as a flag without its dashes: "fail-on"
  std::string value;  ///< paths of the file are relative to the folder the program runs in
  std::string from;   ///< "--fail-on", "SCALEPLAN_FAIL_ON", ".scaleplan.yaml:3"
  Span at;            ///< in the project file; file is empty elsewhere
};

/// What environment and project file set, each name by the one that wins; throws Error for a file that cannot
/// be read or a name that is not known. Flags of `arguments` win over both and are listed as well.
std::vector<Setting> settings(const std::vector<std::string>& arguments);

/// Arguments with what environment and project file set and no flag says.
struct Settled {
  std::vector<std::string> arguments;
  std::vector<Setting> set;  ///< by them

  /// Whether environment or project file set it, and so no flag.
  [[nodiscard]] bool sets(std::string_view name) const;
  /// Where the project file sets it; file is empty where it does not.
  [[nodiscard]] Span place(std::string_view name) const;
};
Settled settled(const std::vector<std::string>& arguments);

/// A sentence for each environment variable that is nearly the name of a setting.
std::vector<std::string> mistyped_variables();

}  // namespace scaleplan::cli
