// The instructions that a result depends on for one workload.
#pragma once

#include <cstdint>
#include <vector>

#include "scaleplan/evaluate.hpp"

namespace scaleplan::plan {

/// Walks backward from results: a branch that is not taken and a factor of zero hide what is behind them.
/// Only what the results need is read, so a slice that was made for them is enough.
class Reached {
 public:
  Reached(const Program& program, const Evaluation& from, std::size_t lane)
      : program_(program), from_(from), lane_(lane), seen_(program.code.size()) {}

  /// Adds what `result` depends on.
  Reached& by(Register result);
  /// Whether the column is among what was reached; of a pick, its first one.
  [[nodiscard]] bool has(Register at) const { return seen_[as_index(at)] != 0; }

 private:
  [[nodiscard]] bool zero(Register at) const { return from_.at(at, lane_) == 0; }
  void step(const Instruction& now);

  const Program& program_;
  const Evaluation& from_;
  std::size_t lane_;
  std::vector<std::uint8_t> seen_;
  std::vector<Register> open_;
};

}  // namespace scaleplan::plan
