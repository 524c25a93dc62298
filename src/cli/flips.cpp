// scaleplan flips: what would change the answer, among all that was assumed.
#include "scaleplan/flips.hpp"

#include "colour.hpp"
#include "question.hpp"
#include "scaleplan/render.hpp"

namespace scaleplan::cli {

int flips_verb(Call& call) {
  Question question("flips", "For each assumed input, the value at which another stage is needed.", call);
  question.app()
      .add_option("--format", question.format, "text or json")
      ->check(CLI::IsMember({"text", "json"}));
  question.parse();
  const Block workload = question.workload();
  const Recommendation answer = recommend(question.program(), workload);
  const std::vector<InputFlips> all = flips(question.program(), workload, answer);
  if (question.format == "json") {
    question.answer(flips_json(answer, all));
  } else {
    question.answer(flips_text(answer, all, question.output.empty() && coloured(question.color, call.out)));
  }
  return answer.chosen >= 0 ? yes : no;
}

}  // namespace scaleplan::cli
