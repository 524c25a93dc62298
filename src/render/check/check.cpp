// A check for a terminal, and as findings for the formats of other tools.
#include <fmt/format.h>

#include <algorithm>

#include "answer/sentences.hpp"
#include "carries.hpp"
#include "scaleplan/check.hpp"
#include "words.hpp"
#include "writing/number.hpp"
#include "writing/page.hpp"

namespace scaleplan {
namespace render {
namespace {

Tone verdict_tone(Verdict verdict) {
  if (verdict == Verdict::enough || verdict == Verdict::reaches) return Tone::good;
  return verdict == Verdict::too_small || verdict == Verdict::machines_too_small ? Tone::bad : Tone::warning;
}

std::string place_words(const Span& at) {
  if (at.file.empty() || at.line == 0) return at.file;
  return at.file + ":" + std::to_string(at.line) + (at.column > 0 ? ":" + std::to_string(at.column) : "");
}

void finding(Page& page, const Program& program, const Check& check, const CheckFinding& found) {
  const FindingWords words = words_of(program, check, found);
  if (found.limit != nullptr) {
    page.labelled(words.requirement,
                  fmt::format("{} needed, {} allowed ({}): {}  {}", words.needed,
                              limit_amount(*found.limit->limit, found.limit->most),
                              fullness(found.limit->utilization), words.because, labels(words.source)),
                  Tone::plain);
    return;
  }
  page.line();
  page.paragraph(words.requirement + "; " + words.declared + " (" + state_words(found) + ")  [" + found.code +
                 "]");
  if (!found.address.empty()) page.paragraph("  at " + found.address + "  " + place_words(words.at));
  page.paragraph("  " + words.because + "  " + labels(words.source));
  if (found.counts()) page.paragraph("  do: " + words.action);
}

/// A code means one thing, however often it is found.
void rule(Findings& all, FindingRule rule) {
  const auto same = [&](const FindingRule& known) { return known.code == rule.code; };
  if (std::none_of(all.rules.begin(), all.rules.end(), same)) all.rules.push_back(std::move(rule));
}

void tiers(Page& page, const Program& program, const Check& check) {
  page.line();
  std::string tier;
  for (const FoundComponent& component : check.architecture->components) {
    if (component.resources.empty() && component.tier == tier) continue;
    tier = component.tier;
    page.labelled(component.id, tier_words(component), Tone::plain);
  }
  if (const std::string decided = decided_words(*check.architecture); !decided.empty())
    page.labelled("read from it", decided, Tone::plain);
  if (const std::string above = above_words(program, check); !above.empty())
    page.labelled("also declared", above + "; components of later stages do not count", Tone::plain);
  if (check.carries) {
    page.line();
    for (const auto& [label, text] : carries_lines(program, *check.carries))
      page.labelled(label, text, Tone::plain);
    if (!check.architecture->advisories.empty()) page.line();
  }
  for (const AdvisoryFinding& advised : check.architecture->advisories) {
    page.labelled("note",
                  advised.resource->address + ": " + std::string(advised.advisory->says) + "; " +
                      advised.action + "  " + labels(advised.advisory->source),
                  Tone::plain);
  }
}

/// The effect of a finding on the check; without a workload it only names the next step.
Outcome outcome(const Check& check, const CheckFinding& finding) {
  const FailOn& on = check.fail_on;
  if (!finding.counts() || check.verdict == Verdict::reaches) return Outcome::note;
  if (finding.below && finding.met == Truth::no) return on.sized_below ? Outcome::failed : Outcome::warning;
  if (finding.met == Truth::no) return on.too_small ? Outcome::failed : Outcome::warning;
  switch (on.unknown) {
    case FailOn::Unknown::fail:
      return Outcome::failed;
    case FailOn::Unknown::warn:
      return Outcome::warning;
    case FailOn::Unknown::pass:
      return Outcome::note;
  }
  return Outcome::warning;
}

}  // namespace
}  // namespace render

std::string check_text(const Program& program, const Check& check, bool colour) {
  render::Page page(colour);
  page.line(" " + page.toned(render::verdict_words(check.verdict), render::verdict_tone(check.verdict)));
  page.paragraph(render::verdict_sentence(program, check));
  for (const CheckFinding& finding : check.findings) render::finding(page, program, check, finding);
  if (check.architecture != nullptr) render::tiers(page, program, check);
  return page.text();
}

Findings check_findings(const Program& program, const Check& check) {
  Findings all;
  all.suite = "scaleplan check";
  Finding verdict;
  verdict.code = "verdict";
  verdict.name = "verdict";
  verdict.message = render::verdict_sentence(program, check);
  verdict.at = check.named_at;
  if (check.declaration != nullptr && !check.declaration->files.empty())
    verdict.at.file = check.declaration->files.front();
  verdict.outcome = check.failed()                                                          ? Outcome::failed
                    : check.verdict == Verdict::enough || check.verdict == Verdict::reaches ? Outcome::passed
                    : check.verdict == Verdict::off_ladder && check.checked == 0            ? Outcome::skipped
                                                                                 : Outcome::warning;
  all.rules.push_back({"verdict", "Declared stage is enough", "The declared stage carries the workload."});
  all.all.push_back(verdict);
  for (const CheckFinding& finding : check.findings) {
    const render::FindingWords words = render::words_of(program, check, finding);
    Finding one;
    one.code = finding.code;
    one.name = words.requirement;
    one.outcome = render::outcome(check, finding);
    one.message = words.requirement + "; declared: " + words.declared + ". " + words.because;
    if (finding.waived) one.message += " Waived: " + finding.agreed;
    one.hint = words.action;
    one.subject = finding.address;
    one.at = words.at.file.empty() ? check.named_at : words.at;
    render::rule(all, {finding.code, words.requirement, words.because});
    all.all.push_back(std::move(one));
  }
  if (check.architecture != nullptr) {
    for (const AdvisoryFinding& advised : check.architecture->advisories) {
      Finding one;
      one.code = advised.advisory->id;
      one.name = advised.advisory->title;
      one.outcome = Outcome::note;
      one.message = advised.advisory->says;
      one.hint = advised.action;
      one.subject = advised.resource->address;
      one.at = {check.declaration->files[as_index(advised.resource->file)], advised.resource->line,
                advised.resource->column, 1};
      render::rule(all, {one.code, one.name, one.message});
      all.all.push_back(std::move(one));
    }
  }
  return all;
}

}  // namespace scaleplan
