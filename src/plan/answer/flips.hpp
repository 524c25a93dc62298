// The flip points of an answer, computed along with it.
#pragma once

#include "lanes.hpp"
#include "scaleplan/recommend.hpp"
#include "standing.hpp"

namespace scaleplan::plan {

/// What is known of a workload before its flips are looked for.
struct Known {
  const Evaluation& now;     ///< of the workload itself
  const Evaluation& limits;  ///< of all its variations
  const std::vector<Columns>& depends;
  Columns billed = 0;  ///< what the bill depends on
  const StageProbe& probe;
};

/// Every assumed input: the kind of the number first, then those that can change the stage, the nearest first
/// among them, then by what they do to the bill; and the given ones that may be mistaken, where that would
/// change the stage. The bills of choices that do not change the stage are left out.
std::vector<InputFlips> flips(const Program& program, const Lanes& lanes, const Known& known,
                              const Recommendation& answer);

}  // namespace scaleplan::plan
