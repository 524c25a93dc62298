// Joins what is found of a part with the sizes that its catalogue holds.
#include "machines.hpp"

#include <algorithm>
#include <map>

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

/// The resources of the whole that counts: the one with the most units, the first of equal ones.
std::vector<const FoundResource*> whole(const FoundPart& part) {
  std::map<std::string, int> units;
  for (const FoundResource& one : part.resources) units[one.group] += one.units.least;
  const std::string* largest = nullptr;
  for (const FoundResource& one : part.resources) {
    if (largest == nullptr || units[one.group] > units[*largest]) largest = &one.group;
  }
  std::vector<const FoundResource*> all;
  for (const FoundResource& one : part.resources) {
    if (one.group == *largest && (one.units.least > 0 || one.units.open)) all.push_back(&one);
  }
  return all;
}

/// Fills in the size that all resources of the whole have.
void size(DeclaredMachines& machines, const std::vector<const FoundResource*>& all) {
  machines.size = all.front()->size;
  for (const FoundResource* one : all) {
    if (one->size.empty()) {
      machines.untold = one->way->size < 0 ? Untold::no_size : Untold::size_unknown;
    } else if (one->size != machines.size) {
      machines.untold = Untold::several_sizes;
    } else {
      continue;
    }
    machines.resource = one;
    machines.size.clear();
    return;
  }
}

/// Machines that stand by beside the units of the whole.
int standbys(const std::vector<const FoundResource*>& all) {
  int count = 0;
  for (const FoundResource* one : all) {
    if (one->says_copies && !one->in_whole && one->copies.least > one->units.least)
      count += one->units.least * (one->copies.least - 1);
  }
  return count;
}

}  // namespace

std::vector<DeclaredMachines> declared_machines(const Program& program, const Wares& wares,
                                                const Architecture& architecture, const Stage& stage,
                                                const Evaluation& evaluation) {
  std::vector<DeclaredMachines> result;
  for (const std::int32_t at : stage.parts) {
    const Part& part = program.parts[static_cast<std::size_t>(at)];
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
    machines.standbys = standbys(all);
    size(machines, all);
    if (machines.count == 0) machines.untold = Untold::count;
    if (machines.untold == Untold::nothing) {
      const auto group = static_cast<std::size_t>(evaluation.at(part.picked + PickColumn::group, 0));
      const auto position = wares.position(part.pick, group, machines.size);
      if (!position) machines.untold = Untold::not_sold;
      machines.position = position.value_or(0);
    }
    result.push_back(std::move(machines));
  }
  return result;
}

Bought bought(const Wares& wares, const DeclaredMachines& machines) {
  const auto pick = static_cast<std::size_t>(machines.part->pick);
  return {&wares.program().picks[pick], machines.position, static_cast<double>(machines.count),
          static_cast<double>(machines.zones)};
}

Fullest fullest(const Program& program, const Wares& wares, const DeclaredMachines& machines,
                const Evaluation& evaluation, std::size_t lane) {
  const Bought units = bought(wares, machines);
  Fullest worst = fullest(units, evaluation, lane);
  const Pick& pick = program.picks[static_cast<std::size_t>(machines.part->pick)];
  if (worst.need != nullptr)
    worst.need = &pick.needs[static_cast<std::size_t>(worst.need - units.pick->needs.data())];
  return worst;
}

}  // namespace scaleplan::plan
