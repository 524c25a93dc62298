// scaleplan stages: the ladder of a rule set.
#include "scaleplan/stages.hpp"
#include "command_line.hpp"
#include "output.hpp"
#include "scaleplan/rules.hpp"
#include "verb.hpp"

namespace scaleplan::cli {

int stages_verb(Call& call) {
  std::string rules;
  Program program;
  CommandLine line("stages", "The stages of a rule set, with their limits and sources.");
  line.rules(rules);
  Output output(line, {{"text", [&](bool colour) { return stages_text(program, colour); }}}, call.out);
  line.parse(call.arguments);
  program = load_rules(rules);
  output.write();
  return yes;
}

}  // namespace scaleplan::cli
