// How far an answer carries, computed along with it.
#pragma once

#include "scaleplan/recommend.hpp"

namespace scaleplan::plan {

/// Until when the stage of `answer` is chosen, how far its machines carry, and what lifts the first of the
/// two ends.
Headroom headroom(const Program& program, const Block& workload, const Evaluation& evaluation,
                  const Recommendation& answer);

}  // namespace scaleplan::plan
