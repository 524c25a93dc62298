// Suspicious lines of a rule set that loads: findings as data, each with its place.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scaleplan/findings.hpp"

namespace scaleplan {

/// A name, or an amount in engine units, that a finding speaks of.
struct LintFact {
  std::string name;              ///< of what it is; of an amount empty
  std::optional<double> amount;  ///< in engine units
  std::string unit;              ///< as rule files spell it
  double factor = 1;             ///< of the unit
};

/// An edit that certainly mends a finding: lines `first` to `last` of its file are replaced by `text`.
struct LintFix {
  int first = 0, last = 0;
  std::string text;  ///< empty: the lines are deleted
};

/// One finding; its sentence is made from code and facts by `lint_findings`.
struct LintFinding {
  std::string code;  ///< "L005"
  Severity severity = Severity::warning;
  std::string subject;  ///< whose, such as "limit several-hundred of stage multi-az"
  std::vector<LintFact> facts;
  Span at;
  std::string excerpt;
  std::optional<LintFix> fix;
};

struct LintOptions {
  std::string as_of;  ///< a date, YYYY-MM-DD: prices older than a year then are found; empty: not asked
};

/// Everything a lint found in one rule set, in order of place.
struct LintReport {
  std::string ruleset;
  std::vector<LintFinding> found;
  int accepted = 0;    ///< findings that the rule file accepts with `lint: {CODE: reason}`
  bool dated = false;  ///< whether the age of prices was looked at
};

/// Lints the rule set of that name, or in the file of that name; throws Error when it cannot be read.
LintReport lint_rules(std::string_view name_or_path, const LintOptions& options);

/// The findings with their sentences, for every format of findings.
Findings lint_findings(const LintReport& report);
/// The findings for a terminal, with excerpt and caret, and as `scaleplan.lint/1`.
std::string lint_text(const LintReport& report, bool colour);
std::string lint_json(const LintReport& report);

}  // namespace scaleplan
