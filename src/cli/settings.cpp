// Finds .scaleplan.yaml upward to the root of the repository, and reads the environment.
#include "settings.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>

#include "read/texts/tree.hpp"
#include "scaleplan/ascii.hpp"

namespace scaleplan::cli {
namespace {

namespace fs = std::filesystem;

struct Known {
  std::string_view name;
  bool path = false;    ///< its value names a file
  bool source = false;  ///< says what is checked: any flag of these keeps the others out
};

constexpr std::array known = {
    Known{"rules", true},
    Known{"workload", true},
    Known{"stage", false, true},
    Known{"terraform", true, true},
    Known{"cloudformation", true, true},
    Known{"file", true, true},
    Known{"parameter"},
    Known{"fail-on"},
    Known{"unknown"},
    Known{"waivers", true},
    Known{"baseline", true},
    Known{"format"},
};

const Known* named(std::string_view name) {
  const auto found = std::find_if(known.begin(), known.end(), [&](const Known& k) { return k.name == name; });
  return found == known.end() ? nullptr : &*found;
}

std::string dashed(std::string name) {
  std::replace(name.begin(), name.end(), '_', '-');
  return name;
}

/// The project file here or above, up to the folder that holds .git; empty when there is none.
fs::path project_file() {
  std::error_code none;
  const fs::path here = fs::current_path(none);
  fs::path root = here;
  while (!fs::exists(root / ".git", none) && root.has_relative_path()) root = root.parent_path();
  if (!fs::exists(root / ".git", none)) root = here;
  for (fs::path folder = here;; folder = folder.parent_path()) {
    if (fs::exists(folder / ".scaleplan.yaml", none)) return folder / ".scaleplan.yaml";
    if (folder == root || !folder.has_relative_path()) return {};
  }
}

bool given(const std::vector<std::string>& arguments, std::string_view name) {
  const std::string flag = "--" + std::string(name);
  return std::any_of(arguments.begin(), arguments.end(), [&](const std::string& argument) {
    return argument == flag || argument.starts_with(flag + "=");
  });
}

/// A path of the project file, as it is written from where the program runs.
std::string beside(const fs::path& folder, const std::string& value) {
  const bool bare = value.find_first_of("./") == std::string::npos;
  if (bare || value == "-" || fs::path(value).is_absolute()) return value;
  return (fs::relative(folder) / value).lexically_normal().generic_string();
}

void from_file(std::vector<Setting>& into) {
  const fs::path path = project_file();
  if (path.empty()) return;
  const std::string shown = fs::relative(path).generic_string();
  read::Report report;
  const read::Node tree = read::read_tree(read::read_file(path.string()), shown, report);
  for (const read::Entry& entry : tree.entries) {
    const std::string name = dashed(entry.key);
    const Known* key = named(name);
    if (key == nullptr) {
      std::vector<std::string> names;
      names.reserve(known.size());
      for (const Known& one : known) names.emplace_back(one.name);
      const std::string near = read::nearest(name, names);
      std::string all = "known:";
      for (const std::string& one : names) all += " " + one;
      report.error(entry.at, "R001", "unknown key \"" + entry.key + "\" in a project file",
                   near.empty() ? all : "did you mean \"" + near + "\"?");
      continue;
    }
    const std::string from = shown + ":" + std::to_string(entry.at.line);
    const auto put = [&](const read::Node& value) {
      into.push_back({name, key->path ? beside(path.parent_path(), value.text) : value.text, from});
    };
    if (entry.value.kind == read::Node::Kind::list) {
      for (const read::Node& item : entry.value.items) put(item);
    } else if (entry.value.kind == read::Node::Kind::scalar) {
      put(entry.value);
    } else {
      report.error(entry.value.at, "R003", "\"" + entry.key + "\" must be text or a list of texts", {});
    }
  }
  report.stop_if_failed();
}

}  // namespace

std::vector<Setting> settings(const std::vector<std::string>& arguments) {
  std::vector<Setting> file;
  from_file(file);
  const bool source = std::any_of(known.begin(), known.end(),
                                  [&](const Known& key) { return key.source && given(arguments, key.name); });
  std::vector<Setting> all;
  for (const Known& key : known) {
    const std::string name(key.name);
    if (given(arguments, name)) {
      for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string flag = "--" + name;
        if (arguments[i] == flag && i + 1 < arguments.size()) all.push_back({name, arguments[i + 1], flag});
        if (arguments[i].starts_with(flag + "="))
          all.push_back({name, arguments[i].substr(flag.size() + 1), flag});
      }
      continue;
    }
    if (key.source && source) continue;
    std::string variable = "SCALEPLAN_" + name;
    std::transform(variable.begin(), variable.end(), variable.begin(),
                   [](char c) { return c == '-' ? '_' : to_capital(c); });
    if (const char* value = std::getenv(variable.c_str()); value != nullptr && *value != '\0') {
      all.push_back({name, value, variable});
      continue;
    }
    for (const Setting& setting : file) {
      if (setting.name == name) all.push_back(setting);
    }
  }
  return all;
}

std::vector<std::string> with_settings(const std::vector<std::string>& arguments) {
  std::vector<std::string> all = arguments;
  for (const Setting& setting : settings(arguments)) {
    if (setting.from.starts_with("--")) continue;
    all.push_back("--" + setting.name);
    all.push_back(setting.value);
  }
  return all;
}

}  // namespace scaleplan::cli
