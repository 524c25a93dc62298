// How full units of one size are when they stay as they are and the workload does not.
#pragma once

#include <cstddef>

#include "scaleplan/evaluate.hpp"

namespace scaleplan::plan {

/// Units of one size that are there.
struct Machines {
  const Pick* pick = nullptr;
  std::size_t row = 0;  ///< of the size in the pick's table
  double count = 1, zones = 1;
};

/// The need of which something is fullest.
struct Fullest {
  double fill = 0;
  const Need* need = nullptr;  ///< null when nothing is needed
  bool zone_lost = false;      ///< whether it is fullest while a zone is lost
};

/// How full `bought` is for workload `lane`, at its fullest need.
Fullest fullest(const Machines& bought, const Evaluation& evaluation, std::size_t lane);

}  // namespace scaleplan::plan
