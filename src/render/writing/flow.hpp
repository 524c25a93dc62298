// Examples as people write them, YAML on one line, as JSON.
#pragma once

#include <string_view>

#include "json_writer.hpp"

namespace scaleplan::render {

/// Writes what `yaml` holds: a scalar, `[a, b]`, `{a: 1}` or `a: {...}`; our own examples only.
void write_flow(JsonWriter& out, std::string_view yaml);

}  // namespace scaleplan::render
