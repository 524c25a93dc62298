// A search over workloads: the stages and options ever chosen, and the places where more users need less.
#pragma once

#include <cstddef>
#include <vector>

#include "scaleplan/evaluate.hpp"
#include "scaleplan/program.hpp"

namespace scaleplan {

/// Two workloads that differ in users alone, of which the greater needs an earlier stage.
struct Regression {
  Block fewer, more;             ///< blocks of one
  int before = 0;                ///< stage chosen with fewer users, or the number of stages when none holds
  int after = 0;                 ///< stage chosen with more: an earlier one
  const Limit* limit = nullptr;  ///< of stage `after`, broken with fewer users and not with more
};

/// The result of a search; it proves presence, never absence.
struct Reach {
  std::vector<char> chosen;                ///< by stage
  std::vector<std::vector<char>> options;  ///< by decision and option
  std::vector<double> outage_more;         ///< by stage: greatest outage beyond that of the stage before
  std::vector<Regression> regressions;     ///< at most one for each limit
};

/// Tries users over their whole range, with every input at its default, its ends and its choices, one at a
/// time and together at random from a fixed seed.
Reach search_ladder(const Program& program);

}  // namespace scaleplan
