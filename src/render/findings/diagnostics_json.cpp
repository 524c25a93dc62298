// Faults of a file, for programs and other tools: every finding with its place.
#include "scaleplan/diagnostics.hpp"

#include <algorithm>

#include "scaleplan/codes.hpp"
#include "writing/json_writer.hpp"

namespace scaleplan {

std::string message_of(const Diagnostic& finding) {
  if (finding.more_below == 0) return finding.message;
  const std::string times = finding.more_below == 1 ? "once" : std::to_string(finding.more_below) + " times";
  return finding.message + " (and " + times + " more below)";
}

std::string diagnostics_json(const Error& error) {
  render::JsonWriter out;
  out.begin_object();
  out.field("schema", "scaleplan.diagnostics/1");
  out.key("diagnostics");
  out.begin_array();
  for (const Diagnostic& one : error.diagnostics()) {
    out.begin_object();
    out.field("code", one.code);
    out.field("severity", one.severity == Severity::error ? "error" : "warning");
    out.field("message", message_of(one));
    if (!one.hint.empty()) out.field("hint", one.hint);
    out.field("place", one.at);
    if (one.at.line > 0) out.field("excerpt", one.excerpt);
    out.end_object();
  }
  out.end_array();
  out.end_object();
  return out.take();
}

Findings error_findings(const Error& error, const std::string& version) {
  Findings findings;
  findings.suite = "scaleplan";
  findings.version = version;
  for (const Diagnostic& one : error.diagnostics()) {
    const Code* code = find_code(one.code);
    const std::string title(code == nullptr ? one.code : code->title);
    const bool known = std::any_of(findings.rules.begin(), findings.rules.end(),
                                   [&](const FindingRule& rule) { return rule.code == one.code; });
    if (!known) findings.rules.push_back({one.code, title, std::string(code ? code->means : "")});
    Finding finding;
    finding.code = one.code;
    finding.name = title + ": " + message_of(one);
    finding.outcome = one.severity == Severity::error ? Outcome::failed : Outcome::warning;
    finding.message = message_of(one);
    finding.hint = one.hint;
    finding.subject = one.at.file;
    finding.at = one.at;
    finding.excerpt = one.excerpt;
    findings.all.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace scaleplan
