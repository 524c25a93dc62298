// What resources of a state refer to: it keeps no references, and the identities of others as values.
#pragma once

#include <cstddef>
#include <vector>

#include "scaleplan/declaration.hpp"

namespace scaleplan::read {

/// Tells each attribute from `begin` on whose text is the id of another resource that it refers to it.
void tell_identities(std::vector<Resource>& resources, std::size_t begin);

}  // namespace scaleplan::read
