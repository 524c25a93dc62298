// The answer as JSON: scaleplan.recommendation/1.
#include "fields.hpp"
#include "ids.hpp"
#include "scaleplan/recommend.hpp"

namespace scaleplan {
namespace render {
namespace {

class Document : JsonFields {
 public:
  using JsonFields::JsonFields;

  void all() {
    out_.begin_object();
    field("schema", "scaleplan.recommendation/1");
    ruleset();
    workload();
    chosen();
    field("score", answer_.stages[as_index(answer_.shown)].score);
    write_topology(out_, answer_);
    write_reasons(out_, answer_);
    out_.key("stages");
    out_.begin_array();
    for (const StageResult& result : answer_.stages) stage(result);
    out_.end_array();
    out_.end_object();
  }

 private:
  void ruleset() {
    const Program& program = *answer_.program;
    out_.key("ruleset");
    out_.begin_object(true);
    field("name", program.id);
    field("title", program.title);
    field("version", program.version);
    out_.end_object();
  }

  void workload() {
    out_.key("workload");
    out_.begin_object();
    for (const InputValue& given : answer_.inputs) {
      out_.key(flag_name(given.input->id));
      out_.begin_object(true);
      value("value", *given.input, given.value);
      field("unit", given.input->unit.text);
      field("origin", name_of(given.origin));
      source(given.input->source);
      out_.end_object();
    }
    out_.end_object();
  }

  void chosen() {
    if (answer_.chosen < 0) return none_at("stage");
    const Stage& stage = *answer_.stages[as_index(answer_.chosen)].stage;
    out_.key("stage");
    out_.begin_object(true);
    field("id", stage.id);
    field("index", answer_.chosen);
    field("of", static_cast<int>(answer_.stages.size()));
    field("title", stage.title);
    out_.end_object();
  }

  void limit(const LimitResult& result) {
    const Limit& limit = *result.limit;
    out_.begin_object(true);
    field("id", limit.id);
    field("component", limit.component);
    field("kind", name_of(limit.kind));
    field("title", limit.title);
    field("need", result.need / limit.unit.factor);
    field("limit", result.most / limit.unit.factor);
    field("unit", limit.unit.text);
    field("utilization", result.utilization);
    field("because", limit.because);
    source(limit.source);
    place(limit.place);
    out_.end_object();
  }

  void stage(const StageResult& result) {
    out_.begin_object();
    field("id", result.stage->id);
    field("title", result.stage->title);
    field("score", result.score);
    field("holds", result.holds);
    field("availability", 1 - result.outage);
    money("usd_per_month", result.usd_per_month());
    out_.key("limits");
    out_.begin_array();
    for (const LimitResult& one : result.limits) limit(one);
    out_.end_array();
    out_.end_object();
  }
};

}  // namespace
}  // namespace render

std::string recommend_json(const Recommendation& answer) {
  render::JsonWriter out;
  render::Document(out, answer).all();
  return out.take();
}

}  // namespace scaleplan
