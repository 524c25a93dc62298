// Lays what a move changes over components, so that it counts only where the move is made.
#pragma once

#include "scope.hpp"
#include "topology.hpp"

namespace scaleplan::read {

class MoveChange {
 public:
  explicit MoveChange(Scope& scope) : scope_(scope) {}

  /// Changes those components of `topology` that the move names under `change:`; others are not there yet.
  void apply(Topology& topology, const MoveDef& move, int stage);

 private:
  Node with(const Node& before, const Entry& change);
  void count(Node& component, const Node& change);
  /// `with` where the move is made, else `without`; `without` alone where one of them is faulty.
  Node chosen(const Node& with, const Node& without);
  bool sound(const Node& formula);

  Scope& scope_;
  std::string made_;  ///< the condition, as formulas spell it
  int stage_ = -1;
};

}  // namespace scaleplan::read
