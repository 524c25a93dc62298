// Every stage side by side, for one workload: text, JSON, Markdown and CSV.
#include "scaleplan/compare.hpp"
#include "scaleplan/recommend.hpp"

#include <fmt/format.h>

#include <cmath>

#include "answer/sentences.hpp"
#include "ids.hpp"
#include "json/fields.hpp"
#include "numbers.hpp"
#include "writing/csv.hpp"
#include "writing/number.hpp"

namespace scaleplan {
namespace render {
namespace {

/// The components that a stage has and the one before it has not.
std::string added(const StageResult& stage) {
  std::string text;
  for (const Component* component : stage.adds) text += (text.empty() ? "" : ", ") + flag_name(component->id);
  return text;
}

std::string worst_name(const StageResult& stage) {
  return stage.worst() == nullptr ? "" : limit_name(*stage.worst());
}

std::string worst_use(const StageResult& stage) {
  return stage.worst() == nullptr ? "" : fullness(stage.worst()->utilization);
}

const std::vector<Column> comparison_columns = {{17}, {6}, {24}, {7, true}, {12, true}, {10, true}};

class Comparison : JsonFields {
 public:
  using JsonFields::JsonFields;

  void all() {
    out_.begin_object();
    out_.field("schema", "scaleplan.comparison/1");
    write_ruleset(out_, *answer_.program);
    stage_id("stage", answer_.chosen);
    write_arrangement(out_, answer_);
    out_.key("stages");
    out_.begin_array();
    for (const StageResult& result : answer_.stages) stage(result);
    out_.end_array();
    out_.end_object();
  }

 private:
  void stage(const StageResult& result) {
    out_.begin_object();
    out_.field("id", result.stage->id);
    out_.field("title", result.stage->title);
    out_.field("holds", result.holds);
    out_.key("worst");
    result.worst() == nullptr ? out_.null() : write_limit(out_, *result.worst());
    out_.field("availability", 1 - result.outage);
    out_.field("down_minutes_per_year", result.outage * 525600);
    out_.money("usd_per_month", result.usd_per_month());
    out_.key("adds");
    out_.inline_array();
    for (const Component* component : result.adds) out_.text(component->id);
    out_.end_array();
    out_.end_object();
  }
};

}  // namespace
}  // namespace render

std::string compare_text(const Recommendation& answer, bool colour) {
  render::Page page(colour);
  page.line(" " + page.toned(render::row(render::comparison_columns,
                                         {"STAGE", "HOLDS", "FULLEST LIMIT", "USED", "DOWN", "USD/month"}),
                             render::Tone::strong));
  for (const StageResult& stage : answer.stages) {
    const bool chosen = stage.index == answer.chosen;
    const std::string line = render::row(
        render::comparison_columns,
        {std::string(stage.stage->id), stage.holds ? "yes" : "no", render::worst_name(stage),
         render::worst_use(stage), render::downtime(stage.outage), render::whole(stage.usd_per_month())});
    page.line((chosen ? ">" : " ") + page.toned(line, chosen ? render::Tone::strong : render::Tone::plain));
    const std::string adds = render::added(stage);
    if (adds.empty()) continue;
    for (const std::string& text : render::wrapped("adds " + adds, 75))
      page.line(page.toned("   " + text, render::Tone::faint));
  }
  if (answer.chosen >= 0) {
    page.line();
    page.paragraph(fmt::format("To run: {}{}, for {} a month. The table has the stages as they are.",
                               answer.arrangement.stage.stage->id, render::with_moves(answer),
                               render::dollars(answer.arrangement.stage.usd_per_month())));
  }
  return page.text();
}

std::string compare_json(const Recommendation& answer) {
  render::JsonWriter out;
  render::Comparison(out, answer).all();
  return out.take();
}

std::string compare_markdown(const Recommendation& answer) {
  std::string text =
      "| Stage | Holds | Fullest limit | Used | Availability | Down | USD/month | Adds |\n"
      "|---|---|---|---:|---:|---:|---:|---|\n";
  for (const StageResult& stage : answer.stages) {
    const std::string id(stage.stage->id);
    text += render::table_line(
        {stage.index == answer.chosen ? "**" + id + "**" : id, stage.holds ? "yes" : "no",
         render::worst_name(stage), render::worst_use(stage), render::percent(1 - stage.outage),
         render::downtime(stage.outage), render::cents(stage.usd_per_month()), render::added(stage)});
  }
  return text;
}

std::string compare_csv(const Recommendation& answer) {
  std::string text =
      render::csv_row({"stage", "chosen", "holds", "worst_limit", "need", "limit", "unit", "utilization",
                       "availability", "down_minutes_per_year", "usd_per_month", "adds"});
  const auto number = [](double value) { return std::isfinite(value) ? write_number(value) : ""; };
  for (const StageResult& stage : answer.stages) {
    std::vector<std::string> row = {std::string(stage.stage->id), stage.index == answer.chosen ? "yes" : "no",
                                    stage.holds ? "yes" : "no"};
    if (const LimitResult* worst = stage.worst(); worst != nullptr) {
      const Unit& unit = worst->limit->unit;
      row.insert(row.end(),
                 {std::string(worst->limit->id), number(worst->need / unit.factor),
                  number(worst->most / unit.factor), std::string(unit.text), number(worst->utilization)});
    } else {
      row.resize(row.size() + 5);
    }
    std::string adds;
    for (const Component* component : stage.adds)
      adds += (adds.empty() ? "" : " ") + std::string(component->id);
    row.insert(row.end(), {number(1 - stage.outage), number(stage.outage * 525600),
                           number(std::floor(stage.usd_per_month() * 100 + 0.5) / 100), adds});
    text += render::csv_row(row);
  }
  return text;
}

}  // namespace scaleplan
