// The components of a stage while the ladder is climbed: what a stage adds, drops and changes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "definitions/definitions.hpp"
#include "program/graph.hpp"

namespace scaleplan::read {

/// A component as a stage has it, before it is compiled.
struct StagedComponent {
  std::string id;
  Node node;
  Register present = none;
  int move = none;     ///< the move that brings it; none: the stage itself
  bool early = false;  ///< whether the stage itself does not make that move
};

using Topology = std::vector<StagedComponent>;

Topology::iterator find(Topology& topology, std::string_view id);

class TopologyEditor {
 public:
  TopologyEditor(const Definitions& all, Report& report) : all_(all), report_(report) {}

  void add(Topology& topology, const std::string& id, const Mark& at, const StagedComponent& like = {});
  void drop(Topology& topology, const std::string& id, const Mark& at);
  void change(Topology& topology, const Node* change);

 private:
  [[nodiscard]] std::vector<std::string> component_names() const;
  /// Reports an id that is not among `known`; returns the one that was probably meant.
  std::string unknown(const Mark& at, const std::string& id, const std::string& what,
                      const std::vector<std::string>& known);

  const Definitions& all_;
  Report& report_;
};

}  // namespace scaleplan::read
