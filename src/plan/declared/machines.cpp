// Joins the resources of a component with the sizes of its catalogue.
#include "machines.hpp"

#include <algorithm>
#include <span>

#include "declared_size.hpp"
#include "evaluate/demand.hpp"
#include "evaluate/pick.hpp"

namespace scaleplan::plan {
namespace {

/// The component itself as declared, or one that covers it.
const FoundComponent* found_for(const Program& program, const Architecture& architecture,
                                const Component& component) {
  const FoundComponent* itself = architecture.component(component.id);
  if (itself != nullptr && !itself->resources.empty()) return itself;
  for (const FoundComponent& other : architecture.components) {
    if (other.resources.empty()) continue;
    const bool covers =
        std::any_of(program.components.begin(), program.components.end(), [&](const Component& p) {
          return p.id == other.id &&
                 std::find(p.covers.begin(), p.covers.end(), component.id) != p.covers.end();
        });
    if (covers) return &other;
  }
  return nullptr;
}

/// The resources of the group that counts.
std::vector<const FoundResource*> whole(const FoundComponent& component) {
  std::vector<const FoundResource*> all;
  for (const FoundResource& one : component.resources) {
    if (one.group == component.whole && (one.instances.least > 0 || one.instances.open)) all.push_back(&one);
  }
  return all;
}

/// Standby machines of a resource.
int standbys(const FoundResource& one) {
  if (!one.says_copies || one.in_whole || one.copies.least <= one.instances.least) return 0;
  return one.instances.least * (one.copies.least - 1);
}

/// Sorts the resources of the group by size, unless the size of one is unknown.
void group_by_size(DeclaredMachines& machines, const std::vector<const FoundResource*>& all) {
  for (const FoundResource* one : all) {
    machines.standbys += standbys(*one);
    if (one->size.empty()) {
      const bool said = one->matcher->size >= 0 || !one->matcher->figures.empty();
      machines.reason = said ? UnknownReason::size_unknown : UnknownReason::no_size;
      machines.resource = one;
      machines.groups.clear();
      return;
    }
    const auto known = std::find_if(machines.groups.begin(), machines.groups.end(),
                                    [&](const MachineGroup& lot) { return lot.size == one->size; });
    if (known == machines.groups.end()) {
      machines.groups.push_back({one->size, one->instances.least, standbys(*one)});
    } else {
      known->count += one->instances.least;
      known->standbys += standbys(*one);
    }
  }
}

/// Finds the size of every lot in the catalogue.
void find(DeclaredMachines& machines, const std::vector<const FoundResource*>& all, const Program& program,
          std::size_t group) {
  const Pick& pick = program.picks[as_index(machines.component->pick)];
  for (MachineGroup& lot : machines.groups) {
    machines.size = lot.size;
    const auto one = std::find_if(all.begin(), all.end(),
                                  [&](const FoundResource* found) { return found->size == lot.size; });
    if (const auto found = declared_size(program, pick, group, **one)) {
      lot.row = found->row;
      lot.group = found->group;
      continue;
    }
    machines.reason = UnknownReason::not_sold;
    machines.groups.clear();
    return;
  }
  if (!machines.groups.empty()) machines.size = machines.groups.front().size;
}

}  // namespace

std::vector<DeclaredMachines> declared_machines(const Program& program, const Architecture& architecture,
                                                const Stage& stage, const Evaluation& evaluation) {
  std::vector<DeclaredMachines> result;
  for (const std::int32_t at : stage.components) {
    const Component& component = program.components[as_index(at)];
    if (component.pick < 0 || (component.present != none && evaluation.at(component.present, 0) == 0))
      continue;
    DeclaredMachines machines;
    machines.component = &component;
    machines.found = found_for(program, architecture, component);
    const auto all = machines.found == nullptr ? std::vector<const FoundResource*>{} : whole(*machines.found);
    if (all.empty()) {
      machines.reason = UnknownReason::absent;
      result.push_back(std::move(machines));
      continue;
    }
    machines.resource = all.front();
    machines.count = machines.found->instances.least;
    machines.more_possible = machines.found->instances.open;
    const int wanted = std::max(1, static_cast<int>(evaluation.at(component.zones, 0)));
    machines.zones = std::max(1, std::min({wanted, machines.found->zones.least, machines.count}));
    group_by_size(machines, all);
    if (machines.count == 0) machines.reason = UnknownReason::count;
    if (machines.reason == UnknownReason::nothing)
      find(machines, all, program,
           static_cast<std::size_t>(evaluation.at(component.picked + PickColumn::group, 0)));
    result.push_back(std::move(machines));
  }
  return result;
}

namespace {

/// The offer of the weakest `instances` of all groups for need k.
double weakest(const DeclaredMachines& machines, std::span<const double> offered, std::size_t needs,
               std::size_t k, double instances) {
  std::vector<std::pair<double, int>> each;
  each.reserve(machines.groups.size());
  for (const MachineGroup& lot : machines.groups) each.emplace_back(offered[lot.row * needs + k], lot.count);
  std::sort(each.begin(), each.end());
  double sum = 0;
  for (const auto& [offer, count] : each) {
    const double taken = std::min(instances, static_cast<double>(count));
    sum += offer * taken;
    instances -= taken;
  }
  return sum;
}

}  // namespace

double price_of(const Program& program, const DeclaredMachines& machines, const MachineGroup& lot,
                const Evaluation& evaluation, std::size_t lane) {
  const Pick& pick = program.picks[as_index(machines.component->pick)];
  Demand demand = demand_of(pick, evaluation, lane);
  demand.group = lot.group;
  return PriceList(pick.sizes, demand).of(lot.row);
}

/// The lost zone takes the strongest of machines of several sizes.
Fullest fullest(const Program& program, const DeclaredMachines& machines, const Evaluation& evaluation,
                std::size_t lane) {
  const Pick& pick = program.picks[as_index(machines.component->pick)];
  const double count = machines.count;
  const double left = left_of(count, machines.zones);
  const std::size_t needs = pick.needs.size();
  Fullest worst;
  for (std::size_t k = 0; k < needs; ++k) {
    const Need& need = pick.needs[k];
    const double shared = evaluation.at(need.shared, lane);
    const double each = need.each == none ? 0 : evaluation.at(need.each, lane);
    const double healthy =
        utilization(shared + each * count, weakest(machines, pick.sizes.healthy, needs, k, count));
    const double lost =
        machines.zones > 1
            ? utilization(shared + each * left, weakest(machines, pick.sizes.zone_lost, needs, k, left))
            : 0;
    if (std::max(healthy, lost) > worst.fill) worst = {std::max(healthy, lost), &need, lost > healthy};
  }
  return worst;
}

}  // namespace scaleplan::plan
