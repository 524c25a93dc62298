// One mistake, one message: findings that follow from the same word become one, where the mistake is.
#pragma once

#include "definitions.hpp"

namespace scaleplan::read {

/// Settles the words of `report` that nothing declares: a declaration that is misspelled is told once, where
/// it stands; what an extension removed is told where it is removed; other repetitions are counted.
void settle(Report& report, const Definitions& all);

}  // namespace scaleplan::read
