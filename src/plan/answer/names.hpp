// Names as formulas spell them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scaleplan/program.hpp"

namespace scaleplan::plan {

/// The names in a formula, each once, in order; units and functions among them, texts in quotes not.
std::vector<std::string> names_in(Text formula);

}  // namespace scaleplan::plan
