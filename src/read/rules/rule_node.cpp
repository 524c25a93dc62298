// Copies a tree with the names of its files.
#include "rule_node.hpp"

#include <algorithm>

namespace scaleplan {
namespace read {
namespace {

void place(RuleNode& node, const Mark& at) {
  if (at.text != nullptr) node.file = at.text->name;
  node.line = at.line;
}

}  // namespace

RuleNode rule_node(const Node& tree) {
  RuleNode node;
  place(node, tree.at);
  switch (tree.kind) {
    case Node::Kind::nothing:
      break;
    case Node::Kind::scalar:
      node.kind = RuleNode::Kind::text;
      node.text = tree.text;
      node.quoted = tree.quoted;
      break;
    case Node::Kind::list:
      node.kind = RuleNode::Kind::list;
      for (const Node& item : tree.items) node.inside.push_back(rule_node(item));
      break;
    case Node::Kind::map:
      node.kind = RuleNode::Kind::map;
      for (const Entry& entry : tree.entries) {
        node.inside.push_back(rule_node(entry.value));
        node.inside.back().key = entry.key;
        if (entry.value.kind == Node::Kind::map || entry.value.kind == Node::Kind::nothing)
          place(node.inside.back(), entry.at);
      }
      break;
  }
  return node;
}

}  // namespace read

const RuleNode* RuleNode::find(std::string_view name) const {
  const auto found =
      std::find_if(inside.begin(), inside.end(), [&](const RuleNode& one) { return one.key == name; });
  return found == inside.end() ? nullptr : &*found;
}

}  // namespace scaleplan
