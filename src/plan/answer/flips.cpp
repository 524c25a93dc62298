// Looks along each assumed input for the value at which the stage changes.
// The chosen stage changes in two ways only: one of its own limits breaks, or an earlier stage comes to hold.
// So an input can move the stage only if a limit of the chosen stage depends on it (a breaker), or if all
// broken limits of some earlier stage do (a mender); inputs that are neither are not searched. A side of an
// input runs from the value assumed to an end of its published range. All sides of all inputs are probed
// together, four values each, in one block; a side whose stage never changes is dropped, any other keeps the
// first bracket in which it does. Brackets are then narrowed in rounds, again all in one block: two guesses
// from the utilization at both ends (one is exact for what grows in proportion, the other for what shrinks)
// and three points between. What was found is evaluated in a last block, with real picks.
#include "flips.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "scaleplan/missing.hpp"
#include "what_if.hpp"

namespace scaleplan {
namespace plan {
namespace {

/// A stage that is less full than this at both ends of a range is taken to hold between them.
constexpr double roomy = 0.5;
constexpr std::size_t steps = 4;  // looked at on each side before the first change is narrowed down

/// Values from `from` to `to`, `from` left out: in proportion where the range spans much, else evenly.
std::array<double, steps> along(double from, double to) {
  std::array<double, steps> values{};
  const bool far = from > 0 && to > 0 && (to / from > 4 || from / to > 4);
  const double root = far ? std::sqrt(std::sqrt(to / from)) : 1;
  double value = from;
  for (std::size_t i = 0; i < steps; ++i) {
    const double share = static_cast<double>(i + 1) / static_cast<double>(steps);
    value = far ? value * root : from + (to - from) * share;
    values[i] = value;
  }
  values.back() = to;
  return values;
}

/// One side of one input that is being looked along: the stage is the same at `same` and another at `other`.
struct Side {
  std::size_t flips;  ///< index into the result
  std::size_t input;
  double same, other;
  StageMargin at_same, at_other;
  bool above;

  /// Where a straight line between the two says that the stage changes, and where one of the inverse does:
  /// one of them is exact for what grows, or shrinks, in proportion.
  [[nodiscard]] std::array<double, 2> guesses() const {
    constexpr double full = 1 + 1e-9;  // as far as a limit holds
    const bool own = !holds(at_other.own);
    const double from = own ? at_same.own : at_same.before;
    const double to = own ? at_other.own : at_other.before;
    return {between((full - from) / (to - from)), between((1 / full - 1 / from) / (1 / to - 1 / from))};
  }

  [[nodiscard]] double between(double share) const {
    return share > 0 && share < 1 ? same + (other - same) * share : same + (other - same) / 2;
  }

  [[nodiscard]] bool narrow() const {
    return std::abs(other - same) <= std::max(std::abs(same), std::abs(other)) * 1e-6;
  }
};

class FlipSearch {
 public:
  FlipSearch(const Program& program, const Lanes& lanes, const Known& known, const Recommendation& answer)
      : program_(program),
        lanes_(lanes),
        now_(known.now),
        limits_(known.limits),
        depends_(known.depends),
        answer_(answer),
        judge_(known.probe),
        menders_(judge_.menders(now_, depends_)),
        movers_(menders_ | judge_.breakers(depends_)),
        matters_(movers_ | known.billed) {}

  std::vector<InputFlips> all() {
    for (const Assumption& assumption : answer_.assumptions) begin(assumption);
    look();
    while (narrow()) {
    }
    for (const Side& side : open_) {
      found_.push_back(
          {side.flips, side.input, side.other, side.above ? &InputFlips::above : &InputFlips::below});
    }
    mistakes();
    points();
    sort();
    return std::move(result_);
  }

 private:
  using Probe = std::pair<std::size_t, double>;  // input and value
  using Member = std::optional<FlipPoint> InputFlips::*;

  /// A value that changes the stage, to be looked at in full; without a member it is one of the choices.
  struct Found {
    std::size_t flips, input;
    double value;
    Member member = nullptr;
  };

  /// The workload itself, for what-ifs to be like it where they can, then a lane for each probe.
  Block block(const std::vector<Probe>& probes) const {
    Block all = Block::repeated(lanes_.block, probes.size() + 1);
    for (std::size_t i = 0; i < probes.size(); ++i) all.give(probes[i].first, i + 1, probes[i].second);
    return all;
  }

