// Lays one tree over another: how a rule file extends a rule file, and a stage changes a part.
#pragma once

#include "tree.hpp"

namespace scaleplan::read {

/// Keys that were removed, and where.
using Removals = std::vector<std::pair<std::string, Mark>>;

/// `over` laid over `base`: maps merge key by key, `~` removes a key (a fault where there is none), anything
/// else replaces; `after: id` in a map moves it behind that sibling, and a map with `replace: yes` merges
/// with nothing. What is new stays as it was written.
Node merged(const Node& base, const Node& over, Report& report, Removals* removed = nullptr);

}  // namespace scaleplan::read
