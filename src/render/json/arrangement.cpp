// What to run, as JSON: the moves of later stages that are taken now, and those that are not.
#include "fields.hpp"

namespace scaleplan::render {
namespace {

class ArrangementSection : JsonFields {
 public:
  using JsonFields::JsonFields;

  void all() {
    const Arrangement& arrangement = answer_.arrangement;
    out_.key("arrangement");
    out_.begin_object();
    out_.money("usd_per_month", arrangement.stage.usd_per_month());
    out_.field("upkeep_hours_per_month", arrangement.stage.cost.upkeep_hours);
    out_.money("upkeep_usd_per_month", arrangement.stage.cost.upkeep_usd);
    out_.money("plain_stage_usd_per_month", answer_.stages[as_index(answer_.shown)].usd_per_month());
    out_.key("moves");
    out_.begin_array();
    for (const MoveResult& one : arrangement.moves) move(one);
    out_.end_array();
    runner_up();
    out_.end_object();
  }

 private:
  void move(const MoveResult& result) {
    out_.inline_object();
    out_.field("id", result.move->id);
    out_.field("title", result.move->title);
    out_.field("taken", result.taken);
    if (result.asked) {
      out_.field("asked", *result.asked ? "with" : "without");
    } else {
      out_.field("asked", std::nullopt);
    }
    out_.field("open", result.open);
    out_.money("saves_usd_per_month", result.saves_usd_per_month);
    out_.field("upkeep_hours_per_month", result.upkeep_hours);
    out_.field("because", result.move->because);
    out_.field("source", result.move->source);
    out_.end_object();
  }

  void runner_up() {
    const auto& next = answer_.arrangement.runner_up;
    if (!next) return out_.field("runner_up", std::nullopt);
    out_.key("runner_up");
    out_.inline_object();
    out_.key("moves");
    out_.inline_array();
    for (std::size_t m = 0; m < answer_.program->moves.size(); ++m) {
      if ((next->moves >> m & 1) != 0) out_.text(answer_.program->moves[m].id);
    }
    out_.end_array();
    out_.money("usd_per_month", next->cost.usd_per_month());
    out_.field("upkeep_hours_per_month", next->cost.upkeep_hours);
    out_.end_object();
  }
};

}  // namespace

void write_arrangement(JsonWriter& out, const Recommendation& answer) {
  ArrangementSection(out, answer).all();
}

}  // namespace scaleplan::render
