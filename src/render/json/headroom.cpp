// Until when an answer stands, as JSON.
#include <cmath>

#include "fields.hpp"

namespace scaleplan::render {
namespace {

class HeadroomWriter : JsonFields {
 public:
  using JsonFields::JsonFields;

  void all() {
    const Headroom& headroom = answer_.headroom;
    if (headroom.users <= 0) return none_at("headroom");
    out_.key("headroom");
    out_.begin_object();
    count("users", headroom.stage);
    field("users_now", headroom.users);
    if (headroom.stage) {
      field("factor", *headroom.stage / headroom.users);
    } else {
      none_at("factor");
    }
    limit_id("first", headroom.ends_by);
    limits(headroom);
    lifts(headroom);
    count("stage_users", headroom.stage);
    limit_id("ends_by", headroom.ends_by);
    stage_id("next", headroom.next);
    money("next_usd_per_month_more", headroom.next_usd_per_month_more);
    count("machines_users", headroom.machines);
    step(headroom.step);
    out_.end_object();
  }

 private:
  void count(std::string_view name, const std::optional<double>& users) {
    if (users) return field(name, *users);
    none_at(name);
  }

  void limit_id(std::string_view name, const Limit* limit) {
    if (limit == nullptr) return none_at(name);
    field(name, limit->id);
  }

  void limits(const Headroom& headroom) {
    out_.key("limits");
    out_.begin_array();
    for (const LimitEnd& end : headroom.limits) {
      out_.begin_object(true);
      field("id", end.limit->id);
      count("breaks_at_users", end.users ? std::optional(*end.users + 1) : std::nullopt);
      field("utilization", end.utilization);
      out_.end_object();
    }
    out_.end_array();
  }

  /// What can be done about the ends, the soonest first.
  void lifts(const Headroom& headroom) {
    out_.key("lifts");
    out_.begin_array();
    if (headroom.step) {
      out_.begin_object(true);
      field("kind", headroom.step->resized ? "size" : "count");
      field("at_users", *headroom.machines + 1);
      field("component", headroom.step->component->id);
      field("count", headroom.step->count);
      field("size", headroom.step->size);
      none_at("stage");
      money("usd_per_month_more", headroom.step->usd_per_month_more);
      out_.end_object();
    }
    if (headroom.next >= 0) {
      out_.begin_object(true);
      field("kind", "stage");
      field("at_users", *headroom.stage + 1);
      none_at("component");
      none_at("count");
      none_at("size");
      stage_id("stage", headroom.next);
      money("usd_per_month_more", headroom.next_usd_per_month_more);
      out_.end_object();
    }
    out_.end_array();
  }

  void step(const std::optional<Step>& step) {
    if (!step) return none_at("step");
    out_.key("step");
    out_.begin_object(true);
    field("component", step->component->id);
    field("need", step->need->id);
    field("zone_lost", step->zone_lost);
    field("count", step->count);
    field("size", step->size);
    money("usd_per_month_more", step->usd_per_month_more);
    out_.end_object();
  }
};

}  // namespace

void write_headroom(JsonWriter& out, const Recommendation& answer) { HeadroomWriter(out, answer).all(); }

}  // namespace scaleplan::render
