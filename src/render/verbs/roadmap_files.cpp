// The months ahead for programs: JSON and CSV.
#include <algorithm>
#include <cmath>

#include "answer/sentences.hpp"
#include "json/fields.hpp"
#include "numbers.hpp"
#include "scaleplan/recommend.hpp"
#include "scaleplan/roadmap.hpp"
#include "writing/csv.hpp"
#include "writing/number.hpp"

namespace scaleplan {
namespace render {
namespace {

class RoadmapDocument : JsonFields {
 public:
  using JsonFields::JsonFields;

  void all(const Roadmap& road) {
    out_.begin_object();
    out_.field("schema", "scaleplan.roadmap/1");
    write_ruleset(out_, *answer_.program);
    growth(road);
    out_.key("months");
    out_.begin_array();
    for (std::size_t i = 0; i < road.months.size(); ++i) month(static_cast<int>(i), road.months[i]);
    out_.end_array();
    out_.key("moves");
    out_.begin_array();
    for (const RoadmapMove& one : road.moves) move(one);
    out_.end_array();
    out_.key("skipped");
    out_.begin_array();
    for (const SkippedMove& one : road.skipped) skipped(one);
    out_.end_array();
    out_.end_object();
  }

 private:
  void growth(const Roadmap& road) {
    out_.key("growth");
    out_.inline_object();
    out_.field("share_per_month", road.growth.share);
    out_.field("users_per_month", road.growth.added);
    out_.field("ceiling", road.growth.ceiling);
    out_.field("fit_error", road.growth.fit_error);
    out_.field("settle_months", road.settle);
    out_.end_object();
  }

  void month(int number, const RoadmapMonth& month) {
    out_.inline_object();
    out_.field("month", number);
    out_.field("users", month.users);
    stage_id("stage", month.stage);
    stage_id("planned_stage", month.planned);
    out_.key("early_moves");
    out_.inline_array();
    for (std::size_t m = 0; m < answer_.program->moves.size(); ++m) {
      if ((month.taken >> m & 1) != 0) out_.text(answer_.program->moves[m].id);
    }
    out_.end_array();
    out_.money("usd_per_month", month.usd_per_month);
    out_.money("usd_so_far", month.usd_so_far);
    out_.end_object();
  }

  void migration(const Migration& how) {
    out_.field("lead", how.lead);
    out_.key("steps");
    out_.begin_array();
    for (const Text step : how.steps) out_.text(step);
    out_.end_array();
    out_.field("downtime", how.downtime);
    out_.field("risk", how.risk);
    out_.field("undo", how.undo);
  }

  void move(const RoadmapMove& move) {
    out_.begin_object();
    out_.field("month", move.month);
    out_.field("start", move.start);
    out_.field("late", move.late);
    stage_id("from_stage", move.from);
    stage_id("to_stage", move.to);
    out_.field("users", move.users);
    out_.money("usd_per_month_before", move.usd_before);
    out_.money("usd_per_month_after", move.usd_after);
    if (move.to >= 0) migration(answer_.program->stages[as_index(move.to)].migration);
    out_.key("by_way_of");
    out_.begin_array();
    for (int s = move.from + 1; move.from >= 0 && s < move.to; ++s) {
      out_.begin_object();
      stage_id("stage", s);
      migration(answer_.program->stages[as_index(s)].migration);
      out_.end_object();
    }
    out_.end_array();
    out_.end_object();
  }

  void skipped(const SkippedMove& move) {
    out_.inline_object();
    out_.field("month", move.month);
    stage_id("to_stage", move.to);
    out_.field("months", move.months);
    out_.field("because", move.undone ? "undone" : "passed");
    out_.end_object();
  }
};

}  // namespace
}  // namespace render

std::string roadmap_json(const Recommendation& now, const Roadmap& road) {
  render::JsonWriter out;
  render::RoadmapDocument(out, now).all(road);
  return out.take();
}

std::string roadmap_csv(const Recommendation& now, const Roadmap& road) {
  std::string text = render::csv_row(
      {"month", "users", "stage", "planned", "usd_per_month", "usd_so_far", "move_to", "move_start"});
  const auto cents = [](double usd) { return write_number(std::floor(usd * 100 + 0.5) / 100); };
  const auto name = [&](int stage) { return stage < 0 ? std::string() : render::stage_name(now, stage); };
  for (std::size_t i = 0; i < road.months.size(); ++i) {
    const RoadmapMonth& month = road.months[i];
    const auto move = std::find_if(road.moves.begin(), road.moves.end(),
                                   [&](const RoadmapMove& m) { return m.month == static_cast<int>(i); });
    const bool moves = move != road.moves.end();
    text += render::csv_row({std::to_string(i), write_number(month.users), name(month.stage),
                             name(month.planned), cents(month.usd_per_month), cents(month.usd_so_far),
                             moves ? name(move->to) : "", moves ? std::to_string(move->start) : ""});
  }
  return text;
}

}  // namespace scaleplan
