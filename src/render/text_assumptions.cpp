// What was assumed, what it would change, and what to find out first.
#include <algorithm>

#include "number.hpp"
#include "sentences.hpp"

namespace scaleplan::render {
namespace {

const std::vector<Column> columns = {{20}, {16}, {13}, {29}};

std::string stage_name(const Recommendation& answer, int stage) {
  return stage < 0 ? "no stage" : std::string(answer.stages[static_cast<std::size_t>(stage)].stage->id);
}

/// "0.001-0.18": the published range in the unit of the input.
std::string range_text(const Input& input) {
  if (!input.has_published) return "";
  if (input.unit.text == "ratio" && input.published_high <= 1)
    return percent(input.published_low) + "-" + percent(input.published_high);
  return figure(input.published_low / input.unit.factor) + "-" +
         figure(input.published_high / input.unit.factor);
}

bool moves_stage(const Recommendation& answer, const Assumption& assumption) {
  return assumption.low &&
         (assumption.low->stage != answer.chosen || assumption.high->stage != answer.chosen);
}

std::string consequence(const Recommendation& answer, const Assumption& assumption) {
  if (!assumption.low) return "";
  if (moves_stage(answer, assumption)) {
    const std::string low = stage_name(answer, assumption.low->stage);
    const std::string high = stage_name(answer, assumption.high->stage);
    if (assumption.low->stage == answer.chosen) return "up to " + high;
    if (assumption.high->stage == answer.chosen) return "down to " + low;
    return low + " to " + high;
  }
  const double low = std::min(assumption.low->usd_per_month, assumption.high->usd_per_month);
  const double high = std::max(assumption.low->usd_per_month, assumption.high->usd_per_month);
  if (high - low < 0.01 * high) return "nothing";
  if (high >= 1e6) return "$" + figure(low / 1e6) + "-" + figure(high / 1e6) + "M, not the stage";
  return dollars(low) + "-" + whole(high) + ", not the stage";
}

}  // namespace

void assumption_section(Page& page, const Recommendation& answer) {
  page.line(" " + page.toned(row(columns, {"ASSUMED", "value", "published", "within it"}), Tone::strong));
  std::string rest;
  for (const Assumption& assumption : answer.assumptions) {
    const Input& input = *assumption.input.input;
    const std::string value = value_text(input, assumption.input.value);
    const std::string effect = consequence(answer, assumption);
    if (effect.empty() || effect == "nothing") {
      rest += (rest.empty() ? "" : ", ") + flag(input.id) + " " + value;
      continue;
    }
    bool first = true;
    for (const std::string& line : wrapped(effect, columns.back().width)) {
      page.line(" " + (first ? row(columns, {flag(input.id), value, range_text(input), line})
                             : row(columns, {"", "", "", line})));
      first = false;
    }
  }
  if (!rest.empty()) page.labelled("and", rest + ".", Tone::plain);
  const auto decisive = std::find_if(
      answer.assumptions.begin(), answer.assumptions.end(),
      [&](const Assumption& a) { return !a.input.input->where_to_look.empty() && a.low.has_value(); });
  if (decisive == answer.assumptions.end()) return;
  const Input& input = *decisive->input.input;
  page.labelled("FIND OUT NEXT", "--" + flag(input.id) + ": " + std::string(input.where_to_look) + ".");
}

}  // namespace scaleplan::render
