// scaleplan recommend: the stage a workload needs, with its topology, its bill and its reasons.
#include "scaleplan/recommend.hpp"

#include <algorithm>

#include "output.hpp"
#include "question.hpp"

namespace scaleplan::cli {

namespace {

/// Adds the published ranges of all inputs that are assumed.
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
  Recommendation answer;
  Output output(question.line(),
                {{"text", [&](bool colour) { return recommend_text(answer, colour); }},
                 {"json", [&](bool) { return recommend_json(answer); }},
                 {"markdown", [&](bool) { return recommend_markdown(answer); }}},
                call.out);
  bool over_published = false;
  int points = 4096;
  question.line().flag("--spread", over_published,
                       "also over the published ranges of all assumptions; write a range as low..high");
  question.line().option("--points", points, "workloads to try in a range; default 4096").within(1, 1000000);
  question.parse();
  Asked asked = question.asked();
  answer = recommend(question.program(), asked.workload);
  if (over_published) add_published(answer, asked.ranges);
  if (!asked.ranges.empty())
    answer.spread =
        spread(question.program(), asked.workload, asked.ranges, static_cast<std::size_t>(points));
  output.write();
  return answer.chosen >= 0 ? yes : no;
}

}  // namespace scaleplan::cli
