// What would change an answer, for a terminal and as JSON.
#include <algorithm>
#include <cmath>

#include "json_fields.hpp"
#include "number.hpp"
#include "scaleplan/render.hpp"
#include "sentences.hpp"

namespace scaleplan {
namespace render {
namespace {

const std::vector<Column> columns = {{20}, {17}, {42}};

std::string stage_name(const Recommendation& answer, int stage) {
  return stage < 0 ? "no stage" : std::string(answer.stages[static_cast<std::size_t>(stage)].stage->id);
}

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

/// "under 0.004 multi-az, $3,498; over 0.02 cdn, $3,766".
std::string turns(const Recommendation& answer, const InputFlips& flips) {
  std::vector<std::string> all;
  if (flips.below) all.push_back(turn(answer, flips, "under ", *flips.below));
  if (flips.above) all.push_back(turn(answer, flips, "over ", *flips.above));
  for (const FlipPoint& choice : flips.choices) {
    if (choice.stage != answer.chosen) all.push_back(turn(answer, flips, "", choice));
  }
  std::string text;
  for (const std::string& one : all) text += (text.empty() ? "" : "; ") + one;
  return text;
}

std::string money_range(const InputFlips& flips) {
  if (flips.most_usd_per_month >= 1e6) {
    return "$" + figure(flips.least_usd_per_month / 1e6) + "-" + figure(flips.most_usd_per_month / 1e6) + "M";
  }
  return dollars(flips.least_usd_per_month) + "-" + whole(flips.most_usd_per_month);
}

class Document : JsonFields {
 public:
  using JsonFields::JsonFields;

  void all(const std::vector<InputFlips>& flips) {
    out_.begin_object();
    field("schema", "scaleplan.flips/1");
    field("ruleset", answer_.program->id);
    stage_id("stage", answer_.chosen);
    money("usd_per_month", answer_.stages[static_cast<std::size_t>(answer_.shown)].usd_per_month());
    out_.key("inputs");
    out_.begin_array();
    for (const InputFlips& one : flips) input(one);
    out_.end_array();
    out_.end_object();
  }

 private:
  void point(const Input& input, const FlipPoint& point) {
    out_.begin_object(true);
    value("value", input, point.value);
    stage_id("stage", point.stage);
    money("usd_per_month", point.usd_per_month);
    out_.end_object();
  }

  void maybe(std::string_view name, const Input& input, const std::optional<FlipPoint>& there) {
    if (!there) return none_at(name);
    out_.key(name);
    point(input, *there);
  }

  void input(const InputFlips& flips) {
    const Input& input = *flips.input;
    out_.begin_object();
    out_.key("id");
    out_.text(flag(input.id));
    value("assumed", input, flips.now);
    field("unit", input.unit.text);
    field("moves_stage", flips.moves(answer_.chosen));
    maybe("below", input, flips.below);
    maybe("above", input, flips.above);
    out_.key("choices");
    out_.begin_array();
    for (const FlipPoint& choice : flips.choices) point(input, choice);
    out_.end_array();
    money("least_usd_per_month", flips.least_usd_per_month);
    money("most_usd_per_month", flips.most_usd_per_month);
    field("where_to_look", input.where_to_look);
    source(input.source);
    out_.end_object();
  }
};

/// Those that do not move the stage: what they do to the bill, and those that do nothing.
void rest(Page& page, const Recommendation& answer, const std::vector<InputFlips>& all) {
  std::string bill;
  std::string nothing;
  std::string unknown;
  for (const InputFlips& flips : all) {
    if (flips.moves(answer.chosen)) continue;
    const std::string name = flag(flips.input->id);
    if (!flips.known) {
      unknown += (unknown.empty() ? "" : ", ") + name;
    } else if (flips.most_usd_per_month - flips.least_usd_per_month > 0.01 * flips.most_usd_per_month) {
      bill += (bill.empty() ? "" : ", ") + name + " " + money_range(flips);
    } else {
      nothing += (nothing.empty() ? "" : ", ") + name;
    }
  }
  if (!bill.empty()) page.labelled("ONLY THE BILL", bill + ".");
  if (!nothing.empty()) page.labelled("NOTHING", nothing + ".");
  if (!unknown.empty()) page.labelled("NO RANGE KNOWN", unknown + ".");
}

}  // namespace
}  // namespace render

std::string flips_text(const Recommendation& answer, const std::vector<InputFlips>& all, bool colour) {
  render::Page page(colour);
  const StageResult& shown = answer.stages[static_cast<std::size_t>(answer.shown)];
  page.paragraph((answer.chosen < 0 ? "No stage holds" : std::string(shown.stage->id)) + ", " +
                 render::dollars(shown.usd_per_month()) +
                 " a month, as long as what was assumed is so. Within published ranges this turns it:");
  page.line();
  page.line(" " + page.toned(render::row(render::columns, {"INPUT", "ASSUMED", "THE STAGE TURNS"}),
                             render::Tone::strong));
  const InputFlips* first = nullptr;
  for (const InputFlips& flips : all) {
    if (!flips.moves(answer.chosen)) continue;
    if (first == nullptr && !flips.input->where_to_look.empty()) first = &flips;
    std::string name = render::flag(flips.input->id);
    std::string value = render::value_text(*flips.input, flips.now);
    for (const std::string& line :
         render::wrapped(render::turns(answer, flips), render::columns.back().width)) {
      page.line(" " + render::row(render::columns, {name, value, line}));
      name.clear();
      value.clear();
    }
  }
  if (std::none_of(all.begin(), all.end(), [&](const InputFlips& f) { return f.moves(answer.chosen); }))
    page.line(" nothing that was assumed");
  page.line();
  render::rest(page, answer, all);
  if (first != nullptr) {
    page.labelled("FIND OUT FIRST", "--" + render::flag(first->input->id) + ": " +
                                        std::string(first->input->where_to_look) + ".");
  }
  return page.text();
}

std::string flips_json(const Recommendation& answer, const std::vector<InputFlips>& all) {
  render::JsonWriter out;
  render::Document(out, answer).all(all);
  return out.take();
}

}  // namespace scaleplan
