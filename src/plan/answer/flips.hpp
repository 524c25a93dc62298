// The flip points of an answer, computed along with it.
#pragma once

#include "evaluate/slice.hpp"
#include "lanes.hpp"
#include "scaleplan/recommend.hpp"

namespace scaleplan::plan {

/// Every assumed input, those that can change the stage first and the nearest first among them, then by what
/// they do to the bill; and the given ones that may be mistaken, where that would change the stage. `depends`
/// is of lane 0 of `evaluation`, that of `lanes`; the bills of choices that do not change the stage are left
/// out.
std::vector<InputFlips> flips(const Program& program, const Lanes& lanes, const Evaluation& evaluation,
                              const std::vector<Columns>& depends, const Recommendation& answer);

}  // namespace scaleplan::plan
