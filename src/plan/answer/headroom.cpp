// Finds the user counts at which a stage, its limits and its machines end.
//
// Three ends are looked for. A limit ends at the last whole user count at which it holds; the stage ends with
// its first limit; the machines as bought end where the first need exceeds what they offer, with a zone lost
// where they spread. Users grow with all that grows with them: given loads in proportion, defaults computed
// anew. All searches share one block of probes: growth.cpp brackets each end between the users of today and
// the greatest count, closes in on all of them by the shape of each curve, and ends with the two whole
// numbers n and n + 1 of which one holds and the other does not, so the result is exact. Limits that no
// varying column can move have no end and are not probed; the slice that is evaluated holds only what the
// fills read. What comes after either end (the next stage, the next size) is read off an evaluation of n + 1
// users.
#include "headroom.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "bought.hpp"
#include "evaluate/pick.hpp"
#include "growth.hpp"
#include "topology.hpp"

namespace scaleplan::plan {
namespace {

/// The machines of a component of an answer.
struct OwnedMachines {
  const ComponentResult* component;
  Machines bought;
};

std::vector<OwnedMachines> owned(const Program& program, const Recommendation& answer,
                                 const Evaluation& evaluation) {
  std::vector<OwnedMachines> all;
  for (const ComponentResult& component : answer.topology) {
    if (component.component->pick < 0 || component.size.empty()) continue;
    const auto position =
        static_cast<std::size_t>(evaluation.at(component.component->picked + PickColumn::candidate, 0));
    all.push_back({&component,
                   {&program.picks[as_index(component.component->pick)], position,
                    static_cast<double>(component.count), static_cast<double>(component.zones)}});
  }
  return all;
}

/// The price of a component's machines for one workload, USD a month.
double price_of(const Component& component, const Evaluation& evaluation, std::size_t lane) {
  return evaluation.at(component.count, lane) * evaluation.at(component.copies, lane) *
         evaluation.at(component.picked + PickColumn::price, lane) * seconds_a_month;
}

class Search {
 public:
  Search(const Program& program, const Block& workload, const Block& arranged, const Evaluation& evaluation,
         const std::vector<Columns>& depends, const Recommendation& answer, std::size_t input)
      : program_(program),
        evaluation_(evaluation),
        depends_(depends),
        answer_(answer),
        users_(answer.inputs[input].value),
        growth_(program, workload, input, users_),
        arranged_growth_(program, arranged, input, users_),
        bought_(owned(program, answer, evaluation)) {}

  Headroom all() {
    Headroom result;
    result.users = users_;
    limits(result);
    machines(result);
    if (result.stage) stage(result);
    if (result.machines && (!result.stage || *result.machines < *result.stage)) step(result);
    return result;
  }

 private:
  [[nodiscard]] const StageResult& chosen() const { return answer_.stages[as_index(answer_.chosen)]; }

  /// Finds the ends of all limits that vary with users.
  void limits(Headroom& result) const {
    std::vector<GrowthSearch::Fill> fills;
    std::vector<double> now;
    std::vector<std::size_t> of_limit;
    std::vector<Register> wanted;
    const Columns varying = growth_.varying();
    for (const LimitResult& one : chosen().limits) {
      const Limit& limit = *one.limit;
      result.limits.push_back({&limit, one.utilization, std::nullopt});
      const auto of = [&](Register at) { return depends_[as_index(at)]; };
      if (((of(limit.need) | of(limit.limit)) & varying) == 0) continue;
      of_limit.push_back(result.limits.size() - 1);
      wanted.insert(wanted.end(), {limit.need, limit.limit});
      now.push_back(one.utilization);
      fills.emplace_back([&limit](const Evaluation& at, std::size_t lane) {
        return utilization(at.at(limit.need, lane), at.at(limit.limit, lane));
      });
    }
    const auto found = growth_.last(fills, now, slice_of(program_, wanted));
    for (std::size_t i = 0; i < of_limit.size(); ++i) result.limits[of_limit[i]].users = found[i];
    const auto end = [](const LimitEnd& one) {
      return one.users.value_or(std::numeric_limits<double>::infinity());
    };
    std::stable_sort(result.limits.begin(), result.limits.end(),
                     [&](const LimitEnd& a, const LimitEnd& b) { return end(a) < end(b); });
    if (!result.limits.empty()) result.stage = result.limits.front().users;
  }

  /// Finds the end of the machines as bought.
  void machines(Headroom& result) const {
    std::vector<Register> wanted;
    for (const OwnedMachines& one : bought_) {
      for (const Need& need : one.bought.pick->needs) {
        wanted.push_back(need.shared);
        if (need.each != none) wanted.push_back(need.each);
      }
    }
    const auto fill = [&](const Evaluation& at, std::size_t lane) {
      double worst = 0;
      for (const OwnedMachines& one : bought_) worst = std::max(worst, fullest(one.bought, at, lane).fill);
      return worst;
    };
    result.machines =
        arranged_growth_.last({fill}, {fill(evaluation_, 0)}, slice_of(program_, wanted)).front();
  }

  /// What is needed at one user more than the stage carries, and what running that costs more.
  void stage(Headroom& result) const {
    const Block counts = growth_.at({*result.stage, *result.stage + 1});
    const Evaluation limits = evaluate(program_, counts, Extent::stages);
    result.next = chosen_stage(program_, limits, 1);
    double worst = 0;
    for (const Limit& limit : chosen().stage->limits) {
      const double used = utilization(limits.at(limit.need, 1), limits.at(limit.limit, 1));
      if (holds(used) || used <= worst) continue;
      worst = used;
      result.ends_by = &limit;
    }
    if (result.next < 0) return;
    const std::vector<Ways> there = ways(program_, counts, {answer_.chosen, result.next});
    result.next_usd_per_month_more =
        there[1].taken().cost.usd_per_month() - there[0].taken().cost.usd_per_month();
  }

  /// The replacement of the fullest machines at one user more.
  void step(Headroom& result) const {
    const Evaluation after = evaluate(program_, arranged_growth_.at({*result.machines + 1}));
    for (const OwnedMachines& one : bought_) {
      const Fullest then = fullest(one.bought, after, 0);
      if (holds(then.fill)) continue;
      Step step;
      step.need = then.need;
      step.zone_lost = then.zone_lost;
      const Component& component = *one.component->component;
      const Pick& pick = *one.bought.pick;
      const double row = after.at(component.picked + PickColumn::candidate, 0);
      if (row < 0) return;
      step.component = &component;
      step.count = static_cast<int>(after.at(component.count, 0));
      step.size = program_.candidates[as_index(pick.sizes.names[as_index(row)])].name;
      step.resized = step.size != one.component->size;
      step.usd_per_month_more = price_of(component, after, 0) - price_of(component, evaluation_, 0);
      result.step = step;
      return;
    }
  }

  const Program& program_;
  const Evaluation& evaluation_;
  const std::vector<Columns>& depends_;
  const Recommendation& answer_;
  double users_;
  GrowthSearch growth_, arranged_growth_;
  std::vector<OwnedMachines> bought_;
};

}  // namespace

Headroom headroom(const Program& program, const Block& workload, const Block& arranged,
                  const Evaluation& evaluation, const std::vector<Columns>& depends,
                  const Recommendation& answer) {
  const auto input = growing_input(program);
  if (answer.chosen < 0 || !input) return {};
  return Search(program, workload, arranged, evaluation, depends, answer, *input).all();
}

}  // namespace scaleplan::plan
