// The assumptions: those that would change the answer, and those that cannot.
#include <algorithm>
#include <array>

#include "ids.hpp"
#include "sentences.hpp"
#include "writing/number.hpp"

namespace scaleplan::render {
namespace {

const std::vector<Column> columns = {{20}, {16}, {13}, {29}};

/// "0.001-0.18": the published range in the unit of the input.
std::string range_text(const Input& input) {
  if (!input.has_published) return "";
  if (input.unit.text == "ratio" && input.published_high <= 1)
    return percent(input.published_low) + "-" + percent(input.published_high);
  return figure(input.published_low / input.unit.factor) + "-" +
         figure(input.published_high / input.unit.factor);
}

/// The effect of another value; empty where it has none.
std::string consequence(const Recommendation& answer, const Assumption& assumption, const InputFlips& flips) {
  if (!flips.choices.empty()) return "changes the stage";
  if (!assumption.low) return "";
  if (flips.below || flips.above) {
    const std::string low = stage_name(answer, assumption.low->stage);
    const std::string high = stage_name(answer, assumption.high->stage);
    if (assumption.low->stage == assumption.high->stage) return "changes the stage";
    const auto to = [&](int stage, const std::string& name) {
      return (stage < 0 || stage > answer.chosen ? "up to " : "down to ") + name;
    };
    if (assumption.low->stage == answer.chosen) return to(assumption.high->stage, high);
    if (assumption.high->stage == answer.chosen) return to(assumption.low->stage, low);
    return low + " to " + high;
  }
  const double low = flips.least_usd_per_month;
  const double high = flips.most_usd_per_month;
  if (high - low < 0.01 * high) return "";
  if (high >= 1e6) return "$" + figure(low / 1e6) + "-" + figure(high / 1e6) + "M, same stage";
  return dollars(low) + "-" + whole(high) + ", same stage";
}

/// The effect of an input that has no line of its own.
enum class Rest { bill, nothing, unknown, around };

Rest rest_of(const Assumption& assumption, const InputFlips& flips) {
  if (assumption.around) return Rest::around;
  if (!flips.known) return Rest::unknown;
  return flips.idle || assumption.low ? Rest::nothing : Rest::bill;
}

}  // namespace

void assumption_section(Page& page, const Recommendation& answer) {
  page.line(" " +
            page.toned(row(columns, {"ASSUMED", "value", "published", "within that range"}), Tone::strong));
  std::array<std::string, 4> rest;
  for (const Assumption& assumption : answer.assumptions) {
    const Input& input = *assumption.input.input;
    const InputFlips& flips = *std::find_if(answer.flips.begin(), answer.flips.end(),
                                            [&](const InputFlips& f) { return f.input == &input; });
    const std::string value = value_text(input, assumption.input.value);
    const std::string effect = consequence(answer, assumption, flips);
    if (effect.empty()) {
      std::string& into = rest[static_cast<std::size_t>(rest_of(assumption, flips))];
      into += (into.empty() ? "" : ", ") + flag_name(input.id) + " " + value;
      continue;
    }
    bool first = true;
    for (const std::string& line : wrapped(effect, columns.back().width)) {
      page.line(" " + (first ? row(columns, {flag_name(input.id), value, range_text(input), line})
                             : row(columns, {"", "", "", line})));
      first = false;
    }
  }
  const auto print = [&](Rest which, const char* label) {
    const std::string& all = rest[static_cast<std::size_t>(which)];
    if (!all.empty()) page.labelled(label, all + ".", Tone::plain);
  };
  print(Rest::bill, "same stage");
  print(Rest::nothing, "no effect");
  print(Rest::unknown, "range unknown");
  print(Rest::around, "around it");
  find_out_section(page, answer);
}

}  // namespace scaleplan::render
