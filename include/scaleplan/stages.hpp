// The ladder of a rule set.
#pragma once

#include <string>

#include "scaleplan/program.hpp"

namespace scaleplan {

/// The stages of a rule set with their limits and sources, for a terminal.
std::string stages_text(const Program& program, bool colour);

}  // namespace scaleplan
