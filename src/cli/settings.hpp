// Settings of a project: flags, then environment variables, then .scaleplan.yaml, in one form for all verbs.
#pragma once

#include <string>
#include <vector>

namespace scaleplan::cli {

/// One value that was set, and by whom.
struct Setting {
  std::string name;   ///< as a flag without its dashes: "fail-on"
  std::string value;  ///< paths of the file are relative to the folder the program runs in
  std::string from;   ///< "--fail-on", "SCALEPLAN_FAIL_ON", ".scaleplan.yaml:3"
};

/// What environment and project file set, each name by the one that wins; throws Error for a file that cannot
/// be read or a name that is not known. Flags of `arguments` win over both and are listed as well.
std::vector<Setting> settings(const std::vector<std::string>& arguments);

/// `arguments` with what environment and project file set and no flag says.
std::vector<std::string> with_settings(const std::vector<std::string>& arguments);

}  // namespace scaleplan::cli
