// Values of a YAML file that aliases repeat, with a limit on how much: a few lines can stand for terabytes.
#pragma once

#include <cstddef>
#include <unordered_map>

#include "tree.hpp"

namespace scaleplan::read {

class Anchors {
 public:
  void keep(std::size_t anchor, const Node& node);
  /// The value of an anchor, or null while it is not complete.
  [[nodiscard]] const Node* find(std::size_t anchor) const;
  /// Whether its value may be repeated once more, where `levels` levels are left below.
  bool may_repeat(std::size_t anchor, std::size_t levels);

 private:
  struct Kept {
    Node node;
    std::size_t size = 0;  ///< values and bytes in it
    std::size_t levels = 0;
  };
  std::unordered_map<std::size_t, Kept> kept_;
  std::size_t kept_size_ = 0;
  std::size_t repeated_ = 0;
};

}  // namespace scaleplan::read
