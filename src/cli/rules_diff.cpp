// scaleplan rules diff: the differences of two rule sets in meaning, and the users whose answers differ.
#include "scaleplan/rules_diff.hpp"

#include "command_line.hpp"
#include "output.hpp"
#include "scaleplan/files.hpp"
#include "scaleplan/rules.hpp"
#include "verb.hpp"

namespace scaleplan::cli {
namespace {

/// The workload of a file, as one of the rule sets reads it; an empty one without a file.
Block workload_in(const Program& program, const std::string& file) {
  if (file.empty()) return {static_cast<std::size_t>(program.columns), 1};
  return workload_of(program, read_workload(read_file(file), file));
}

}  // namespace

int rules_diff_verb(Call& call) {
  RulesDiff diff;
  std::string workload;
  CommandLine line("rules diff", "The differences of two rule sets in meaning; exit 1 when there are any.");
  line.option("A", diff.a, "rule set: " + rule_set_choice()).required();
  line.option("B", diff.b, "rule set to compare it with").required();
  line.option("--workload", workload, "workload file for the comparison of answers, YAML or JSON");
  Output output(line,
                {{"text", [&](bool colour) { return rules_diff_text(diff, colour); }},
                 {"json", [&](bool) { return rules_diff_json(diff); }}},
                call.out);
  line.parse(call.arguments);
  const Program a = load_rules(diff.a), b = load_rules(diff.b);
  diff.rules =
      compare_rules(resolved_rules(diff.a, Catalogs::content), resolved_rules(diff.b, Catalogs::content));
  diff.answers = compare_answers(a, workload_in(a, workload), b, workload_in(b, workload));
  output.write();
  return diff.same_meaning() ? yes : no;
}

}  // namespace scaleplan::cli
