// Whether output is coloured: --color, then NO_COLOR and CLICOLOR_FORCE, then whether stdout is a terminal.
#pragma once

#include <ostream>
#include <string>

namespace scaleplan::cli {

/// `wish` is auto, always or never; `stream` is asked only for auto.
bool coloured(const std::string& wish, const std::ostream& stream);

}  // namespace scaleplan::cli
