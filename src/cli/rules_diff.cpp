// scaleplan rules diff: what differs between two rule sets in meaning, and for whom the answers differ.
#include "scaleplan/rules_diff.hpp"
#include "colour.hpp"
#include "command_line.hpp"
#include "scaleplan/files.hpp"
#include "scaleplan/rules.hpp"
#include "verb.hpp"

namespace scaleplan::cli {
namespace {

/// The workload of a file, if there is one, as one of the rule sets reads it.
Block told(const Program& program, const std::string& file) {
  if (file.empty()) return {static_cast<std::size_t>(program.columns), 1};
  return workload_of(program, read_workload(read_file(file), file), {});
}

}  // namespace

int rules_diff_verb(Call& call) {
  RulesDiff diff;
  std::string workload, format = "text", color = "auto";
  CommandLine line("rules diff", "What differs between two rule sets in meaning; exit 1 when anything does.");
  line.option("A", diff.a, "rule set: aws, learning-aws, or a file").required();
  line.option("B", diff.b, "the rule set that it is held against").required();
  line.option("--workload", workload, "what else is known when answers are compared, YAML or JSON");
  line.format(format, {"text", "json"});
  line.color(color);
  line.parse(call.arguments);
  const Program a = load_rules(diff.a), b = load_rules(diff.b);
  diff.rules = compare_rules(resolved_rules(diff.a, true), resolved_rules(diff.b, true));
  diff.answers = compare_answers(a, told(a, workload), b, told(b, workload));
  call.out << (format == "json" ? rules_diff_json(diff) : rules_diff_text(diff, coloured(color, call.out)));
  return diff.same_meaning() ? yes : no;
}

}  // namespace scaleplan::cli
