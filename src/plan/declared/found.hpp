// Finds parts among declared resources and counts them.
#pragma once

#include "query/query_evaluator.hpp"
#include "scaleplan/architecture.hpp"

namespace scaleplan::plan {

/// Every part that `program` can recognise, with the resources that make it.
std::vector<FoundPart> found_parts(const Program& program, QueryEvaluator& evaluator);

}  // namespace scaleplan::plan
