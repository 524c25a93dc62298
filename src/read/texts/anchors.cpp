// Measures each value that has an anchor when it is complete, and counts what its aliases add.
#include "anchors.hpp"

#include <algorithm>

namespace scaleplan::read {
namespace {

constexpr std::size_t most_repeated = 4u * 1024u * 1024u;
constexpr std::size_t node_size = 16;

std::size_t size_of(const Node& node) {
  std::size_t size = node_size + node.text.size();
  for (const Node& item : node.items) size += size_of(item);
  for (const Entry& entry : node.entries) size += entry.key.size() + size_of(entry.value);
  return size;
}

std::size_t levels_of(const Node& node) {
  std::size_t most = 0;
  for (const Node& item : node.items) most = std::max(most, levels_of(item));
  for (const Entry& entry : node.entries) most = std::max(most, levels_of(entry.value));
  return most + (node.kind == Node::Kind::map || node.kind == Node::Kind::list ? 1 : 0);
}

}  // namespace

void Anchors::keep(std::size_t anchor, const Node& node) {
  const std::size_t size = size_of(node);
  kept_size_ += size;
  // Anchors inside of anchors are kept once each; what is not kept cannot be repeated.
  kept_[anchor] =
      kept_size_ > most_repeated ? Kept{{}, most_repeated + 1, 0} : Kept{node, size, levels_of(node)};
}

const Node* Anchors::find(std::size_t anchor) const {
  const auto found = kept_.find(anchor);
  return found == kept_.end() ? nullptr : &found->second.node;
}

bool Anchors::may_repeat(std::size_t anchor, std::size_t levels) {
  const Kept& kept = kept_.at(anchor);
  repeated_ += kept.size;
  return kept.levels <= levels && repeated_ <= most_repeated;
}

}  // namespace scaleplan::read
