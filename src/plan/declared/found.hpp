// Finds components among declared resources and counts them.
#pragma once

#include "query/query_evaluator.hpp"
#include "scaleplan/architecture.hpp"

namespace scaleplan::plan {

/// Every component that `program` can recognise, with the resources that make it.
std::vector<FoundComponent> found_components(const Program& program, QueryEvaluator& evaluator);

}  // namespace scaleplan::plan
