// Finds the user counts at which a stage, its limits and its machines end.
#include "headroom.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "growth.hpp"
#include "plan/evaluate/pick.hpp"
#include "topology.hpp"

namespace scaleplan::plan {
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
         const std::vector<Columns>& depends, const Recommendation& answer, std::size_t input)
      : program_(program),
        evaluation_(evaluation),
        depends_(depends),
        answer_(answer),
        users_(answer.inputs[input].value),
        growth_(program, workload, input, users_),
        bought_(machines(answer, evaluation)) {}

  Headroom all() {
    Headroom result;
    result.users = users_;
    ends(result);
    beyond(result);
    return result;
  }

 private:
  [[nodiscard]] const StageResult& chosen() const {
    return answer_.stages[static_cast<std::size_t>(answer_.chosen)];
  }

  /// Finds every end at once: those of the limits that vary with users, and that of the machines.
  void ends(Headroom& result) const {
    std::vector<Growth::Fill> fills;
    std::vector<double> now;
    std::vector<std::size_t> of_limit;
    std::vector<Register> wanted;
    const Columns varying = growth_.varying();
    for (const LimitResult& one : chosen().limits) {
      const Limit& limit = *one.limit;
      result.limits.push_back({&limit, one.utilization, std::nullopt});
      const auto of = [&](Register at) { return depends_[static_cast<std::size_t>(at)]; };
      if (((of(limit.need) | of(limit.limit)) & varying) == 0) continue;
      of_limit.push_back(result.limits.size() - 1);
      wanted.insert(wanted.end(), {limit.need, limit.limit});
      now.push_back(one.utilization);
      fills.emplace_back([&limit](const Evaluation& at, std::size_t lane) {
        return utilization(at.at(limit.need, lane), at.at(limit.limit, lane));
      });
    }
    for (const Bought& one : bought_) {
      for (const Need& need : program_.picks[static_cast<std::size_t>(one.part->part->pick)].needs) {
        wanted.push_back(need.shared);
        if (need.each != none) wanted.push_back(need.each);
      }
    }
    const auto machines_fill = [&](const Evaluation& at, std::size_t lane) {
      double fullest = 0;
      for (const Bought& one : bought_) {
        fullest =
            std::max(fullest, fill_as_bought(program_, *one.part, one.position, at, lane, nullptr, nullptr));
      }
      return fullest;
    };
    fills.emplace_back(machines_fill);
    now.push_back(machines_fill(evaluation_, 0));
    const auto found = growth_.last(fills, now, slice_of(program_, wanted));
    result.machines = found.back();
    for (std::size_t i = 0; i < of_limit.size(); ++i) result.limits[of_limit[i]].users = found[i];
    const auto end = [](const LimitEnd& one) {
      return one.users.value_or(std::numeric_limits<double>::infinity());
    };
    std::stable_sort(result.limits.begin(), result.limits.end(),
                     [&](const LimitEnd& a, const LimitEnd& b) { return end(a) < end(b); });
    if (!result.limits.empty()) result.stage = result.limits.front().users;
  }

  /// What comes after either end, in one block of two.
  void beyond(Headroom& result) const {
    const bool first_machines = result.machines && (!result.stage || *result.machines < *result.stage);
    if (!result.stage && !first_machines) return;
    std::vector<double> counts;
    if (result.stage) counts.push_back(*result.stage + 1);
    if (first_machines) counts.push_back(*result.machines + 1);
    const Evaluation after = evaluate(program_, growth_.at(counts));
    if (result.stage) stage(result, after);
    if (first_machines) step(result, after, counts.size() - 1);
  }

  void stage(Headroom& result, const Evaluation& after) const {
    result.next = chosen_stage(program_, after, 0);
    const Stage& shown = *chosen().stage;
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

  /// What the fullest machines are replaced by when one user more comes.
  void step(Headroom& result, const Evaluation& after, std::size_t lane) const {
    for (const Bought& bought : bought_) {
      Step step;
      const double fill =
          fill_as_bought(program_, *bought.part, bought.position, after, lane, &step.need, &step.zone_lost);
      if (holds(fill)) continue;
      const Part& part = *bought.part->part;
      const Pick& pick = program_.picks[static_cast<std::size_t>(part.pick)];
      const double position = after.at(part.picked + PickColumn::candidate, lane);
      if (position < 0) return;
      step.part = &part;
      step.count = static_cast<int>(after.at(part.count, lane));
      step.size =
          program_.candidates[static_cast<std::size_t>(pick.candidates[static_cast<std::size_t>(position)])]
              .name;
      step.resized = step.size != bought.part->size;
      step.usd_per_month_more = price_of(part, after, lane) - price_of(part, evaluation_, 0);
      result.step = step;
      return;
    }
  }

  const Program& program_;
  const Evaluation& evaluation_;
  const std::vector<Columns>& depends_;
  const Recommendation& answer_;
  double users_;
  Growth growth_;
  std::vector<Bought> bought_;
};

}  // namespace

Headroom headroom(const Program& program, const Block& workload, const Evaluation& evaluation,
                  const std::vector<Columns>& depends, const Recommendation& answer) {
  const auto input = growing_input(program);
  if (answer.chosen < 0 || !input) return {};
  return Search(program, workload, evaluation, depends, answer, *input).all();
}

}  // namespace scaleplan::plan
