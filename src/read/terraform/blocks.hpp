// Which planned block each written block became: a plan sorts the blocks of a set.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "scaleplan/declaration.hpp"
#include "texts/json.hpp"

namespace scaleplan::read {

/// Each block of the list `written` with the place of what it became in the list `planned`: one that has what
/// is constant in it, and by position where that tells nothing.
std::vector<std::pair<JsonValue, std::size_t>> paired_blocks(JsonValue written, const Attribute& planned);

}  // namespace scaleplan::read
