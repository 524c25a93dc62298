// The answer as Markdown: for a page or a pull request.
#include <fmt/format.h>

#include "ids.hpp"
#include "scaleplan/recommend.hpp"
#include "sentences.hpp"
#include "writing/number.hpp"

namespace scaleplan {
namespace {

std::string components_table(const Recommendation& answer) {
  std::string text = "| Component | Service | Count x size | Zones | USD/month |\n|---|---|---|---:|---:|\n";
  for (const ComponentResult& component : answer.topology) {
    const std::string size = component.size.empty() ? std::to_string(component.count)
                                                    : std::to_string(component.count * component.copies) +
                                                          " x " + std::string(component.size);
    text += render::table_line({std::string(component.component->title), std::string(component.service), size,
                                std::to_string(component.zones), render::cents(component.usd_per_month)});
  }
  return text;
}

std::string stages_table(const Recommendation& answer) {
  std::string text =
      "| Stage | Holds | Fullest limit | Used | Availability | USD/month "
      "|\n|---|---|---|---:|---:|---:|\n";
  for (const StageResult& stage : answer.stages) {
    const std::string name = stage.index == answer.chosen ? "**" + std::string(stage.stage->id) + "**"
                                                          : std::string(stage.stage->id);
    const LimitResult* worst = stage.worst();
    text += render::table_line({name, stage.holds ? "yes" : "no",
                                worst == nullptr ? "" : render::limit_name(*worst),
                                worst == nullptr ? "" : render::fullness(worst->utilization),
                                render::percent(1 - stage.outage), render::cents(stage.usd_per_month())});
  }
  return text;
}

/// The moves that are a choice, each with what it saves; empty where there is none.
std::string moves_list(const Recommendation& answer) {
  std::string text;
  for (const MoveResult& move : answer.arrangement.moves) {
    if (!move.taken && !move.open && !move.asked) continue;
    text += fmt::format("- **{}** {}\n", move.taken ? "taken now" : "not taken", render::move_sentence(move));
  }
  return text.empty() ? text : "\n### Moves of later stages\n\n" + text;
}

}  // namespace

std::string recommend_markdown(const Recommendation& answer) {
  const StageResult& shown = answer.arrangement.stage;
  std::string text;
  if (answer.chosen >= 0) {
    text = fmt::format("## {}{}: {} a month\n\n{}\n\n", shown.stage->id, render::with_moves(answer),
                       render::dollars(shown.usd_per_month()), shown.stage->summary);
  } else {
    text = fmt::format("## No stage of {} holds\n\nThe last stage is too small: {} of a limit.\n\n",
                       answer.program->id, render::fullness(shown.worst()->utilization));
  }
  text += components_table(answer) + "\n" +
          render::cost_kind(answer.program->firm_word, "firm", render::dollars(shown.cost.firm)) + ", " +
          render::cost_kind(answer.program->soft_word, "soft", render::dollars(shown.cost.soft)) + "; " +
          render::prices_sentence(answer) +
          (answer.around.empty() ? "" : "\n\nAround it: " + render::around_sentence(answer)) +
          "\n\n### All stages\n\n" + stages_table(answer);
  if (answer.spread) text += "\n### Spread\n\n" + render::spread_sentence(answer) + "\n";
  text += moves_list(answer);
  text += "\n### Decided\n\n";
  for (const DecisionResult& result : answer.decisions) {
    if (result.shown)
      text += "- **" + std::string(result.decision->title) + "**: " + std::string(result.option->title) +
              ", " + std::string(result.option->because) + " (" + render::labels(result.option->source) +
              ")\n";
  }
  text += "\n### Assumed\n\n";
  for (const Assumption& assumption : answer.assumptions) {
    const Input& input = *assumption.input.input;
    text += "- `" + flag_name(input.id) + "` " + render::value_text(input, assumption.input.value) + ": " +
            std::string(input.because) + " (" + render::labels(input.source) + ")\n";
  }
  return text;
}

}  // namespace scaleplan
