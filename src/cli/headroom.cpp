// scaleplan headroom: until how many users the stage, its limits and its machines carry.
#include "question.hpp"
#include "scaleplan/render.hpp"

namespace scaleplan::cli {

int headroom_verb(Call& call) {
  Question question("headroom", "Until how many users the stage, each of its limits and its machines carry.",
                    call);
  question.line().format(question.format, {"text", "json"});
  question.parse();
  const Block workload = question.workload();
  const Recommendation answer = recommend(question.program(), workload);
  if (question.format == "json") {
    question.answer(headroom_json(answer));
  } else {
    question.answer(headroom_text(answer, question.coloured()));
  }
  return answer.chosen >= 0 ? yes : no;
}

}  // namespace scaleplan::cli
