// scaleplan headroom: until how many users the stage, its limits and its machines carry.
#include "colour.hpp"
#include "question.hpp"
#include "scaleplan/render.hpp"

namespace scaleplan::cli {

int headroom_verb(Call& call) {
  Question question("headroom", "Until how many users the stage, each of its limits and its machines carry.",
                    call);
  question.app()
      .add_option("--format", question.format, "text or json")
      ->check(CLI::IsMember({"text", "json"}));
  question.parse();
  const Block workload = question.workload();
  const Recommendation answer = recommend(question.program(), workload);
  if (question.format == "json") {
    question.answer(headroom_json(answer));
  } else {
    question.answer(headroom_text(answer, question.output.empty() && coloured(question.color, call.out)));
  }
  return answer.chosen >= 0 ? yes : no;
}

}  // namespace scaleplan::cli
