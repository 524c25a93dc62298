// scaleplan flips: what would change the answer, among all that was assumed.
#include "question.hpp"
#include "scaleplan/render.hpp"

namespace scaleplan::cli {

int flips_verb(Call& call) {
  Question question("flips", "For each assumed input, the value at which another stage is needed.", call);
  question.line().format(question.format, {"text", "json"});
  question.parse();
  const Block workload = question.workload();
  Recommendation answer = recommend(question.program(), workload);
  bill_choices(question.program(), workload, answer);
  if (question.format == "json") {
    question.answer(flips_json(answer));
  } else {
    question.answer(flips_text(answer, question.coloured()));
  }
  return answer.chosen >= 0 ? yes : no;
}

}  // namespace scaleplan::cli
