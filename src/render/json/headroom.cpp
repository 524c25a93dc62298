// Until when an answer stands, as JSON.
#include "fields.hpp"

namespace scaleplan::render {
namespace {

class HeadroomWriter : JsonFields {
 public:
  using JsonFields::JsonFields;

  void all() {
    const Headroom& headroom = answer_.headroom;
    if (headroom.users <= 0) return out_.field("headroom", std::nullopt);
    out_.key("headroom");
    out_.begin_object();
    out_.field("users", headroom.users);
    out_.field("stage_users", headroom.stage);
    out_.field("factor", headroom.stage ? std::optional(*headroom.stage / headroom.users) : std::nullopt);
    out_.text_or_null("ends_by", headroom.ends_by == nullptr ? Text{} : headroom.ends_by->id);
    out_.field("machines_users", headroom.machines);
    ends(headroom);
    lifts(headroom);
    out_.end_object();
  }

 private:
  /// The ends of the stage's limits, the soonest first.
  void ends(const Headroom& headroom) {
    out_.key("ends");
    out_.begin_array();
    for (const LimitEnd& end : headroom.limits) {
      out_.inline_object();
      out_.field("limit", end.limit->id);
      out_.field("breaks_at_users", end.users ? std::optional(*end.users + 1) : std::nullopt);
      out_.field("utilization", end.utilization);
      out_.end_object();
    }
    out_.end_array();
  }

  /// What can be done about the ends, the soonest first.
  void lifts(const Headroom& headroom) {
    out_.key("lifts");
    out_.begin_array();
    if (headroom.step) machines(*headroom.step, *headroom.machines + 1);
    if (headroom.next >= 0) stage(headroom);
    out_.end_array();
  }

  void machines(const Step& step, double users) {
    out_.inline_object();
    out_.field("kind", step.resized ? "size" : "instances");
    out_.field("at_users", users);
    out_.field("component", step.component->id);
    out_.field("need", step.need->id);
    out_.field("zone_lost", step.zone_lost);
    out_.field("instances", step.count);
    out_.field("size", step.size);
    out_.field("stage", std::nullopt);
    out_.money("usd_per_month_more", step.usd_per_month_more);
    out_.end_object();
  }

  void stage(const Headroom& headroom) {
    out_.inline_object();
    out_.field("kind", "stage");
    out_.field("at_users", *headroom.stage + 1);
    for (const char* name : {"component", "need", "zone_lost", "instances", "size"})
      out_.field(name, std::nullopt);
    stage_id("stage", headroom.next);
    out_.money("usd_per_month_more", headroom.next_usd_per_month_more);
    out_.end_object();
  }
};

}  // namespace

void write_headroom(JsonWriter& out, const Recommendation& answer) { HeadroomWriter(out, answer).all(); }

}  // namespace scaleplan::render
