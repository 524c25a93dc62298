// Values of a Terraform plan as attributes, known ones and those that only an apply knows.
#pragma once

#include "scaleplan/declaration.hpp"
#include "texts/json.hpp"
#include "texts/located.hpp"

namespace scaleplan::read {

/// `value` with everything in it, each with its place.
Attribute attribute_of(JsonValue value, Located& text);

/// Marks the values of `known` as unknown where `unknown`, of the same shape, holds true.
void mark_unknown(Attribute& known, JsonValue unknown);

/// The value under `key` of a map, made `unknown` when it is not there.
Attribute& attribute_under(Attribute& map, std::string_view key);

}  // namespace scaleplan::read
