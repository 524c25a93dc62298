// scaleplan rules show: a rule set with everything it extends, each line with where it came from.
#include <CLI/CLI.hpp>

#include "question.hpp"
#include "scaleplan/render.hpp"
#include "scaleplan/rule_tree.hpp"

namespace scaleplan::cli {

int rules_show_verb(Call& call) {
  std::string rules = "aws";
  std::string format = "yaml";
  CLI::App app("A rule set with everything it extends, as one file; each line says where it came from.",
               "rules show");
  app.add_option("--rules", rules, "rule set: aws, learning-aws, or a file");
  app.add_option("--format", format, "yaml or json")->check(CLI::IsMember({"yaml", "json"}));
  parse_arguments(app, call.arguments);
  load_rules(rules);  // what does not load is told before it is shown
  const RuleNode tree = resolved_rules(rules, false);
  call.out << (format == "json" ? rules_json(tree) : rules_yaml(tree));
  return yes;
}

}  // namespace scaleplan::cli
