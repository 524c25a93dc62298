// Whether a bill can be made, or a price that it needs is missing.
#pragma once

#include "scaleplan/evaluate.hpp"

namespace scaleplan::plan {

/// Whether no price is missing that the bill of `stage` needs for workload `lane`.
bool priced(const Program& program, const Stage& stage, const Evaluation& from, std::size_t lane);

}  // namespace scaleplan::plan
