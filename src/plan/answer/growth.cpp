// Lets users grow and looks for the counts at which things end.
#include "growth.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace scaleplan::plan {
namespace {

/// The bounds of one end: it holds at `low`, and fails at `high` unless that was never tried.
struct Bracket {
  double low, high;
  double fill_low, fill_high;
  bool ended = false;  ///< whether it was seen to fail
  [[nodiscard]] bool open(double greatest) const { return high - low > 1 && low < greatest; }
};

/// Where a straight line through what is known ends; nothing where there is no line.
std::optional<double> guess(const Bracket& b, double users) {
  if (!b.ended) {
    // A need in proportion to users ends exactly there.
    return b.fill_low > 0 && b.low <= users ? std::optional(users / b.fill_low) : std::nullopt;
  }
  const double rise = b.fill_high - b.fill_low;
  if (!std::isfinite(rise) || rise <= 0) return std::nullopt;
  return b.low + (1 - b.fill_low) / rise * (b.high - b.low);
}

/// Cuts a bracket into eight parts: in proportion while its bounds are far apart, then evenly.
void cut(const Bracket& b, std::vector<double>& counts) {
  const double from = std::max(b.low, 1.0);
  const bool far = b.high > 4 * from;
  const double step = far ? std::sqrt(std::sqrt(std::sqrt(b.high / from))) : 1;
  double wish = far ? from : b.low;
  double last = b.low;
  for (int component = 1; component < 8; ++component) {
    wish = far ? wish * step : b.low + (b.high - b.low) * component / 8;
    const double count = std::max(std::floor(wish), last + 1);
    if (count >= b.high) return;
    counts.push_back(count);
    last = count;
  }
}

/// The counts to try for one end: beside the guess; once that was no good, also all over the bracket.
void tries(const Bracket& b, double users, double greatest, int round, std::vector<double>& counts) {
  const std::optional<double> near = guess(b, users);
  if (near) {
    const double first = std::floor(std::min(*near, greatest));
    for (const double count : {first, first + 1}) {
      if (count > b.low && count < b.high) counts.push_back(count);
    }
  }
  if (round > 1 || (round == 1 && !near)) cut(b, counts);
}

}  // namespace

Block GrowthSearch::at(const std::vector<double>& counts) const {
  Block block = Block::repeated(workload_, counts.size());
  for (std::size_t lane = 0; lane < counts.size(); ++lane) {
    for (std::size_t i = 0; i < program_.inputs.size(); ++i) {
      if (!program_.inputs[i].grows || !workload_.given(i, 0)) continue;
      const double grown = workload_.value(i, 0) * counts[lane] / users_;
      block.give(i, lane, std::min(grown, program_.inputs[i].high));
    }
    block.give(input_, lane, counts[lane]);
  }
  return block;
}

Columns GrowthSearch::varying() const {
  Columns all = bit_of(input_);
  for (std::size_t i = 0; i < program_.inputs.size(); ++i) {
    if (program_.inputs[i].grows && workload_.given(i, 0)) all |= bit_of(i);
  }
  return all;
}

std::vector<std::optional<double>> GrowthSearch::last(const std::vector<Fill>& fills,
                                                      const std::vector<double>& now,
                                                      const Slice& slice) const {
  const double greatest = program_.inputs[input_].high;
  std::vector<Bracket> all;
  all.reserve(now.size());
  for (const double fill : now) all.push_back({std::floor(users_), greatest + 1, fill, 0});
  for (int round = 0;; ++round) {
    std::vector<double> counts;
    for (const Bracket& one : all) {
      if (one.open(greatest)) tries(one, users_, greatest, round, counts);
    }
    if (counts.empty() && round == 1) continue;
    if (round == 0 && users_ < greatest) counts.push_back(greatest);
    std::sort(counts.begin(), counts.end());
    counts.erase(std::unique(counts.begin(), counts.end()), counts.end());
    if (counts.empty()) break;
    const Evaluation there = evaluate(program_, at(counts), slice, Picking::fit);
    for (std::size_t t = 0; t < all.size(); ++t) {
      Bracket& one = all[t];
      for (std::size_t lane = 0; lane < counts.size(); ++lane) {
        if (counts[lane] <= one.low || counts[lane] >= one.high) continue;
        const double fill = fills[t](there, lane);
        if (holds(fill)) {
          one.low = counts[lane];
          one.fill_low = fill;
          continue;
        }
        one.high = counts[lane];
        one.fill_high = fill;
        one.ended = true;
      }
    }
  }
  std::vector<std::optional<double>> ends;
  ends.reserve(all.size());
  for (const Bracket& one : all) {
    ends.push_back(one.low >= greatest ? std::nullopt : std::optional(one.low));
  }
  return ends;
}

std::optional<std::size_t> growing_input(const Program& program) {
  if (program.growing < 0) return std::nullopt;
  return static_cast<std::size_t>(program.growing);
}

}  // namespace scaleplan::plan
