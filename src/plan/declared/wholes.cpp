// Takes the least and the most of every group.
#include "wholes.hpp"

#include <algorithm>

namespace scaleplan::plan {

void spread(FoundComponent& component, const std::map<std::string, Whole>& wholes) {
  const auto over = [&](Amount& amount, auto of) {
    const bool bounded = !amount.open;
    if (bounded) amount.most = amount.least;
    for (const auto& [key, whole] : wholes) {
      if (whole.instances.least == 0) continue;
      const int least = of(whole);
      amount.least = std::min(amount.least, least);
      if (bounded) amount.most = std::max(amount.most, least);
    }
    amount.open = amount.open || amount.most > amount.least;
    if (!amount.open) amount.most = Amount().most;
  };
  over(component.instances, [](const Whole& whole) { return whole.instances.least; });
  over(component.zones, [](const Whole& whole) { return std::max(whole.zones.count(), 1); });
  over(component.copies, [](const Whole& whole) { return std::max(whole.copies.least, 1); });
}

}  // namespace scaleplan::plan
