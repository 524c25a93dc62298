// scaleplan rules diff: what differs between two rule sets in meaning, and for whom the answers differ.
#include <CLI/CLI.hpp>

#include "colour.hpp"
#include "question.hpp"
#include "read/texts/tree.hpp"
#include "scaleplan/rules_diff.hpp"

namespace scaleplan::cli {
namespace {

/// The workload of a file, if there is one, as one of the rule sets reads it.
Block told(const Program& program, const std::string& file) {
  if (file.empty()) return {static_cast<std::size_t>(program.columns), 1};
  return workload_of(program, read_workload(read::read_file(file), file), {});
}

}  // namespace

int rules_diff_verb(Call& call) {
  RulesDiff diff;
  std::string workload, format = "text", color = "auto";
  CLI::App app("What differs between two rule sets in meaning; exit 1 when anything does.", "rules diff");
  app.add_option("A", diff.a, "rule set: aws, learning-aws, or a file")->required();
  app.add_option("B", diff.b, "the rule set that it is held against")->required();
  app.add_option("--workload", workload, "what else is known when answers are compared, YAML or JSON");
  app.add_option("--format", format, "text or json")->check(CLI::IsMember({"text", "json"}));
  app.add_option("--color", color, "auto, always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}));
  parse_arguments(app, call.arguments);
  const Program a = load_rules(diff.a), b = load_rules(diff.b);
  diff.rules = compare_rules(resolved_rules(diff.a, true), resolved_rules(diff.b, true));
  diff.answers = compare_answers(a, told(a, workload), b, told(b, workload));
  call.out << (format == "json" ? rules_diff_json(diff) : rules_diff_text(diff, coloured(color, call.out)));
  return diff.same_meaning() ? yes : no;
}

}  // namespace scaleplan::cli
