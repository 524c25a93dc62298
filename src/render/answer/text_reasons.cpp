// Why this stage and no other, until when, and what was decided beside it.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "ids.hpp"
#include "sentences.hpp"
#include "writing/number.hpp"

namespace scaleplan::render {
namespace {

const std::vector<Column> reason_columns = {{17}, {22}, {15, true}, {16, true}, {8, true}};

void broken_limit(Page& page, std::string_view stage, const LimitResult& limit) {
  const std::string need = limit_amount(*limit.limit, limit.need);
  const std::string most = limit_amount(*limit.limit, limit.most);
  const std::string use = fullness(limit.utilization);
  const std::string line = row(reason_columns, {std::string(stage), limit_name(limit), need, most, use});
  if (width(line) < Page::columns) {
    page.line(" " + line);
  } else {
    page.line(" " + row(reason_columns, {std::string(stage), limit_name(limit)}));
    page.line(" " + row({{17}, {24, true}, {26, true}, {11, true}}, {"", need, most, use}));
  }
  const std::string because = std::string(limit.limit->because) + "  " + labels(limit.limit->source);
  for (const std::string& text : wrapped(because, 60))
    page.line(page.toned("                   " + text, Tone::faint));
}

void why_not_less(Page& page, const Recommendation& answer) {
  const int end = answer.chosen < 0 ? static_cast<int>(answer.stages.size()) : answer.chosen;
  if (end == 0) return;
  page.line(" " +
            page.toned(row(reason_columns, {"WHY NOT LESS", "", "need", "limit", "use"}), Tone::strong));
  std::vector<LimitKind> shown;
  for (int s = end - 1; s >= 0 && shown.size() < 3; --s) {
    const StageResult& stage = answer.stages[as_index(s)];
    for (const LimitResult& limit : stage.limits) {
      const bool known = std::find(shown.begin(), shown.end(), limit.limit->kind) != shown.end();
      if (holds(limit.utilization) || (known && s != end - 1)) continue;
      if (known) break;
      shown.push_back(limit.limit->kind);
      broken_limit(page, stage.stage->id, limit);
    }
  }
}

void why_not_more(Page& page, const Recommendation& answer) {
  const auto next = static_cast<std::size_t>(answer.chosen) + 1;
  if (answer.chosen < 0 || next >= answer.stages.size()) return;
  const StageResult& after = answer.stages[next];
  const double more = after.cost.total() - answer.arrangement.stage.cost.total();
  const std::string price =
      more < 0.005 ? "what it saves is taken already; the rest is not needed yet."
                   : dollars(more) + " a month more, work included, for capacity that is not needed yet.";
  page.labelled("WHY NOT MORE", fmt::format("{}: {} {}", after.stage->id, price, after.stage->summary));
}

std::string more_money(double usd) {
  if (std::isnan(usd)) return "at a price that the rules lack";
  if (std::abs(usd) < 0.005) return "for the same cost";
  return usd > 0 ? "for " + dollars(usd) + " a month more" : "for " + dollars(-usd) + " a month less";
}

/// The load that the chosen machines carry, and the replacement of those that fill first.
std::string machines_text(const Recommendation& answer) {
  const Headroom& headroom = answer.headroom;
  if (!headroom.machines) return "These machines carry any load. ";
  std::string text = "These machines carry " + grown(answer, *headroom.machines);
  if (!headroom.step) return text + ". ";
  const Step& step = *headroom.step;
  text += "; then " + flag_name(step.component->id) + " " + std::string(step.need->title) +
          (step.zone_lost ? ", with a zone lost," : "") + " is full: " + std::to_string(step.count) + " x " +
          std::string(step.size) + ", " + more_money(step.usd_per_month_more);
  return text + ". ";
}

std::string stage_text(const Recommendation& answer) {
  const Headroom& headroom = answer.headroom;
  if (!headroom.stage) return "The stage has no end within the range of the input.";
  std::string text = "The stage ends at " + grown(answer, *headroom.stage);
  if (headroom.ends_by != nullptr) {
    const LimitResult limit{headroom.ends_by};
    text += " (" + limit_name(limit) + ")";
  }
  if (headroom.next < 0) return text + "; no stage holds beyond that.";
  return text + "; beyond that, use " + std::string(answer.stages[as_index(headroom.next)].stage->id) + ", " +
         more_money(headroom.next_usd_per_month_more) + ".";
}

}  // namespace

void headroom_section(Page& page, const Recommendation& answer) {
  if (answer.headroom.users <= 0) return;
  page.labelled("HOLDS UNTIL", machines_text(answer) + stage_text(answer));
}

void why_section(Page& page, const Recommendation& answer) {
  why_not_less(page, answer);
  why_not_more(page, answer);
  headroom_section(page, answer);
}

void decision_section(Page& page, const Recommendation& answer) {
  const bool any = std::any_of(answer.decisions.begin(), answer.decisions.end(),
                               [](const DecisionResult& d) { return d.shown; });
  if (any || !answer.advice.empty()) page.line(" " + page.toned("DECIDED", Tone::strong));
  for (const DecisionResult& result : answer.decisions) {
    if (!result.shown) continue;
    page.labelled(result.decision->title,
                  std::string(result.option->title) + ": " + std::string(result.option->because) + "  " +
                      labels(result.option->source),
                  Tone::plain);
  }
  for (const AdviceResult& advice : answer.advice) {
    std::string says(advice.advice->says);
    const std::size_t at = says.find("{value}");
    if (at != std::string::npos)
      says.replace(at, 7, amount(advice.value * advice.advice->unit.factor, advice.advice->unit));
    page.labelled(advice.advice->title, says + "  " + labels(advice.advice->source), Tone::plain);
  }
}

}  // namespace scaleplan::render
