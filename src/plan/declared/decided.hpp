// Collects the inputs of the workload that a declaration decides.
#pragma once

#include <vector>

#include "query/query_evaluator.hpp"
#include "scaleplan/architecture.hpp"

namespace scaleplan::plan {

/// The inputs that the resources of the groups that count, and the declaration as a whole, decide; of each
/// input the first value.
std::vector<DecidedValue> decided_values(const Program& program, QueryEvaluator& evaluator,
                                         const std::vector<FoundComponent>& components);

}  // namespace scaleplan::plan
