// Finds .scaleplan.yaml upward to the root of the repository, and reads the environment.
#include "settings.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <utility>

#include "read/texts/tree.hpp"
#include "scaleplan/ascii.hpp"
#include "verb.hpp"

namespace scaleplan::cli {
namespace {

namespace fs = std::filesystem;

enum class Holds { text, path, target, yes_no };

/// What may be set; of a group whoever sets one first sets all: flags, environment, file.
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
    Known{"stage", Holds::text, false, "source"},
    Known{"terraform", Holds::path, true, "source"},
    Known{"cloudformation", Holds::path, true, "source"},
    Known{"file", Holds::path, true, "source"},
    Known{"parameter", Holds::text, true},
    Known{"declared-only", Holds::yes_no},
    Known{"explain", Holds::yes_no},
    Known{"fail-on"},
    Known{"unknown"},
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

bool is_flag(const std::string& argument, std::string_view name) {
  const std::string flag = "--" + std::string(name);
  return argument == flag || argument.starts_with(flag + "=") ||
         (name == "output" && argument.starts_with("-o") && !argument.starts_with("--"));
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

/// A path of the project file, as it is written from where the program runs. A rule set that is inside the
/// program has a name without dot or slash.
std::string beside(const fs::path& folder, const Known& key, const std::string& value) {
  const std::size_t from = key.holds == Holds::target ? value.find('=') + 1 : 0;
  const std::string path = value.substr(from);
  const bool bare = key.name == "rules" && path.find_first_of("./") == std::string::npos;
  const bool text =
      key.name != "rules" && key.holds != Holds::path && (key.holds != Holds::target || from == 0);
  if (bare || text || path == "-" || fs::path(path).is_absolute()) return value;
  return value.substr(0, from) + (fs::relative(folder) / path).lexically_normal().generic_string();
}

bool is_yes(std::string_view text) { return text == "yes" || text == "true"; }
bool is_yes_or_no(std::string_view text) { return is_yes(text) || text == "no" || text == "false"; }

/// The keys of one project file.
class ProjectFile {
 public:
  ProjectFile(fs::path path, std::vector<Setting>& into)
      : path_(std::move(path)), shown_(fs::relative(path_).generic_string()), into_(into) {}

  void read() {
    const read::Node tree = read::read_tree(read::read_file(path_.string()), shown_, report_);
    if (tree.kind == read::Node::Kind::list || tree.kind == read::Node::Kind::scalar)
      report_.error(tree.at, "R003", "a project file holds name: value pairs", "write terraform: plan.json");
    for (const read::Entry& entry : tree.entries) {
      const Known* key = named(dashed(entry.key));
      key == nullptr ? unknown(entry) : take(*key, entry);
    }
    report_.stop_if_failed();
  }

 private:
  void unknown(const read::Entry& entry) {
    std::vector<std::string> names;
    names.reserve(known.size());
    std::string all = "an input stands in the file that workload names; known:";
    for (const Known& one : known) {
      names.emplace_back(one.name);
      all += " " + names.back();
    }
    const std::string near = read::nearest(dashed(entry.key), names);
    report_.error(entry.at, "R001", "unknown key \"" + entry.key + "\" in a project file",
                  near.empty() ? all : "did you mean \"" + near + "\"?");
  }

  void take(const Known& key, const read::Entry& entry) {
    const bool list = entry.value.kind == read::Node::Kind::list;
    const auto values = list ? entry.value.items : std::vector<read::Node>{entry.value};
    for (const read::Node& value : values) {
      const char* const wanted = value.kind != read::Node::Kind::scalar
                                     ? (key.many ? "text or a list of texts" : "text")
                                 : list && !key.many                                       ? "one text"
                                 : key.holds == Holds::yes_no && !is_yes_or_no(value.text) ? "yes or no"
                                                                                           : nullptr;
      if (wanted != nullptr)
        return report_.error(value.at, "R003", "\"" + entry.key + "\" must be " + wanted, {});
      into_.push_back({std::string(key.name),
                       beside(path_.parent_path(), key, value.text),
                       shown_ + ":" + std::to_string(entry.at.line),
                       {shown_, entry.at.line, entry.at.column, entry.at.length}});
    }
  }

  fs::path path_;
  std::string shown_;
  std::vector<Setting>& into_;
  read::Report report_;
};

/// The values of an environment variable: of what names files, several with : between them.
void from_environment(const Known& key, std::vector<Setting>& into) {
  const std::string variable = variable_of(key.name);
  std::string_view rest = environment(key.name);
  const bool list = key.many && key.name != "parameter";
  while (!rest.empty()) {
    const std::string value(rest.substr(0, list ? rest.find(':') : rest.npos));
    rest.remove_prefix(std::min(rest.size(), value.size() + 1));
    if (key.holds == Holds::yes_no && !is_yes_or_no(value))
      throw usage_error(variable + " is \"" + value + "\", and must be yes or no", "write yes or no");
    if (!value.empty()) into.push_back({std::string(key.name), value, variable, {}});
  }
}

void from_arguments(const Known& key, const std::vector<std::string>& arguments, std::vector<Setting>& into) {
  const std::string flag = "--" + std::string(key.name);
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (!is_flag(arguments[i], key.name)) continue;
    const std::size_t equals = arguments[i].find('=');
    const bool next = equals == std::string::npos && key.holds != Holds::yes_no && i + 1 < arguments.size();
    into.push_back({std::string(key.name),
                    next                          ? arguments[i + 1]
                    : equals == std::string::npos ? "yes"
                                                  : arguments[i].substr(equals + 1),
                    flag,
                    {}});
  }
}

}  // namespace

std::vector<Setting> settings(const std::vector<std::string>& arguments) {
  std::vector<Setting> file;
  if (const fs::path path = project_file(); !path.empty()) ProjectFile(path, file).read();
  std::vector<Setting> all;
  for (const Known& key : known) {
    const auto any = [&](const auto& sets) {
      return std::any_of(known.begin(), known.end(), [&](const Known& one) {
        return (one.name == key.name || (!key.group.empty() && one.group == key.group)) && sets(one.name);
      });
    };
    if (any([&](std::string_view name) {
          return std::any_of(arguments.begin(), arguments.end(),
                             [&](const std::string& argument) { return is_flag(argument, name); });
        })) {
      from_arguments(key, arguments, all);
    } else if (any([](std::string_view name) { return !environment(name).empty(); })) {
      from_environment(key, all);
    } else {
      std::copy_if(file.begin(), file.end(), std::back_inserter(all),
                   [&](const Setting& one) { return one.name == key.name; });
    }
  }
  return all;
}

Settled settled(const std::vector<std::string>& arguments) {
  Settled all{arguments, {}};
  for (const Setting& setting : settings(arguments)) {
    if (setting.from.starts_with("--")) continue;
    all.set.push_back(setting);
    if (named(setting.name)->holds != Holds::yes_no) {
      all.arguments.insert(all.arguments.end(), {"--" + setting.name, setting.value});
    } else if (is_yes(setting.value)) {
      all.arguments.push_back("--" + setting.name);
    }
  }
  return all;
}

bool Settled::sets(std::string_view name) const {
  return std::any_of(set.begin(), set.end(), [&](const Setting& one) { return one.name == name; });
}

Span Settled::place(std::string_view name) const {
  const auto found =
      std::find_if(set.begin(), set.end(), [&](const Setting& one) { return one.name == name; });
  return found == set.end() ? Span{} : found->at;
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
    const std::string near = read::nearest(name, variables);
    if (!near.empty())
      all.push_back(std::string(prefix) + name + " is no setting; did you mean " + std::string(prefix) +
                    near + "?");
  }
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace scaleplan::cli
