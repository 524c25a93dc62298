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
    out_.inline_object();
    out_.field("id", line.line->id);
    out_.field("title", line.line->title);
    out_.field("kind", line.line->firm ? "firm" : "soft");
    out_.money("usd_per_month", line.usd_per_month);
    out_.field("source", line.line->source);
    out_.end_object();
  }

  void component(const ComponentResult& component) {
    out_.begin_object();
    out_.field("id", component.component->id);
    out_.field("title", component.component->title);
    out_.field("service", component.service);
    out_.field("tier", component.component->tier);
    out_.field("instances", component.count);
    out_.field("standbys", component.count * (component.copies - 1));
    out_.text_or_null("size", component.size);
    out_.field("zones", component.zones);
    out_.field("enough", component.enough);
    out_.money("usd_per_month", component.usd_per_month);
    out_.key("needs");
    out_.inline_array();
    for (const Fill& fill : component.fills) {
      out_.begin_object();
      out_.field("need", fill.need->id);
      out_.field("utilization", fill.healthy);
      out_.field("zone_lost_utilization", fill.zone_lost);
      out_.end_object();
    }
    out_.end_array();
    out_.key("bill");
    out_.begin_array();
    for (const BillLine& line : component.bill) bill(line);
    out_.end_array();
    out_.field("because", component.component->because);
    out_.field("source", component.component->source);
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
    out_.inline_object();
    out_.field("from", from);
    out_.field("to", to);
    out_.end_object();
  }

  void text_or_null(std::string_view name, Text text) {
    if (text.empty()) return out_.field(name, std::nullopt);
    out_.field(name, text);
  }

  /// The prices that no list gives.
  void remarks() {
    out_.key("not_listed");
    out_.begin_array();
    for (const PriceRemark& one : answer_.price_remarks) {
      out_.inline_object();
      out_.field("component", one.component->id);
      text_or_null("figure", one.figure);
      out_.field("estimated", one.estimated);
      out_.field("because", one.because);
      text_or_null("as_of", one.as_of);
      out_.end_object();
    }
    out_.end_array();
  }

  /// What is around the bill, in lines and summed.
  void around() {
    const AroundResult all = sum(answer_.around);
    const auto money = [&](const AroundResult& one) {
      out_.money("usd_per_month", one.usd_per_month);
      out_.money("low_usd_per_month", one.low);
      out_.money("high_usd_per_month", one.high);
    };
    out_.key("around");
    out_.begin_object();
    money(all);
    out_.key("lines");
    out_.begin_array();
    for (const AroundResult& one : answer_.around) {
      out_.inline_object();
      out_.field("id", one.line->id);
      out_.field("title", one.line->title);
      money(one);
      out_.field("because", one.line->because);
      out_.field("source", one.line->source);
      out_.end_object();
    }
    out_.end_array();
    out_.end_object();
  }

  void cost() {
    const Program& program = *answer_.program;
    const StageResult& stage = answer_.arrangement.stage;
    out_.key("cost");
    out_.begin_object();
    out_.money("firm_usd_per_month", stage.cost.firm);
    out_.money("soft_usd_per_month", stage.cost.soft);
    out_.money("usd_per_month", stage.usd_per_month());
    if (program.price_inputs.empty()) {
      out_.field("region", std::nullopt);
    } else {
      const InputValue& list = answer_.inputs[as_index(program.price_inputs.front())];
      value("region", *list.input, list.value);
    }
    text_or_null("as_of", answer_.prices_as_of);
    remarks();
    around();
    out_.texts("not_counted", program.not_counted);
    out_.end_object();
  }
};

}  // namespace

void write_topology(JsonWriter& out, const Recommendation& answer) { Topology(out, answer).all(); }

}  // namespace scaleplan::render
