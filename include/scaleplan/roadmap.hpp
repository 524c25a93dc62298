// Month by month: users as they grow, the stage they need, what it costs, and when each move has to begin.
#pragma once

#include <optional>
#include <vector>

#include "scaleplan/recommend.hpp"

namespace scaleplan {

/// How users grow, a month at a time.
struct Growth {
  double share = 0;               ///< of what is there: 0.12 is 12 % a month
  double added = 0;               ///< users a month, for linear growth
  std::optional<double> ceiling;  ///< users that are never passed; with `share`, growth slows towards it
};

/// One month; month 0 is now.
struct RoadmapMonth {
  double users = 0;
  int stage = -1;  ///< -1 when none holds
  double usd_per_month = 0;
  double usd_so_far = 0;  ///< of this month and all before it
};

/// A change of stage: needed from the start of `month` on.
struct RoadmapMove {
  int month = 0;
  int start = 0;      ///< month in which the work has to begin, at least 0
  bool late = false;  ///< whether the lead time reaches back before now
  int from = -1, to = -1;
  double users = 0;
  double usd_before = 0, usd_after = 0;  ///< a month
};

struct Roadmap {
  std::vector<RoadmapMonth> months;
  std::vector<RoadmapMove> moves;
};

/// The months from now until `months` from now, or until `until` users are reached, whichever is asked for; a
/// given load grows with its users. At most 1,200 months.
Roadmap roadmap(const Program& program, const Block& workload, const Recommendation& now,
                const Growth& growth, std::optional<int> months, std::optional<double> until);

}  // namespace scaleplan
