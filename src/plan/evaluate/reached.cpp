// Follows the operands that count for one workload.
#include "reached.hpp"

#include "slice.hpp"

namespace scaleplan::plan {

Reached& Reached::by(Register result) {
  open_.push_back(result);
  while (!open_.empty()) {
    Register now = open_.back();
    open_.pop_back();
    if (now == none) continue;
    while (program_.code[as_index(now)].op == Op::written) --now;
    if (seen_[as_index(now)] != 0) continue;
    seen_[as_index(now)] = 1;
    step(program_.code[as_index(now)]);
  }
  return *this;
}

void Reached::step(const Instruction& now) {
  const bool product = now.op == Op::multiply || now.op == Op::both;
  if (product && zero(now.a)) return open_.push_back(now.a);
  if (product && zero(now.b)) return open_.push_back(now.b);
  if (now.op == Op::select) {
    open_.push_back(now.a);
    return open_.push_back(zero(now.a) ? now.c : now.b);
  }
  each_read(program_, now, [&](Register at) { open_.push_back(at); });
}

}  // namespace scaleplan::plan
