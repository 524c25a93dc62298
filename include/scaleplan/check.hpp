// Whether what is declared is enough: a stage held against what a workload needs.
#pragma once

#include <optional>
#include <string_view>

#include "scaleplan/recommend.hpp"

namespace scaleplan {

enum class Verdict { enough, too_small, larger_than_needed };

/// A declared stage against the one that is needed.
struct Check {
  Verdict verdict = Verdict::enough;
  int declared = 0;
  int needed = -1;                  ///< -1 when no stage holds
  double usd_per_month_needed = 0;  ///< of the needed stage less that of the declared one
};

/// Holds the stage at index `declared` against the answer.
Check check_stage(const Recommendation& answer, int declared);

}  // namespace scaleplan
