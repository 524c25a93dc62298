// Walks the instructions backward from what is wanted, and forward from what is given.
#include "slice.hpp"

#include <algorithm>

namespace scaleplan {
namespace plan {

std::vector<Columns> dependencies(const Program& program, const Evaluation& now, std::size_t steps) {
  std::vector<Columns> all(steps);
  const auto of = [&](Register at) { return all[as_index(at)]; };
  Columns picked = 0;
  for (std::size_t i = 0; i < steps; ++i) {
    const Instruction& step = program.code[i];
    Columns mine = 0;
    if (step.op == Op::given_value || step.op == Op::is_given) {
      mine = bit_of(static_cast<std::size_t>(step.a));
    } else if (step.op == Op::select) {
      mine = of(step.a) | of(now.at(step.a, 0) != 0 ? step.b : step.c);
    } else if ((step.op == Op::multiply || step.op == Op::both) && now.at(step.a, 0) == 0) {
      mine = of(step.a);
    } else if ((step.op == Op::multiply || step.op == Op::both) && now.at(step.b, 0) == 0) {
      mine = of(step.b);
    } else if (step.op == Op::written) {
      mine = picked;
    } else {
      each_read(program, step, [&](Register at) { mine |= of(at); });
    }
    if (step.op == Op::pick) picked = mine;
    all[i] = mine;
  }
  return all;
}

}  // namespace plan

Slice slice_of(const Program& program, std::span<const Register> wanted) {
  // Nothing behind the last that is wanted can be needed.
  const auto last = std::max_element(wanted.begin(), wanted.end());
  std::vector<std::uint8_t> needed(last == wanted.end() ? 0 : as_index(*last) + 1);
  const auto need = [&](Register at) {
    auto from = static_cast<std::size_t>(at);
    // A pick writes several columns, and all but its own stand behind it.
    while (program.code[from].op == Op::written) --from;
    needed[from] = 1;
  };
  for (const Register at : wanted) need(at);
  Slice slice;
  for (std::size_t i = needed.size(); i-- > 0;) {
    if (needed[i] == 0) continue;
    slice.push_back(static_cast<std::int32_t>(i));
    plan::each_read(program, program.code[i], need);
  }
  std::reverse(slice.begin(), slice.end());
  return slice;
}

}  // namespace scaleplan
