// How near a flip is, and what choices that do not change the stage do to the bill.
#include <algorithm>
#include <limits>

#include "scaleplan/recommend.hpp"
#include "what_if.hpp"

namespace scaleplan {
namespace {

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
  return below || above || (mistaken && mistaken->stage != stage) || !choices.empty();
}

double InputFlips::distance(int stage) const {
  double nearest = std::numeric_limits<double>::infinity();
  if (below) nearest = std::min(nearest, doublings(now, below->value));
  if (above) nearest = std::min(nearest, doublings(now, above->value));
  if (mistaken && mistaken->stage != stage) nearest = std::min(nearest, doublings(now, mistaken->value));
  // A choice is no nearer or farther than another: behind what a small error of a number would change.
  if (!choices.empty()) nearest = std::min(nearest, 3.0);
  return nearest;
}

void bill_choices(const Program& program, const Block& workload, Recommendation& answer) {
  std::vector<std::pair<InputFlips*, double>> probes;
  for (InputFlips& flips : answer.flips) {
    if (flips.input->type == InputType::number || flips.idle) continue;
    const std::size_t count = flips.input->type == InputType::yes_no ? 2 : flips.input->values.size();
    for (std::size_t i = 0; i < count; ++i) {
      if (static_cast<double>(i) != flips.now) probes.emplace_back(&flips, static_cast<double>(i));
    }
  }
  if (probes.empty()) return;
  Block block = Block::repeated(workload, probes.size());
  for (std::size_t lane = 0; lane < probes.size(); ++lane) {
    block.give(static_cast<std::size_t>(probes[lane].first->input - program.inputs.data()), lane,
               probes[lane].second);
  }
  const plan::WhatIf there(program, block);
  for (std::size_t lane = 0; lane < probes.size(); ++lane) {
    const double usd = there.usd_per_month(lane);
    InputFlips& flips = *probes[lane].first;
    flips.least_usd_per_month = std::min(flips.least_usd_per_month, usd);
    flips.most_usd_per_month = std::max(flips.most_usd_per_month, usd);
  }
}

}  // namespace scaleplan
