// Until when an answer stands, as JSON.
#include "json_fields.hpp"

namespace scaleplan::render {
namespace {

class Writer : JsonFields {
 public:
  using JsonFields::JsonFields;

  void all() {
    const Headroom& headroom = answer_.headroom;
    if (headroom.users <= 0) return none_at("headroom");
    out_.key("headroom");
    out_.begin_object();
    field("users", headroom.users);
    count("stage_users", headroom.stage);
    if (headroom.ends_by == nullptr) {
      none_at("ends_by");
    } else {
      field("ends_by", headroom.ends_by->id);
    }
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

  void step(const std::optional<Step>& step) {
    if (!step) return none_at("step");
    out_.key("step");
    out_.begin_object(true);
    field("component", step->part->id);
    field("need", step->need->id);
    field("zone_lost", step->zone_lost);
    field("count", step->count);
    field("size", step->size);
    money("usd_per_month_more", step->usd_per_month_more);
    out_.end_object();
  }
};

}  // namespace

void write_headroom(JsonWriter& out, const Recommendation& answer) { Writer(out, answer).all(); }

}  // namespace scaleplan::render
