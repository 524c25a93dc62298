// Evaluates the limits first, and then the bills of the stages that came out.
#include "what_if.hpp"

namespace scaleplan::plan {

WhatIf::WhatIf(const Program& program, const Block& block, int otherwise)
    : stages_(block.lanes()), usd_(block.lanes()) {
  const Evaluation limits = evaluate(program, block, Extent::stages);
  const auto priced = [&](std::size_t lane) -> const Stage& {
    return program.stages[as_index(stages_[lane] >= 0 ? stages_[lane] : otherwise)];
  };
  std::vector<Register> wanted;
  for (std::size_t lane = 0; lane < block.lanes(); ++lane) {
    stages_[lane] = chosen_stage(program, limits, lane);
    wanted.insert(wanted.end(), {priced(lane).firm, priced(lane).soft});
  }
  const Evaluation bills = evaluate(program, block, slice_of(program, wanted), Picking::choose);
  for (std::size_t lane = 0; lane < block.lanes(); ++lane) {
    usd_[lane] = (bills.at(priced(lane).firm, lane) + bills.at(priced(lane).soft, lane)) * seconds_a_month;
  }
}

}  // namespace scaleplan::plan
