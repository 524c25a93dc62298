// A check as scaleplan.check/1.
#include <cmath>

#include "carries.hpp"
#include "scaleplan/check.hpp"
#include "words.hpp"
#include "writing/json_writer.hpp"

namespace scaleplan {
namespace render {
namespace {

class Document {
 public:
  Document(JsonWriter& out, const Program& program, const Check& check)
      : out_(out), program_(program), check_(check) {}

  void all() {
    out_.begin_object();
    text("schema", "scaleplan.check/1");
    text("ruleset", program_.id);
    text("verdict", name_of(check_.verdict));
    text("says", verdict_sentence(program_, check_));
    declared();
    out_.key("needed");
    stage_of(check_.answer == nullptr ? -1 : check_.needed, "stage");
    out_.key("usd_per_month_more");
    check_.usd_per_month_needed ? out_.number(std::round(*check_.usd_per_month_needed * 100) / 100)
                                : out_.null();
    out_.key("findings");
    out_.begin_array();
    for (const CheckFinding& one : check_.findings) finding(one);
    out_.end_array();
    out_.key("notes");
    out_.begin_array();
    if (check_.architecture != nullptr) {
      for (const AdvisoryFinding& advised : check_.architecture->advisories) note(advised);
    }
    out_.end_array();
    integer("checked", static_cast<int>(check_.checked));
    out_.key("carries");
    check_.carries ? carries(*check_.carries) : out_.null();
    out_.end_object();
  }

 private:
  void text(std::string_view key, std::string_view value) {
    out_.key(key);
    out_.text(value);
  }
  void text_or_null(std::string_view key, std::string_view value) {
    out_.key(key);
    value.empty() ? out_.null() : out_.text(value);
  }
  void integer(std::string_view key, int value) {
    out_.key(key);
    out_.integer(value);
  }
  void boolean(std::string_view key, bool value) {
    out_.key(key);
    out_.boolean(value);
  }

  /// {"stage": {id, index} or null}
  void stage_of(int stage, std::string_view key) {
    out_.begin_object(true);
    out_.key(key);
    stage_value(stage);
    out_.end_object();
  }
  void stage_value(int stage) {
    if (stage < 0) return out_.null();
    out_.begin_object(true);
    text("id", program_.stages[as_index(stage)].id);
    integer("index", stage);
    out_.end_object();
  }

  void declared() {
    out_.key("declared");
    out_.begin_object();
    out_.key("stage");
    stage_value(check_.declared);
    const Architecture* found = check_.architecture;
    text("kind", found == nullptr                                    ? "stage"
                 : check_.declaration->dialect == Dialect::terraform ? "terraform"
                                                                     : "cloudformation");
    out_.key("off_ladder");
    found != nullptr && found->out_of_scope != nullptr ? out_.text(found->out_of_scope->id) : out_.null();
    boolean("above_untold", check_.untold);
    out_.key("tiers");
    out_.begin_object();
    if (found != nullptr) {
      for (const FoundComponent& component : found->components) tier(component);
    }
    out_.end_object();
    out_.key("components_above");
    out_.begin_array();
    if (found != nullptr) {
      for (const ComponentAbove& above : found->above) component_above(above);
    }
    out_.end_array();
    out_.end_object();
  }

  void tier(const FoundComponent& component) {
    out_.key(component.id);
    out_.begin_object(true);
    boolean("declared", !component.resources.empty());
    integer("units", component.instances.least);
    integer("zones", component.zones.least);
    out_.key("copies");
    component.says_copies ? out_.integer(component.copies.least) : out_.null();
    boolean("more_possible", component.instances.open);
    out_.key("resources");
    out_.begin_array(true);
    for (const FoundResource& found : component.resources) out_.text(found.resource->address);
    out_.end_array();
    out_.end_object();
  }

  void component_above(const ComponentAbove& above) {
    out_.begin_object(true);
    out_.key("components");
    out_.begin_array(true);
    for (const Text component : above.demand.components) out_.text(component);
    out_.end_array();
    text("measure", above.demand.measure == Measure::instances ? "count"
                    : above.demand.measure == Measure::zones   ? "zones"
                                                               : "copies");
    out_.key("stage");
    stage_value(above.stage);
    out_.end_object();
  }

