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
    out_.field("schema", "scaleplan.recommendation/1");
    write_ruleset(out_, *answer_.program);
    workload();
    needed();
    write_arrangement(out_, answer_);
    write_topology(out_, answer_);
    write_reasons(out_, answer_);
    out_.key("stages");
    out_.begin_array();
    for (const StageResult& result : answer_.stages) stage(result);
    out_.end_array();
    out_.end_object();
  }

 private:
  static std::string_view name_of(Origin origin) {
    if (origin == Origin::given) return "given";
    return origin == Origin::derived ? "derived" : "assumed";
  }

  void workload() {
    out_.key("workload");
    out_.begin_object();
    for (const InputValue& given : answer_.inputs) {
      out_.key(flag_name(given.input->id));
      out_.inline_object();
      value("value", *given.input, given.value);
      out_.field("unit", given.input->unit.text);
      out_.field("origin", name_of(given.origin));
      out_.field("source", given.input->source);
      out_.end_object();
    }
    out_.end_object();
  }

  void needed() {
    if (answer_.chosen < 0) return out_.field("stage", std::nullopt);
    out_.key("stage");
    out_.inline_object();
    stage_id("id", answer_.chosen);
    out_.field("index", static_cast<double>(answer_.chosen));
    out_.field("of", static_cast<double>(answer_.stages.size()));
    if (answer_.binding) {
      out_.field("binding", render::name_of(*answer_.binding));
    } else {
      out_.field("binding", std::nullopt);
    }
    out_.end_object();
  }

  void stage(const StageResult& result) {
    out_.begin_object();
    out_.field("id", result.stage->id);
    out_.field("title", result.stage->title);
    out_.field("holds", result.holds);
    out_.field("availability", 1 - result.outage);
    out_.money("usd_per_month", result.usd_per_month());
    out_.key("limits");
    out_.begin_array();
    for (const LimitResult& one : result.limits) write_limit(out_, one);
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
