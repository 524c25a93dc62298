// Compares limits by what they come to, not by how they are written: a limit that another file says again is
// still the same.
#include "inherited.hpp"

#include <algorithm>
#include <cmath>

namespace scaleplan::plan {
namespace {

template <class List>
auto find_id(const List& list, Text id) {
  return std::find_if(list.begin(), list.end(), [&](const auto& one) { return one.id == id; });
}

bool same(double a, double b) {
  return a == b || std::abs(a - b) <= 1e-12 * std::max(std::abs(a), std::abs(b));
}

/// The workloads of the cases with every input given as `program` assumes it, for both programs: so that an
/// assumption which differs does not make every limit differ.
class Both {
 public:
  Both(const Program& program, const Program& base) : program_(program), base_(base) {}

  void add(const Block& workload) {
    const Evaluation assumed = evaluate(program_, workload, Extent::explanation);
    Block ours = workload;
    Block theirs(static_cast<std::size_t>(base_.columns), 1);
    for (std::size_t i = 0; i < program_.inputs.size(); ++i) {
      const double value = assumed.at(program_.inputs[i].value, 0);
      ours.give(i, 0, value);
      const auto known = find_id(base_.inputs, program_.inputs[i].id);
      if (known != base_.inputs.end())
        theirs.give(static_cast<std::size_t>(known - base_.inputs.begin()), 0, value);
    }
    // No move is taken early: what it would change of a limit is not about the limit.
    for (const Move& move : program_.moves) ours.forget(static_cast<std::size_t>(move.input), 0);
    ours_.push_back(evaluate(program_, ours, Extent::explanation));
    theirs_.push_back(evaluate(base_, theirs, Extent::explanation));
  }

  [[nodiscard]] bool agree(const Limit& ours, const Limit& theirs) const {
    for (std::size_t i = 0; i < ours_.size(); ++i) {
      if (!same(ours_[i].at(ours.need, 0), theirs_[i].at(theirs.need, 0)) ||
          !same(ours_[i].at(ours.limit, 0), theirs_[i].at(theirs.limit, 0)))
        return false;
    }
    return true;
  }

 private:
  const Program& program_;
  const Program& base_;
  std::vector<Evaluation> ours_, theirs_;
};

bool in_base(const Both& both, const Program& program, const Program& base, const Limit& limit, int stage) {
  const auto there = find_id(base.stages, program.stages[as_index(stage)].id);
  if (there == base.stages.end()) return false;
  const auto theirs = find_id(there->limits, limit.id);
  return theirs != there->limits.end() && both.agree(limit, *theirs);
}

}  // namespace

void mark_inherited(const Program& program, const Program& base, const std::vector<CaseResult>& cases,
                    Coverage& into) {
  Both both(program, base);
  for (const CaseResult& one : cases) {
    if (one.tested->workload) both.add(*one.tested->workload);
  }
  for (StageSeen& stage : into.stages)
    stage.inherited = find_id(base.stages, stage.stage->id) != base.stages.end();
  for (Boundary& boundary : into.limits) {
    boundary.inherited = std::any_of(boundary.stages.begin(), boundary.stages.end(), [&](int stage) {
      return in_base(both, program, base, *boundary.limit, stage);
    });
  }
  for (OptionSeen& option : into.options) {
    const auto decision = find_id(base.decisions, option.decision->id);
    if (decision == base.decisions.end()) continue;
    const auto theirs = find_id(decision->options, option.option->id);
    option.inherited = theirs != decision->options.end() && theirs->condition == option.option->condition;
  }
}

}  // namespace scaleplan::plan
