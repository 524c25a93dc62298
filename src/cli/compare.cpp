// scaleplan compare: every stage side by side for one workload.
#include "scaleplan/compare.hpp"
#include "output.hpp"
#include "question.hpp"
#include "scaleplan/recommend.hpp"

namespace scaleplan::cli {

int compare_verb(Call& call) {
  Question question("compare",
                    "Every stage side by side: which ones hold, how full they are, what each costs.", call);
  Recommendation answer;
  Output output(question.line(),
                {{"text", [&](bool colour) { return compare_text(answer, colour); }},
                 {"json", [&](bool) { return compare_json(answer); }},
                 {"markdown", [&](bool) { return compare_markdown(answer); }},
                 {"csv", [&](bool) { return compare_csv(answer); }}},
                call.out);
  question.parse();
  answer = recommend(question.program(), question.workload());
  output.write();
  return answer.chosen >= 0 ? yes : no;
}

}  // namespace scaleplan::cli
