// scaleplan recommend: the stage a workload needs, with its topology, its bill and its reasons.
#include "scaleplan/recommend.hpp"

#include <algorithm>

#include "question.hpp"
#include "scaleplan/render.hpp"

namespace scaleplan::cli {

namespace {

/// The published ranges of everything that was assumed.
void add_published(const Recommendation& answer, std::vector<InputRange>& ranges) {
  for (const Assumption& assumption : answer.assumptions) {
    const Input& input = *assumption.input.input;
    if (!input.has_published) continue;
    const double likely = std::clamp(assumption.input.value, input.published_low, input.published_high);
    ranges.push_back({static_cast<std::size_t>(&input - answer.program->inputs.data()), input.published_low,
                      likely, input.published_high, false});
  }
}

}  // namespace

int recommend_verb(Call& call) {
  Question question("recommend",
                    "The stage that a workload needs, why not less, why not more, and what it costs.", call);
  bool over_published = false;
  int points = 4096;
  question.line().format(question.format, {"text", "json", "markdown"});
  question.line().flag("--spread", over_published,
                       "also over the published ranges of what is assumed; a range is written low..high");
  question.line()
      .option("--points", points, "workloads to look at where there is a range; 4096 without")
      .within(1, 1000000);
  question.parse();
  Asked asked = question.asked();
  Recommendation answer = recommend(question.program(), asked.workload);
  if (over_published) add_published(answer, asked.ranges);
  if (!asked.ranges.empty())
    answer.spread =
        spread(question.program(), asked.workload, asked.ranges, static_cast<std::size_t>(points));
  if (question.format == "json") {
    question.answer(render_json(answer));
  } else if (question.format == "markdown") {
    question.answer(render_markdown(answer));
  } else {
    question.answer(render_text(answer, question.coloured()));
  }
  return answer.chosen >= 0 ? yes : no;
}

}  // namespace scaleplan::cli
