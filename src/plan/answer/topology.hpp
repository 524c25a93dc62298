// Reads a stage's components off an evaluation: counts, sizes, how full they are, what they cost.
#pragma once

#include <vector>

#include "scaleplan/recommend.hpp"

namespace scaleplan::plan {

/// The components of `stage` that are there for workload `lane`, in order.
std::vector<ComponentResult> topology(const Program& program, const Stage& stage,
                                      const Evaluation& evaluation, std::size_t lane);

}  // namespace scaleplan::plan
