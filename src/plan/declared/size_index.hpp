// An index over every size in the catalogues of a rule set, also those that no pick would choose.
#pragma once

#include <optional>

#include "scaleplan/all_sizes.hpp"

namespace scaleplan::plan {

/// A rule set with all sizes, by name.
class SizeIndex {
 public:
  SizeIndex(const Program& program, AllSizes all_sizes);

  /// The rule set with the columns of `program`; figures of further sizes follow those of each pick's
  /// candidates.
  [[nodiscard]] const Program& program() const { return program_; }
  /// The position of the size `name` among the figures of a pick: in `group`, else in the group most like it
  /// with the same prices; empty when no group has it.
  [[nodiscard]] std::optional<std::size_t> position(std::int32_t pick, std::size_t group, Text name) const;

 private:
  [[nodiscard]] std::optional<std::size_t> inside(std::int32_t pick, std::size_t group, Text name) const;
  /// The number of selectors that are equal in both groups; -1 when their prices differ.
  [[nodiscard]] int alike(const Pick& pick, std::size_t a, std::size_t b) const;

  Program program_;
  AllSizes all_sizes_;
};

}  // namespace scaleplan::plan