  void begin(const Assumption& assumption) {
    const Input& input = *assumption.input.input;
    const auto column = static_cast<std::size_t>(&input - program_.inputs.data());
    const double now = answer_.arrangement.stage.usd_per_month();
    InputFlips flips;
    flips.input = &input;
    flips.now = assumption.input.value;
    flips.least_usd_per_month = flips.most_usd_per_month = now;
    flips.idle = (matters_ & bit_of(column)) == 0;
    const bool can_move = (movers_ & bit_of(column)) != 0;
    flips.known = !can_move || input.type != InputType::number || assumption.low;
    if (assumption.low) {
      const auto [least, most] = std::minmax(assumption.low->usd_per_month, assumption.high->usd_per_month);
      flips.least_usd_per_month = std::min(least, now);
      flips.most_usd_per_month = std::max(most, now);
    }
    if (is_kind(input)) {
      for (const Reading& reading : answer_.readings) {
        flips.least_usd_per_month = std::min(flips.least_usd_per_month, reading.usd_per_month);
        flips.most_usd_per_month = std::max(flips.most_usd_per_month, reading.usd_per_month);
      }
    }
    result_.push_back(std::move(flips));
    if (can_move) open(input, column, assumption);
  }

  /// Whether the answer would have all its prices with another value of an input.
  [[nodiscard]] bool priced(std::size_t column, double value) const {
    if (program_.complete) return true;
    Block other(lanes_.block.columns(), 1);
    other.copy(0, lanes_.block, 0);
    other.give(column, 0, value);
    return missing_prices(program_, other).empty();
  }

  void open(const Input& input, std::size_t column, const Assumption& assumption) {
    const double now = assumption.input.value;
    if (input.type != InputType::number) {
      const std::size_t count = input.type == InputType::yes_no ? 2 : input.values.size();
      for (std::size_t i = 0; i < count; ++i) {
        if (static_cast<double>(i) != now && priced(column, static_cast<double>(i)))
          choices_.push_back({result_.size() - 1, column, static_cast<double>(i)});
      }
      return;
    }
    if (!input.has_published) return;
    const StageMargin here = judge_.at(now_, 0);
    const std::size_t ends = lanes_.of_input[column];
    const auto roomy_at = [&](std::size_t lane) {
      return judge_.fullest(bit_of(column), depends_, limits_, lane) < roomy;
    };
    if ((menders_ & bit_of(column)) == 0 && roomy_at(ends) && roomy_at(ends + 1)) return;
    for (const double end : {input.published_low, input.published_high}) {
      const bool above = end > now;
      if ((end == input.published_low) == above || end == now) continue;
      open_.push_back({result_.size() - 1, column, now, end, here, {}, above});
    }
  }

  /// Looks along every side and at every choice at once, and keeps those that change the stage, a side with
  /// the first bracket of its change.
  void look() {
    std::vector<Probe> probes;
    for (const Side& side : open_) {
      for (const double value : along(side.same, side.other)) probes.emplace_back(side.input, value);
    }
    for (const Found& choice : choices_) probes.emplace_back(choice.input, choice.value);
    if (probes.empty()) return;
    const Evaluation there = judge_.evaluate(block(probes));
    std::vector<Side> changed;
    std::size_t lane = 0;
    for (Side& side : open_) {
      const std::size_t end = lane + steps;
      while (lane < end && advance(side, probes[lane].second, judge_.at(there, lane + 1))) ++lane;
      if (lane < end) changed.push_back(side);
      lane = end;
    }
    for (const Found& choice : choices_) {
      if (!judge_.at(there, lane + 1).same()) found_.push_back(choice);
      ++lane;
    }
    open_ = std::move(changed);
  }

  /// Moves an end of the bracket to `value`; whether the stage is still the same there.
  static bool advance(Side& side, double value, const StageMargin& standing) {
    (standing.same() ? side.same : side.other) = value;
    (standing.same() ? side.at_same : side.at_other) = standing;
    return standing.same();
  }

