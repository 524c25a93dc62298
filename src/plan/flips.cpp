// Looks along each assumed input for the value at which the stage changes.
#include "scaleplan/flips.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace scaleplan {
namespace {

constexpr double seconds_a_month = 730.0 * 3600;
constexpr std::size_t steps = 16;  // looked at on each side before the first change is narrowed down
constexpr std::size_t parts = 8;   // a bracket is cut into, each round

/// Values from `from` to `to`, `from` left out: in proportion where the range spans much, else evenly.
std::vector<double> along(double from, double to, std::size_t count) {
  std::vector<double> values;
  const bool far = from > 0 && to > 0 && (to / from > 4 || from / to > 4);
  double root = from > 0 ? to / from : 1;
  for (std::size_t n = count; far && n > 1; n /= 2) root = std::sqrt(root);  // `count` is a power of two
  double value = from;
  for (std::size_t i = 1; i <= count; ++i) {
    value = far ? value * root : from + (to - from) * static_cast<double>(i) / static_cast<double>(count);
    values.push_back(i == count ? to : value);
  }
  return values;
}

/// One side of one input that is being looked along.
struct Side {
  std::size_t flips;  ///< index into the result
  std::size_t input;
  double same, other;  ///< values with the present stage and, once found, with another
  bool above;
};

class Look {
 public:
  Look(const Program& program, const Block& workload, const Recommendation& answer)
      : program_(program), workload_(workload), answer_(answer) {}

  std::vector<InputFlips> all() {
    for (const Assumption& assumption : answer_.assumptions) begin(assumption.input);
    sides();
    while (narrow()) {
    }
    for (const Side& side : open_) {
      const Evaluation at = evaluate(program_, block({{side.input, side.other}}));
      auto& flips = result_[side.flips];
      (side.above ? flips.above : flips.below) = point(at, 0, side.other);
    }
    std::stable_sort(result_.begin(), result_.end(), [&](const InputFlips& a, const InputFlips& b) {
      const double near_a = a.distance(answer_.chosen);
      const double near_b = b.distance(answer_.chosen);
      if (near_a != near_b) return near_a < near_b;
      return a.most_usd_per_month - a.least_usd_per_month > b.most_usd_per_month - b.least_usd_per_month;
    });
    return std::move(result_);
  }

 private:
  using Probe = std::pair<std::size_t, double>;  // input and value

  Block block(const std::vector<Probe>& probes) const {
    Block all(workload_.columns(), probes.size());
    for (std::size_t lane = 0; lane < probes.size(); ++lane) {
      all.copy(lane, workload_, 0);
      all.give(probes[lane].first, lane, probes[lane].second);
    }
    return all;
  }

  FlipPoint point(const Evaluation& at, std::size_t lane, double value) const {
    const int stage = chosen_stage(program_, at, lane);
    const Stage& priced = program_.stages[static_cast<std::size_t>(stage >= 0 ? stage : answer_.shown)];
    return {value, stage, (at.at(priced.firm, lane) + at.at(priced.soft, lane)) * seconds_a_month};
  }

  static void seen(InputFlips& flips, const FlipPoint& point) {
    flips.least_usd_per_month = std::min(flips.least_usd_per_month, point.usd_per_month);
    flips.most_usd_per_month = std::max(flips.most_usd_per_month, point.usd_per_month);
  }

  void begin(const InputValue& value) {
    const Input& input = *value.input;
    const auto column = static_cast<std::size_t>(&input - program_.inputs.data());
    const double now = answer_.stages[static_cast<std::size_t>(answer_.shown)].usd_per_month();
    InputFlips flips{&input, value.value, {}, {}, {}, now, now, false};
    if (input.type != InputType::number) {
      choices(flips, column);
    } else if (input.has_published) {
      flips.known = true;
      if (input.published_low < value.value)
        open_.push_back({result_.size(), column, value.value, input.published_low, false});
      if (input.published_high > value.value)
        open_.push_back({result_.size(), column, value.value, input.published_high, true});
    }
    result_.push_back(std::move(flips));
  }

