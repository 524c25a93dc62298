// Evaluates the limits first, and then the ways to run the stages that came out.
#include "what_if.hpp"

namespace scaleplan::plan {

WhatIf::WhatIf(const Program& program, const Block& block) : stages_(block.lanes()) {
  const Evaluation limits = evaluate(program, block, Extent::stages);
  for (std::size_t lane = 0; lane < block.lanes(); ++lane)
    stages_[lane] = chosen_stage(program, limits, lane);
  ways_ = ways(program, block, stages_);
}

}  // namespace scaleplan::plan
