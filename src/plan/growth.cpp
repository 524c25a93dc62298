// Lets users grow and looks for the count at which something ends.
#include "growth.hpp"

#include <algorithm>
#include <cmath>

namespace scaleplan::plan {
namespace {

constexpr std::size_t probes = 15;  // counts tried at once: four bits of the answer a round

/// Counts between two bounds, both left out: spread evenly in proportion while the bounds are far apart, then
/// evenly.
std::vector<double> between(double low, double high) {
  std::vector<double> counts;
  const double parts = probes + 1;
  double last = low;
  const bool far = high > 4 * std::max(low, 1.0);
  const double step = far ? std::sqrt(std::sqrt(std::sqrt(std::sqrt(high / std::max(low, 1.0))))) : 1;
  double proportion = std::max(low, 1.0);
  for (std::size_t i = 1; i <= probes; ++i) {
    proportion *= step;
    const double wish = far ? proportion : low + (high - low) * static_cast<double>(i) / parts;
    const double count = std::floor(wish);
    if (count <= last || count >= high) continue;
    counts.push_back(count);
    last = count;
  }
  if (counts.empty() && high - low > 1) counts.push_back(low + 1);
  return counts;
}

}  // namespace

Block Growth::at(const std::vector<double>& counts) const {
  Block block(workload_.columns(), counts.size());
  for (std::size_t lane = 0; lane < counts.size(); ++lane) {
    block.copy(lane, workload_, 0);
    for (std::size_t i = 0; i < program_.inputs.size(); ++i) {
      if (!program_.inputs[i].grows || !workload_.given(i, 0)) continue;
      const double grown = workload_.value(i, 0) * counts[lane] / users_;
      block.give(i, lane, std::min(grown, program_.inputs[i].high));
    }
    block.give(input_, lane, counts[lane]);
  }
  return block;
}

std::optional<double> Growth::last(double guess, Extent extent, const Holds& holds) const {
  double low = std::floor(users_);
  const double greatest = program_.inputs[input_].high;
  double high = greatest + 1;
  const auto look = [&](const std::vector<double>& counts) {
    const Evaluation evaluation = evaluate(program_, at(counts), extent);
    for (std::size_t lane = 0; lane < counts.size(); ++lane) {
      if (!holds(evaluation, lane)) {
        high = counts[lane];
        return;
      }
      low = counts[lane];
    }
  };
  std::vector<double> counts;
  for (const double near : {std::floor(guess), std::floor(guess) + 1}) {
    if (near > low && near < high) counts.push_back(near);
  }
  if (!counts.empty()) look(counts);
  if (high > greatest && low < greatest) look({greatest});
  while (high - low > 1) look(between(low, high));
  if (low >= greatest) return std::nullopt;
  return low;
}

std::optional<std::size_t> growing_input(const Program& program) {
  if (program.growing < 0) return std::nullopt;
  return static_cast<std::size_t>(program.growing);
}

}  // namespace scaleplan::plan
