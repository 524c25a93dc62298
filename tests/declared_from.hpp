// Declarations written down in tests: JSON with unknown values as {"unknown": ["their references"]}.
#pragma once

#include <string>

#include "scaleplan/declaration.hpp"

namespace scaleplan::test {

/// A declaration of resources {"type": ..., "address": ..., "file": ..., attributes...}; a value {"unknown":
/// [...]} is unknown and has these references, {"value": ..., "refers": [...]} is known.
Declaration declared_from(const std::string& json);

}  // namespace scaleplan::test
