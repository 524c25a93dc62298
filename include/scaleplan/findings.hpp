// Findings with their outcomes: the form in which gates, lints and tests are reported.
#pragma once

#include <string>
#include <vector>

#include "scaleplan/error.hpp"

namespace scaleplan {

/// The outcome of one check; a note and a warning pass, a skipped one did not run.
enum class Outcome { passed, note, warning, failed, skipped };

/// One check with its outcome.
struct Finding {
  std::string code;  ///< stable, such as "R101" or "web.zones"; names a FindingRule
  std::string name;  ///< the question in a few words; unique within its subject
  Outcome outcome = Outcome::passed;
  std::string message;  ///< the result, one sentence; empty where it passed
  std::string hint;     ///< the one thing to do; may be empty
  std::string subject;  ///< whose: a resource's address, a stage, a table of cases; may be empty
  Span at;              ///< where; file is empty when there is no place
  std::string excerpt;  ///< the line of the file; may be empty
};

/// The meaning of a code, the same for all findings that have it.
struct FindingRule {
  std::string code, title, text;
};

/// Everything that one run looked at, in order; `suite` names the run, such as "scaleplan check".
struct Findings {
  std::string suite;
  std::string version;  ///< of the program, for formats that carry it
  std::vector<FindingRule> rules;
  std::vector<Finding> all;
};

/// A fingerprint that stays when lines move and sentences change: of code, subject, file and excerpt; 16
/// hexadecimal digits.
std::string fingerprint(const Finding& finding);

/// "file:line:column" without what is not known; empty without a file.
std::string place(const Finding& finding);

/// The path under which formats that demand one show a finding: a text from stdin is "stdin", what stands in
/// no file is `otherwise`.
std::string upload_path(const Finding& finding, const std::string& otherwise);

/// SARIF 2.1.0: every note, warning and failure as a result.
std::string findings_sarif(const Findings& findings);
/// JUnit XML: every finding as a test case.
std::string findings_junit(const Findings& findings);
/// Test Anything Protocol, version 14.
std::string findings_tap(const Findings& findings);
/// Workflow commands of GitHub Actions: every note, warning and failure as an annotation.
std::string findings_github(const Findings& findings);
/// GitLab's code quality report: every note, warning and failure.
std::string findings_gitlab(const Findings& findings);

}  // namespace scaleplan
