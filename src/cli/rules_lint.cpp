// scaleplan rules lint: what is suspicious in a rule set that loads.
#include <algorithm>

#include "command_line.hpp"
#include "day.hpp"
#include "output.hpp"
#include "scaleplan/lint.hpp"
#include "verb.hpp"

namespace scaleplan::cli {
namespace {

Findings findings_of(const LintReport& report) {
  Findings findings = lint_findings(report);
  findings.version = program_version();
  return findings;
}

}  // namespace

int rules_lint_verb(Call& call) {
  std::string rules;
  LintReport report;
  LintOptions options;
  bool strict = false;
  CommandLine line("rules lint",
                   "What is suspicious in a rule set that loads; exit 1 when an error is found.");
  std::string file;
  line.option("file", file, "a rule file, as with --rules");
  Flag named = line.rules(rules);
  Output output(line,
                {{"text", [&](bool colour) { return lint_text(report, colour); }},
                 {"json", [&](bool) { return lint_json(report); }},
                 {"sarif", [&](bool) { return findings_sarif(findings_of(report)); }},
                 {"github", [&](bool) { return findings_github(findings_of(report)); }}},
                call.out);
  line.flag("--strict", strict, "exit 1 when anything is found");
  line.option("--as-of", options.as_of, "a day, YYYY-MM-DD: find prices that are older than a year on it");
  line.parse(call.arguments);
  if (!file.empty() && named.given()) throw usage_error("the rule set is named twice", "leave --rules out");
  if (!file.empty()) rules = file;
  if (!options.as_of.empty() && !is_day(options.as_of))
    throw usage_error("\"" + options.as_of + "\" is not a day", "write it YYYY-MM-DD");
  report = lint_rules(rules, options);
  output.write();
  const bool errors = std::any_of(report.found.begin(), report.found.end(),
                                  [](const LintFinding& f) { return f.severity == Severity::error; });
  return errors || (strict && !report.found.empty()) ? no : yes;
}

}  // namespace scaleplan::cli
