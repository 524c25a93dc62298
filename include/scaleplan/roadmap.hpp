// Month by month: users as they grow, the stage they need, what it costs, and when each move has to begin.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scaleplan/recommend.hpp"

namespace scaleplan {

/// How users grow, a month at a time.
struct GrowthModel {
  double share = 0;               ///< of what is there: 0.12 is 12 % a month; less than 0 shrinks
  double added = 0;               ///< users a month, for linear growth
  std::optional<double> ceiling;  ///< users that are never passed; with `share`, growth slows towards it
  std::vector<double> season;     ///< factors of the months from now on, over and over; empty: none
  std::optional<double>
      fit_error;  ///< of a history: how far it is off the fit, as a share (root mean square)
};

/// How many users there were on a day.
struct HistoryPoint {
  double days = 0;  ///< since any day
  double users = 0;
};

/// Growth in a month (730 h) by a straight line through the logarithms, with least squares. At least two
/// points on different days.
GrowthModel fit_growth(const std::vector<HistoryPoint>& history);

/// One month; month 0 is now.
struct RoadmapMonth {
  double users = 0;
  int stage = -1;     ///< the stage that is needed, -1 when none holds
  int planned = -1;   ///< the stage to be at: the needed one, unless that is needed too briefly for a move
  MoveSet taken = 0;  ///< moves of later stages that it runs with
  double usd_per_month = 0;  ///< of the planned stage with them
  double usd_so_far = 0;     ///< of this month and all before it
};

/// A change of the planned stage: to be done by the start of `month`.
struct RoadmapMove {
  int month = 0;
  int start = 0;      ///< month in which the work has to begin, at least 0
  bool late = false;  ///< whether the lead time reaches back before now
  int from = -1, to = -1;
  double users = 0;
  double usd_before = 0, usd_after = 0;  ///< a month, both at the load of the month of the move
};

/// A move that is not recommended: its stage is needed for too few months.
struct SkippedMove {
  int month = 0;
  int months = 0;  ///< for which it would be needed
  int to = -1;
  bool undone = false;  ///< whether it would be undone; else the next stage is taken at once
};

struct Roadmap {
  GrowthModel growth;
  int settle = 0;
  std::vector<RoadmapMonth> months;
  std::vector<RoadmapMove> moves;
  std::vector<SkippedMove> skipped;
};

/// The months from now until `months` from now, or until `until` users are reached, whichever is asked for; a
/// given load grows with its users. At most 1,200 months. A stage that is needed for fewer than `settle`
/// months is not moved to, unless the months end with it.
Roadmap roadmap(const Program& program, const Block& workload, const Recommendation& now,
                const GrowthModel& growth, std::optional<int> months, std::optional<double> until,
                int settle = 2);

/// The months ahead as chart and moves for a terminal (`ascii`: without Unicode), `scaleplan.roadmap/1`, CSV.
std::string roadmap_text(const Recommendation& now, const Roadmap& road, bool ascii, bool colour);
std::string roadmap_json(const Recommendation& now, const Roadmap& road);
std::string roadmap_csv(const Recommendation& now, const Roadmap& road);

}  // namespace scaleplan
