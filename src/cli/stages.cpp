// scaleplan stages: the ladder of a rule set.
#include <CLI/CLI.hpp>

#include "colour.hpp"
#include "question.hpp"
#include "scaleplan/render.hpp"

namespace scaleplan::cli {

int stages_verb(Call& call) {
  std::string rules = "aws";
  std::string color = "auto";
  CLI::App app("The stages of a rule set, with their limits and sources.", "stages");
  app.add_option("--rules", rules, "rule set: aws, learning-aws, or a file");
  app.add_option("--color", color, "auto, always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}));
  parse_arguments(app, call.arguments);
  call.out << render_stages(load_rules(rules), coloured(color, call.out));
  return yes;
}

}  // namespace scaleplan::cli
