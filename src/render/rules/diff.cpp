// Two rule sets side by side for a terminal: what they say differently, and for how many users that matters.
#include <algorithm>
#include <cmath>

#include "ids.hpp"
#include "scaleplan/rules_diff.hpp"
#include "writing/number.hpp"
#include "writing/page.hpp"

namespace scaleplan {
namespace render {
namespace {

using Kind = RuleDifference::Kind;

/// So many of one kind below one map share one line.
constexpr std::size_t many = 4;

std::string place(const Spelling& said) {
  return said.line == 0 ? "as without it" : said.file + ":" + std::to_string(said.line);
}

std::string joined(const std::vector<std::string>& path) {
  std::string text;
  for (const std::string& key : path) text += (text.empty() ? "" : ".") + key;
  return text;
}

/// "+75%", "-3.1%", "x 12": how a number changed.
std::string change_text(double change) {
  if (change >= 9) return "x " + figure(change + 1);
  return (change < 0 ? "-" : "+") + percent(std::abs(change));
}

/// A long value is cut: the file is named beside it.
std::string shortened(std::string text) {
  constexpr std::size_t most = 280;
  if (width(text) <= most) return text;
  const std::size_t end = text.rfind(' ', most);
  return text.substr(0, end == std::string::npos ? most : end) + " ...";
}

/// A text in lines behind `head`, with the place at the right edge of the last one if it fits.
void said(Page& page, const std::string& head, const std::string& text, const std::string& where) {
  constexpr std::size_t left = 5;
  const std::vector<std::string> lines = wrapped(text, Page::columns - left);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::string line = (i == 0 ? "   " + head + " " : std::string(left, ' ')) + lines[i];
    const std::size_t taken = width(line);
    const bool fits = i + 1 == lines.size() && taken + 2 + width(where) <= Page::columns;
    if (fits) line += std::string(Page::columns - taken - width(where), ' ') + page.toned(where, Tone::faint);
    page.line(line);
    if (i + 1 == lines.size() && !fits) page.edges("", where, Tone::faint);
  }
}

std::string value(const Spelling& said) {
  const std::string text = said.written.empty() ? "nothing" : said.written;
  return shortened(said.unit.empty() ? text : text + " " + said.unit);
}

void both(Page& page, const RuleDifference& one) {
  if (one.a) said(page, "A", value(*one.a), place(*one.a));
  if (one.b) said(page, "B", value(*one.b), place(*one.b));
}

std::string note(const RuleDifference& one) {
  switch (one.kind) {
    case Kind::added:
      return one.after.empty() ? "only in B" : "only in B, after " + one.after;
    case Kind::removed:
      return one.after.empty() ? "only in A" : "only in A, after " + one.after;
    case Kind::reordered:
      return "different order";
    case Kind::changed:
      break;
  }
  return one.change ? change_text(*one.change) : "";
}

std::vector<std::string> above(const RuleDifference& one) { return {one.path.begin(), one.path.end() - 1}; }

using Differences = std::vector<const RuleDifference*>;

/// All that one side has like `first`, below the same map, when there are too many for a line each.
Differences alike(const Differences& all, const RuleDifference& first) {
  Differences group;
  if (first.kind != Kind::added && first.kind != Kind::removed) return {&first};
  for (const RuleDifference* one : all) {
    if (one->kind == first.kind && above(*one) == above(first)) group.push_back(one);
  }
  return group.size() < many ? Differences{&first} : group;
}

/// A line of its own, with what is to be noted at the right edge.
void heading(Page& page, const std::string& text, const std::string& noted) {
  if (noted.empty()) return page.line(" " + page.toned(text, Tone::strong));
  page.edges(text, noted, Tone::strong);
}

/// Things that one side alone has, by name.
void group(Page& page, const Differences& all) {
  const RuleDifference& one = *all.front();
  const bool added = one.kind == Kind::added;
  page.edges(joined(above(one)), std::to_string(all.size()) + (added ? " only in B" : " only in A"),
             Tone::strong);
  std::string names;
  for (const RuleDifference* each : all) names += (names.empty() ? "" : ", ") + each->path.back();
  said(page, added ? "B" : "A", names, "from " + place(added ? *one.b : *one.a) + " on");
}

void differences(Page& page, const Differences& all) {
  for (const RuleDifference* one : all) {
    const Differences together = alike(all, *one);
    if (together.front() != one) continue;  // printed with the first of them
    page.line();
    if (together.size() > 1) {
      group(page, together);
    } else {
      heading(page, joined(one->path), note(*one));
      both(page, *one);
    }
  }
}

/// Differences of prose: by name and place.
void quiet(Page& page, const Differences& all) {
  if (all.empty()) return;
  page.line();
  page.line(" " + page.toned("OTHER WORDS", Tone::strong));
  for (const RuleDifference* one : all) {
    std::string where = one->a ? place(*one->a) : "";
    if (one->b) where += (where.empty() ? "only in B, " : " | ") + place(*one->b);
    page.edges(joined(one->path), one->b ? where : "only in A, " + where, Tone::plain);
  }
}

std::string stage_text(const std::string& stage) { return stage.empty() ? "no stage" : stage; }

/// "$83 -> $101 (+22%)", "$8.30 in both".
std::string bill(const std::optional<double>& a, const std::optional<double>& b) {
  const std::string one = a ? dollars(*a) : "none", other = b ? dollars(*b) : "none";
  if (one == other) return one + " in both";
  const std::string text = one + " -> " + other;
  return a && b && *a > 0 ? text + " (" + change_text(*b / *a - 1) + ")" : text;
}

std::string count_text(double count, const Unit& unit) { return whole(count / unit.factor); }

void range(Page& page, const AnswersDiff& answers, const AnswerRange& one) {
  const std::string first = count_text(one.first, answers.unit), last = count_text(one.last, answers.unit);
  const std::string users =
      (one.first == one.last ? first : first + " to " + last) + " " + unit_name(answers.unit);
  const std::string stages = one.a.stage == one.b.stage
                                 ? stage_text(one.a.stage) + " in both"
                                 : stage_text(one.a.stage) + " -> " + stage_text(one.b.stage);
  page.edges(users, stages, one.a.stage == one.b.stage ? Tone::plain : Tone::strong);
  std::string bills = bill(one.a.usd_first, one.b.usd_first);
  if (one.first != one.last)
    bills += " at " + first + ", " + bill(one.a.usd_last, one.b.usd_last) + " at " + last;
  for (const std::string& line : wrapped(bills, Page::columns - 3)) page.line("   " + line);
}

void answers(Page& page, const AnswersDiff& diff) {
  using Compared = AnswersDiff::Compared;
  page.line();
  page.line(" " + page.toned("ANSWERS", Tone::strong));
  const std::string a = diff.input_a.empty() ? "nothing" : flag_name(diff.input_a);
  const std::string b = diff.input_b.empty() ? "nothing" : flag_name(diff.input_b);
  switch (diff.compared) {
    case Compared::nothing_grows:
    case Compared::other_input:
      return page.paragraph("Not compared: A grows in " + a + ", B in " + b + ".");
    case Compared::no_common_range:
      return page.paragraph("Not compared: A and B accept no common value of " + a + ".");
    case Compared::more_needed: {
      std::string names;
      for (const std::string& name : diff.needed) names += (names.empty() ? "" : ", ") + flag_name(name);
      return page.paragraph("Not compared: " + names + " must be given (--workload FILE).");
    }
    case Compared::yes:
      break;
  }
  const std::string span = count_text(diff.first, diff.unit) + " to " + count_text(diff.last, diff.unit) +
                           " " + unit_name(diff.unit);
  if (diff.ranges.empty()) return page.paragraph("Stage and bill are the same for " + span + ".");
  page.paragraph("For " + span + ", with monthly bills. Ranges not listed have the same answer.");
  for (const AnswerRange& one : diff.ranges) range(page, diff, one);
}

}  // namespace
}  // namespace render

std::string rules_diff_text(const RulesDiff& diff, bool colour) {
  render::Page page(colour);
  page.labelled("A", diff.a);
  page.labelled("B", diff.b);
  render::Differences loud, quiet;
  for (const RuleDifference& one : diff.rules) (one.prose ? quiet : loud).push_back(&one);
  page.labelled("DIFFERENT",
                loud.empty() ? "nothing in meaning" : render::counted(loud.size(), "thing") + " in meaning");
  render::differences(page, loud);
  render::quiet(page, quiet);
  render::answers(page, diff.answers);
  return page.text();
}

}  // namespace scaleplan
