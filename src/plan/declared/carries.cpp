// Lets users grow until the reached stage ends or the declared machines are full.
#include "scaleplan/carries.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "answer/growth.hpp"
#include "evaluate/demand.hpp"
#include "evaluate/pick.hpp"
#include "machines.hpp"

namespace scaleplan {

bool Carries::all_known() const {
  return std::all_of(components.begin(), components.end(),
                     [](const MachinesEnd& end) { return end.machines.reason == UnknownReason::nothing; });
}

namespace plan {
namespace {

/// The workload with as few users as can be.
Block fewest(const Program& program, const Block& workload, std::size_t input, double least) {
  const double users = evaluate(program, workload).at(program.inputs[input].value, 0);
  return GrowthSearch(program, workload, input, users > 0 ? users : least).at({least});
}

bool sooner(const std::optional<double>& a, const std::optional<double>& b) { return a && (!b || *a < *b); }

class CarriesBuilder {
 public:
  CarriesBuilder(const Program& program, const Architecture& architecture, const Block& workload,
                 std::size_t input)
      : program_(program),
        architecture_(architecture),
        stage_(program.stages[as_index(architecture.reached)]),
        least_(std::max(1.0, std::ceil(program.inputs[input].low))),
        start_(fewest(program, workload, input, least_)),
        now_(evaluate(program_, start_)),
        growth_(program_, start_, input, least_) {}

  Carries build(std::optional<double> asked) {
    Carries result;
    result.stage = architecture_.reached;
    result.above = std::any_of(architecture_.above.begin(), architecture_.above.end(),
                               [&](const ComponentAbove& above) { return beyond(above.demand); });
    for (DeclaredMachines& one : declared_machines(program_, architecture_, stage_, now_)) {
      result.components.push_back({std::move(one), std::nullopt, nullptr, false});
    }
    ends(result);
    full_of(result);
    result.users = sooner(result.machines, result.stage_users) ? result.machines : result.stage_users;
    const double shown = asked && !sooner(result.users, asked) ? *asked : result.users.value_or(least_);
    result.at_users = std::max(shown, least_);
    std::copy_if(architecture_.decided.begin(), architecture_.decided.end(),
                 std::back_inserter(result.unpriced), [](const DecidedValue& one) { return !one.known; });
    costs(result);
    return result;
  }

 private:
  /// Whether a component is declared that is not in the stage.
  [[nodiscard]] bool beyond(const Requirement& demand) const {
    return std::any_of(demand.components.begin(), demand.components.end(), [&](Text id) {
      const FoundComponent* found = architecture_.component(id);
      const bool has = std::any_of(stage_.components.begin(), stage_.components.end(), [&](std::int32_t at) {
        const Component& component = program_.components[as_index(at)];
        return component.id == id && (component.present == none || now_.at(component.present, 0) != 0);
      });
      return found != nullptr && found->there() && !has;
    });
  }

  void limit(const Limit& limit) {
    wanted_.insert(wanted_.end(), {limit.need, limit.limit});
    fill([&limit](const Evaluation& at, std::size_t lane) {
      return utilization(at.at(limit.need, lane), at.at(limit.limit, lane));
    });
  }

  void machines(const DeclaredMachines& machines) {
    const auto pick = static_cast<std::size_t>(machines.component->pick);
    for (const Need& need : program_.picks[pick].needs) {
      wanted_.push_back(need.shared);
      if (need.each != none) wanted_.push_back(need.each);
    }
    fill([this, &machines](const Evaluation& at, std::size_t lane) {
      return fullest(program_, machines, at, lane).fill;
    });
  }

  void fill(GrowthSearch::Fill fill) {
    fills_now_.push_back(fill(now_, 0));
    fills_.push_back(std::move(fill));
  }

  /// Finds every end in the same blocks.
  void ends(Carries& result) {
    for (const Limit& one : stage_.limits) limit(one);
    std::vector<std::size_t> of_component;
    for (std::size_t p = 0; p < result.components.size(); ++p) {
      if (result.components[p].machines.reason != UnknownReason::nothing) continue;
      of_component.push_back(p);
      machines(result.components[p].machines);
    }
    auto found = growth_.last(fills_, fills_now_, slice_of(program_, wanted_));
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (!holds(fills_now_[i])) found[i] = 0;
    }
    for (std::size_t i = 0; i < stage_.limits.size(); ++i) {
      if (!sooner(found[i], result.stage_users)) continue;
      result.stage_users = found[i];
      result.limit = &stage_.limits[i];
    }
    for (std::size_t i = 0; i < of_component.size(); ++i) {
      MachinesEnd& end = result.components[of_component[i]];
      end.users = found[stage_.limits.size() + i];
      if (!sooner(end.users, result.machines)) continue;
      result.machines = end.users;
      result.fullest = static_cast<int>(of_component[i]);
    }
  }