  /// Cuts every bracket that is still wide; false when none is.
  bool narrow() {
    std::vector<Probe> probes;
    std::vector<std::size_t> which;
    for (std::size_t s = 0; s < open_.size(); ++s) {
      const Side& side = open_[s];
      if (side.narrow()) continue;
      const auto [near, inverse] = side.guesses();
      std::array<double, 7> tries = {near * (1 - 4e-11), near * (1 + 4e-11), inverse * (1 - 4e-11),
                                     inverse * (1 + 4e-11)};
      for (std::size_t i = 0; i < 3; ++i) {
        tries[i + 4] = side.between(static_cast<double>(i + 1) / 4);
      }
      std::sort(tries.begin(), tries.end(), [&](double a, double b) { return side.above ? a < b : a > b; });
      for (const double value : tries) {
        if ((value - side.same) * (value - side.other) >= 0) continue;  // not between them
        probes.emplace_back(side.input, value);
        which.push_back(s);
      }
    }
    if (probes.empty()) return false;
    const Evaluation there = judge_.evaluate(block(probes));
    for (std::size_t lane = 0; lane < probes.size(); ++lane) {
      Side& side = open_[which[lane]];
      const double value = probes[lane].second;
      if ((value - side.same) * (value - side.other) >= 0) continue;  // beyond the first change
      advance(side, value, judge_.at(there, lane + 1));
    }
    return true;
  }

  /// Tries given values that may be mistaken, as if they were.
  void mistakes() {
    for (const InputValue& value : answer_.inputs) {
      const Input& input = *value.input;
      if (value.origin != Origin::given || input.mistaken == none) continue;
      const double other = now_.at(input.mistaken, 0);
      if (!(other >= input.low && other <= input.high) || other == value.value) continue;
      InputFlips flips;
      flips.input = &input;
      flips.now = value.value;
      flips.least_usd_per_month = flips.most_usd_per_month = answer_.arrangement.stage.usd_per_month();
      flips.known = true;
      flips.assumed = false;
      result_.push_back(std::move(flips));
      const auto column = static_cast<std::size_t>(&input - program_.inputs.data());
      found_.push_back({result_.size() - 1, column, other, &InputFlips::mistaken});
    }
  }

  /// The stage and the bill at everything that was found, in one block.
  void points() {
    if (found_.empty()) return;
    std::vector<Probe> probes;
    for (const Found& found : found_) probes.emplace_back(found.input, found.value);
    const WhatIf there(program_, block(probes));
    for (std::size_t lane = 0; lane < found_.size(); ++lane) {
      const Found& found = found_[lane];
      const double usd = there.usd_per_month(lane + 1);
      InputFlips& flips = result_[found.flips];
      const FlipPoint point{found.value, there.stage(lane + 1), usd};
      flips.least_usd_per_month = std::min(flips.least_usd_per_month, usd);
      flips.most_usd_per_month = std::max(flips.most_usd_per_month, usd);
      if (found.member == nullptr) {
        flips.choices.push_back(point);
      } else {
        flips.*found.member = point;
      }
    }
  }

  /// Whether the input says what kind of number the question has.
  [[nodiscard]] bool is_kind(const Input& input) const {
    return program_.readings.input >= 0 && &input == &program_.inputs[as_index(program_.readings.input)];
  }

  /// The kind of the number first, since all else is read by it.
  void sort() {
    std::stable_sort(result_.begin(), result_.end(), [&](const InputFlips& a, const InputFlips& b) {
      if (is_kind(*a.input) != is_kind(*b.input)) return is_kind(*a.input);
      const double near_a = a.distance(answer_.chosen);
      const double near_b = b.distance(answer_.chosen);
      if (near_a != near_b) return near_a < near_b;
      return a.most_usd_per_month - a.least_usd_per_month > b.most_usd_per_month - b.least_usd_per_month;
    });
  }

  const Program& program_;
  const Lanes& lanes_;
  const Evaluation& now_;
  const Evaluation& limits_;
  const std::vector<Columns>& depends_;
  const Recommendation& answer_;
  const StageProbe& judge_;
  Columns menders_, movers_, matters_;
  std::vector<InputFlips> result_;
  std::vector<Side> open_;
  std::vector<Found> choices_, found_;
};

}  // namespace

std::vector<InputFlips> flips(const Program& program, const Lanes& lanes, const Known& known,
                              const Recommendation& answer) {
  return FlipSearch(program, lanes, known, answer).all();
}

}  // namespace plan
}  // namespace scaleplan
