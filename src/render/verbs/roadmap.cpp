// The months ahead for a terminal: a chart, the moves, and what is not recommended.
#include <fmt/format.h>

#include <algorithm>

#include "answer/sentences.hpp"
#include "scaleplan/recommend.hpp"
#include "scaleplan/roadmap.hpp"
#include "writing/number.hpp"

namespace scaleplan {
namespace render {
namespace {

constexpr std::size_t chart_width = 56;

/// The month that column `column` of the chart shows.
std::size_t month_at(const Roadmap& road, std::size_t column) {
  const std::size_t count = std::min(chart_width, road.months.size());
  return column * road.months.size() / count;
}

/// One line for each stage that is planned: a bar over the months in which it is.
void chart(Page& page, const Recommendation& now, const Roadmap& road, bool ascii) {
  const std::size_t count = std::min(chart_width, road.months.size());
  std::vector<int> stages;
  for (const RoadmapMonth& month : road.months) {
    if (std::find(stages.begin(), stages.end(), month.planned) == stages.end())
      stages.push_back(month.planned);
  }
  for (const int stage : stages) {
    std::string bar;
    for (std::size_t column = 0; column < count; ++column) {
      const bool inside = road.months[month_at(road, column)].planned == stage;
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

const std::vector<Column> roadmap_columns = {{6, true},  {7, true},  {2},       {30},
                                             {13, true}, {10, true}, {10, true}};

/// The steps on the way to a stage.
void migration(Page& page, const Migration& how) {
  const auto print = [&](const std::string& label, std::string_view text) {
    if (text.empty()) return;
    for (const std::string& line : wrapped(label + std::string(text), 60))
      page.line(page.toned("                 " + line, Tone::faint));
  };
  print("lead time: ", how.lead);
  for (const Text step : how.steps) print("- ", step);
  print("downtime: ", how.downtime);
  print("risk: ", how.risk);
  print("rollback: ", how.undo);
}

void moves(Page& page, const Recommendation& now, const Roadmap& road) {
  const Unit& unit = now.program->inputs[as_index(now.program->growing)].unit;
  page.line(" " + page.toned(row(roadmap_columns,
                                 {"MONTH", "START", "", "MOVE", unit_name(unit), "before", "after"}),
                             Tone::strong));
  for (const RoadmapMove& move : road.moves) {
    page.line(" " + row(roadmap_columns,
                        {std::to_string(move.month), move.late ? "now!" : std::to_string(move.start), "",
                         "to " + stage_name(now, move.to), figure(move.users / unit.factor),
                         whole(move.usd_before), whole(move.usd_after)}));
    const auto& stages = now.program->stages;
    if (move.from < 0 || move.to < 0) continue;
    for (int s = move.from + 1; s <= move.to; ++s) {
      if (move.to - move.from > 1)
        page.line(page.toned("                 " + stage_name(now, s) + ":", Tone::faint));
      migration(page, stages[as_index(s)].migration);
    }
    for (int s = move.from; s > move.to; --s) {
      const Text undo = stages[as_index(s)].migration.undo;
      for (const std::string& line :
           wrapped("back from " + stage_name(now, s) + ": " + std::string(undo), 60))
        page.line(page.toned("                 " + line, Tone::faint));
    }
  }
}

/// The moves of later stages that are made early, each with its month.
void early(Page& page, const Recommendation& now, const Roadmap& road) {
  MoveSet known = 0;
  for (std::size_t month = 0; month < road.months.size(); ++month) {
    const MoveSet fresh = road.months[month].taken & ~known;
    known |= fresh;
    for (std::size_t m = 0; m < now.program->moves.size(); ++m) {
      if ((fresh >> m & 1) == 0) continue;
      page.labelled("EARLY", fmt::format("{} {}: {}.", now.program->moves[m].id,
                                         month == 0 ? "from the start" : fmt::format("in month {}", month),
                                         now.program->moves[m].title));
    }
  }
}

std::string months_text(int months) { return months == 1 ? "1 month" : std::to_string(months) + " months"; }

/// The moves that are not worth it, and why.
void skipped(Page& page, const Recommendation& now, const Roadmap& road) {
  for (const SkippedMove& move : road.skipped) {
    const std::string why = move.undone ? "the move would be undone" : "the next stage follows";
    page.labelled("NO MOVE", "to " + stage_name(now, move.to) + " in month " + std::to_string(move.month) +
                                 ": it is needed for " + months_text(move.months) + ", fewer than the " +
                                 std::to_string(road.settle) + " of --settle; then " + why + ".");
  }
}

}  // namespace
}  // namespace render

std::string roadmap_text(const Recommendation& now, const Roadmap& road, bool ascii, bool colour) {
  render::Page page(colour);
  const RoadmapMonth& last = road.months.back();
  const Unit& unit = now.program->inputs[as_index(now.program->growing)].unit;
  page.edges(
      render::figure(road.months.front().users / unit.factor) + " to " + render::grown(now, last.users) +
          " in " + std::to_string(road.months.size() - 1) + " months",
      render::dollars(last.usd_so_far - (road.months.size() > 1 ? last.usd_per_month : 0)) + " in total",
      render::Tone::strong);
  if (road.growth.fit_error) {
    page.paragraph("Fitted to the history: " + render::figure(road.growth.share * 100) +
                   "% a month, with a root-mean-square error of " +
                   render::figure(*road.growth.fit_error * 100, 2) + "%.");
  }
  page.line();
  render::chart(page, now, road, ascii);
  page.line();
  if (road.moves.empty()) {
    page.paragraph(render::stage_name(now, last.planned) + " is enough for the whole period.");
  } else {
    render::moves(page, now, road);
  }
  render::early(page, now, road);
  render::skipped(page, now, road);
  page.line();
  page.paragraph(
      "Costs are USD a month, at the load of that month. Finish each move by the start of its MONTH; "
      "begin it in the month under START.");
  return page.text();
}

}  // namespace scaleplan
