// Lays one tree over another: how a rule file extends a rule file, and a stage changes a part.
#pragma once

#include <string_view>

#include "tree.hpp"

namespace scaleplan::read {

/// Keys that were removed, and where.
using Removals = std::vector<std::pair<std::string, Mark>>;

/// `over` laid over `base`, both of the section `kind` of rule files: maps merge key by key, a written `~`
/// removes a key (a fault where there is none), a single value that is short for a map of one key is laid
/// over as that map, anything else replaces; a key with nothing behind it is a fault where it would hide
/// something. `after: id` in a map moves it behind that sibling, `after: ~` before all, and a map with
/// `replace: yes` merges with nothing. What is new stays as it was written.
Node merged(const Node& base, const Node& over, std::string_view kind, Report& report,
            Removals* removed = nullptr);

}  // namespace scaleplan::read
