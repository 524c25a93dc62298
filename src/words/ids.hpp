// The two spellings of an id: formulas write peak_rps, since - means minus there; flags and files write
// peak-rps.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace scaleplan {

/// An id as formulas spell it: "peak_rps".
inline std::string formula_id(std::string_view id) {
  std::string name(id);
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

/// An id as flags and workload files spell it: "peak-rps".
inline std::string flag_name(std::string_view id) {
  std::string name(id);
  std::replace(name.begin(), name.end(), '_', '-');
  return name;
}

}  // namespace scaleplan
