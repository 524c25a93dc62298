// What is wrong with a file, as a document for programs.
#pragma once

#include <string>

#include "scaleplan/error.hpp"

namespace scaleplan {

/// Everything that is wrong, as `scaleplan.diagnostics/1`, ending in a newline.
std::string diagnostics_json(const Error& error);

}  // namespace scaleplan
