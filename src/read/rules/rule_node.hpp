// A located tree as a value that outlives the texts it was read from.
#pragma once

#include "scaleplan/rule_tree.hpp"
#include "texts/tree.hpp"

namespace scaleplan::read {

RuleNode rule_node(const Node& tree);

}  // namespace scaleplan::read
