// Evaluates a program over a block: each instruction is read once and applied to a whole column.
#include "scaleplan/evaluate.hpp"

#include <algorithm>
#include <numeric>

#include "pick.hpp"
#include "scaleplan/operations.hpp"

namespace scaleplan {
namespace {

/// One pass over a program's code for one block.
class Pass {
 public:
  Pass(const Program& program, const Block& block, std::size_t first, std::size_t lanes, Evaluation& into,
       Picking picking)
      : program_(program), block_(block), first_(first), lanes_(lanes), into_(into) {
    if (picking == Picking::choose) every_.resize(lanes);
    std::iota(every_.begin(), every_.end(), 0);
  }

  /// Runs the instructions from `begin` to before `end`.
  void run(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) step(static_cast<Register>(i), program_.code[i]);
  }

  /// Runs everything up to `end` where some components are there already.
  void run(std::span<const FixedPick> taken, std::size_t end) {
    for (std::size_t i = 0; i < end; ++i) {
      const auto self = static_cast<Register>(i);
      step(self, program_.code[i]);
      for (const FixedPick& one : taken) {
        if (one.picked == self) plan::take(pick_at(self), into_, self, one, lanes_);
      }
    }
  }

  void run(const Slice& slice) {
    for (const std::int32_t i : slice) step(i, program_.code[as_index(i)]);
  }

 private:
  void step(Register self, const Instruction& now) {
    double* out = into_.column(self);
    const auto number = static_cast<std::size_t>(now.a);
    switch (now.op) {
      case Op::constant:
        std::fill_n(out, lanes_, program_.constants[number]);
        return;
      case Op::given_value:
        std::copy_n(block_.values(number) + first_, lanes_, out);
        return;
      case Op::is_given:
        std::copy_n(block_.givens(number) + first_, lanes_, out);
        return;
      case Op::lookup:
        return look_up(now, out);
      case Op::pick:
        if (every_.empty()) return plan::fit(program_.picks[number], into_, self, 0, lanes_);
        return plan::pick(program_.picks[number], into_, self, every_);
      case Op::most:
        plan::most(pick_at(now.a), into_, self, now.a, now.b, lanes_);
        return;
      case Op::column:
        candidate_column(now, out);
        return;
      case Op::written:
        return;
      case Op::negate:
      case Op::add:
      case Op::subtract:
      case Op::multiply:
      case Op::divide:
      case Op::less:
      case Op::less_equal:
      case Op::equal:
      case Op::both:
      case Op::either:
      case Op::opposite:
      case Op::select:
      case Op::minimum:
      case Op::maximum:
      case Op::ceiling:
      case Op::floor:
      case Op::round:
      case Op::root:
      case Op::power:
      case Op::servers:
        return operation(now.op).apply(out, column(now.a), column(now.b), column(now.c), lanes_);
    }
  }

  /// The column of an operand; null where there is no such operand.
  const double* column(Register at) { return at == none ? nullptr : into_.column(at); }

  const Pick& pick_at(Register at) const {
    return program_.picks[as_index(program_.code[static_cast<std::size_t>(at)].a)];
  }

  void look_up(const Instruction& now, double* out) {
    const auto constants = program_.constants.subspan(as_index(now.b), as_index(now.c));
    const double* choice = column(now.a);
    for (std::size_t i = 0; i < lanes_; ++i) out[i] = constants[as_index(choice[i])];
  }

  void candidate_column(const Instruction& now, double* out) {
    const auto figures = pick_at(now.a).sizes.columns[as_index(now.b)].figures;
    const double* row = column(now.a + PickColumn::candidate);
    for (std::size_t i = 0; i < lanes_; ++i) out[i] = row[i] < 0 ? 0 : figures[as_index(row[i])];
  }

  const Program& program_;
  const Block& block_;
  std::size_t first_;
  std::size_t lanes_;
  Evaluation& into_;
  std::vector<std::size_t> every_;  ///< lanes for which components are chosen
};

}  // namespace

Evaluation evaluate(const Program& program, const Block& workloads, Extent extent) {
  const std::size_t steps = extent == Extent::stages   ? static_cast<std::size_t>(program.judged)
                            : extent == Extent::answer ? static_cast<std::size_t>(program.answered)
                                                       : program.code.size();
  const Picking picking = extent == Extent::stages ? Picking::fit : Picking::choose;
  Evaluation result(steps, workloads.lanes());
  Pass(program, workloads, 0, workloads.lanes(), result, picking).run(0, steps);
  return result;
}

Evaluation evaluate(const Program& program, const Block& workloads, const Slice& slice, Picking picking) {
  Evaluation result(program.code.size(), workloads.lanes());
  Pass(program, workloads, 0, workloads.lanes(), result, picking).run(slice);
  return result;
}

Evaluation evaluate(const Program& program, const Block& workloads, std::span<const FixedPick> taken) {
  const auto steps = static_cast<std::size_t>(program.answered);
  Evaluation result(steps, workloads.lanes());
  Pass(program, workloads, 0, workloads.lanes(), result, Picking::choose).run(taken, steps);
  return result;
}

std::vector<int> chosen_stages(const Program& program, const Block& workloads) {
  constexpr std::size_t chunk = 64;  // so that the columns in use stay in the cache
  std::vector<int> chosen(workloads.lanes());
  const auto steps = static_cast<std::size_t>(program.judged);
  Evaluation scratch(steps, std::min(chunk, workloads.lanes()));
  for (std::size_t first = 0; first < workloads.lanes(); first += chunk) {
    const std::size_t lanes = std::min(chunk, workloads.lanes() - first);
    if (lanes < scratch.lanes()) scratch = Evaluation(steps, lanes);
    Pass(program, workloads, first, lanes, scratch, Picking::fit).run(0, steps);
    for (std::size_t i = 0; i < lanes; ++i) chosen[first + i] = chosen_stage(program, scratch, i);
  }
  return chosen;
}

int chosen_stage(const Program& program, const Evaluation& evaluation, std::size_t lane) {
  for (std::size_t s = 0; s < program.stages.size(); ++s) {
    const auto& limits = program.stages[s].limits;
    const bool all = std::all_of(limits.begin(), limits.end(), [&](const Limit& limit) {
      return holds(utilization(evaluation.at(limit.need, lane), evaluation.at(limit.limit, lane)));
    });
    if (all) return static_cast<int>(s);
  }
  return -1;
}

}  // namespace scaleplan
