// Finds .scaleplan.yaml upward to the root of the repository, and reads the environment.
#include "settings.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <utility>

#include "arguments.hpp"
#include "ascii.hpp"
#include "inside.hpp"
#include "nearest.hpp"
#include "scaleplan/files.hpp"
#include "scaleplan/project_file.hpp"
#include "targets.hpp"
#include "verb.hpp"

namespace scaleplan::cli {
namespace {

namespace fs = std::filesystem;

/// The kind of a setting's value; a target is a value of -o.
enum class Holds { text, path, target, yes_no };

/// One setting that exists. Settings of a group come from one place: flags, else environment, else file.
struct Known {
  std::string_view name;
  Holds holds = Holds::text;
  bool many = false;            ///< whether it may have several values
  std::string_view group = {};  ///< empty: on its own
};

constexpr std::array known = {
    Known{"rules"},
    Known{"workload", Holds::path},
    Known{"with", Holds::text, true},
    Known{"without", Holds::text, true},
    Known{"stage", Holds::text, false, "source"},
    Known{"terraform", Holds::path, true, "source"},
    Known{"cloudformation", Holds::path, true, "source"},
    Known{"file", Holds::path, true, "source"},
    Known{"parameter", Holds::text, true},
    Known{"declared-only", Holds::yes_no},
    Known{"explain", Holds::yes_no},
    Known{"fail-on"},
    Known{"unknown"},
    Known{"elsewhere", Holds::text, true},
    Known{"waivers", Holds::path},
    Known{"as-of"},
    Known{"baseline", Holds::path},
    Known{"write-baseline", Holds::path},
    Known{"format", Holds::text, false, "shape"},
    Known{"output", Holds::target, true, "shape"},
    Known{"color"},
};

const Known* named(std::string_view name) {
  const auto found = std::find_if(known.begin(), known.end(), [&](const Known& k) { return k.name == name; });
  return found == known.end() ? nullptr : &*found;
}

/// The project file here or above, up to the folder that holds .git; empty without one.
fs::path project_file() {
  std::error_code none;
  const fs::path here = fs::current_path(none);
  const fs::path root = root_of(here);
  for (fs::path folder = here;; folder = folder.parent_path()) {
    if (fs::exists(folder / ".scaleplan.yaml", none)) return folder / ".scaleplan.yaml";
    if (folder == root || !folder.has_relative_path()) return {};
  }
}

std::string variable_of(std::string_view name) {
  std::string variable = "SCALEPLAN_" + std::string(name);
  std::transform(variable.begin(), variable.end(), variable.begin(),
                 [](char c) { return c == '-' ? '_' : to_capital(c); });
  return variable;
}

std::string_view environment(std::string_view name) {
  const char* value = std::getenv(variable_of(name).c_str());
  return value == nullptr ? std::string_view() : value;
}

std::string line_of(const std::string& text, int line) {
  std::size_t begin = 0;
  for (int at = 1; at < line && begin < text.size(); ++at)
    begin = std::min(text.find('\n', begin), text.size()) + 1;
  return begin >= text.size() ? "" : text.substr(begin, text.find_first_of("\r\n", begin) - begin);
}

/// A path of the project file, relative to the working directory; throws Error where it leads out of the
/// repository. The name of a built-in rule set has neither dot nor slash.
std::string beside(const fs::path& folder, const Known& key, const ProjectEntry& entry,
                   const std::string& text) {
  const std::string& value = entry.value;
  const std::size_t from = key.holds == Holds::target ? file_begin(value) : 0;
  const std::string path = value.substr(from);
  const bool is_path = key.name == "rules" ? path.find_first_of("./") != std::string::npos
                                           : key.holds == Holds::path || key.holds == Holds::target;
  if (!is_path || path.empty() || path == "-") return value;
  if (!is_inside(folder / path, root_of(folder))) {
    Diagnostic fault;
    fault.code = "U002";
    fault.at = entry.at;
    fault.message = fmt::format("{} of a project file leads out of its repository: {}", key.name, path);
    fault.hint = "name a file in the folder that holds .git, or give it as a flag";
    fault.excerpt = line_of(text, entry.at.line);
    throw Error({std::move(fault)});
  }
  if (fs::path(path).is_absolute()) return value;
  return value.substr(0, from) + (fs::relative(folder) / path).lexically_normal().generic_string();
}

/// The settings of the project file, with paths relative to the working directory.
std::vector<Setting> from_project_file(const std::vector<std::string>& arguments) {
  const std::vector<std::string> wanted = values_of(arguments, "project-file");
  const bool none = std::any_of(arguments.begin(), arguments.end(),
                                [](const std::string& one) { return is_flag(one, "no-project-file"); });
  if (none) return {};
  const fs::path path = wanted.empty() ? project_file() : fs::absolute(wanted.back());
  if (path.empty()) return {};
  const std::string text = read_file(path.string());
  std::vector<ProjectKey> keys;
  keys.reserve(known.size());
  for (const Known& key : known) keys.push_back({key.name, key.many, key.holds == Holds::yes_no});
  const std::string shown = fs::relative(path).generic_string();
  std::vector<Setting> all;
  for (ProjectEntry& entry : read_project_file(text, shown, keys)) {
    const Known& key = *named(entry.name);
    std::string from = shown + ":" + std::to_string(entry.at.line);
    std::string value = beside(path.parent_path(), key, entry, text);
    all.push_back({std::move(entry.name), std::move(value), std::move(from), entry.at});
  }
  return all;
}

/// The values of an environment variable; a list of files has : between them.
void from_environment(const Known& key, std::vector<Setting>& into) {
  const std::string variable = variable_of(key.name);
  std::string_view rest = environment(key.name);
  const bool list = key.many && key.name != "parameter";
  while (!rest.empty()) {
    const std::string value(rest.substr(0, list ? rest.find(':') : rest.npos));
    rest.remove_prefix(std::min(rest.size(), value.size() + 1));
    if (key.holds == Holds::yes_no && !is_yes_or_no(value))
      throw usage_error(fmt::format("{} must be yes or no, not \"{}\"", variable, value), "write yes or no");
    if (!value.empty()) into.push_back({std::string(key.name), value, variable, {}});
  }
}

}  // namespace

std::vector<Setting> settings(const std::vector<std::string>& arguments) {
  const std::vector<Setting> file = from_project_file(arguments);
  std::vector<Setting> all;
  for (const Known& key : known) {
    const auto any = [&](const auto& sets) {
      return std::any_of(known.begin(), known.end(), [&](const Known& one) {
        return (one.name == key.name || (!key.group.empty() && one.group == key.group)) && sets(one.name);
      });
    };
    const auto in_arguments = [&](std::string_view name) {
      return std::any_of(arguments.begin(), arguments.end(),
                         [&](const std::string& argument) { return is_flag(argument, name); });
    };
    if (any(in_arguments)) continue;
    if (any([](std::string_view name) { return !environment(name).empty(); })) {
      from_environment(key, all);
    } else {
      std::copy_if(file.begin(), file.end(), std::back_inserter(all),
                   [&](const Setting& one) { return one.name == key.name; });
    }
  }
  return all;
}

EffectiveSettings effective_settings(const std::vector<std::string>& arguments) {
  EffectiveSettings all{arguments, settings(arguments)};
  for (const Setting& setting : all.set) {
    if (named(setting.name)->holds != Holds::yes_no) {
      all.arguments.insert(all.arguments.end(), {"--" + setting.name, setting.value});
    } else if (is_yes(setting.value)) {
      all.arguments.push_back("--" + setting.name);
    }
  }
  return all;
}

bool EffectiveSettings::sets(std::string_view name) const {
  return std::any_of(set.begin(), set.end(), [&](const Setting& one) { return one.name == name; });
}

Span EffectiveSettings::place(std::string_view name) const {
  const auto found =
      std::find_if(set.begin(), set.end(), [&](const Setting& one) { return one.name == name; });
  return found == set.end() ? Span{} : found->at;
}

std::vector<std::string> EffectiveSettings::loosening() const {
  std::vector<std::string> all;
  for (const Setting& one : set) {
    const Known& key = *named(one.name);
    // What is printed, and which files are read, an output shows by itself.
    const bool shown_anyway =
        !key.group.empty() || one.name == "color" || one.name == "explain" || one.name == "write-baseline";
    if (!shown_anyway) all.push_back(fmt::format("{} {} ({})", one.name, one.value, one.from));
  }
  return all;
}

std::vector<std::string> mistyped_variables() {
  constexpr std::string_view prefix = "SCALEPLAN_";
  std::vector<std::string> variables;
  variables.reserve(known.size());
  for (const Known& key : known) variables.push_back(variable_of(key.name).substr(prefix.size()));
  std::vector<std::string> all;
  for (char** one = environ; one != nullptr && *one != nullptr; ++one) {
    const std::string_view entry = *one;
    if (!entry.starts_with(prefix)) continue;
    const std::string name(entry.substr(prefix.size(), entry.find('=') - prefix.size()));
    if (std::find(variables.begin(), variables.end(), name) != variables.end()) continue;
    const std::string near = nearest(name, variables);
    if (!near.empty())
      all.push_back(fmt::format("{0}{1} is not a setting; did you mean {0}{2}?", prefix, name, near));
  }
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace scaleplan::cli
