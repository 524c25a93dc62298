// What would change an answer: for each assumed input, the value at which another stage is needed.
#pragma once

#include <optional>
#include <vector>

#include "scaleplan/recommend.hpp"

namespace scaleplan {

/// A value of an input at which the stage is another one than now, in engine units (a choice: its index).
struct FlipPoint {
  double value = 0;
  int stage = -1;            ///< needed there, -1 if none holds
  double usd_per_month = 0;  ///< of that stage there
};

/// What an assumed input can do to the answer, within its published range.
struct InputFlips {
  const Input* input = nullptr;
  double now = 0;
  std::optional<FlipPoint> below, above;  ///< the nearest values that change the stage, exact to nine digits
  std::vector<FlipPoint> choices;  ///< of a choice: every other value, whether it changes the stage or not
  double least_usd_per_month = 0, most_usd_per_month = 0;  ///< seen within the range
  bool known = false;  ///< whether a range is published, so that anything can be said

  /// Whether some value changes the stage `now`.
  [[nodiscard]] bool moves(int stage) const;
  /// How near that value is: 0 is here, 1 is twice or half of it; infinite when there is none.
  [[nodiscard]] double distance(int stage) const;
};

/// Every assumed input, those that can change the stage first and the nearest first among them, then by what
/// they do to the bill.
std::vector<InputFlips> flips(const Program& program, const Block& workload, const Recommendation& answer);

}  // namespace scaleplan
