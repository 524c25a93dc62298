// How far an answer carries, computed along with it.
#pragma once

#include "evaluate/slice.hpp"
#include "scaleplan/recommend.hpp"

namespace scaleplan::plan {

/// Until when the stage of `answer` is chosen, limit by limit, how far its machines carry, and what lifts the
/// first of the two ends. `arranged` is the workload with the moves that are taken, `evaluation` that of it;
/// `depends` is of the workload without them.
Headroom headroom(const Program& program, const Block& workload, const Block& arranged,
                  const Evaluation& evaluation, const std::vector<Columns>& depends,
                  const Recommendation& answer);

}  // namespace scaleplan::plan
