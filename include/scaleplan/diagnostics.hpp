// Errors as text for people, as a document for programs, and as findings.
#pragma once

#include <string>

#include "scaleplan/error.hpp"
#include "scaleplan/findings.hpp"

namespace scaleplan {

/// The message of a finding with how often the same is wrong below: "unknown name \"x\" (and twice more
/// below)".
std::string message_of(const Diagnostic& finding);

/// One finding in the form of a compiler: sentence, place, line, caret, hint.
std::string diagnostic_text(const Diagnostic& finding, bool colour);

/// Everything that is wrong, in the form of a compiler; at most 20 findings, then a count.
std::string error_text(const Error& error, bool colour);

/// Everything that is wrong, as `scaleplan.diagnostics/1`, ending in a newline.
std::string diagnostics_json(const Error& error);

/// Everything that is wrong as findings, for the formats of other tools.
Findings error_findings(const Error& error, const std::string& version);

}  // namespace scaleplan
