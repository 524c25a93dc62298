// Variations of one workload: the stage that each needs and what it costs, without the rest of an answer.
#pragma once

#include <vector>

#include "scaleplan/arrangement.hpp"

namespace scaleplan::plan {

/// Judges a block cheaply: all limits, but only the bills of those stages that are needed somewhere.
class WhatIf {
 public:
  WhatIf(const Program& program, const Block& block);

  /// The needed stage of a lane, -1 when none holds.
  [[nodiscard]] int stage(std::size_t lane) const { return stages_[lane]; }
  /// The bill of what to run there, USD a month; of the last stage where none holds.
  [[nodiscard]] double usd_per_month(std::size_t lane) const {
    return ways_[lane].taken().cost.usd_per_month();
  }

 private:
  std::vector<int> stages_;
  std::vector<Ways> ways_;
};

}  // namespace scaleplan::plan
