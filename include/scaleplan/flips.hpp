// Flips of an answer: for each assumed input, the value at which another stage is needed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scaleplan/program.hpp"

namespace scaleplan {

struct Recommendation;
class Block;

/// A value of an input at which the stage is another one than now, in engine units (a choice: its index).
struct FlipPoint {
  double value = 0;
  int stage = -1;            ///< needed there, -1 if none holds
  double usd_per_month = 0;  ///< of that stage there
};

/// The effect of an input on the answer, within its published range.
struct InputFlips {
  const Input* input = nullptr;
  double now = 0;
  std::optional<FlipPoint> below, above;  ///< the nearest values that change the stage, to six digits
  std::vector<FlipPoint> choices;         ///< of a choice: the other values that change the stage
  std::optional<FlipPoint> mistaken;      ///< of a given one: the flip if it was meant otherwise
  double least_usd_per_month = 0, most_usd_per_month = 0;  ///< seen within the range
  bool assumed = true;                                     ///< else it was given, and may be mistaken
  bool known = false;  ///< whether anything can be said: a range is published, or no limit depends on it
  bool idle = false;   ///< whether neither a limit nor the bill depends on it, as things stand

  /// Whether some value changes the stage `now`.
  [[nodiscard]] bool moves(int stage) const;
  /// Whether it was assumed and cannot change the stage `now`.
  [[nodiscard]] bool settled(int stage) const { return assumed && known && !moves(stage); }
  /// How near that value is: 0 is here, 1 is twice or half of it; infinite when there is none.
  [[nodiscard]] double distance(int stage) const;
};

/// Widens least and most of the flips of `answer` by the bills of the other values of assumed choices.
void bill_choices(const Program& program, const Block& workload, Recommendation& answer);

/// The flips of an answer for a terminal, and as `scaleplan.flips/1`.
std::string flips_text(const Recommendation& answer, bool colour);
std::string flips_json(const Recommendation& answer);

}  // namespace scaleplan
