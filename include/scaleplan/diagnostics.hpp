// What is wrong with a file, as a document for programs.
#pragma once

#include <string>

#include "scaleplan/error.hpp"
#include "scaleplan/findings.hpp"

namespace scaleplan {

/// The message of a finding with how often the same is wrong below: "unknown name \"x\" (and twice more
/// below)".
std::string message_of(const Diagnostic& finding);

/// Everything that is wrong, as `scaleplan.diagnostics/1`, ending in a newline.
std::string diagnostics_json(const Error& error);

/// Everything that is wrong as findings, for the formats of other tools.
Findings error_findings(const Error& error, const std::string& version);

}  // namespace scaleplan
