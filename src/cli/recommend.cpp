// scaleplan recommend: the stage a workload needs, with its topology, its bill and its reasons.
#include "scaleplan/recommend.hpp"

#include "colour.hpp"
#include "question.hpp"
#include "scaleplan/render.hpp"

namespace scaleplan::cli {

int recommend_verb(Call& call) {
  Question question("recommend",
                    "The stage that a workload needs, why not less, why not more, and what it costs.", call);
  question.app()
      .add_option("--format", question.format, "text, json or markdown")
      ->check(CLI::IsMember({"text", "json", "markdown"}));
  question.parse();
  const Block workload = question.workload();
  const Recommendation answer = recommend(question.program(), workload);
  if (question.format == "json") {
    question.answer(render_json(answer));
  } else if (question.format == "markdown") {
    question.answer(render_markdown(answer));
  } else {
    question.answer(render_text(answer, question.output.empty() && coloured(question.color, call.out)));
  }
  return answer.chosen >= 0 ? yes : no;
}

}  // namespace scaleplan::cli
