// scaleplan flips: which assumed values would change the answer.
#include "scaleplan/flips.hpp"
#include "output.hpp"
#include "question.hpp"
#include "scaleplan/recommend.hpp"

namespace scaleplan::cli {

int flips_verb(Call& call) {
  Question question("flips", "For each assumed input, the value at which another stage is needed.", call);
  Recommendation answer;
  Output output(question.line(),
                {{"text", [&](bool colour) { return flips_text(answer, colour); }},
                 {"json", [&](bool) { return flips_json(answer); }}},
                call.out);
  question.parse();
  const Block workload = question.workload();
  answer = recommend(question.program(), workload);
  bill_choices(question.program(), workload, answer);
  output.write();
  return answer.chosen >= 0 ? yes : no;
}

}  // namespace scaleplan::cli
