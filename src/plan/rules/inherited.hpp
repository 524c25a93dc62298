// Finds what a rule set keeps as it is in the one that it extends.
#pragma once

#include <vector>

#include "scaleplan/cases.hpp"

namespace scaleplan::plan {

/// Marks in `into` the limits that need and allow in `base` what they do in `program` for every case, the
/// options that are asked the same there, and the stages that are there.
void mark_inherited(const Program& program, const Program& base, const std::vector<CaseResult>& cases,
                    Coverage& into);

}  // namespace scaleplan::plan
