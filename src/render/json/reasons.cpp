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
    readings();
    why();
    write_headroom(out_, answer_);
    write_flips(out_, answer_);
    write_range(out_, answer_);
    decisions();
    advice();
    assumptions();
  }

 private:
  void lens(std::string_view name, const Lens& lens) {
    out_.key(name);
    out_.inline_object();
    stage_id("stage", lens.stage);
    out_.money("usd_per_month", lens.stage < 0 ? std::nullopt : std::optional(lens.usd_per_month));
    out_.end_object();
  }

  void lenses() {
    out_.key("lenses");
    out_.begin_object();
    lens("guidance", answer_.book);
    lens("load", answer_.load);
    out_.end_object();
  }

  void readings() {
    const Readings& of = answer_.program->readings;
    out_.key("readings");
    out_.begin_array();
    for (const Reading& one : answer_.readings) {
      const Input& kind = *answer_.inputs[as_index(of.input)].input;
      const double as = one.value < 0 ? answer_.inputs[as_index(of.input)].value : one.value;
      out_.inline_object();
      value("as", kind, as);
      out_.field("shows", one.shows / of.unit.factor);
      out_.field("unit", of.unit.text);
      stage_id("load_stage", one.load_stage);
      stage_id("stage", one.stage);
      out_.money("usd_per_month", one.usd_per_month);
      out_.end_object();
    }
    out_.end_array();
  }

  void why() {
    const auto end = answer_.chosen < 0 ? answer_.stages.size() : static_cast<std::size_t>(answer_.chosen);
    out_.key("why");
    out_.begin_object();
    out_.key("too_small");
    out_.begin_array();
    for (std::size_t s = 0; s < end; ++s) {
      out_.inline_object();
      out_.field("id", answer_.stages[s].stage->id);
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
    if (chosen + 1 >= answer_.stages.size()) return out_.field("next", std::nullopt);
    const StageResult& after = answer_.stages[chosen + 1];
    out_.key("next");
    out_.inline_object();
    out_.field("id", after.stage->id);
    out_.field("title", after.stage->title);
    out_.money("usd_per_month_more", after.usd_per_month() - answer_.arrangement.stage.usd_per_month());
    out_.field("holds", after.holds);
    out_.end_object();
  }

  void decisions() {
    out_.key("decisions");
    out_.begin_array();
    for (const DecisionResult& result : answer_.decisions) {
      out_.inline_object();
      out_.field("id", result.decision->id);
      out_.field("title", result.decision->title);
      out_.field("option", result.option->id);
      out_.field("option_title", result.option->title);
      out_.field("shown", result.shown);
      out_.field("because", result.option->because);
      out_.field("source", result.option->source);
      out_.field("place", result.option->place);
      out_.end_object();
    }
    out_.end_array();
  }

  void advice() {
    out_.key("advice");
    out_.begin_array();
    for (const AdviceResult& advice : answer_.advice) {
      out_.inline_object();
      out_.field("id", advice.advice->id);
      out_.field("title", advice.advice->title);
      out_.field("says", advice.advice->says);
      out_.field("value", advice.value);
      out_.field("unit", advice.advice->unit.text);
      out_.field("source", advice.advice->source);
      out_.end_object();
    }
    out_.end_array();
  }

  void flip_at(std::string_view name, const Input& input, const std::optional<Flip>& there) {
    if (!there) return out_.field(name, std::nullopt);
    out_.key(name);
    flip(input, there->value, there->stage, there->usd_per_month);
  }

  void assumptions() {
    out_.key("assumptions");
    out_.begin_array();
    for (const Assumption& assumption : answer_.assumptions) {
      const Input& input = *assumption.input.input;
      out_.inline_object();
      out_.field("input", flag_name(input.id));
      value("assumed", input, assumption.input.value);
      out_.field("unit", input.unit.text);
      out_.field("because", input.because);
      out_.field("source", input.source);
      out_.field("where_to_look", input.where_to_look);
      flip_at("low", input, assumption.low);
      flip_at("high", input, assumption.high);
      out_.end_object();
    }
    out_.end_array();
  }
};

}  // namespace

void write_reasons(JsonWriter& out, const Recommendation& answer) { Reasons(out, answer).all(); }

}  // namespace scaleplan::render
