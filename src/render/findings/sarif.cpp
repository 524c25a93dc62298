// Findings as JSON that other tools take: SARIF 2.1.0 and GitLab's code quality report.
#include <algorithm>

#include "scaleplan/findings.hpp"
#include "writing/json_writer.hpp"

namespace scaleplan {
namespace {

using render::JsonWriter;

/// A path of no file, for what is found in none.
constexpr const char* nowhere = "scaleplan";

bool reported(const Finding& finding) {
  return finding.outcome != Outcome::passed && finding.outcome != Outcome::skipped;
}

void text_object(JsonWriter& out, std::string_view key, std::string_view text) {
  out.key(key);
  out.inline_object();
  out.field("text", text);
  out.end_object();
}

std::string_view level(Outcome outcome) {
  return outcome == Outcome::failed ? "error" : outcome == Outcome::warning ? "warning" : "note";
}

void rule(JsonWriter& out, const FindingRule& rule) {
  out.begin_object();
  out.field("id", rule.code);
  text_object(out, "shortDescription", rule.title);
  text_object(out, "fullDescription", rule.text.empty() ? rule.title : rule.text);
  out.end_object();
}

void region(JsonWriter& out, const Span& at) {
  out.key("region");
  out.inline_object();
  out.field("startLine",
            std::max(at.line, 1));  // readers of SARIF want a line, and the first stands for the file
  if (at.column > 0) {
    out.field("startColumn", at.column);
    out.field("endColumn", at.column + std::max(at.length, 1));
  }
  out.end_object();
}

/// A path as a URI: what is absolute names its scheme, and what a URI cannot hold is written as %XX.
std::string uri(std::string_view path) {
  constexpr std::string_view plain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/@+,=";
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string text = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    if (plain.find(c) != std::string_view::npos) {
      text += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    text += {'%', digits[byte >> 4], digits[byte & 15]};
  }
  return text;
}

void location(JsonWriter& out, const Finding& finding) {
  out.key("locations");
  out.begin_array();
  out.begin_object();
  out.key("physicalLocation");  // uploads refuse a result without one
  out.begin_object();
  out.key("artifactLocation");
  out.inline_object();
  out.field("uri", uri(upload_path(finding, nowhere)));
  out.end_object();
  region(out, finding.at);
  out.end_object();
  if (!finding.subject.empty()) {
    out.key("logicalLocations");
    out.begin_array();
    out.inline_object();
    out.field("fullyQualifiedName", finding.subject);
    out.field("kind", "resource");
    out.end_object();
    out.end_array();
  }
  out.end_object();
  out.end_array();
}

void result(JsonWriter& out, const Finding& finding, const std::vector<FindingRule>& rules) {
  out.begin_object();
  out.field("ruleId", finding.code);
  const auto found =
      std::find_if(rules.begin(), rules.end(), [&](const FindingRule& r) { return r.code == finding.code; });
  if (found != rules.end()) {
    out.field("ruleIndex", static_cast<int>(found - rules.begin()));
  }
  out.field("level", level(finding.outcome));
  text_object(out, "message", finding.message + (finding.hint.empty() ? "" : " " + finding.hint));
  location(out, finding);
  out.key("partialFingerprints");
  out.inline_object();
  out.field("scaleplan/v1", fingerprint(finding));
  out.end_object();
  out.end_object();
}

}  // namespace

std::string findings_sarif(const Findings& findings) {
  JsonWriter out;
  out.begin_object();
  out.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
  out.field("version", "2.1.0");
  out.key("runs");
  out.begin_array();
  out.begin_object();
  out.key("tool");
  out.begin_object();
  out.key("driver");
  out.begin_object();
  out.field("name", findings.suite);
  if (!findings.version.empty()) out.field("version", findings.version);
  out.key("rules");
  out.begin_array();
  for (const FindingRule& one : findings.rules) rule(out, one);
  out.end_array();
  out.end_object();
  out.end_object();
  out.field("columnKind", "unicodeCodePoints");
  out.key("results");
  out.begin_array();
  for (const Finding& finding : findings.all) {
    if (reported(finding)) result(out, finding, findings.rules);
  }
  out.end_array();
  out.end_object();
  out.end_array();
  out.end_object();
  return out.take();
}

std::string findings_gitlab(const Findings& findings) {
  JsonWriter out;
  out.begin_array();
  for (const Finding& finding : findings.all) {
    if (!reported(finding)) continue;
    out.begin_object();
    out.field("description", finding.message + (finding.hint.empty() ? "" : " " + finding.hint));
    out.field("check_name", finding.code);
    out.field("fingerprint", fingerprint(finding));
    out.field("severity", finding.outcome == Outcome::failed    ? "major"
                          : finding.outcome == Outcome::warning ? "minor"
                                                                : "info");
    out.key("location");
    out.begin_object();
    out.field("path", upload_path(finding, finding.subject.empty() ? nowhere : finding.subject));
    out.key("lines");
    out.inline_object();
    out.field("begin", std::max(finding.at.line, 1));
    out.end_object();
    out.end_object();
    out.end_object();
  }
  out.end_array();
  return out.take();
}

}  // namespace scaleplan
