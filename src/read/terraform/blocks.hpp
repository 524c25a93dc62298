// Which planned block each written block became: a plan sorts the blocks of a set.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "scaleplan/declaration.hpp"
#include "texts/json.hpp"

namespace scaleplan::read {

/// Each block of the list `written` with its index in the list `planned`: the block with the same constants,
/// or by position where constants do not decide.
std::vector<std::pair<JsonValue, std::size_t>> paired_blocks(JsonValue written, const Attribute& planned);

}  // namespace scaleplan::read
