// The topology and its cost as JSON.
#include "fields.hpp"

namespace scaleplan::render {
namespace {

class Topology : JsonFields {
 public:
  using JsonFields::JsonFields;

  void all() {
    topology();
    cost();
  }

 private:
  void bill(const BillLine& line) {
    out_.begin_object(true);
    field("id", line.line->id);
    field("title", line.line->title);
    field("kind", line.line->firm ? "firm" : "soft");
    money("usd_per_month", line.usd_per_month);
    source(line.line->source);
    out_.end_object();
  }

  void component(const ComponentResult& component) {
    out_.begin_object();
    field("id", component.component->id);
    field("title", component.component->title);
    field("service", component.service);
    field("tier", component.component->tier);
    field("count", component.count);
    field("standbys", component.count * (component.copies - 1));
    if (component.size.empty()) {
      none_at("size");
    } else {
      field("size", component.size);
    }
    field("azs", component.zones);
    field("enough", component.enough);
    money("usd_per_month", component.usd_per_month);
    out_.key("utilization");
    out_.begin_array(true);
    for (const Fill& fill : component.fills) {
      out_.begin_object();
      field("need", fill.need->id);
      field("utilization", fill.healthy);
      field("zone_lost", fill.zone_lost);
      out_.end_object();
    }
    out_.end_array();
    out_.key("bill");
    out_.begin_array();
    for (const BillLine& line : component.bill) bill(line);
    out_.end_array();
    field("because", component.component->because);
    source(component.component->source);
    out_.end_object();
  }

  void topology() {
    out_.key("topology");
    out_.begin_object();
    out_.key("components");
    out_.begin_array();
    for (const ComponentResult& one : answer_.topology) component(one);
    out_.end_array();
    out_.key("links");
    out_.begin_array();
    for (const ComponentResult& from : answer_.topology) {
      for (const Text to : from.component->links) {
        for (const ComponentResult& other : answer_.topology) {
          if (other.component->id == to) link(from.component->id, to);
        }
      }
    }
    out_.end_array();
    out_.end_object();
  }

  void link(Text from, Text to) {
    out_.begin_object(true);
    field("from", from);
    field("to", to);
    out_.end_object();
  }

  void cost() {
    const Program& program = *answer_.program;
    const StageResult& stage = answer_.stages[as_index(answer_.shown)];
    out_.key("cost");
    out_.begin_object();
    money("firm", stage.firm);
    money("soft", stage.soft);
    money("total", stage.usd_per_month());
    if (program.price_input < 0) {
      none_at("region");
    } else {
      const InputValue& list = answer_.inputs[as_index(program.price_input)];
      value("region", *list.input, list.value);
    }
    field("as_of", program.prices_as_of);
    out_.key("not_counted");
    out_.begin_array(true);
    for (const Text text : program.not_counted) out_.text(text);
    out_.end_array();
    out_.end_object();
  }
};

}  // namespace

void write_topology(JsonWriter& out, const Recommendation& answer) { Topology(out, answer).all(); }

}  // namespace scaleplan::render
