// The flip points of an answer, computed along with it.
#pragma once

#include "evaluate/slice.hpp"
#include "lanes.hpp"
#include "scaleplan/recommend.hpp"

namespace scaleplan::plan {

/// Every assumed input, those that can change the stage first and the nearest first among them, then by what
/// they do to the bill; and the given ones that may be mistaken, where that would change the stage. `now` and
/// `depends` are of the workload itself, `limits` is of all of `lanes`, `billed` are the columns that the
/// bill depends on; the bills of choices that do not change the stage are left out.
std::vector<InputFlips> flips(const Program& program, const Lanes& lanes, const Evaluation& now,
                              const Evaluation& limits, const std::vector<Columns>& depends, Columns billed,
                              const Recommendation& answer);

}  // namespace scaleplan::plan
