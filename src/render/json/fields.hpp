// Values of an answer, as every section of the JSON answer writes them.
#pragma once

#include "scaleplan/recommend.hpp"
#include "writing/json_writer.hpp"

namespace scaleplan::render {

/// {"id", "title", "version"} at the key "ruleset".
void write_ruleset(JsonWriter& out, const Program& program);

/// A limit of a stage, with what a workload needs of it.
void write_limit(JsonWriter& out, const LimitResult& result);

/// The writer of one answer; each section is a class that builds on it.
class JsonFields {
 public:
  JsonFields(JsonWriter& out, const Recommendation& answer) : answer_(answer), out_(out) {}

 protected:
  /// A value of an input, in its unit.
  void value(std::string_view name, const Input& input, double value) {
    if (input.type == InputType::choice) return out_.field(name, input.values[as_index(value)]);
    if (input.type == InputType::yes_no) return out_.field(name, value != 0);
    out_.field(name, value / input.unit.factor);
  }

  /// The id of a stage, or null where none holds.
  void stage_id(std::string_view name, int stage) {
    if (stage < 0) return out_.field(name, std::nullopt);
    out_.field(name, answer_.stages[as_index(stage)].stage->id);
  }

  /// {"value", "stage", "usd_per_month"}: another value of an input, and the stage that it needs.
  void flip(const Input& input, double at, int stage, double usd_per_month) {
    out_.inline_object();
    value("value", input, at);
    stage_id("stage", stage);
    out_.money("usd_per_month", usd_per_month);
    out_.end_object();
  }

  const Recommendation& answer_;
  JsonWriter& out_;
};

/// Components with counts, sizes and bills, links, and the cost of all.
void write_topology(JsonWriter& out, const Recommendation& answer);

/// What to run: the moves that are taken or refused, and what that costs.
void write_arrangement(JsonWriter& out, const Recommendation& answer);

/// Until when the answer stands.
void write_headroom(JsonWriter& out, const Recommendation& answer);

/// What would change the answer, and what cannot.
void write_flips(JsonWriter& out, const Recommendation& answer);

/// Which stages a range covers, where one was given.
void write_range(JsonWriter& out, const Recommendation& answer);

/// Lenses, why, decisions, advice, assumptions.
void write_reasons(JsonWriter& out, const Recommendation& answer);

/// How a kind of limit is called in JSON.
inline std::string_view name_of(LimitKind kind) {
  switch (kind) {
    case LimitKind::guidance:
      return "guidance";
    case LimitKind::capacity:
      return "capacity";
    case LimitKind::availability:
      break;
  }
  return "availability";
}

}  // namespace scaleplan::render
