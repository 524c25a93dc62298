// The variations of one workload that an answer compares: the book's reading, ends of published ranges.
#pragma once

#include <cstddef>
#include <vector>

#include "scaleplan/evaluate.hpp"

namespace scaleplan::plan {

/// One block: lane 0 is the workload itself, the others are what-ifs.
struct Lanes {
  Block block{0, 0};
  std::size_t book = 0;
  std::size_t readings = 0;  ///< the lane of the first reading; 0: none, since the kind is given
  std::vector<std::size_t>
      of_input;  ///< by input: the lane of its published low, the next is its high; 0: none
};

/// The workload in lane 0 of `workload` with every variation an answer asks for.
Lanes variations(const Program& program, const Block& workload);

}  // namespace scaleplan::plan
