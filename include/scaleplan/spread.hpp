// Inputs given as ranges: the stages they cover, and the stage of least regret.
#pragma once

#include <cstddef>
#include <vector>

#include "scaleplan/evaluate.hpp"

namespace scaleplan {

/// An input of which a range is known, in engine units; half of what is possible is above `likely`.
struct InputRange {
  std::size_t input = 0;  ///< index into Program::inputs
  double low = 0, likely = 0, high = 0;
  bool given = true;  ///< else the published range of an assumed input
};

/// Which stages hold over the ranges.
struct Spread {
  std::vector<InputRange> ranges;
  std::size_t points = 0;
  int low = -1, likely = -1, high = -1;  ///< stage with every input at its low, likely, high; -1: none holds
  std::vector<double> shares;            ///< by stage, the share of the points that need it; last: none holds
  int least_regret = -1;                 ///< -1 when building none of them is regretted least
};

/// The middle of a range: in proportion where it spans a factor of two or more, else half way.
double middle_of(double low, double high);

/// Looks at `points` workloads spread evenly over the ranges; the others of `workload` stay. Always the same
/// ones: a Kronecker sequence by the roots of primes.
Spread spread(const Program& program, const Block& workload, const std::vector<InputRange>& ranges,
              std::size_t points);

/// `workload` with each range at the end that needs the later stage, or costs more, the others being likely.
Block most_demanding(const Program& program, const Block& workload, const std::vector<InputRange>& ranges);

}  // namespace scaleplan
