// The variations of one workload that an answer compares: the book's reading, ends of published ranges.
#pragma once

#include <cstddef>
#include <vector>

#include "evaluate/slice.hpp"

namespace scaleplan::plan {

/// One block: lane 0 is the workload itself, the others are what-ifs.
struct Lanes {
  Block block{0, 0};
  std::size_t book = 0;
  std::size_t readings = 0;  ///< the lane of the first reading; 0: none, since the kind is given
  /// By input: the lane of its published low, the next is its high; 0: none, or nothing depends on it.
  std::vector<std::size_t> of_input;
};

/// The workload in lane 0 of `workload`, of which `now` is the evaluation, with every variation an answer
/// asks for; the answer depends on the columns in `matter`.
Lanes variations(const Program& program, const Block& workload, const Evaluation& now, Columns matter);

}  // namespace scaleplan::plan
