// A rule set with every size that its catalogues hold, also those that no pick would choose.
#pragma once

#include <optional>

#include "scaleplan/shelf.hpp"

namespace scaleplan::plan {

class Wares {
 public:
  Wares(const Program& program, Shelf shelf);

  /// The rule set with the columns of `program`; figures of its picks go on behind their candidates.
  [[nodiscard]] const Program& program() const { return program_; }
  /// Where the size called `name` stands among the figures of a pick: in `group`, else in the group most like
  /// it that has the same prices; nothing when it is not sold there.
  [[nodiscard]] std::optional<std::size_t> position(std::int32_t pick, std::size_t group, Text name) const;

 private:
  [[nodiscard]] std::optional<std::size_t> inside(std::int32_t pick, std::size_t group, Text name) const;
  /// How many selectors say the same in both groups; -1 when their prices differ.
  [[nodiscard]] int alike(const Pick& pick, std::size_t a, std::size_t b) const;

  Program program_;
  Shelf shelf_;
};

}  // namespace scaleplan::plan
