// Which stages a range covers, as text and as JSON.
#include "scaleplan/spread.hpp"

#include "answer/sentences.hpp"
#include "ids.hpp"
#include "json/fields.hpp"
#include "writing/number.hpp"

namespace scaleplan::render {
namespace {

/// "--users 30,000 users to 80,000 users (likely 49,000 users)".
std::string range_text(const Program& program, const InputRange& range) {
  const Input& input = program.inputs[range.input];
  return "--" + flag_name(input.id) + " " + value_text(input, range.low) + " to " +
         value_text(input, range.high) + " (likely " + value_text(input, range.likely) + ")";
}

/// "41%", and "<1%" rather than nothing.
std::string share_text(double share) { return share < 0.01 ? "<1%" : whole(share * 100) + "%"; }

std::string shares_text(const Recommendation& answer, const Spread& spread) {
  std::string text;
  for (std::size_t s = 0; s < spread.shares.size(); ++s) {
    if (spread.shares[s] <= 0) continue;
    const int stage = s + 1 < spread.shares.size() ? static_cast<int>(s) : -1;
    text += (text.empty() ? "" : ", ") + stage_name(answer, stage) + " " + share_text(spread.shares[s]);
  }
  return text;
}

class Writer : JsonFields {
 public:
  using JsonFields::JsonFields;

  void all() {
    const Spread& spread = *answer_.spread;
    out_.key("range");
    out_.begin_object();
    stage_id("low_stage", spread.low);
    stage_id("likely_stage", spread.likely);
    stage_id("high_stage", spread.high);
    out_.key("shares");
    out_.inline_object();
    for (std::size_t s = 0; s < spread.shares.size(); ++s) {
      if (spread.shares[s] <= 0) continue;
      out_.field(s + 1 < spread.shares.size() ? answer_.stages[s].stage->id : Text("none"), spread.shares[s]);
    }
    out_.end_object();
    stage_id("least_regret_stage", spread.least_regret);
    regret();
    out_.field("points", static_cast<int>(spread.points));
    inputs(spread);
    out_.end_object();
  }

 private:
  void regret() {
    const Regret& regret = answer_.program->regret;
    out_.key("regret");
    out_.inline_object();
    out_.field("too_small", regret.too_small);
    out_.field("too_big", regret.too_big);
    out_.field("because", regret.because);
    out_.field("source", regret.source);
    out_.end_object();
  }

  void inputs(const Spread& spread) {
    out_.key("inputs");
    out_.begin_array();
    for (const InputRange& range : spread.ranges) {
      const Input& input = answer_.program->inputs[range.input];
      out_.inline_object();
      out_.field("input", flag_name(input.id));
      value("low", input, range.low);
      value("likely", input, range.likely);
      value("high", input, range.high);
      out_.field("unit", input.unit.text);
      out_.field("given", range.given);
      out_.end_object();
    }
    out_.end_array();
  }
};

}  // namespace

std::string spread_sentence(const Recommendation& answer) {
  const Spread& spread = *answer.spread;
  std::string text;
  std::size_t published = 0;
  for (const InputRange& range : spread.ranges) {
    if (range.given) {
      text += (text.empty() ? "For " : ", ") + range_text(*answer.program, range);
    } else {
      ++published;
    }
  }
  if (published > 0) {
    text += (text.empty() ? "For " : " and ") + std::string("the published ranges of ") +
            std::to_string(published) + " assumed inputs";
  }
  text += ": " + stage_name(answer, spread.low) + " at the low end, " + stage_name(answer, spread.likely) +
          " at the likely value, " + stage_name(answer, spread.high) +
          " at the high end. Shares of the range: " + shares_text(answer, spread) + ".";
  if (spread.least_regret < 0) return text;
  const Regret& regret = answer.program->regret;
  text += " Least regret: " + stage_name(answer, spread.least_regret) + ", weighing a stage too small " +
          figure(regret.too_small) + " and one too big " + figure(regret.too_big);
  if (!regret.because.empty()) text += ": " + std::string(regret.because);
  return text + ".";
}

void spread_section(Page& page, const Recommendation& answer) {
  if (answer.spread) page.labelled("SPREAD", spread_sentence(answer));
}

void write_range(JsonWriter& out, const Recommendation& answer) {
  if (answer.spread) Writer(out, answer).all();
}

}  // namespace scaleplan::render
