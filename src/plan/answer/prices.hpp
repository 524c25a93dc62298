// The dates of the prices in a bill, and those that no list gives.
#pragma once

#include "scaleplan/recommend.hpp"

namespace scaleplan::plan {

/// Fills in the oldest date and the remarks on prices of the topology of `answer`, which lane 0 of `from` is
/// of.
void remark_prices(const Evaluation& from, Recommendation& answer);

}  // namespace scaleplan::plan
