// Declarations written down in tests: JSON with what is not known as {"unknown": ["what it refers to"]}.
#pragma once

#include <string>

#include "scaleplan/declaration.hpp"

namespace scaleplan::test {

/// A declaration of resources {"type": ..., "address": ..., "file": ..., attributes...}; a value {"unknown":
/// [...]} is not known and refers to what is listed, {"value": ..., "refers": [...]} is known.
Declaration declared_from(const std::string& json);

}  // namespace scaleplan::test
