// Groups of resources that belong together, and a component whose groups serve different programs.
#pragma once

#include <map>
#include <string>

#include "query/zone_resolver.hpp"
#include "scaleplan/architecture.hpp"

namespace scaleplan::plan {

/// Resources that belong together.
struct Whole {
  Amount instances, copies;
  bool says_copies = false;
  Zones zones;

  [[nodiscard]] bool smaller_than(const Whole& other) const {
    return instances.least != other.instances.least ? instances.least < other.instances.least
                                                    : zones.count() < other.zones.count();
  }
};

/// Opens each amount of the component from that of its smallest group to that of its largest: the groups
/// serve different programs, and nothing shows which of them serves this one.
void spread(FoundComponent& component, const std::map<std::string, Whole>& wholes);

}  // namespace scaleplan::plan
