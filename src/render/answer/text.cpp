// The answer for a terminal: its sections in order.
#include <fmt/format.h>

#include "ids.hpp"
#include "scaleplan/recommend.hpp"
#include "sentences.hpp"
#include "writing/number.hpp"

namespace scaleplan {
namespace {

using render::Page;
using render::Tone;

void headline(Page& page, const Recommendation& answer) {
  const StageResult& stage = answer.arrangement.stage;
  if (answer.chosen >= 0) {
    page.edges(fmt::format("{}{}  stage {} of {}", stage.stage->id, render::with_moves(answer),
                           answer.shown + 1, answer.stages.size()),
               render::dollars(stage.usd_per_month()) + " a month", Tone::strong);
    page.paragraph(stage.stage->summary);
    return;
  }
  const LimitResult& worst = *stage.worst();
  page.edges("no stage of " + std::string(answer.program->id) + " holds",
             render::fullness(worst.utilization) + " of a limit", Tone::bad);
  std::string text =
      "The last stage, " + std::string(stage.stage->id) + ", is too small: " + render::limit_name(worst) +
      " would need " + render::limit_amount(*worst.limit, worst.need) + "; its limit is " +
      render::limit_amount(*worst.limit, worst.most) + " (" + render::fullness(worst.utilization) + ").";
  if (!answer.program->goes_on.empty())
    text += fmt::format(" Rule set {0} goes further (--rules {0}).", answer.program->goes_on);
  page.paragraph(text);
}

void footer(Page& page, const Recommendation& answer) {
  const Program& program = *answer.program;
  std::string text = render::prices_sentence(answer);
  if (!program.not_counted.empty()) text += " Not counted: ";
  for (std::size_t i = 0; i < program.not_counted.size(); ++i)
    text += (i > 0 ? ", " : "") + std::string(program.not_counted[i]);
  page.paragraph(text + (program.not_counted.empty() ? "" : "."));
}

}  // namespace

std::string recommend_text(const Recommendation& answer, bool colour) {
  Page page(colour);
  headline(page, answer);
  page.line();
  if (answer.chosen >= 0) {
    render::lens_section(page, answer);
    page.line();
  }
  render::topology_section(page, answer);
  page.line();
  render::moves_section(page, answer);
  render::outage_section(page, answer);
  render::why_section(page, answer);
  render::decision_section(page, answer);
  page.line();
  render::spread_section(page, answer);
  render::assumption_section(page, answer);
  footer(page, answer);
  return page.text();
}

}  // namespace scaleplan
