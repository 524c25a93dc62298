// Finds rule sets by name: those prepared inside the binary, or files.
#include <algorithm>

#include "nearest.hpp"
#include "read/lint/lint.hpp"
#include "read/program/prepared.hpp"
#include "read/rules/rule_files.hpp"
#include "read/rules/rule_node.hpp"
#include "read/texts/tree.hpp"
#include "scaleplan/cases.hpp"
#include "scaleplan/files.hpp"

namespace scaleplan {
namespace {

bool is_file(std::string_view name) { return name.find_first_of("./") != std::string_view::npos; }

std::string cases_file(const std::string& rules) {
  const std::size_t end = rules.ends_with(".yaml") ? rules.size() - 5 : rules.size();
  return rules.substr(0, end) + ".cases.yaml";
}

std::vector<read::TextFile> inside() {
  const auto files = read::embedded_files();
  return {files.begin(), files.end()};
}

[[noreturn]] void unknown_set(const std::string& path) {
  std::vector<std::string> known;
  for (const auto name : builtin_rule_sets()) known.emplace_back(name);
  const std::string near = nearest(path, known);
  std::string all = "built in:";
  for (const std::string& name : known) all += " " + name;
  Diagnostic unknown;
  unknown.code = "R026";
  unknown.message = "there is no rule set \"" + path + "\"";
  unknown.hint = did_you_mean(near, all + "; a file is named with its .yaml");
  throw Error({unknown});
}

}  // namespace

std::vector<std::string_view> builtin_rule_sets() {
  std::vector<std::string_view> names;
  for (const read::Prepared& set : read::prepared_sets()) names.push_back(set.name);
  return names;
}

Program load_rules(std::string_view name_or_path) {
  for (const read::Prepared& set : read::prepared_sets()) {
    if (set.name == name_or_path) return read::thaw(set.words);
  }
  const std::string name(name_or_path);
  if (!is_file(name)) unknown_set(name);
  return read::read_program(name, inside());
}

LintReport lint_rules(std::string_view name_or_path, const LintOptions& options) {
  const auto known = builtin_rule_sets();
  const std::string name(name_or_path);
  if (!is_file(name) && std::find(known.begin(), known.end(), name) == known.end()) unknown_set(name);
  return read::lint(name, inside(), options);
}

RuleNode resolved_rules(const std::string& name_or_path, Catalogs catalogs) {
  read::Report report;
  return read::rule_node(read::resolved_tree(name_or_path, inside(), catalogs, report));
}

std::string extended_by(const std::string& name_or_path) { return read::base_of(name_or_path, inside()); }

std::vector<CaseText> cases_of(const std::string& name_or_path) {
  if (is_file(name_or_path)) {
    const std::string file = cases_file(name_or_path);
    return {{file, read_file(file)}};
  }
  const std::string file = "rules/" + name_or_path + ".cases.yaml";
  for (const read::TextFile& known : read::embedded_files()) {
    if (known.name == file) return {{file, std::string(known.content)}};
  }
  return {};
}

std::vector<NewFile> new_rules(const std::string& name) {
  constexpr std::string_view model = "my-rules";
  std::vector<NewFile> files = {{name + ".yaml", "rules/new/my-rules.yaml"},
                                {name + ".cases.yaml", "rules/new/my-rules.cases.yaml"},
                                {".github/workflows/" + name + ".yaml", "rules/new/workflow.yaml"}};
  for (NewFile& file : files) {
    for (const read::TextFile& known : read::embedded_files()) {
      if (known.name == file.text) file.text = std::string(known.content);
    }
    for (std::size_t at = file.text.find(model); at != std::string::npos;
         at = file.text.find(model, at + name.size()))
      file.text.replace(at, model.size(), name);
  }
  return files;
}

}  // namespace scaleplan