  void sources(const Citations& citations) {
    out_.key("source");
    out_.begin_array(true);
    for (const Citation& citation : citations) out_.text(citation.label);
    out_.end_array();
  }

  void finding(const CheckFinding& one) {
    const FindingWords words = words_of(program_, check_, one);
    out_.begin_object();
    text("code", one.code);
    text("requirement", words.requirement);
    text("status", one.below ? "sized-below" : one.met == Truth::no ? "not-met" : "unknown");
    text("stage", words.stage);
    text_or_null("address", one.address);
    place(words.at);
    text("declared", words.declared);
    out_.key("declared_least");
    one.demand != nullptr ? out_.integer(one.demand->declared.least) : out_.null();
    number_or_null("fill", one.fill());
    text("needed", words.needed);
    text("because", words.because);
    sources(words.source);
    out_.key("rule");
    out_.begin_object(true);
    text("file", words.rule.file);
    integer("line", words.rule.line);
    out_.end_object();
    text("action", words.action);
    text_or_null("waived", one.waived ? one.agreed : "");
    boolean("known", one.known);
    out_.end_object();
  }

  void place(const Span& at) {
    text_or_null("file", at.file);
    integer("line", at.line);
    integer("column", at.column);
  }

  void number_or_null(std::string_view key, const std::optional<double>& value) {
    out_.key(key);
    value ? out_.number(*value) : out_.null();
  }
  void money(std::string_view key, double usd) {
    out_.key(key);
    out_.number(std::round(usd * 100) / 100);
  }

  void carries(const Carries& all) {
    out_.begin_object();
    out_.key("stage");
    stage_value(all.stage);
    number_or_null("users", all.users);
    number_or_null("stage_users", all.stage_users);
    text_or_null("ends_by", all.limit == nullptr ? Text{} : all.limit->id);
    number_or_null("machines_users", all.machines);
    text_or_null("fullest",
                 all.fullest < 0 ? Text{} : all.components[as_index(all.fullest)].machines.component->id);
    boolean("all_known", all.told());
    out_.key("components");
    out_.begin_array();
    for (const MachinesEnd& end : all.components) machines(end);
    out_.end_array();
    money("usd_per_month", all.firm + all.soft);
    money("firm", all.firm);
    money("soft", all.soft);
    number_or_null("at_users", all.at_users);
    boolean("components_above_not_counted", all.above);
    out_.end_object();
  }

  void machines(const MachinesEnd& end) {
    const DeclaredMachines& one = end.machines;
    out_.begin_object();
    text("component", one.component->id);
    text("known", render::name_of(one.untold));
    text_or_null("settled_by", untold_words(one));
    out_.key("sizes");
    out_.begin_array(true);
    for (const MachineGroup& lot : one.lots) {
      out_.begin_object(true);
      text("size", lot.size);
      integer("count", lot.count);
      out_.end_object();
    }
    out_.end_array();
    integer("count", one.count);
    integer("standbys", one.standbys);
    boolean("more_possible", one.more_possible);
    integer("zones", one.zones);
    number_or_null("users", end.users);
    text_or_null("full_of", end.need == nullptr ? Text{} : end.need->id);
    boolean("zone_lost", end.zone_lost);
    text_or_null("address", one.resource == nullptr ? "" : one.resource->resource->address);
    place(one.resource == nullptr ? Span{} : place_of(check_, one.resource));
    out_.end_object();
  }

  void note(const AdvisoryFinding& advised) {
    const Resource& resource = *advised.resource;
    out_.begin_object();
    text("code", advised.advisory->id);
    text("title", advised.advisory->title);
    text("address", resource.address);
    place({check_.declaration->files[as_index(resource.file)], resource.line, resource.column, 1});
    text("says", advised.advisory->says);
    text("action", advised.action);
    sources(advised.advisory->source);
    out_.end_object();
  }

  JsonWriter& out_;
  const Program& program_;
  const Check& check_;
};

}  // namespace
}  // namespace render

std::string check_json(const Program& program, const Check& check) {
  render::JsonWriter out;
  render::Document(out, program, check).all();
  return out.take();
}

}  // namespace scaleplan
