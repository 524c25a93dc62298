// Makes sentences of what a lint found.
#include "scaleplan/lint.hpp"

#include <map>

#include "ascii.hpp"
#include "ids.hpp"
#include "scaleplan/codes.hpp"
#include "scaleplan/diagnostics.hpp"
#include "scaleplan/findings.hpp"
#include "writing/json_writer.hpp"
#include "writing/number.hpp"
#include "writing/page.hpp"

namespace scaleplan {
namespace render {
namespace {

/// The sentence of each code; {0}, {1} are the facts of the finding, {rest} the pairs behind the fourth.
const std::map<std::string_view, std::string_view>& sentences() {
  static const std::map<std::string_view, std::string_view> all = {
      {"L001", "\"{0}\" is accepted here, but no such finding exists"},
      {"L002", "stage \"{0}\" is never chosen, whatever the workload"},
      {"L003", "with {2} the answer is {0}, with {3} it is the earlier {1}{rest}"},
      {"L004", "whether \"{0}\" is present depends on users, so its limits come and go as users grow"},
      {"L005", "limit \"{0}\" never binds: at most {1} are needed, but the limit is {2}"},
      {"L006", "limit \"{0}\" always binds: at least {1} are needed, but the limit is {2}"},
      {"L007", "stage \"{0}\" has no band, and stage \"{1}\" after it has one"},
      {"L008", "limit \"{0}\" falls to {1} here; stage \"{2}\" before takes {3}"},
      {"L009", "{0} can be negative: as low as {1}"},
      {"L010", "{0} can be greater than any number within the ranges of the inputs"},
      {"L011", "the band of stage \"{0}\" ends at {1}, and that of \"{2}\" before it ends at {3}"},
      {"L012", "input \"{0}\" is never used"},
      {"L013", "metric \"{0}\" is never used"},
      {"L014", "row \"{0}\" is never used"},
      {"L015", "source \"{0}\" is never cited"},
      {"L016", "catalogue \"{0}\" is never used"},
      {"L017", "unit \"{0}\" is never used"},
      {"L018", "component \"{0}\" is added by no stage and no move"},
      {"L019", "move \"{0}\" is taken by no stage and never advised"},
      {"L020", "offer \"{0}\" is needed by no component"},
      {"L021", "column \"{0}\" is read by no offer and no condition"},
      {"L022", "size \"{0}\" has no price anywhere"},
      {"L023", "{0} has no reason"},
      {"L024", "{0} has no source"},
      {"L025", "the prices of {0} are of {1}, more than a year before {2}"},
      {"L026", "the prices of {0} have no date"},
      {"L027", "stage \"{0}\" is less available than \"{1}\" before it, by up to {2} of downtime"},
      {"L028", "option \"{0}\" of decision \"{1}\" is never chosen"},
      {"L029", "no declared resource is ever recognised as component \"{0}\""},
      {"L030", "{1} sizes of catalogue \"{0}\" can never be bought: {2}"},
      {"L032", "\"{0}\" has no value"},
      {"L033", "the remark \"{0}\" says nothing"},
      {"L034", "limit \"{0}\" is {1}: it breaks as soon as anything is needed"},
      {"L035", "\"{0}\" is not a confidence"},
      {"L036", "\"{0}\" is a new id; did you mean the inherited \"{1}\"?"},
      {"L039", "the prices of {0} are of {1}, more than a year before the newest, of {2}"},
      {"L040", "size \"{0}\" costs {2} times {3} for each unit of {1} than its family"},
      {"L041", "size \"{0}\" costs more than \"{1}\" and has less"},
      {"L042", "the price of \"{0}\" is in {1}, others are in {2}"},
      {"L043", "of \"{0}\" {1} may be used with everything up, and {2} with a zone lost"},
      {"L044", "component \"{0}\" aims at {1} instances, and there are at most {2}"},
      {"L045", "the condition of \"{0}\" leaves {1} of {2} sizes of {3}"},
      {"L038", "component \"{0}\" is another one than the inherited, and keeps its {1}"},
      {"L037", "{0} no {2} where {1}"},
  };
  return all;
}

std::string fact_text(const LintFinding& finding, std::size_t which) {
  if (which >= finding.facts.size()) return {};
  const LintFact& fact = finding.facts[which];
  if (!fact.amount) return fact.name;
  if (finding.code == "L027") return downtime(*fact.amount);
  return amount(*fact.amount, Unit{fact.unit, fact.factor});
}

/// The pairs of name and value behind the fourth fact.
std::string rest(const LintFinding& finding) {
  std::string text;
  for (std::size_t i = 4; i + 1 < finding.facts.size(); i += 2)
    text += (text.empty() ? " (" : ", ") + flag_name(fact_text(finding, i)) + " " + fact_text(finding, i + 1);
  return text.empty() ? text : text + ")";
}

std::string message(const LintFinding& finding) {
  const auto found = sentences().find(finding.code);
  const std::string_view form = found == sentences().end() ? finding.subject : found->second;
  std::string text;
  for (std::size_t at = 0; at < form.size(); ++at) {
    const std::size_t end = form[at] == '{' ? form.find('}', at) : std::string_view::npos;
    if (end == std::string_view::npos) {
      text += form[at];
      continue;
    }
    const std::string_view slot = form.substr(at + 1, end - at - 1);
    text += slot == "rest" ? rest(finding) : fact_text(finding, static_cast<std::size_t>(slot.front() - '0'));
    at = end;
  }
  return text;
}

std::string hint(const LintFinding& finding) {
  if (finding.fix && finding.fix->text.empty()) {
    const std::string first = std::to_string(finding.fix->first);
    return finding.fix->first == finding.fix->last
               ? "delete line " + first
               : "delete lines " + first + " to " + std::to_string(finding.fix->last);
  }
  const Code* code = find_code(finding.code);
  std::string text(code == nullptr ? std::string_view() : code->remedy);
  if (text.ends_with('.') && !text.ends_with("..")) text.pop_back();
  if (!text.empty()) text[0] = to_small(text[0]);
  return text;
}

std::size_t errors_in(const LintReport& report) {
  std::size_t n = 0;
  for (const LintFinding& finding : report.found) n += finding.severity == Severity::error ? 1 : 0;
  return n;
}

std::string summary(const LintReport& report) {
  const std::size_t errors = errors_in(report);
  const std::size_t warnings = report.found.size() - errors;
  std::string text = report.ruleset + ": ";
  text +=
      report.found.empty() ? "nothing found" : counted(errors, "error") + ", " + counted(warnings, "warning");
  if (report.accepted > 0) text += "; " + std::to_string(report.accepted) + " accepted by lint: keys";
  return text + ".";
}

}  // namespace
}  // namespace render

Findings lint_findings(const LintReport& report) {
  Findings findings;
  findings.suite = "scaleplan rules lint";
  for (const Code& code : all_codes()) {
    if (code.id.starts_with('L'))
      findings.rules.push_back({std::string(code.id), std::string(code.title), std::string(code.means)});
  }
  for (const LintFinding& found : report.found) {
    Finding finding;
    finding.code = found.code;
    finding.name = std::string(find_code(found.code) == nullptr ? "" : find_code(found.code)->title);
    finding.outcome = found.severity == Severity::error ? Outcome::failed : Outcome::warning;
    finding.message = render::message(found);
    finding.hint = render::hint(found);
    finding.subject = found.subject;
    finding.at = found.at;
    finding.excerpt = found.excerpt;
    findings.all.push_back(std::move(finding));
  }
  return findings;
}

std::string lint_text(const LintReport& report, bool colour) {
  std::string text;
  for (const LintFinding& found : report.found) {
    text += diagnostic_text({found.code, found.severity, found.at, render::message(found),
                             render::hint(found), found.excerpt},
                            colour) +
            "\n";
  }
  render::Page page(colour);
  page.line(page.toned(render::summary(report), render::Tone::strong));
  if (!report.found.empty())
    page.line("scaleplan explain " + report.found.front().code + " explains the code.");
  if (!report.dated) page.line("Price ages were not checked; pass --as-of YYYY-MM-DD.");
  return text + page.text();
}

std::string lint_json(const LintReport& report) {
  render::JsonWriter out;
  out.begin_object();
  out.field("schema", "scaleplan.lint/1");
  out.field("ruleset", report.ruleset);
  out.field("errors", static_cast<int>(render::errors_in(report)));
  out.field("warnings", static_cast<int>(report.found.size() - render::errors_in(report)));
  out.field("accepted", report.accepted);
  out.field("prices_dated", report.dated);
  out.key("findings");
  out.begin_array();
  for (const LintFinding& found : report.found) {
    out.begin_object();
    out.field("code", found.code);
    out.field("severity", found.severity == Severity::error ? "error" : "warning");
    out.field("subject", found.subject);
    out.field("message", render::message(found));
    out.field("hint", render::hint(found));
    out.field("place", found.at);
    if (found.fix) {
      out.key("fix");
      out.inline_object();
      out.field("first_line", found.fix->first);
      out.field("last_line", found.fix->last);
      out.field("text", found.fix->text);
      out.end_object();
    }
    out.end_object();
  }
  out.end_array();
  out.end_object();
  return out.take();
}

}  // namespace scaleplan
