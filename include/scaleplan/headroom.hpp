// Until when an answer stands: how many users its stage carries, limit by limit, and how many the machines as
// they are bought.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scaleplan/program.hpp"

namespace scaleplan {

struct Recommendation;

/// The replacement for the machines of a component when they are full.
struct Step {
  const Component* component = nullptr;
  const Need* need = nullptr;  ///< the need that fills them
  bool zone_lost = false;      ///< while a zone is lost
  int count = 1;
  Text size;
  bool resized = false;  ///< whether another size is taken, and not only more of the same
  double usd_per_month_more = 0;
};

/// The user count up to which one limit of the chosen stage holds; nothing where it holds for any.
struct LimitEnd {
  const Limit* limit = nullptr;
  double utilization = 0;  ///< now
  std::optional<double> users;
};

/// Until when the answer stands, in whole users; a given load grows with them. Exact to the user.
struct Headroom {
  double users = 0;                ///< those of the question; 0 when no stage holds
  std::optional<double> stage;     ///< the last count at which the stage is the answer; nothing: without end
  const Limit* ends_by = nullptr;  ///< the limit that then breaks
  int next = -1;                   ///< the stage at one user more, -1 if none holds
  double next_usd_per_month_more = 0;  ///< of that stage at that count, against the present one
  std::optional<double> machines;  ///< the last count that the machines as bought carry; nothing: without end
  std::optional<Step> step;        ///< the step that lifts that end when it comes before the stage's
  std::vector<LimitEnd> limits;    ///< every limit of the chosen stage, soonest end first
};

/// The headroom of an answer for a terminal, and as `scaleplan.headroom/1`.
std::string headroom_text(const Recommendation& answer, bool colour);
std::string headroom_json(const Recommendation& answer);

}  // namespace scaleplan
