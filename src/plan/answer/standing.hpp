// How near a workload is to another stage, by the limits that can break and no others.
#pragma once

#include <algorithm>
#include <limits>
#include <vector>

#include "evaluate/slice.hpp"
#include "scaleplan/recommend.hpp"

namespace scaleplan::plan {

/// The fullest limit of the stage in question, and that of the earlier stage that is nearest to holding.
struct StageMargin {
  double own = 0;
  double before = std::numeric_limits<double>::infinity();
  /// Whether the stage in question is the one that is chosen.
  [[nodiscard]] bool same() const { return holds(own) && !holds(before); }
};

/// The question whether stage `chosen` is still chosen (-1: whether still none holds).
class StageProbe {
 public:
  StageProbe(const Program& program, int chosen)
      : program_(program), chosen_(chosen), end_(chosen < 0 ? program.stages.size() : as_index(chosen)) {
    std::vector<Register> wanted;
    for (std::size_t s = 0; s < end_ + (chosen < 0 ? 0 : 1); ++s) {
      for (const Limit& limit : program.stages[s].limits)
        wanted.insert(wanted.end(), {limit.need, limit.limit});
    }
    slice_ = slice_of(program, wanted);
  }

  [[nodiscard]] Evaluation evaluate(const Block& block) const {
    return scaleplan::evaluate(program_, block, slice_, Picking::fit);
  }

  [[nodiscard]] StageMargin at(const Evaluation& evaluation, std::size_t lane) const {
    StageMargin standing;
    if (chosen_ >= 0) standing.own = fullest(as_index(chosen_), evaluation, lane);
    for (std::size_t s = 0; s < end_; ++s)
      standing.before = std::min(standing.before, fullest(s, evaluation, lane));
    return standing;
  }

  /// The columns of which one alone can break the chosen stage: a limit of it depends on them.
  [[nodiscard]] Columns breakers(const std::vector<Columns>& depends) const {
    Columns all = 0;
    if (chosen_ < 0) return all;
    for (const Limit& limit : program_.stages[as_index(chosen_)].limits)
      all |= depends[as_index(limit.need)] | depends[as_index(limit.limit)];
    return all;
  }

  /// The fullest of those limits of the chosen stage that depend on `columns`.
  [[nodiscard]] double fullest(Columns columns, const std::vector<Columns>& depends,
                               const Evaluation& evaluation, std::size_t lane) const {
    double worst = 0;
    if (chosen_ < 0) return worst;
    for (const Limit& limit : program_.stages[as_index(chosen_)].limits) {
      if (((depends[as_index(limit.need)] | depends[as_index(limit.limit)]) & columns) == 0) continue;
      worst = std::max(worst, utilization(evaluation.at(limit.need, lane), evaluation.at(limit.limit, lane)));
    }
    return worst;
  }

  /// The columns of which one alone can make an earlier stage hold: all its broken limits depend on them.
  [[nodiscard]] Columns menders(const Evaluation& now, const std::vector<Columns>& depends) const {
    const auto of = [&](const Limit& limit) {
      return depends[as_index(limit.need)] | depends[as_index(limit.limit)];
    };
    Columns all = 0;
    for (std::size_t s = 0; s < end_; ++s) {
      Columns every = ~Columns{0};
      for (const Limit& limit : program_.stages[s].limits) {
        if (!holds(utilization(now.at(limit.need, 0), now.at(limit.limit, 0)))) every &= of(limit);
      }
      all |= every;
    }
    return all;
  }

 private:
  [[nodiscard]] double fullest(std::size_t stage, const Evaluation& evaluation, std::size_t lane) const {
    double worst = 0;
    for (const Limit& limit : program_.stages[stage].limits) {
      worst = std::max(worst, utilization(evaluation.at(limit.need, lane), evaluation.at(limit.limit, lane)));
    }
    return worst;
  }

  const Program& program_;
  int chosen_;
  std::size_t end_;  ///< stages before the one in question
  Slice slice_;
};

}  // namespace scaleplan::plan
