// A located tree as a value that outlives the texts it was read from.
#pragma once

#include "read/texts/tree.hpp"
#include "scaleplan/rule_tree.hpp"

namespace scaleplan::read {

RuleNode rule_node(const Node& tree);

}  // namespace scaleplan::read
