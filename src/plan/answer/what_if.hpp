// Variations of one workload: the stage that each needs and what it costs, without the rest of an answer.
#pragma once

#include <vector>

#include "scaleplan/evaluate.hpp"

namespace scaleplan::plan {

/// Judges a block cheaply: all limits, but only the bills of those stages that are needed somewhere.
class WhatIf {
 public:
  /// `otherwise` is the stage whose bill is taken where no stage holds.
  WhatIf(const Program& program, const Block& block, int otherwise);

  /// The chosen stage of a lane, -1 when none holds.
  [[nodiscard]] int stage(std::size_t lane) const { return stages_[lane]; }
  /// The bill of that stage, USD a month.
  [[nodiscard]] double usd_per_month(std::size_t lane) const { return usd_[lane]; }

 private:
  std::vector<int> stages_;
  std::vector<double> usd_;
};

}  // namespace scaleplan::plan
