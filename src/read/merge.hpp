// Lays one tree over another: how a rule file extends a rule file, and a stage changes a part.
#pragma once

#include "tree.hpp"

namespace scaleplan::read {

/// `over` laid over `base`: maps merge key by key, `~` removes a key, anything else replaces; `after: id` in a map
/// moves it behind that sibling. `removing_absent` says whether `~` on a key that is not there is a fault.
Node merged(const Node& base, const Node& over, bool removing_absent, Report& report);

}  // namespace scaleplan::read