  void choices(InputFlips& flips, std::size_t column) const {
    flips.known = true;
    const std::size_t count = flips.input->type == InputType::yes_no ? 2 : flips.input->values.size();
    std::vector<Probe> probes;
    for (std::size_t i = 0; i < count; ++i) {
      if (static_cast<double>(i) != flips.now) probes.emplace_back(column, static_cast<double>(i));
    }
    if (probes.empty()) return;
    const Evaluation at = evaluate(program_, block(probes));
    for (std::size_t lane = 0; lane < probes.size(); ++lane) {
      flips.choices.push_back(point(at, lane, probes[lane].second));
      seen(flips, flips.choices.back());
    }
  }

  /// Looks along every side at once and keeps those on which the stage changes, with the first bracket of the
  /// change.
  void sides() {
    std::vector<Probe> probes;
    for (const Side& side : open_) {
      for (const double value : along(side.same, side.other, steps)) probes.emplace_back(side.input, value);
    }
    if (probes.empty()) return;
    const Evaluation at = evaluate(program_, block(probes));
    std::vector<Side> changed;
    for (std::size_t s = 0; s < open_.size(); ++s) {
      Side side = open_[s];
      for (std::size_t i = 0; i < steps; ++i) {
        const std::size_t lane = s * steps + i;
        const FlipPoint there = point(at, lane, probes[lane].second);
        seen(result_[side.flips], there);
        if (there.stage == answer_.chosen) {
          if (changed.empty() || changed.back().flips != side.flips || changed.back().above != side.above)
            side.same = there.value;
          continue;
        }
        if (!changed.empty() && changed.back().flips == side.flips && changed.back().above == side.above)
          continue;
        side.other = there.value;
        changed.push_back(side);
      }
    }
    open_ = std::move(changed);
  }

  /// Cuts every bracket that is still wide; false when none is.
  bool narrow() {
    std::vector<Probe> probes;
    std::vector<std::size_t> which;
    for (std::size_t s = 0; s < open_.size(); ++s) {
      const Side& side = open_[s];
      const double size = std::max(std::abs(side.same), std::abs(side.other));
      if (std::abs(side.other - side.same) <= size * 1e-10) continue;
      which.push_back(s);
      for (std::size_t i = 1; i < parts; ++i) {
        const double share = static_cast<double>(i) / static_cast<double>(parts);
        probes.emplace_back(side.input, side.same + (side.other - side.same) * share);
      }
    }
    if (probes.empty()) return false;
    const std::vector<int> stages = chosen_stages(program_, block(probes));
    for (std::size_t k = 0; k < which.size(); ++k) {
      Side& side = open_[which[k]];
      for (std::size_t i = 0; i + 1 < parts; ++i) {
        const std::size_t lane = k * (parts - 1) + i;
        if (stages[lane] != answer_.chosen) {
          side.other = probes[lane].second;
          break;
        }
        side.same = probes[lane].second;
      }
    }
    return true;
  }

  const Program& program_;
  const Block& workload_;
  const Recommendation& answer_;
  std::vector<InputFlips> result_;
  std::vector<Side> open_;
};

/// How far a value is from another, in doublings; what is next to nothing is far.
double doublings(double from, double to) {
  if (from == to) return 0;
  if (from <= 0 || to <= 0) return 40;
  double ratio = std::max(from, to) / std::min(from, to);
  double count = 0;
  for (; ratio >= 2 && count < 40; ratio /= 2) ++count;
  return count + (ratio - 1);
}

}  // namespace

bool InputFlips::moves(int stage) const {
  return below || above ||
         std::any_of(choices.begin(), choices.end(), [&](const FlipPoint& c) { return c.stage != stage; });
}

double InputFlips::distance(int stage) const {
  double nearest = std::numeric_limits<double>::infinity();
  if (below) nearest = std::min(nearest, doublings(now, below->value));
  if (above) nearest = std::min(nearest, doublings(now, above->value));
  // A choice is no nearer or farther than another: behind what a small error of a number would change.
  for (const FlipPoint& choice : choices) {
    if (choice.stage != stage) nearest = std::min(nearest, 3.0);
  }
  return nearest;
}

std::vector<InputFlips> flips(const Program& program, const Block& workload, const Recommendation& answer) {
  return Look(program, workload, answer).all();
}

}  // namespace scaleplan
