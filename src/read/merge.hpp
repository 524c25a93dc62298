// Lays one tree over another: how a rule file extends a rule file, and a stage changes a part.
#pragma once

#include "tree.hpp"

namespace scaleplan::read {

/// `over` laid over `base`: maps merge key by key, `~` removes a key (a fault where there is none), anything
/// else replaces; `after: id` in a map moves it behind that sibling. What is new stays as it was written.
Node merged(const Node& base, const Node& over, Report& report);

}  // namespace scaleplan::read
