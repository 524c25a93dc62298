// The values that would change an answer, for a terminal and as JSON.
#include <algorithm>
#include <cmath>

#include "answer/sentences.hpp"
#include "ids.hpp"
#include "json/fields.hpp"
#include "scaleplan/flips.hpp"
#include "scaleplan/recommend.hpp"
#include "writing/number.hpp"

namespace scaleplan {
namespace render {
namespace {

const std::vector<Column> flip_columns = {{20}, {17}, {42}};

std::string money_range(const InputFlips& flips) {
  if (flips.most_usd_per_month >= 1e6) {
    return "$" + figure(flips.least_usd_per_month / 1e6) + "-" + figure(flips.most_usd_per_month / 1e6) + "M";
  }
  return dollars(flips.least_usd_per_month) + "-" + whole(flips.most_usd_per_month);
}

class FlipsDocument : JsonFields {
 public:
  using JsonFields::JsonFields;

  void all() {
    out_.begin_object();
    out_.field("schema", "scaleplan.flips/1");
    write_ruleset(out_, *answer_.program);
    stage_id("stage", answer_.chosen);
    out_.money("usd_per_month", answer_.arrangement.stage.usd_per_month());
    out_.key("inputs");
    out_.begin_array();
    for (const InputFlips& one : answer_.flips) {
      if (one.assumed) input(one);
    }
    out_.end_array();
    out_.end_object();
  }

 private:
  void point(const Input& input, const FlipPoint& point) {
    flip(input, point.value, point.stage, point.usd_per_month);
  }

  void maybe(std::string_view name, const Input& input, const std::optional<FlipPoint>& there) {
    if (!there) return out_.field(name, std::nullopt);
    out_.key(name);
    point(input, *there);
  }

  void input(const InputFlips& flips) {
    const Input& input = *flips.input;
    out_.begin_object();
    out_.field("input", flag_name(input.id));
    value("assumed", input, flips.now);
    out_.field("unit", input.unit.text);
    out_.field("moves_stage", flips.moves(answer_.chosen));
    maybe("below", input, flips.below);
    maybe("above", input, flips.above);
    out_.key("choices");
    out_.begin_array();
    for (const FlipPoint& choice : flips.choices) point(input, choice);
    out_.end_array();
    out_.money("least_usd_per_month", flips.least_usd_per_month);
    out_.money("most_usd_per_month", flips.most_usd_per_month);
    out_.field("where_to_look", input.where_to_look);
    out_.field("source", input.source);
    out_.end_object();
  }
};

/// The inputs that do not change the stage: those that change the bill, and those without effect.
void rest(Page& page, const Recommendation& answer) {
  std::string bill;
  std::string nothing;
  std::string unknown;
  for (const InputFlips& flips : answer.flips) {
    if (flips.moves(answer.chosen) || !flips.assumed) continue;
    const std::string name = flag_name(flips.input->id);
    if (!flips.known) {
      unknown += (unknown.empty() ? "" : ", ") + name;
    } else if (flips.most_usd_per_month - flips.least_usd_per_month > 0.01 * flips.most_usd_per_month) {
      bill += (bill.empty() ? "" : ", ") + name + " " + money_range(flips);
    } else {
      nothing += (nothing.empty() ? "" : ", ") + name;
    }
  }
  if (!bill.empty()) page.labelled("ONLY THE BILL", bill + ".");
  if (!nothing.empty()) page.labelled("NO EFFECT", nothing + ".");
  if (!unknown.empty()) page.labelled("RANGE UNKNOWN", unknown + ".");
}

}  // namespace
}  // namespace render

std::string flips_text(const Recommendation& answer, bool colour) {
  render::Page page(colour);
  const StageResult& shown = answer.arrangement.stage;
  page.paragraph((answer.chosen < 0 ? "No stage holds" : std::string(shown.stage->id)) + ", " +
                 render::dollars(shown.usd_per_month()) +
                 " a month, if the assumptions hold. Within published ranges these values change the stage:");
  page.line();
  page.line(" " + page.toned(render::row(render::flip_columns, {"INPUT", "ASSUMED", "THE STAGE BECOMES"}),
                             render::Tone::strong));
  for (const InputFlips& flips : answer.flips) {
    if (!flips.moves(answer.chosen)) continue;
    std::string name = flag_name(flips.input->id);
    std::string value = render::value_text(*flips.input, flips.now);
    for (const std::string& line :
         render::wrapped(render::turns(answer, flips), render::flip_columns.back().width)) {
      page.line(" " + render::row(render::flip_columns, {name, value, line}));
      name.clear();
      value.clear();
    }
  }
  if (std::none_of(answer.flips.begin(), answer.flips.end(),
                   [&](const InputFlips& f) { return f.moves(answer.chosen); }))
    page.line(" no assumed value");
  page.line();
  render::rest(page, answer);
  render::find_out_section(page, answer);
  return page.text();
}

std::string flips_json(const Recommendation& answer) {
  render::JsonWriter out;
  render::FlipsDocument(out, answer).all();
  return out.take();
}

}  // namespace scaleplan
