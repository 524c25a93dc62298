// The reasons of an answer as JSON.
#include "fields.hpp"
#include "ids.hpp"

namespace scaleplan::render {
namespace {

class Reasons : JsonFields {
 public:
  using JsonFields::JsonFields;

  void all() {
    lenses();
    why();
    write_headroom(out_, answer_);
    write_flips(out_, answer_);
    write_range(out_, answer_);
    decisions();
    early_moves();
    advice();
    assumptions();
  }

 private:
  void lens(std::string_view name, const Lens& lens) {
    out_.key(name);
    out_.begin_object(true);
    stage_id("stage", lens.stage);
    if (lens.stage < 0) {
      none_at("usd_per_month");
    } else {
      money("usd_per_month", lens.usd_per_month);
    }
    out_.end_object();
  }

  void lenses() {
    out_.key("lenses");
    out_.begin_object();
    lens("book", answer_.book);
    lens("load", answer_.load);
    if (answer_.binding) {
      field("binding", name_of(*answer_.binding));
    } else {
      none_at("binding");
    }
    out_.end_object();
  }

  void why() {
    const auto end = answer_.chosen < 0 ? answer_.stages.size() : static_cast<std::size_t>(answer_.chosen);
    out_.key("why");
    out_.begin_object();
    out_.key("too_small");
    out_.begin_array();
    for (std::size_t s = 0; s < end; ++s) {
      out_.begin_object(true);
      field("id", answer_.stages[s].stage->id);
      out_.key("breaks");
      out_.begin_array();
      for (const LimitResult& limit : answer_.stages[s].limits) {
        if (!holds(limit.utilization)) out_.text(limit.limit->id);
      }
      out_.end_array();
      out_.end_object();
    }
    out_.end_array();
    next(end);
    out_.end_object();
  }

  void next(std::size_t chosen) {
    if (chosen + 1 >= answer_.stages.size()) return none_at("next");
    const StageResult& after = answer_.stages[chosen + 1];
    out_.key("next");
    out_.begin_object(true);
    field("id", after.stage->id);
    field("title", after.stage->title);
    money("usd_per_month_more", after.usd_per_month() - answer_.stages[chosen].usd_per_month());
    field("holds", after.holds);
    out_.end_object();
  }

  void decisions() {
    out_.key("decisions");
    out_.begin_array();
    for (const DecisionResult& result : answer_.decisions) {
      out_.begin_object(true);
      field("id", result.decision->id);
      field("title", result.decision->title);
      field("option", result.option->id);
      field("option_title", result.option->title);
      field("shown", result.shown);
      field("because", result.option->because);
      source(result.option->source);
      place(result.option->place);
      out_.end_object();
    }
    out_.end_array();
  }

  void early_moves() {
    out_.key("early_moves");
    out_.begin_array();
    for (const EarlyMove& move : answer_.early_moves) {
      out_.begin_object(true);
      field("id", move.move->id);
      field("title", move.move->title);
      field("advised", move.advised);
      field("accepted", move.accepted);
      stage_id("stage", move.stage);
      money("usd_per_month_change", move.usd_per_month_change);
      field("because", move.move->because);
      source(move.move->source);
      out_.end_object();
    }
    out_.end_array();
  }

  void advice() {
    out_.key("advice");
    out_.begin_array();
    for (const AdviceResult& advice : answer_.advice) {
      out_.begin_object(true);
      field("id", advice.advice->id);
      field("title", advice.advice->title);
      field("says", advice.advice->says);
      field("value", advice.value);
      field("unit", advice.advice->unit.text);
      source(advice.advice->source);
      out_.end_object();
    }
    out_.end_array();
  }

  void flip(std::string_view name, const Input& input, const std::optional<Flip>& flip) {
    if (!flip) return none_at(name);
    out_.key(name);
    out_.begin_object();
    field("value", flip->value / input.unit.factor);
    stage_id("stage", flip->stage);
    money("usd_per_month", flip->usd_per_month);
    out_.end_object();
  }

  void assumptions() {
    out_.key("assumptions");
    out_.begin_array();
    for (const Assumption& assumption : answer_.assumptions) {
      const Input& input = *assumption.input.input;
      out_.begin_object(true);
      field("id", flag_name(input.id));
      value("value", input, assumption.input.value);
      field("unit", input.unit.text);
      field("because", input.because);
      source(input.source);
      field("where_to_look", input.where_to_look);
      flip("low", input, assumption.low);
      flip("high", input, assumption.high);
      out_.end_object();
    }
    out_.end_array();
  }
};

}  // namespace

void write_reasons(JsonWriter& out, const Recommendation& answer) { Reasons(out, answer).all(); }

}  // namespace scaleplan::render
