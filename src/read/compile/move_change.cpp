// Writes "with the move this, else that" for the counts and shares that a move changes.
#include "move_change.hpp"

#include <algorithm>

#include "grammar/sections.hpp"
#include "ids.hpp"

namespace scaleplan::read {
namespace {

Node scalar(std::string text, const Mark& at) {
  Node node;
  node.kind = Node::Kind::scalar;
  node.text = std::move(text);
  node.at = at;
  return node;
}

void put(Node& map, const std::string& key, Node value) {
  const auto found = std::find_if(map.entries.begin(), map.entries.end(),
                                  [&](const Entry& entry) { return entry.key == key; });
  if (found != map.entries.end()) {
    found->value = std::move(value);
  } else {
    map.entries.push_back({key, value.at, std::move(value)});
  }
}

/// One of the numbers of a count, with its default where it is not written.
Node number_of(const Node* count, const std::string& key, const Mark& at) {
  if (count != nullptr && count->kind == Node::Kind::scalar && (key == "min" || key == "max")) return *count;
  if (const Node* written = count == nullptr ? nullptr : count->find(key)) return *written;
  return key == "max" || key == "aim" ? number_of(count, "min", at) : scalar("1", at);
}

}  // namespace

void MoveChange::apply(Topology& topology, const MoveDef& move, int stage) {
  if (move.change == nullptr) return;
  made_ = "move." + formula_id(move.shown.id);
  stage_ = stage;
  for (const Entry& change : move.change->entries) {
    const auto found = find(topology, change.key);
    if (found != topology.end()) found->node = with(found->node, change);
  }
}

Node MoveChange::with(const Node& before, const Entry& change) {
  Node after = before;
  for (const Entry& entry : change.value.entries) {
    if (entry.key == "count") {
      count(after, entry.value);
    } else {
      const Node* old = before.find(entry.key);
      put(after, entry.key, chosen(entry.value, old == nullptr ? scalar("0", entry.at) : *old));
    }
  }
  return after;
}

void MoveChange::count(Node& component, const Node& change) {
  const Node* old = component.find("count");
  Node both = change;
  both.kind = Node::Kind::map;
  both.entries.clear();
  for (const std::string key : {"min", "max", "zones", "copies", "aim"}) {
    const bool bound = key == "min" || key == "max";
    const bool changed = change.kind == Node::Kind::scalar ? bound : change.find(key) != nullptr;
    Node now = number_of(old, key, change.at);
    if (changed) now = chosen(number_of(&change, key, change.at), now);
    both.entries.push_back({key, now.at, std::move(now)});
  }
  // Whoever reads the count reports keys that it cannot have.
  for (const Entry& entry : old == nullptr ? std::vector<Entry>() : old->entries) {
    if (both.find(entry.key) == nullptr) both.entries.push_back(entry);
  }
  put(component, "count", std::move(both));
}

bool MoveChange::sound(const Node& formula) {
  const std::size_t faults = scope_.report().found().size();
  scope_.scalar(formula, {stage_});
  return scope_.report().found().size() == faults;
}

Node MoveChange::chosen(const Node& with, const Node& without) {
  if (with.text == without.text || !sound(with) || !sound(without)) return without;
  const std::string before = made_ + " ? (";
  Node both = with;
  both.text = before + with.text + ") : (" + without.text + ")";
  both.at.column -= static_cast<int>(before.size());  // so that what stands in `with` keeps its place
  return both;
}

}  // namespace scaleplan::read
