// Finds a declared size among those that a component can be of, also one that no answer would choose.
#pragma once

#include <cstddef>
#include <optional>

#include "scaleplan/architecture.hpp"

namespace scaleplan::plan {

/// A row of a size table and the group at whose price it is sold.
struct DeclaredSize {
  std::size_t row = 0;
  std::size_t group = 0;
};

/// The size of `found` in the table of `pick`: in the catalogue of `group`, else in another one at the same
/// price list; nothing where none sells it there. Of several with the same figures the cheapest counts, of
/// several names the one that offers least for the first need.
std::optional<DeclaredSize> declared_size(const Program& program, const Pick& pick, std::size_t group,
                                          const FoundResource& found);

}  // namespace scaleplan::plan
