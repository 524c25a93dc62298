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
  void published(std::string_view name, const Input& input, double end) {
    out_.field(name, input.has_published ? std::optional(end / input.unit.factor) : std::nullopt);
  }

  void flip(const InputFlips& flips, const FlipPoint& point, bool mistaken) {
    const Input& input = *flips.input;
    out_.inline_object();
    out_.field("input", flag_name(input.id));
    value("assumed", input, flips.now);
    out_.field("unit", input.unit.text);
    published("published_low", input, input.published_low);
    published("published_high", input, input.published_high);
    out_.field("mistaken", mistaken);
    value("value", input, point.value);
    stage_id("stage", point.stage);
    out_.money("usd_per_month", point.usd_per_month);
    out_.end_object();
  }

  void settled(std::string_view name, bool idle) {
    out_.key(name);
    out_.inline_array();
    for (const InputFlips& one : answer_.flips) {
      if (one.settled(answer_.chosen) && (one.idle || !idle)) out_.text(flag_name(one.input->id));
    }
    out_.end_array();
  }
};

}  // namespace

void write_flips(JsonWriter& out, const Recommendation& answer) { FlipsWriter(out, answer).all(); }

}  // namespace scaleplan::render
