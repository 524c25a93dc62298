// Finds the user counts at which a stage, its limits and its machines end.
#include "headroom.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "growth.hpp"
#include "pick.hpp"
#include "scaleplan/headroom.hpp"
#include "topology.hpp"

namespace scaleplan {
namespace plan {
namespace {

constexpr double seconds_a_month = 730.0 * 3600;

/// How full a part as it was bought is for another workload, at its fullest need.
double fill_as_bought(const Program& program, const PartResult& bought, std::size_t position,
                      const Evaluation& evaluation, std::size_t lane, const Need** fullest, bool* zone_lost) {
  const Pick& pick = program.picks[static_cast<std::size_t>(bought.part->pick)];
  const double count = bought.count;
  const double left = left_of(count, bought.zones);
  double worst = 0;
  for (std::size_t k = 0; k < pick.needs.size(); ++k) {
    const Need& need = pick.needs[k];
    const double shared = evaluation.at(need.shared, lane);
    const double each = need.each == none ? 0 : evaluation.at(need.each, lane);
    const std::size_t cell = position * pick.needs.size() + k;
    const double healthy = utilization(shared + each * count, pick.healthy[cell] * count);
    const double lost = bought.zones > 1 ? utilization(shared + each * left, pick.zone_lost[cell] * left) : 0;
    if (std::max(healthy, lost) <= worst) continue;
    worst = std::max(healthy, lost);
    if (fullest != nullptr) *fullest = &need;
    if (zone_lost != nullptr) *zone_lost = lost > healthy;
  }
  return worst;
}

/// The machines of an answer, with where each stands in its pick.
struct Bought {
  const PartResult* part;
  std::size_t position;
};

std::vector<Bought> machines(const Recommendation& answer, const Evaluation& evaluation) {
  std::vector<Bought> all;
  for (const PartResult& part : answer.topology) {
    if (part.part->pick < 0 || part.size.empty()) continue;
    all.push_back(
        {&part, static_cast<std::size_t>(evaluation.at(part.part->picked + PickColumn::candidate, 0))});
  }
  return all;
}

/// The price of a part's machines for one workload, USD a month.
double price_of(const Part& part, const Evaluation& evaluation, std::size_t lane) {
  return evaluation.at(part.count, lane) * evaluation.at(part.copies, lane) *
         evaluation.at(part.picked + PickColumn::price, lane) * seconds_a_month;
}

class Search {
 public:
  Search(const Program& program, const Block& workload, const Evaluation& evaluation,
         const Recommendation& answer, std::size_t input)
      : program_(program),
        evaluation_(evaluation),
        answer_(answer),
        users_(answer.inputs[input].value),
        growth_(program, workload, input, users_) {}

  Headroom all() {
    Headroom result;
    result.users = users_;
    stage(result);
    as_bought(result);
    if (result.machines && (!result.stage || *result.machines < *result.stage)) step(result);
    return result;
  }

 private:
  void stage(Headroom& result) const {
    const StageResult& now = answer_.stages[static_cast<std::size_t>(answer_.chosen)];
    // At most 1 where the stage holds; what grows with users in proportion ends exactly there.
    const double fullest = now.limits.empty() ? 1 : now.limits.front().utilization;
    result.stage = growth_.last(fullest > 0 ? users_ / fullest : users_, Extent::stages,
                                [&](const Evaluation& at, std::size_t lane) {
                                  return chosen_stage(program_, at, lane) == answer_.chosen;
                                });
    if (!result.stage) return;
    const Evaluation after = evaluate(program_, growth_.at({*result.stage + 1}));
    result.next = chosen_stage(program_, after, 0);
    const Stage& shown = program_.stages[static_cast<std::size_t>(answer_.chosen)];
    double worst = 0;
    for (const Limit& limit : shown.limits) {
      const double used = utilization(after.at(limit.need, 0), after.at(limit.limit, 0));
      if (holds(used) || used <= worst) continue;
      worst = used;
      result.ends_by = &limit;
    }
    if (result.next < 0) return;
    const Stage& next = program_.stages[static_cast<std::size_t>(result.next)];
    const double then = (after.at(next.firm, 0) + after.at(next.soft, 0)) * seconds_a_month;
    const double same = (after.at(shown.firm, 0) + after.at(shown.soft, 0)) * seconds_a_month;
    result.next_usd_per_month_more = then - same;
  }

  void as_bought(Headroom& result) {
    const std::vector<Bought> all = machines(answer_, evaluation_);
    double fullest = 0;
    for (const Bought& bought : all) {
      const double fill =
          fill_as_bought(program_, *bought.part, bought.position, evaluation_, 0, nullptr, nullptr);
      fullest = std::max(fullest, fill);
    }
    const double guess = fullest > 0 ? users_ / fullest : users_;
    result.machines = growth_.last(guess, Extent::needs, [&](const Evaluation& at, std::size_t lane) {
      return std::all_of(all.begin(), all.end(), [&](const Bought& bought) {
        return holds(fill_as_bought(program_, *bought.part, bought.position, at, lane, nullptr, nullptr));
      });
    });
  }

  /// What the fullest machines are replaced by when one user more comes.
  void step(Headroom& result) const {
    const Evaluation after = evaluate(program_, growth_.at({*result.machines + 1}));
    for (const Bought& bought : machines(answer_, evaluation_)) {
      Step step;
      const double fill =
          fill_as_bought(program_, *bought.part, bought.position, after, 0, &step.need, &step.zone_lost);
      if (holds(fill)) continue;
      const Part& part = *bought.part->part;
      const Pick& pick = program_.picks[static_cast<std::size_t>(part.pick)];
      const double position = after.at(part.picked + PickColumn::candidate, 0);
      if (position < 0) return;
      step.part = &part;
      step.count = static_cast<int>(after.at(part.count, 0));
      step.size =
          program_.candidates[static_cast<std::size_t>(pick.candidates[static_cast<std::size_t>(position)])]
              .name;
      step.usd_per_month_more = price_of(part, after, 0) - price_of(part, evaluation_, 0);
      result.step = step;
      return;
    }
  }

  const Program& program_;
  const Evaluation& evaluation_;
  const Recommendation& answer_;
  double users_;
  Growth growth_;
};

}  // namespace

Headroom headroom(const Program& program, const Block& workload, const Evaluation& evaluation,
                  const Recommendation& answer) {
  const auto input = growing_input(program);
  if (answer.chosen < 0 || !input) return {};
  return Search(program, workload, evaluation, answer, *input).all();
}

}  // namespace plan

std::vector<LimitEnd> limit_ends(const Program& program, const Block& workload,
                                 const Recommendation& answer) {
  const auto input = plan::growing_input(program);
  if (answer.chosen < 0 || !input) return {};
  const double users = answer.inputs[*input].value;
  const plan::Growth growth(program, workload, *input, users);
  std::vector<LimitEnd> all;
  for (const LimitResult& now : answer.stages[static_cast<std::size_t>(answer.chosen)].limits) {
    const double guess = now.utilization > 0 ? users / now.utilization : users;
    const Limit& limit = *now.limit;
    all.push_back({&limit, growth.last(guess, Extent::limits, [&](const Evaluation& at, std::size_t lane) {
                     return holds(utilization(at.at(limit.need, lane), at.at(limit.limit, lane)));
                   })});
  }
  const auto end = [](const LimitEnd& one) {
    return one.users.value_or(std::numeric_limits<double>::infinity());
  };
  std::stable_sort(all.begin(), all.end(),
                   [&](const LimitEnd& a, const LimitEnd& b) { return end(a) < end(b); });
  return all;
}

}  // namespace scaleplan
