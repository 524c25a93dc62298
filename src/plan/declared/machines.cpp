// Joins what is found of a part with the sizes that its catalogue holds.
#include "machines.hpp"

#include <algorithm>
#include <span>

#include "evaluate/pick.hpp"

namespace scaleplan::plan {
namespace {

/// What is declared as a part: itself, or one that also does its work.
const FoundPart* found_for(const Program& program, const Architecture& architecture, const Part& part) {
  const FoundPart* itself = architecture.part(part.id);
  if (itself != nullptr && !itself->resources.empty()) return itself;
  for (const FoundPart& other : architecture.parts) {
    if (other.resources.empty()) continue;
    const bool covers = std::any_of(program.parts.begin(), program.parts.end(), [&](const Part& p) {
      return p.id == other.id && std::find(p.covers.begin(), p.covers.end(), part.id) != p.covers.end();
    });
    if (covers) return &other;
  }
  return nullptr;
}

/// The resources of the whole that counts.
std::vector<const FoundResource*> whole(const FoundPart& part) {
  std::vector<const FoundResource*> all;
  for (const FoundResource& one : part.resources) {
    if (one.group == part.whole && (one.units.least > 0 || one.units.open)) all.push_back(&one);
  }
  return all;
}

/// Machines that stand by beside the units of a resource.
int standbys(const FoundResource& one) {
  if (!one.says_copies || one.in_whole || one.copies.least <= one.units.least) return 0;
  return one.units.least * (one.copies.least - 1);
}

/// Sorts the resources of the whole into lots, unless the size of one is not told.
void lots(DeclaredMachines& machines, const std::vector<const FoundResource*>& all) {
  for (const FoundResource* one : all) {
    machines.standbys += standbys(*one);
    if (one->size.empty()) {
      machines.untold = one->way->size < 0 ? Untold::no_size : Untold::size_unknown;
      machines.resource = one;
      machines.lots.clear();
      return;
    }
    const auto known = std::find_if(machines.lots.begin(), machines.lots.end(),
                                    [&](const Lot& lot) { return lot.size == one->size; });
    if (known == machines.lots.end()) {
      machines.lots.push_back({one->size, one->units.least, standbys(*one), 0});
    } else {
      known->count += one->units.least;
      known->standbys += standbys(*one);
    }
  }
}

/// Finds every lot among what is sold.
void find(DeclaredMachines& machines, const Wares& wares, std::size_t group) {
  for (Lot& lot : machines.lots) {
    machines.size = lot.size;
    const auto position = wares.position(machines.part->pick, group, lot.size);
    if (position) {
      lot.position = *position;
      continue;
    }
    machines.untold = Untold::not_sold;
    machines.lots.clear();
    return;
  }
  if (!machines.lots.empty()) machines.size = machines.lots.front().size;
}

}  // namespace

std::vector<DeclaredMachines> declared_machines(const Program& program, const Wares& wares,
                                                const Architecture& architecture, const Stage& stage,
                                                const Evaluation& evaluation) {
  std::vector<DeclaredMachines> result;
  for (const std::int32_t at : stage.parts) {
    const Part& part = program.parts[as_index(at)];
    if (part.pick < 0 || (part.present != none && evaluation.at(part.present, 0) == 0)) continue;
    DeclaredMachines machines;
    machines.part = &part;
    machines.found = found_for(program, architecture, part);
    const auto all = machines.found == nullptr ? std::vector<const FoundResource*>{} : whole(*machines.found);
    if (all.empty()) {
      machines.untold = Untold::absent;
      result.push_back(std::move(machines));
      continue;
    }
    machines.resource = all.front();
    machines.count = machines.found->units.least;
    machines.more_possible = machines.found->units.open;
    const int wanted = std::max(1, static_cast<int>(evaluation.at(part.zones, 0)));
    machines.zones = std::max(1, std::min({wanted, machines.found->zones.least, machines.count}));
    lots(machines, all);
    if (machines.count == 0) machines.untold = Untold::count;
    if (machines.untold == Untold::nothing)
      find(machines, wares, static_cast<std::size_t>(evaluation.at(part.picked + PickColumn::group, 0)));
    result.push_back(std::move(machines));
  }
  return result;
}

namespace {

/// What the weakest `units` of all lots offer of need k.
double weakest(const DeclaredMachines& machines, std::span<const double> offered, std::size_t needs,
               std::size_t k, double units) {
  std::vector<std::pair<double, int>> each;
  each.reserve(machines.lots.size());
  for (const Lot& lot : machines.lots) each.emplace_back(offered[lot.position * needs + k], lot.count);
  std::sort(each.begin(), each.end());
  double sum = 0;
  for (const auto& [offer, count] : each) {
    const double taken = std::min(units, static_cast<double>(count));
    sum += offer * taken;
    units -= taken;
  }
  return sum;
}

/// As fullest() of units that are all alike; the zone that is lost takes the strongest.
Fullest fullest_of_lots(const Pick& pick, const DeclaredMachines& machines, const Evaluation& evaluation,
                        std::size_t lane) {
  const double count = machines.count;
  const double left = left_of(count, machines.zones);
  const std::size_t needs = pick.needs.size();
  Fullest worst;
  for (std::size_t k = 0; k < needs; ++k) {
    const Need& need = pick.needs[k];
    const double shared = evaluation.at(need.shared, lane);
    const double each = need.each == none ? 0 : evaluation.at(need.each, lane);
    const double healthy =
        utilization(shared + each * count, weakest(machines, pick.healthy, needs, k, count));
    const double lost = machines.zones > 1 ? utilization(shared + each * left,
                                                         weakest(machines, pick.zone_lost, needs, k, left))
                                           : 0;
    if (std::max(healthy, lost) > worst.fill) worst = {std::max(healthy, lost), &need, lost > healthy};
  }
  return worst;
}

}  // namespace

double price_of(const Wares& wares, const DeclaredMachines& machines, const Lot& lot) {
  return wares.program().picks[as_index(machines.part->pick)].price[lot.position];
}

Fullest fullest(const Program& program, const Wares& wares, const DeclaredMachines& machines,
                const Evaluation& evaluation, std::size_t lane) {
  const auto index = static_cast<std::size_t>(machines.part->pick);
  const Pick& pick = wares.program().picks[index];
  Fullest worst = fullest_of_lots(pick, machines, evaluation, lane);
  if (worst.need != nullptr)
    worst.need = &program.picks[index].needs[static_cast<std::size_t>(worst.need - pick.needs.data())];
  return worst;
}

}  // namespace scaleplan::plan
