// How far an answer carries, computed along with it.
#pragma once

#include "evaluate/slice.hpp"
#include "scaleplan/recommend.hpp"

namespace scaleplan::plan {

/// Until when the stage of `answer` is chosen, limit by limit, how far its machines carry, and what lifts the
/// first of the two ends. `depends` is of lane 0 of `evaluation`.
Headroom headroom(const Program& program, const Block& workload, const Evaluation& evaluation,
                  const std::vector<Columns>& depends, const Recommendation& answer);

}  // namespace scaleplan::plan
