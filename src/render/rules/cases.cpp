// How cases went, for a terminal: what failed and why, then what they have seen.
#include <algorithm>

#include "answer/sentences.hpp"
#include "case_words.hpp"
#include "scaleplan/cases.hpp"
#include "scaleplan/error.hpp"
#include "scaleplan/explain.hpp"
#include "writing/number.hpp"

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
  put(step_text(step) + (plain && !where.empty() ? "  " + where : ""),
      step.holds == false ? Tone::bad : Tone::plain);
  if (!plain) put("= " + std::string(step.formula) + (where.empty() ? "" : "  " + where), Tone::faint);
  if (depth == deepest) return;
  std::size_t shown_steps = 0;
  for (const Derivation& inner : step.steps) {
    // Of a stage, what holds easily says nothing.
    const bool idle = step.kind == StepKind::stage && inner.holds == true && shown_steps >= 3;
    if (idle || shown_steps == most_steps) continue;
    derivation(page, inner, depth + 1);
    ++shown_steps;
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
    const std::string key = step_text(*mismatch.derivation);
    if (std::find(derived.begin(), derived.end(), key) != derived.end()) continue;
    derived.push_back(key);
    derivation(page, *mismatch.derivation, 0);
  }
}

void share(Page& page, const std::string& what, std::size_t seen, std::size_t all, double component,
           const std::string& how) {
  const Tone tone = seen == all ? Tone::good : Tone::warning;
  const std::string count = std::to_string(seen) + " of " + std::to_string(all);
  page.line(" " + page.toned(row({{9}, {12, true}, {7, true}, {2}, {50}},
                                 {what, count, percent(component), "", how}),
                             tone));
}

/// The limits set aside, by reason.
void set_aside(Page& page, const CaseRun& run) {
  std::vector<std::pair<std::string, std::string>> by_reason;
  for (const Boundary& boundary : run.seen.limits) {
    if (boundary.set_aside == nullptr) continue;
    const std::string reason =
        boundary.set_aside->because + (boundary.aside() ? "" : " (yet a case breaks it, so it counts)");
    auto known =
        std::find_if(by_reason.begin(), by_reason.end(), [&](const auto& r) { return r.first == reason; });
    if (known == by_reason.end()) known = by_reason.insert(by_reason.end(), {reason, ""});
    known->second += (known->second.empty() ? "" : ", ") + name_of(boundary, run.program);
  }
  for (const auto& [reason, names] : by_reason) page.paragraph("set aside: " + names + ": " + reason);
}

void limits(Page& page, const CaseRun& run) {
  std::size_t seen = 0;
  std::size_t all = 0;
  for (const Boundary& boundary : run.seen.limits) {
    if (boundary.aside() || boundary.inherited) continue;
    ++all;
    if (missing(boundary).empty()) ++seen;
  }
  if (all > 0)
    share(page, "limits", seen, all, run.seen.limit_share(), "seen to hold and to break within 10%");
  constexpr std::size_t most_named = 20;
  std::size_t named = 0;
  for (const Boundary& boundary : run.seen.limits) {
    if (boundary.aside() || boundary.inherited || missing(boundary).empty() || ++named > most_named) continue;
    page.paragraph("not " + name_of(boundary, run.program) + ": " + missing(boundary));
  }
  if (named > most_named)
    page.paragraph("and " + std::to_string(named - most_named) + " more; --format json names all");
  set_aside(page, run);
}

/// One line for what was seen of a list, and one for what was not.
template <class List, class Name>
void chosen(Page& page, const std::string& what, const List& list, double component, const std::string& how,
            Name name) {
  std::string missed;
  std::size_t seen = 0;
  std::size_t all = 0;
  for (const auto& one : list) {
    if (one.inherited) continue;
    ++all;
    if (one.seen) {
      ++seen;
    } else {
      missed += (missed.empty() ? "not " : ", ") + name(one);
    }
  }
  if (all == 0) return;
  share(page, what, seen, all, component, how);
  if (!missed.empty()) page.paragraph(missed);
}

void inherited(Page& page, const CaseRun& run) {
  const auto count = [](const auto& list) {
    return std::to_string(
        std::count_if(list.begin(), list.end(), [](const auto& one) { return one.inherited; }));
  };
  const Coverage& seen = run.seen;
  const auto any = [](const auto& one) { return one.inherited; };
  if (std::none_of(seen.limits.begin(), seen.limits.end(), any) &&
      std::none_of(seen.options.begin(), seen.options.end(), any))
    return;
  page.paragraph("Inherited, counted only with --inherited: " + count(seen.limits) + " limits, " +
                 count(seen.options) + " options, " + count(seen.stages) + " stages.");
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
  chosen(page, "options", run.seen.options, run.seen.option_share(), "of decisions, expected and taken",
         [](const OptionSeen& o) { return std::string(o.decision->id) + " " + std::string(o.option->id); });
  chosen(page, "stages", run.seen.stages, run.seen.stage_share(), "expected and chosen",
         [](const StageSeen& stage) { return std::string(stage.stage->id); });
  inherited(page, run);
  if (threshold && !run.covers(*threshold))
    page.line(" " + page.toned("coverage is below " + percent(*threshold), Tone::bad));
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
