// What would change an answer, and what cannot, as JSON.
#include "fields.hpp"
#include "ids.hpp"

namespace scaleplan::render {
namespace {

class FlipsWriter : JsonFields {
 public:
  using JsonFields::JsonFields;

  void all() {
    out_.key("flips");
    out_.begin_array();
    for (const InputFlips& one : answer_.flips) {
      if (one.below) flip(one, *one.below, false);
      if (one.above) flip(one, *one.above, false);
      for (const FlipPoint& choice : one.choices) flip(one, choice, false);
      if (one.mistaken && one.mistaken->stage != answer_.chosen) flip(one, *one.mistaken, true);
    }
    out_.end_array();
    settled("settled", false);
    settled("idle", true);
  }

 private:
  void bound(std::string_view name, const Input& input, double published) {
    if (!input.has_published) return none_at(name);
    field(name, published / input.unit.factor);
  }

  void flip(const InputFlips& flips, const FlipPoint& point, bool mistaken) {
    const Input& input = *flips.input;
    out_.begin_object(true);
    field("input", flag_name(input.id));
    value("assumed", input, flips.now);
    bound("low", input, input.published_low);
    bound("high", input, input.published_high);
    value("at", input, point.value);
    field("unit", input.unit.text);
    stage_id("becomes", point.stage);
    money("usd_per_month", point.usd_per_month);
    field("mistaken", mistaken);
    out_.end_object();
  }

  void settled(std::string_view name, bool idle) {
    out_.key(name);
    out_.begin_array(true);
    for (const InputFlips& one : answer_.flips) {
      if (one.settled(answer_.chosen) && (one.idle || !idle)) out_.text(flag_name(one.input->id));
    }
    out_.end_array();
  }
};

}  // namespace

void write_flips(JsonWriter& out, const Recommendation& answer) { FlipsWriter(out, answer).all(); }

}  // namespace scaleplan::render
