// scaleplan compare: every stage side by side for one workload.
#include "question.hpp"
#include "scaleplan/recommend.hpp"
#include "scaleplan/render.hpp"

namespace scaleplan::cli {

int compare_verb(Call& call) {
  Question question("compare", "Every stage side by side: which hold, by how much not, and what each costs.",
                    call);
  question.line().format(question.format, {"text", "json", "markdown", "csv"});
  question.parse();
  const Recommendation answer = recommend(question.program(), question.workload());
  if (question.format == "json") {
    question.answer(compare_json(answer));
  } else if (question.format == "markdown") {
    question.answer(compare_markdown(answer));
  } else if (question.format == "csv") {
    question.answer(compare_csv(answer));
  } else {
    question.answer(compare_text(answer, question.coloured()));
  }
  return answer.chosen >= 0 ? yes : no;
}

}  // namespace scaleplan::cli
