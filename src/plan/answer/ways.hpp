// What running a stage costs, read off an evaluation.
#pragma once

#include "scaleplan/arrangement.hpp"

namespace scaleplan::plan {

/// The bill and the upkeep of `stage` for workload `lane`.
RunningCost running_cost(const Program& program, const Stage& stage, const Evaluation& from,
                         std::size_t lane);

}  // namespace scaleplan::plan
