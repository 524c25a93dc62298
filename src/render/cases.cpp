// How cases went, for a terminal: what failed and why, then what they have seen.
#include <algorithm>

#include "case_words.hpp"
#include "number.hpp"
#include "scaleplan/render.hpp"
#include "sentences.hpp"

namespace scaleplan {
namespace render {
namespace {

std::string at(const Place& place) {
  return place.line > 0 ? std::string(place.file) + ":" + std::to_string(place.line) : std::string();
}

std::string at(const Span& place) { return place.file + ":" + std::to_string(place.line); }

/// A step and what it was computed from, two levels deep: enough to see where it turned.
void derivation(Page& page, const Derivation& step, std::size_t depth) {
  constexpr std::size_t deepest = 2;
  constexpr std::size_t most_steps = 8;
  const std::string indent(5 + 2 * depth, ' ');
  const auto put = [&](const std::string& text, Tone tone) {
    for (const std::string& line : wrapped(text, Page::columns - indent.size()))
      page.line(indent + page.toned(line, tone));
  };
  const std::string where = step.again ? std::string() : at(step.place);
  const bool plain = step.formula.empty();
  put(told(step) + (plain && !where.empty() ? "  " + where : ""),
      step.holds == false ? Tone::bad : Tone::plain);
  if (!plain) put("= " + std::string(step.formula) + (where.empty() ? "" : "  " + where), Tone::faint);
  if (depth == deepest) return;
  std::size_t told_steps = 0;
  for (const Derivation& inner : step.steps) {
    // Of a stage, what holds easily says nothing.
    const bool idle = step.kind == StepKind::stage && inner.holds == true && told_steps >= 3;
    if (idle || told_steps == most_steps) continue;
    derivation(page, inner, depth + 1);
    ++told_steps;
  }
}

void failure(Page& page, const CaseResult& result) {
  const Case& tested = *result.tested;
  page.line();
  page.edges("FAILED  " + name_of(tested), at(tested.at), Tone::bad);
  if (!tested.given.empty()) page.labelled("  given", tested.given, Tone::faint);
  std::vector<std::string> derived;
  for (const Mismatch& mismatch : result.wrong) {
    page.labelled("  " + mismatch.expected->name, sentence(mismatch));
    for (const Diagnostic& refused : tested.refused)
      page.labelled("", refused.code + ": " + refused.message, Tone::plain);
    if (!mismatch.derivation) continue;
    const std::string key = told(*mismatch.derivation);
    if (std::find(derived.begin(), derived.end(), key) != derived.end()) continue;
    derived.push_back(key);
    derivation(page, *mismatch.derivation, 0);
  }
}

void share(Page& page, const std::string& what, std::size_t seen, std::size_t all, double part,
           const std::string& how) {
  const Tone tone = seen == all ? Tone::good : Tone::warning;
  const std::string count = std::to_string(seen) + " of " + std::to_string(all);
  page.line(
      " " +
      page.toned(row({{9}, {12, true}, {7, true}, {2}, {50}}, {what, count, percent(part), "", how}), tone));
}

void limits(Page& page, const CaseRun& run) {
  std::size_t seen = 0;
  std::size_t all = 0;
  for (const Boundary& boundary : run.seen.limits) {
    if (boundary.aside()) continue;
    ++all;
    if (missing(boundary).empty()) ++seen;
  }
  share(page, "limits", seen, all, run.seen.limit_share(), "seen to hold and to break within 10%");
  constexpr std::size_t most_named = 20;
  std::size_t named = 0;
  for (const Boundary& boundary : run.seen.limits) {
    if (boundary.aside() || missing(boundary).empty() || ++named > most_named) continue;
    page.paragraph("not " + name_of(boundary, run.program) + ": " + missing(boundary));
  }
  if (named > most_named)
    page.paragraph("and " + std::to_string(named - most_named) + " more; --format json names all");
  for (const Boundary& boundary : run.seen.limits) {
    if (boundary.set_aside == nullptr) continue;
    const bool wrong = !holds(boundary.seen);
    page.paragraph(std::string(wrong ? "set aside, yet a case breaks it: " : "set aside: ") +
                   name_of(boundary, run.program) + ": " + boundary.set_aside->because);
  }
}

void options_and_stages(Page& page, const CaseRun& run) {
  std::string missed;
  std::size_t seen = 0;
  for (const OptionSeen& option : run.seen.options) {
    if (option.seen) {
      ++seen;
    } else {
      missed += (missed.empty() ? "not " : ", ") + std::string(option.decision->id) + " " +
                std::string(option.option->id);
    }
  }
  share(page, "options", seen, run.seen.options.size(), run.seen.option_share(),
        "of decisions, expected and taken");
  if (!missed.empty()) page.paragraph(missed);
  missed.clear();
  seen = 0;
  for (const StageSeen& stage : run.seen.stages) {
    if (stage.seen) {
      ++seen;
    } else {
      missed += (missed.empty() ? "not " : ", ") + std::string(stage.stage->id);
    }
  }
  share(page, "stages", seen, run.seen.stages.size(), run.seen.stage_share(), "expected and chosen");
  if (!missed.empty()) page.paragraph(missed);
}

void ruleset(Page& page, const CaseRun& run, std::optional<double> threshold) {
  const std::size_t failed = run.failed();
  std::string files;
  for (const CaseFile& file : run.files) files += (files.empty() ? "" : ", ") + file.file;
  const std::string count = std::to_string(run.results.size() - failed) + " passed" +
                            (failed > 0 ? ", " + std::to_string(failed) + " failed" : "");
  page.edges(std::string(run.program.id) + "  " + files, count, failed > 0 ? Tone::bad : Tone::good);
  for (const CaseResult& result : run.results) {
    if (!result.passed()) failure(page, result);
  }
  if (failed > 0) page.line();
  limits(page, run);
  options_and_stages(page, run);
  if (threshold && !run.covers(*threshold))
    page.line(" " + page.toned("less than " + percent(*threshold) + " is seen", Tone::bad));
}

}  // namespace
}  // namespace render

std::string cases_text(const std::vector<CaseRun>& runs, std::optional<double> threshold, bool colour) {
  render::Page page(colour);
  bool first = true;
  for (const CaseRun& run : runs) {
    if (!first) page.line();
    first = false;
    render::ruleset(page, run, threshold);
  }
  return page.text();
}

}  // namespace scaleplan