  /// The need that fills the machines of each component at one user more.
  void full_of(Carries& result) const {
    std::vector<double> counts;
    for (const MachinesEnd& end : result.components) {
      if (end.users) counts.push_back(std::max(*end.users + 1, least_));
    }
    if (counts.empty()) return;
    const Evaluation after = evaluate(program_, growth_.at(counts));
    std::size_t lane = 0;
    for (MachinesEnd& end : result.components) {
      if (!end.users) continue;
      const Fullest worst = fullest(program_, end.machines, after, lane++);
      end.need = worst.need;
      end.zone_lost = worst.zone_lost;
    }
  }

  void costs(Carries& result) const {
    std::vector<FixedPick> taken;
    for (const MachinesEnd& end : result.components) {
      const DeclaredMachines& one = end.machines;
      if (one.reason == UnknownReason::nothing)
        taken.push_back({one.component->picked, static_cast<double>(one.count), one.groups.front().row,
                         one.groups.front().group});
    }
    const Block block = growth_.at({result.at_users});
    const Evaluation then = evaluate(program_, block, taken);
    result.firm = then.at(stage_.firm, 0) * seconds_a_month;
    for (const MachinesEnd& end : result.components)
      result.firm += beside(end.machines, then) * seconds_a_month;
    result.soft = then.at(stage_.soft, 0) * seconds_a_month;
  }

  /// The cost beyond machines that are all of the first group, USD/s: other groups, and standbys that the
  /// stage lacks.
  [[nodiscard]] double beside(const DeclaredMachines& one, const Evaluation& then) const {
    if (one.reason != UnknownReason::nothing) return 0;
    const double copies = then.at(one.component->copies, 0);
    const double first = then.at(one.component->picked + PickColumn::price, 0);
    double all = 0;
    for (const MachineGroup& lot : one.groups) {
      const double dearer =
          price_of(program_, one, lot, then, 0) - price_of(program_, one, one.groups.front(), then, 0);
      const double spare = std::max(0.0, lot.standbys - lot.count * (copies - 1));
      all += lot.count * copies * dearer + spare * (first + dearer);
    }
    return all;
  }

  const Program& program_;
  const Architecture& architecture_;
  const Stage& stage_;
  double least_;
  Block start_;
  Evaluation now_;
  GrowthSearch growth_;
  std::vector<GrowthSearch::Fill> fills_;
  std::vector<double> fills_now_;
  std::vector<Register> wanted_;
};

}  // namespace
}  // namespace plan

Carries carries_of(const Program& program, const Architecture& architecture, const Block& workload,
                   std::optional<double> asked) {
  const auto input = plan::growing_input(program);
  if (architecture.reached < 0 || !input) return {};
  return plan::CarriesBuilder(program, architecture, workload, *input).build(asked);
}

std::vector<Undersized> undersized(const Program& program, const Architecture& architecture, int stage,
                                   const Block& workload) {
  std::vector<Undersized> result;
  const Evaluation now = evaluate(program, workload);
  const Stage& needed = program.stages[as_index(stage)];
  for (DeclaredMachines& one : plan::declared_machines(program, architecture, needed, now)) {
    const bool not_sized = one.reason == UnknownReason::absent || one.reason == UnknownReason::count ||
                           one.reason == UnknownReason::no_size;
    if (not_sized) continue;
    const bool known = one.reason == UnknownReason::nothing;
    const plan::Fullest worst = known ? plan::fullest(program, one, now, 0) : plan::Fullest();
    const Component& component = *one.component;
    const double chosen = now.at(component.picked + PickColumn::candidate, 0);
    if ((known && holds(worst.fill)) || chosen < 0) continue;
    Undersized found;
    found.sure = known && !one.more_possible;
    found.fill = worst.fill;
    found.need = worst.need;
    found.zone_lost = worst.zone_lost;
    found.stage = stage;
    found.needed_count = static_cast<int>(now.at(component.count, 0));
    const Pick& pick = program.picks[as_index(component.pick)];
    found.needed_size = program.candidates[as_index(pick.sizes.names[as_index(chosen)])].name;
    const std::size_t needs = pick.needs.size();
    if (one.groups.size() == 1) {
      const plan::Demand demand = plan::demand_of(pick, now, 0);
      const std::size_t row = one.groups.front().row;
      const double same =
          plan::units_needed(demand, needs, SizeTable::figures(pick.sizes.healthy, row, needs),
                             SizeTable::figures(pick.sizes.zone_lost, row, needs), demand.greatest);
      found.same_size = same <= demand.greatest ? static_cast<int>(same) : 0;
    }
    found.machines = std::move(one);
    result.push_back(std::move(found));
  }
  return result;
}

}  // namespace scaleplan
