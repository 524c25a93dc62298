// The months ahead: a chart and the moves for a terminal, JSON, CSV.
#include <cmath>

#include "json_fields.hpp"
#include "number.hpp"
#include "scaleplan/render.hpp"
#include "sentences.hpp"

namespace scaleplan {
namespace render {
namespace {

std::string stage_name(const Recommendation& now, int stage) {
  return stage < 0 ? "no stage" : std::string(now.stages[static_cast<std::size_t>(stage)].stage->id);
}

constexpr std::size_t chart_width = 56;

/// The month that column `column` of the chart shows.
std::size_t month_at(const Roadmap& road, std::size_t column) {
  const std::size_t count = std::min(chart_width, road.months.size());
  return column * road.months.size() / count;
}

/// One line for each stage that is needed: a bar over the months in which it is.
void chart(Page& page, const Recommendation& now, const Roadmap& road, bool ascii) {
  const std::size_t count = std::min(chart_width, road.months.size());
  std::vector<int> stages;
  for (const RoadmapMonth& month : road.months) {
    if (stages.empty() || stages.back() != month.stage) stages.push_back(month.stage);
  }
  for (const int stage : stages) {
    std::string bar;
    for (std::size_t column = 0; column < count; ++column) {
      const bool inside = road.months[month_at(road, column)].stage == stage;
      bar += inside ? (ascii ? "#" : "\xE2\x96\x88") : (ascii ? "." : "\xC2\xB7");
    }
    page.line(" " + row({{18}, {60}}, {stage_name(now, stage), bar}));
  }
  const std::string last = std::to_string(road.months.size() - 1);
  page.line(
      " " +
      row({{18}, {60}},
          {"month", "0" + std::string(count > last.size() + 1 ? count - last.size() - 1 : 1, ' ') + last}));
}

const std::vector<Column> columns = {{6, true}, {7, true}, {2}, {30}, {13, true}, {10, true}, {10, true}};

void moves(Page& page, const Recommendation& now, const Roadmap& road) {
  const Unit& unit = now.program->inputs[static_cast<std::size_t>(now.program->growing)].unit;
  page.line(" " + page.toned(row(columns, {"MONTH", "START", "", "MOVE", unit_name(unit), "before", "after"}),
                             Tone::strong));
  for (const RoadmapMove& move : road.moves) {
    page.line(" " + row(columns, {std::to_string(move.month), move.late ? "now!" : std::to_string(move.start),
                                  "", "to " + stage_name(now, move.to), figure(move.users / unit.factor),
                                  whole(move.usd_before), whole(move.usd_after)}));
    if (move.to < 0) continue;
    const Migration& how = now.program->stages[static_cast<std::size_t>(move.to)].migration;
    const auto told = [&](const std::string& label, std::string_view text) {
      if (text.empty()) return;
      for (const std::string& line : wrapped(label + std::string(text), 60))
        page.line(page.toned("                 " + line, Tone::faint));
    };
    told("lead time: ", how.lead);
    for (const Text step : how.steps) told("- ", step);
    told("downtime: ", how.downtime);
    told("what can go wrong: ", how.risk);
    told("the way back: ", how.undo);
  }
}

class Document : JsonFields {
 public:
  using JsonFields::JsonFields;

  void all(const Roadmap& road) {
    out_.begin_object();
    field("schema", "scaleplan.roadmap/1");
    field("ruleset", answer_.program->id);
    out_.key("months");
    out_.begin_array();
    for (std::size_t i = 0; i < road.months.size(); ++i) {
      const RoadmapMonth& month = road.months[i];
      out_.begin_object(true);
      field("month", static_cast<int>(i));
      field("users", month.users);
      stage_id("stage", month.stage);
      money("usd_per_month", month.usd_per_month);
      money("usd_so_far", month.usd_so_far);
      out_.end_object();
    }
    out_.end_array();
    out_.key("moves");
    out_.begin_array();
    for (const RoadmapMove& one : road.moves) move(one);
    out_.end_array();
    out_.end_object();
  }

 private:
  void move(const RoadmapMove& move) {
    out_.begin_object();
    field("month", move.month);
    field("start", move.start);
    field("late", move.late);
    stage_id("from", move.from);
    stage_id("to", move.to);
    field("users", move.users);
    money("usd_before", move.usd_before);
    money("usd_after", move.usd_after);
    if (move.to >= 0) {
      const Migration& how = answer_.program->stages[static_cast<std::size_t>(move.to)].migration;
      field("lead", how.lead);
      out_.key("steps");
      out_.begin_array();
      for (const Text step : how.steps) out_.text(step);
      out_.end_array();
      field("downtime", how.downtime);
      field("risk", how.risk);
      field("undo", how.undo);
    }
    out_.end_object();
  }
};

}  // namespace
}  // namespace render

std::string roadmap_text(const Recommendation& now, const Roadmap& road, bool ascii, bool colour) {
  render::Page page(colour);
  const RoadmapMonth& last = road.months.back();
  const Unit& unit = now.program->inputs[static_cast<std::size_t>(now.program->growing)].unit;
  page.edges(render::figure(road.months.front().users / unit.factor) + " to " +
                 render::grown(now, last.users) + " in " + std::to_string(road.months.size() - 1) + " months",
             render::dollars(last.usd_so_far) + " in all", render::Tone::strong);
  page.line();
  render::chart(page, now, road, ascii);
  page.line();
  if (road.moves.empty()) {
    page.paragraph(render::stage_name(now, last.stage) + " is enough for all of it.");
  } else {
    render::moves(page, now, road);
  }
  page.line();
  page.paragraph(
      "Costs are USD a month, at the load of that month. A move has to be done when its month begins, and "
      "to begin with "
      "the month named under START.");
  return page.text();
}

std::string roadmap_json(const Recommendation& now, const Roadmap& road) {
  render::JsonWriter out;
  render::Document(out, now).all(road);
  return out.take();
}

std::string roadmap_csv(const Recommendation& now, const Roadmap& road) {
  std::string text = "month,users,stage,usd_per_month,usd_so_far\n";
  const auto cents = [](double usd) { return render::plain_number(std::floor(usd * 100 + 0.5) / 100); };
  for (std::size_t i = 0; i < road.months.size(); ++i) {
    const RoadmapMonth& month = road.months[i];
    text += std::to_string(i) + "," + render::plain_number(month.users) + "," +
            (month.stage < 0 ? "" : render::stage_name(now, month.stage)) + "," + cents(month.usd_per_month) +
            "," + cents(month.usd_so_far) + "\n";
  }
  return text;
}

}  // namespace scaleplan
