// Compares a declared stage with the one that is needed.
#include "scaleplan/check.hpp"

namespace scaleplan {

Check check_stage(const Recommendation& answer, int declared) {
  Check check;
  check.declared = declared;
  check.needed = answer.chosen;
  const StageResult& have = answer.stages[static_cast<std::size_t>(declared)];
  if (!have.holds) {
    check.verdict = Verdict::too_small;
  } else if (declared > answer.chosen) {
    check.verdict = Verdict::larger_than_needed;
  }
  if (answer.chosen >= 0) {
    check.usd_per_month_needed =
        answer.stages[static_cast<std::size_t>(answer.chosen)].usd_per_month() - have.usd_per_month();
  }
  return check;
}

}  // namespace scaleplan
