// Until when an answer stands: how many users its stage carries, and how many the machines as they are
// bought.
#pragma once

#include <optional>
#include <vector>

#include "scaleplan/recommend.hpp"

namespace scaleplan {

/// The user count up to which one limit of the chosen stage holds; nothing where it holds for any.
struct LimitEnd {
  const Limit* limit = nullptr;
  std::optional<double> users;
};

/// Every limit of the chosen stage with the last whole user count at which it holds, soonest first; exact to
/// the user. A given load grows with its users. Empty when no stage holds or the rule set has no `users`.
std::vector<LimitEnd> limit_ends(const Program& program, const Block& workload, const Recommendation& answer);

}  // namespace scaleplan
