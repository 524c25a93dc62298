// Recognises parts among declared resources and counts them.
#pragma once

#include "query/asking.hpp"
#include "scaleplan/architecture.hpp"

namespace scaleplan::plan {

/// Every part that `program` can recognise, with the resources that make it.
std::vector<FoundPart> found_parts(const Program& program, Asking& asking);

}  // namespace scaleplan::plan
