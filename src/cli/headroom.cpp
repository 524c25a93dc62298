// scaleplan headroom: the number of users up to which the stage, its limits and its machines hold.
#include "scaleplan/headroom.hpp"
#include "output.hpp"
#include "question.hpp"
#include "scaleplan/recommend.hpp"

namespace scaleplan::cli {

int headroom_verb(Call& call) {
  Question question("headroom", "How many users the stage, each of its limits and its machines carry.", call);
  Recommendation answer;
  Output output(question.line(),
                {{"text", [&](bool colour) { return headroom_text(answer, colour); }},
                 {"json", [&](bool) { return headroom_json(answer); }}},
                call.out);
  question.parse();
  answer = recommend(question.program(), question.workload());
  output.write();
  return answer.chosen >= 0 ? yes : no;
}

}  // namespace scaleplan::cli
