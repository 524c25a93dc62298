// Reads a stage's parts off an evaluation: counts, sizes, how full they are, what they cost.
#pragma once

#include <vector>

#include "scaleplan/recommend.hpp"

namespace scaleplan::plan {

/// The parts of `stage` that are there for workload `lane`, in order.
std::vector<PartResult> topology(const Program& program, const Stage& stage, const Evaluation& evaluation,
                                 std::size_t lane);

}  // namespace scaleplan::plan
