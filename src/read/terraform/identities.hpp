// References among resources of a state, which keeps the identities of others as values.
#pragma once

#include <cstddef>
#include <vector>

#include "scaleplan/declaration.hpp"

namespace scaleplan::read {

/// Adds a reference to each attribute, from resource `begin` on, whose text is the id of another resource.
void add_identity_references(std::vector<Resource>& resources, std::size_t begin);

}  // namespace scaleplan::read
