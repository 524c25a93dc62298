// scaleplan rules show: a rule set with everything it extends, each line with where it came from.
#include "command_line.hpp"
#include "scaleplan/render.hpp"
#include "scaleplan/rule_tree.hpp"
#include "scaleplan/rules.hpp"
#include "verb.hpp"

namespace scaleplan::cli {

int rules_show_verb(Call& call) {
  std::string rules = "aws";
  std::string format = "yaml";
  CommandLine line("rules show",
                   "A rule set with everything it extends, as one file; each line says where it came from.");
  line.rules(rules);
  line.format(format, {"yaml", "json"});
  line.parse(call.arguments);
  load_rules(rules);  // what does not load is told before it is shown
  const RuleNode tree = resolved_rules(rules, false);
  call.out << (format == "json" ? rules_json(tree) : rules_yaml(tree));
  return yes;
}

}  // namespace scaleplan::cli
