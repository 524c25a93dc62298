// Finds rule sets by name: those prepared inside the binary, or files.
#include "../read/prepared.hpp"
#include "../read/rule_files.hpp"
#include "../read/tree.hpp"

namespace scaleplan {

std::vector<std::string_view> builtin_rule_sets() {
  std::vector<std::string_view> names;
  for (const read::Prepared& set : read::prepared_sets()) names.push_back(set.name);
  return names;
}

Program load_rules(std::string_view name_or_path) {
  for (const read::Prepared& set : read::prepared_sets()) {
    if (set.name == name_or_path) return read::thaw(set.words);
  }
  const std::string path(name_or_path);
  const auto files = read::embedded_files();
  if (path.find_first_of("./") != std::string::npos)
    return read::read_program(path, {files.begin(), files.end()});
  std::vector<std::string> known;
  for (const auto name : builtin_rule_sets()) known.emplace_back(name);
  const std::string near = read::nearest(path, known);
  std::string all = "built in:";
  for (const std::string& name : known) all += " " + name;
  Diagnostic unknown;
  unknown.code = "R026";
  unknown.message = "there is no rule set \"" + path + "\"";
  unknown.hint = near.empty() ? all + "; a file is named with its .yaml" : "did you mean \"" + near + "\"?";
  throw Error({unknown});
}

}  // namespace scaleplan
