// Settings of a project: flags, then environment variables, then .scaleplan.yaml, in one form for all verbs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scaleplan/error.hpp"

namespace scaleplan::cli {

/// One value with its origin.
struct Setting {
  std::string name;   ///< as a flag without its dashes: "fail-on"
  std::string value;  ///< paths of the file are relative to the working directory
  std::string from;   ///< "SCALEPLAN_FAIL_ON", ".scaleplan.yaml:3"
  Span at;            ///< in the project file; file is empty elsewhere
};

/// The settings of environment and project file, without those that flags of `arguments` override; throws
/// Error for a file that cannot be read or has an unknown name.
std::vector<Setting> settings(const std::vector<std::string>& arguments);

/// Arguments, completed with the settings that they do not override.
struct EffectiveSettings {
  std::vector<std::string> arguments;
  std::vector<Setting> set;  ///< those of environment and project file

  /// Whether environment or project file set it.
  [[nodiscard]] bool sets(std::string_view name) const;
  /// Those of environment and project file that can loosen a gate: "unknown pass (.scaleplan.yaml:3)".
  [[nodiscard]] std::vector<std::string> loosening() const;
  /// The place where the project file sets it; file is empty where it does not.
  [[nodiscard]] Span place(std::string_view name) const;
};

/// The settings that hold for `arguments`; throws Error as settings() does.
EffectiveSettings effective_settings(const std::vector<std::string>& arguments);

/// A sentence for each environment variable whose name is a misspelt setting.
std::vector<std::string> mistyped_variables();

}  // namespace scaleplan::cli
