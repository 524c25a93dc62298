// Reads demands off columns.
#include "demand.hpp"

#include <algorithm>
#include <cmath>

namespace scaleplan::plan {
namespace {

std::size_t group_of(const Pick& pick, const Evaluation& from, std::size_t lane) {
  std::size_t group = 0;
  for (std::size_t i = 0; i < pick.selectors.size(); ++i) {
    group = group * static_cast<std::size_t>(pick.radix[i]) +
            static_cast<std::size_t>(from.at(pick.selectors[i], lane));
  }
  return group;
}

}  // namespace

Demand demand_of(const Pick& pick, const Evaluation& from, std::size_t lane) {
  Demand demand;
  for (std::size_t k = 0; k < pick.needs.size(); ++k) {
    demand.shared[k] = std::max(from.at(pick.needs[k].shared, lane), 0.0);
    demand.each[k] = pick.needs[k].each == none ? 0 : std::max(from.at(pick.needs[k].each, lane), 0.0);
  }
  demand.least = std::max(1.0, std::ceil(from.at(pick.least, lane)));
  demand.greatest = std::max(1.0, std::floor(from.at(pick.greatest, lane)));
  demand.zones = std::max(1.0, from.at(pick.zones, lane));
  demand.copies = from.at(pick.copies, lane);
  demand.aim = from.at(pick.aim, lane);
  demand.surcharge = from.at(pick.surcharge, lane);
  for (std::size_t k = 0; k < as_index(pick.sizes.factors); ++k)
    demand.factors[k] = pick.factors.empty() || pick.factors[k] == none ? 1 : from.at(pick.factors[k], lane);
  demand.group = group_of(pick, from, lane);
  return demand;
}

}  // namespace scaleplan::plan
