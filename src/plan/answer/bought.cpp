// Holds what is needed against what units that are there can do.
#include "bought.hpp"

#include <algorithm>

#include "evaluate/pick.hpp"

namespace scaleplan::plan {

Fullest fullest(const Machines& bought, const Evaluation& evaluation, std::size_t lane) {
  const Pick& pick = *bought.pick;
  const double left = left_of(bought.count, bought.zones);
  Fullest worst;
  for (std::size_t k = 0; k < pick.needs.size(); ++k) {
    const Need& need = pick.needs[k];
    const double shared = evaluation.at(need.shared, lane);
    const double each = need.each == none ? 0 : evaluation.at(need.each, lane);
    const std::size_t cell = bought.row * pick.needs.size() + k;
    const double healthy = utilization(shared + each * bought.count, pick.sizes.healthy[cell] * bought.count);
    const double lost =
        bought.zones > 1 ? utilization(shared + each * left, pick.sizes.zone_lost[cell] * left) : 0;
    if (std::max(healthy, lost) <= worst.fill) continue;
    worst = {std::max(healthy, lost), &need, lost > healthy};
  }
  return worst;
}

}  // namespace scaleplan::plan
