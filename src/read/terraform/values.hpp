// Values of a Terraform plan as attributes: what is known, and what is only known after it is applied.
#pragma once

#include "scaleplan/declaration.hpp"
#include "texts/json.hpp"
#include "texts/located.hpp"

namespace scaleplan::read {

/// `value` with everything in it, each with its place.
Attribute attribute_of(JsonValue value, Located& text);

/// Marks in `known` what `unknown`, built like it with true for each value not known, says.
void mark_unknown(Attribute& known, JsonValue unknown);

/// The value under `key` of a map, made `unknown` when it is not there.
Attribute& attribute_under(Attribute& map, std::string_view key);

}  // namespace scaleplan::read
