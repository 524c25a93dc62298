// Finds what is declared by its name, as formulas spell it.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "ids.hpp"
#include "scaleplan/instruction.hpp"

namespace scaleplan::read {

/// The index of the definition whose id is spelled `name` in formulas; -1 without one.
template <class Defs>
int index_of(const Defs& defs, std::string_view name) {
  for (std::size_t i = 0; i < defs.size(); ++i) {
    if (formula_id(defs[i].shown.id) == name) return static_cast<int>(i);
  }
  return -1;
}

/// The element at an index that is an int.
const auto& at(const auto& vector, int index) { return vector[as_index(index)]; }

}  // namespace scaleplan::read
