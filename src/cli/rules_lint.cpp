// scaleplan rules lint: suspicious lines of a rule set that loads.
#include <fmt/format.h>

#include <algorithm>

#include "command_line.hpp"
#include "days.hpp"
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
  CommandLine line("rules lint", "Reports suspicious lines of a rule set that loads; exit 1 on an error.");
  std::string file;
  line.option("file", file, "rule file, as with --rules");
  Flag named = line.rules(rules);
  Output output(line,
                {{"text", [&](bool colour) { return lint_text(report, colour); }},
                 {"json", [&](bool) { return lint_json(report); }},
                 {"sarif", [&](bool) { return findings_sarif(findings_of(report)); }},
                 {"github", [&](bool) { return findings_github(findings_of(report)); }}},
                call.out);
  line.flag("--strict", strict, "exit 1 on a warning, too");
  line.option("--as-of", options.as_of, "YYYY-MM-DD: report prices that are older than a year on that day");
  line.parse(call.arguments);
  if (!file.empty() && named.given()) throw usage_error("the rule set is given twice", "leave --rules out");
  if (!file.empty()) rules = file;
  if (!options.as_of.empty() && !is_day(options.as_of))
    throw usage_error(fmt::format("\"{}\" is not a day", options.as_of), "write it YYYY-MM-DD");
  report = lint_rules(rules, options);
  output.write();
  const bool errors = std::any_of(report.found.begin(), report.found.end(),
                                  [](const LintFinding& f) { return f.severity == Severity::error; });
  return errors || (strict && !report.found.empty()) ? no : yes;
}

}  // namespace scaleplan::cli
