// Lays one tree over another: how a rule file extends a rule file, and a stage changes a component.
#pragma once

#include <string_view>

#include "tree.hpp"

namespace scaleplan::read {

/// A key that is new, and nearly one of those that it is laid over.
struct Lookalike {
  std::string key, near;
  Mark at, end;                 ///< from its key to behind its value
  std::vector<Mark> also_near;  ///< the keys in it that the near one has as well, itself the first
};

/// The changes of a file to those that it extends.
struct Overlaid {
  std::vector<std::pair<std::string, Mark>> removed;  ///< keys, and where
  std::vector<Lookalike> lookalikes;
};

/// `over` laid over `base`, both of the section `kind` of rule files: maps merge key by key, a written `~`
/// removes a key (a fault where there is none), a single value that is short for a map of one key is laid
/// over as that map, anything else replaces; a key with nothing behind it is a fault where it would hide
/// something. `after: id` in a map moves it behind that sibling, `after: ~` before all, and a map with
/// `replace: yes` merges with nothing. What is new stays as it was written. Maps have the place of `over`;
/// where files are laid over each other, which `overlaid` is for, that of `base`.
Node merged(const Node& base, const Node& over, std::string_view kind, Report& report,
            Overlaid* overlaid = nullptr);

}  // namespace scaleplan::read
