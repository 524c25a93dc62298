// Adds, drops and changes components; a misspelled id is reported once and then taken as it was meant.
#include "topology.hpp"

#include <algorithm>

#include "nearest.hpp"
#include "texts/merge.hpp"

namespace scaleplan::read {

Topology::iterator find(Topology& topology, std::string_view id) {
  return std::find_if(topology.begin(), topology.end(), [&](const StagedComponent& s) { return s.id == id; });
}

std::vector<std::string> TopologyEditor::component_names() const {
  std::vector<std::string> names;
  for (const auto& [id, node] : all_.components) names.push_back(id);
  return names;
}

std::string TopologyEditor::unknown(const Mark& at, const std::string& id, const std::string& what,
                                    const std::vector<std::string>& known) {
  std::string near = nearest(id, known);
  report_.unknown(at, "R023", id, near, "\"" + id + "\" " + what, near_hint(near, known, "known: "));
  return near;
}

void TopologyEditor::add(Topology& topology, const std::string& id, const Mark& at,
                         const StagedComponent& like) {
  const auto put = [&](const std::string& known) {
    topology.push_back(like);
    topology.back().id = known;
    topology.back().node = *all_.components.find(known)->second;
  };
  const auto component = all_.components.find(id);
  if (component == all_.components.end()) {
    const std::string near = unknown(at, id, "is not a component", component_names());
    // Later references to it are right.
    if (!near.empty() && find(topology, near) == topology.end()) put(near);
    return;
  }
  if (find(topology, id) != topology.end()) {
    report_.error(at, "R024", "\"" + id + "\" is already in this stage",
                  "an earlier stage added it; use change: to alter it");
    return;
  }
  put(id);
}

void TopologyEditor::drop(Topology& topology, const std::string& id, const Mark& at) {
  const auto found = find(topology, id);
  if (found != topology.end()) {
    topology.erase(found);
    return;
  }
  std::vector<std::string> known;
  for (const StagedComponent& standing : topology) known.push_back(standing.id);
  const std::string near = unknown(at, id, "is not a component of the stage before", known);
  if (!near.empty()) topology.erase(find(topology, near));
}

void TopologyEditor::change(Topology& topology, const Node* change) {
  if (change == nullptr) return;
  for (const Entry& entry : change->entries) {
    const auto found = find(topology, entry.key);
    if (found == topology.end()) {
      std::vector<std::string> known;
      for (const StagedComponent& standing : topology) known.push_back(standing.id);
      unknown(entry.at, entry.key, "is changed here, but is not in this stage", known);
      continue;
    }
    found->node = merged(found->node, entry.value, "component", report_);
  }
}

}  // namespace scaleplan::read
