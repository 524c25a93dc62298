// The registers that an instruction reads, and the given values that a result can depend on.
#pragma once

#include <cstdint>
#include <vector>

#include "scaleplan/evaluate.hpp"
#include "scaleplan/operations.hpp"

namespace scaleplan::plan {

/// Calls `use` with every register that `step` reads.
template <class Use>
void each_read(const Program& program, const Instruction& step, Use use) {
  if (step.op == Op::written) return;  // by the pick before it
  if (step.op != Op::pick) {
    const Register registers[] = {step.a, step.b, step.c};
    for (int i = 0; i < operation(step.op).reads; ++i) use(registers[i]);
    return;
  }
  const Pick& pick = program.picks[as_index(step.a)];
  for (const Need& need : pick.needs) {
    use(need.shared);
    if (need.each != none) use(need.each);
  }
  for (const Register selector : pick.selectors) use(selector);
  for (const Register factor : pick.factors) {
    if (factor != none) use(factor);
  }
  for (const Register at : {pick.surcharge, pick.least, pick.greatest, pick.zones, pick.copies, pick.aim})
    use(at);
}

/// Columns of a block as bits; those from 63 on share the last one.
using Columns = std::uint64_t;

inline Columns bit_of(std::size_t column) { return Columns{1} << (column < 63 ? column : 63); }

/// For each register, the columns of which a change of one alone can change it, from where lane 0 of `now`
/// stands: a branch that is not taken and a factor of zero hide what is behind them.
std::vector<Columns> dependencies(const Program& program, const Evaluation& now, std::size_t steps);

}  // namespace scaleplan::plan
