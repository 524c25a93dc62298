// Spreads points over ranges, judges them in blocks, and weighs what building each stage would cost.
#include "scaleplan/spread.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

#include "evaluate/logarithm.hpp"
#include "scaleplan/recommend.hpp"

namespace scaleplan {
namespace {

bool in_proportion(double low, double high) { return low > 0 && high >= 2 * low; }

/// The first primes: as many as there are inputs in the ranges, at least.
std::vector<double> primes(std::size_t count) {
  std::vector<double> all;
  for (double candidate = 2; all.size() < count; ++candidate) {
    const bool prime = std::none_of(all.begin(), all.end(), [&](double p) {
      return p * p <= candidate && std::floor(candidate / p) * p == candidate;
    });
    if (prime) all.push_back(candidate);
  }
  return all;
}

/// The value at `share` of the way through a range, half of the way below what is likely.
double value_at(const InputRange& range, double share) {
  const bool below = share < 0.5;
  const double from = below ? range.low : range.likely;
  const double to = below ? range.likely : range.high;
  const double component = below ? 2 * share : 2 * share - 1;
  if (!in_proportion(range.low, range.high) || from == to) return from + (to - from) * component;
  const double value = from * plan::exponential(component * plan::natural_log(to / from));
  return std::min(std::max(value, from), to);
}

/// The workload with every range at one of its ends or in its middle, a lane each.
Block corners(const Block& workload, const std::vector<InputRange>& ranges) {
  Block block = Block::repeated(workload, 3);
  for (std::size_t lane = 0; lane < 3; ++lane) {
    for (const InputRange& range : ranges) {
      block.give(range.input, lane, lane == 0 ? range.low : lane == 1 ? range.likely : range.high);
    }
  }
  return block;
}

Block sample(const Block& workload, const std::vector<InputRange>& ranges, std::size_t points) {
  Block block = Block::repeated(workload, points);
  const std::vector<double> roots = primes(ranges.size());
  for (std::size_t r = 0; r < ranges.size(); ++r) {
    const double root = std::sqrt(roots[r]);
    // In whole numbers, so that the millionth point is as exact as the first.
    const auto step = static_cast<std::uint64_t>((root - std::floor(root)) * 0x1p53) << 11;
    std::uint64_t at = std::uint64_t{1} << 63;
    for (std::size_t lane = 0; lane < points; ++lane) {
      at += step;
      block.give(ranges[r].input, lane, value_at(ranges[r], static_cast<double>(at >> 11) * 0x1p-53));
    }
  }
  return block;
}

/// The stage with the least sum of weighted distances from what is needed; the simpler one of two.
int least_regretted(const Program& program, const std::vector<double>& shares) {
  double least = 0;
  int best = -1;
  for (std::size_t built = 0; built + 1 < shares.size(); ++built) {
    double regret = 0;
    for (std::size_t needed = 0; needed < shares.size(); ++needed) {
      const double weight = needed > built ? program.regret.too_small : program.regret.too_big;
      const double apart = static_cast<double>(needed > built ? needed - built : built - needed);
      regret += shares[needed] * weight * apart;
    }
    if (best >= 0 && regret >= least * (1 - 1e-12)) continue;
    least = regret;
    best = static_cast<int>(built);
  }
  return best;
}

}  // namespace

double middle_of(double low, double high) {
  return in_proportion(low, high) ? std::sqrt(low) * std::sqrt(high) : low + (high - low) / 2;
}

Spread spread(const Program& program, const Block& workload, const std::vector<InputRange>& ranges,
              std::size_t points) {
  Spread result;
  result.ranges = ranges;
  result.points = points;
  const std::vector<int> ends = chosen_stages(program, corners(workload, ranges));
  result.low = ends[0];
  result.likely = ends[1];
  result.high = ends[2];
  std::vector<std::size_t> counts(program.stages.size() + 1);
  for (const int stage : chosen_stages(program, sample(workload, ranges, points))) {
    ++counts[stage < 0 ? program.stages.size() : static_cast<std::size_t>(stage)];
  }
  for (const std::size_t count : counts) {
    result.shares.push_back(static_cast<double>(count) / static_cast<double>(points));
  }
  result.least_regret = least_regretted(program, result.shares);
  return result;
}

Block most_demanding(const Program& program, const Block& workload, const std::vector<InputRange>& ranges) {
  const auto stage_and_cost = [&](const InputRange& range, double end) {
    Block block = workload;
    block.give(range.input, 0, end);
    const Recommendation answer = recommend(program, block);
    const int stage = answer.chosen < 0 ? static_cast<int>(answer.stages.size()) : answer.chosen;
    return std::pair(stage, answer.arrangement.stage.usd_per_month());
  };
  Block result = workload;
  for (const InputRange& range : ranges) {
    const bool low = stage_and_cost(range, range.low) > stage_and_cost(range, range.high);
    result.give(range.input, 0, low ? range.low : range.high);
  }
  return result;
}

}  // namespace scaleplan
