// scaleplan stages: the ladder of a rule set.
#include "colour.hpp"
#include "command_line.hpp"
#include "scaleplan/render.hpp"
#include "scaleplan/rules.hpp"
#include "verb.hpp"

namespace scaleplan::cli {

int stages_verb(Call& call) {
  std::string rules = "aws";
  std::string color = "auto";
  CommandLine line("stages", "The stages of a rule set, with their limits and sources.");
  line.rules(rules);
  line.color(color);
  line.parse(call.arguments);
  call.out << render_stages(load_rules(rules), coloured(color, call.out));
  return yes;
}

}  // namespace scaleplan::cli
