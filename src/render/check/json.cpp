// A check as scaleplan.check/1.
#include "carries.hpp"
#include "ids.hpp"
#include "json/fields.hpp"
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
    out_.field("schema", "scaleplan.check/1");
    write_ruleset(out_, program_);
    stages();
    out_.field("verdict", name_of(check_.verdict));
    out_.field("says", verdict_sentence(program_, check_));
    declared();
    out_.key("needed");
    out_.inline_object();
    stage_id("stage", check_.answer == nullptr ? -1 : check_.needed);
    out_.end_object();
    out_.money("usd_per_month_more", check_.usd_per_month_needed);
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
    out_.field("checked", static_cast<int>(check_.checked));
    out_.key("carries");
    check_.carries ? carries(*check_.carries) : out_.null();
    out_.end_object();
  }

 private:
  /// The id of a stage, or null.
  void stage_id(std::string_view key, int stage) {
    out_.text_or_null(key, stage < 0 ? Text{} : program_.stages[as_index(stage)].id);
  }

  /// The ladder, so that stages can be ordered by their ids.
  void stages() {
    out_.key("stages");
    out_.begin_array();
    for (const Stage& stage : program_.stages) {
      out_.inline_object();
      out_.field("id", stage.id);
      out_.field("title", stage.title);
      out_.end_object();
    }
    out_.end_array();
  }

  void declared() {
    out_.key("declared");
    out_.begin_object();
    stage_id("stage", check_.declared);
    const Architecture* found = check_.architecture;
    out_.field("kind", found == nullptr                                    ? "stage"
                       : check_.declaration->dialect == Dialect::terraform ? "terraform"
                                                                           : "cloudformation");
    out_.text_or_null("out_of_scope", found != nullptr && found->out_of_scope != nullptr
                                          ? std::string_view(found->out_of_scope->id)
                                          : std::string_view());
    out_.field("stage_uncertain", check_.cannot_tell_stage);
    out_.key("inputs");
    out_.begin_array();
    if (found != nullptr) {
      for (const DecidedValue& one : found->decided) {
        out_.inline_object();
        out_.field("id", flag_name(one.input->id));
        out_.field("value", one.value);
        out_.field("known", one.known);
        out_.end_object();
      }
    }
    out_.end_array();
    out_.key("components");
    out_.begin_array();
    if (found != nullptr) {
      for (const FoundComponent& one : found->components) component(one);
    }
    out_.end_array();
    out_.key("components_above");
    out_.begin_array();
    if (found != nullptr) {
      for (const ComponentAbove& above : found->above) component_above(above);
    }
    out_.end_array();
    out_.end_object();
  }

  void component(const FoundComponent& component) {
    out_.inline_object();
    out_.field("id", component.id);
    out_.field("declared", !component.resources.empty());
    out_.field("instances", component.instances.least);
    out_.field("zones", component.zones.least);
    out_.key("copies");
    component.says_copies ? out_.integer(component.copies.least) : out_.null();
    out_.field("more_possible", component.instances.open);
    out_.key("resources");
    out_.inline_array();
    for (const FoundResource& found : component.resources) out_.text(found.resource->address);
    out_.end_array();
    out_.end_object();
  }

  void component_above(const ComponentAbove& above) {
    out_.inline_object();
    out_.texts("components", above.demand.components);
    out_.field("measure", above.demand.measure == Measure::instances ? "instances"
                          : above.demand.measure == Measure::zones   ? "zones"
                                                                     : "copies");
    stage_id("stage", above.stage);
    out_.end_object();
  }

  void finding(const CheckFinding& one) {
    const FindingWords words = words_of(program_, check_, one);
    out_.begin_object();
    out_.field("code", one.code);
    out_.field("requirement", words.requirement);
    out_.field("status", one.met == Truth::unknown ? "unknown" : one.below ? "sized-below" : "not-met");
    out_.field("stage", words.stage);
    out_.text_or_null("address", one.address);
    out_.field("place", words.at);
    out_.field("declared", words.declared);
    out_.key("declared_least");
    one.demand != nullptr ? out_.integer(one.demand->declared.least) : out_.null();
    out_.field("utilization", one.fill());
    out_.field("needed", words.needed);
    out_.field("because", words.because);
    out_.field("source", words.source);
    out_.field("rule", words.rule);
    out_.field("action", words.action);
    out_.text_or_null("waived", one.waived ? one.agreed : "");
    out_.field("in_baseline", one.known);
    out_.end_object();
  }

  void carries(const Carries& all) {
    out_.begin_object();
    stage_id("stage", all.stage);
    out_.field("users", all.users);
    out_.field("stage_users", all.stage_users);
    out_.text_or_null("ends_by", all.limit == nullptr ? Text{} : all.limit->id);
    out_.field("machines_users", all.machines);
    out_.text_or_null(
        "fullest", all.fullest < 0 ? Text{} : all.components[as_index(all.fullest)].machines.component->id);
    out_.field("all_known", all.all_known());
    out_.key("components");
    out_.begin_array();
    for (const MachinesEnd& end : all.components) machines(end);
    out_.end_array();
    const auto priced = [&](double usd) { return all.unpriced.empty() ? std::optional(usd) : std::nullopt; };
    out_.money("usd_per_month", priced(all.firm + all.soft));
    out_.money("firm_usd_per_month", priced(all.firm));
    out_.money("soft_usd_per_month", priced(all.soft));
    out_.field("at_users", all.at_users);
    out_.field("components_above_not_counted", all.above);
    out_.end_object();
  }

  void machines(const MachinesEnd& end) {
    const DeclaredMachines& one = end.machines;
    out_.begin_object();
    out_.field("id", one.component->id);
    out_.field("state", render::name_of(one.reason));
    out_.text_or_null("settled_by", reason_words(one));
    out_.key("sizes");
    out_.inline_array();
    for (const MachineGroup& group : one.groups) {
      out_.inline_object();
      out_.field("size", group.size);
      out_.field("instances", group.count);
      out_.end_object();
    }
    out_.end_array();
    out_.field("instances", one.count);
    out_.field("standbys", one.standbys);
    out_.field("more_possible", one.more_possible);
    out_.field("zones", one.zones);
    out_.field("users", end.users);
    out_.text_or_null("need", end.need == nullptr ? Text{} : end.need->id);
    out_.field("zone_lost", end.zone_lost);
    out_.text_or_null("address", one.resource == nullptr ? "" : one.resource->resource->address);
    out_.field("place", one.resource == nullptr ? Span{} : place_of(check_, one.resource));
    out_.end_object();
  }

  void note(const AdvisoryFinding& advised) {
    const Resource& resource = *advised.resource;
    out_.begin_object();
    out_.field("code", advised.advisory->id);
    out_.field("title", advised.advisory->title);
    out_.field("address", resource.address);
    out_.field("place",
               Span{check_.declaration->files[as_index(resource.file)], resource.line, resource.column, 1});
    out_.field("says", advised.advisory->says);
    out_.field("action", advised.action);
    out_.field("source", advised.advisory->source);
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
