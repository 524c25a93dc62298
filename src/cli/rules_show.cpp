// scaleplan rules show: a rule set with everything it extends, each line with its origin.
#include "command_line.hpp"
#include "output.hpp"
#include "scaleplan/rule_tree.hpp"
#include "scaleplan/rules.hpp"
#include "verb.hpp"

namespace scaleplan::cli {

int rules_show_verb(Call& call) {
  std::string rules;
  RuleNode tree;
  bool catalogs = false;
  CommandLine line("rules show",
                   "A rule set with everything it extends, as one file; each line has its origin.");
  line.rules(rules);
  line.flag("--catalogs", catalogs, "also the rows of the catalogues, so that no other file is needed");
  Output output(
      line,
      {{"yaml", [&](bool) { return rules_yaml(tree); }}, {"json", [&](bool) { return rules_json(tree); }}},
      call.out);
  line.parse(call.arguments);
  load_rules(rules);  // a rule set that does not load is reported, not shown
  tree = resolved_rules(rules, catalogs ? Catalogs::rows : Catalogs::named);
  output.write();
  return yes;
}

}  // namespace scaleplan::cli
