// Where an answer would change, in words, and what to find out first.
#include <algorithm>

#include "ids.hpp"
#include "sentences.hpp"
#include "writing/number.hpp"

namespace scaleplan::render {
namespace {

std::string value_of(const Input& input, double value) {
  if (input.type != InputType::number) return value_text(input, value);
  if (input.unit.text == "ratio" && input.high <= 1) return percent(value);
  return figure(value / input.unit.factor, 4);
}

std::string turn(const Recommendation& answer, const InputFlips& flips, const std::string& side,
                 const FlipPoint& point) {
  return side + value_of(*flips.input, point.value) + " " + stage_name(answer, point.stage) + ", " +
         dollars(point.usd_per_month);
}

/// The effect of a given value if it was meant otherwise.
std::string mistake(const Recommendation& answer, const InputFlips& flips) {
  const FlipPoint& point = *flips.mistaken;
  return std::string(flips.input->mistaken_says) + ": then it is " + value_text(*flips.input, point.value) +
         " and needs " + stage_name(answer, point.stage) + ", " + dollars(point.usd_per_month);
}

}  // namespace

std::string stage_name(const Recommendation& answer, int stage) {
  return stage < 0 ? "no stage" : std::string(answer.stages[as_index(stage)].stage->id);
}

std::string turns(const Recommendation& answer, const InputFlips& flips) {
  std::vector<std::string> all;
  if (flips.mistaken) return mistake(answer, flips);
  if (flips.below) all.push_back(turn(answer, flips, "under ", *flips.below));
  if (flips.above) all.push_back(turn(answer, flips, "over ", *flips.above));
  for (const FlipPoint& choice : flips.choices) all.push_back(turn(answer, flips, "", choice));
  std::string text;
  for (const std::string& one : all) text += (text.empty() ? "" : "; ") + one;
  return text;
}

void find_out_section(Page& page, const Recommendation& answer) {
  const auto sentence = [&](const InputFlips& flips) {
    const Input& input = *flips.input;
    const std::string now = flips.mistaken ? "" : ", assumed " + value_text(input, flips.now);
    std::string text = "--" + flag_name(input.id) + now + ": ";
    if (flips.moves(answer.chosen)) {
      text += turns(answer, flips) + ".";
    } else {
      text += "moves the bill from " + dollars(flips.least_usd_per_month) + " to " +
              dollars(flips.most_usd_per_month) + "; the stage stays.";
    }
    return text + " Where to look: " + std::string(input.where_to_look) + ".";
  };
  const auto findable = [](const InputFlips& f) { return !f.input->where_to_look.empty() && f.known; };
  const auto first = std::find_if(answer.flips.begin(), answer.flips.end(), findable);
  if (first == answer.flips.end()) return;
  page.labelled("FIND OUT NEXT", sentence(*first));
  for (auto other = first + 1; other != answer.flips.end(); ++other) {
    if (other->mistaken && other->moves(answer.chosen)) page.labelled("MAKE SURE", sentence(*other));
  }
}

}  // namespace scaleplan::render
