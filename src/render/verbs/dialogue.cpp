// The questions of a dialogue, each with what is assumed without an answer and why it matters.
#include <algorithm>

#include "answer/sentences.hpp"
#include "scaleplan/dialogue.hpp"
#include "scaleplan/recommend.hpp"
#include "writing/number.hpp"

namespace scaleplan {
namespace {

/// "typical (active in the busiest minute), registered (signed up)": the values of a choice with their
/// labels.
std::string values_text(const Input& input, const std::string& accepted) {
  if (input.type != InputType::choice) return accepted;
  std::string text;
  for (std::size_t i = 0; i < input.values.size(); ++i) {
    text += (text.empty() ? "" : ", ") + std::string(input.values[i]);
    if (i < input.labels.size() && !input.labels[i].empty())
      text += " (" + std::string(input.labels[i]) + ")";
  }
  return text;
}

}  // namespace

std::string question_text(int number, const Input& input, const std::string& accepted,
                          const Recommendation* answer) {
  render::Page page(false);
  page.line();
  page.paragraph(std::to_string(number) + ". " + std::string(input.ask.empty() ? input.help : input.ask));
  page.labelled("answer", values_text(input, accepted), render::Tone::plain);
  if (answer != nullptr) {
    for (const InputValue& value : answer->inputs) {
      if (value.input != &input) continue;
      page.labelled("without one", render::value_text(input, value.value) + ": " + std::string(input.because),
                    render::Tone::plain);
    }
    for (const InputFlips& flips : answer->flips) {
      if (flips.input == &input && flips.moves(answer->chosen))
        page.labelled(
            "why it matters",
            "now " + render::stage_name(*answer, answer->chosen) + "; " + render::turns(*answer, flips),
            render::Tone::plain);
    }
  }
  if (!input.where_to_look.empty()) page.labelled("where to look", input.where_to_look, render::Tone::plain);
  return page.text();
}

std::string dialogue_end_text(bool settled, const std::string& file) {
  render::Page page(false);
  page.line();
  if (settled) page.paragraph("No other question would change the stage.");
  if (!file.empty())
    page.paragraph("The workload is in " + file + "; ask again with --workload " + file + ".");
  page.line();
  return page.text();
}

}  // namespace scaleplan
