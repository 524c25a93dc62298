// Chooses size and count of one component by looking at each candidate of its price frontier.
//
// A candidate is a size that no other size beats: nothing cheaper offers as much of every need. They stand in
// groups (one for each combination of selectors, such as region and family) in order of price. For each
// candidate the least count that meets every need follows by division: healthy with all machines, and with
// one zone lost for what is left then. Cost is count x copies x price. Where a row has one price, prices rise
// and the search ends at the first candidate whose least count alone costs more than 5 % above the cheapest
// so far; a price that is a sum over several factors keeps no order, and all candidates are tried. Among
// those within 5 % the one nearest to the aim wins, then fewer machines, then the name: so a small change of
// prices does not turn two machines into nine. Where nothing fits, the answer is the candidate that is
// strained least at the greatest count, marked as not enough. Lanes that ask the same as their neighbour copy
// its result: what-ifs of one workload mostly do.
#include "pick.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "demand.hpp"
#include "nearest.hpp"

namespace scaleplan::plan {
namespace {

/// How full a candidate is at the greatest count, at its fullest need; the smaller the better when nothing
/// fits.
double strain(const Demand& demand, std::size_t needs, const double* healthy, const double* zone_lost) {
  const double left = left_of(demand.greatest, demand.zones);
  double worst = 0;
  for (std::size_t k = 0; k < needs; ++k) {
    const double need = demand.shared[k] + demand.each[k] * demand.greatest;
    worst = std::max(worst, utilization(need, healthy[k] * demand.greatest));
    if (demand.zones < 2) continue;
    worst = std::max(worst, utilization(demand.shared[k] + demand.each[k] * left, zone_lost[k] * left));
  }
  return worst;
}

struct Choice {
  double count = 0;
  double row = -1;
  double price = 0;
  double fits = Fits::no;
};

/// A candidate that meets every need, with what it would take.
struct Fitting {
  double units, cost, price;
  std::size_t row;
};

/// Whether `a` is to be preferred to `b`, both being cheap enough: nearer to the aim, then fewer, then by
/// name.
bool preferred(const Pick& pick, const Fitting& a, const Fitting& b, double aim) {
  const double near_a = std::abs(a.units - aim);
  const double near_b = std::abs(b.units - aim);
  if (near_a != near_b) return near_a < near_b;
  if (a.units != b.units) return a.units < b.units;
  return pick.sizes.names[a.row] < pick.sizes.names[b.row];
}

/// The cheapest candidate; among those within 5 % of it the preferred one. Candidates stand in order of
/// price, so the search ends where even the least count costs more.
Choice choose(const Pick& pick, const Demand& demand) {
  constexpr double near_enough = 1.05;
  constexpr std::size_t most_fitting =
      64;  // those within 5 % of each other are few; beyond, the first ones stay
  const SizeTable& sizes = pick.sizes;
  const std::size_t needs = pick.needs.size();
  const PriceList prices(sizes, demand);
  std::array<Fitting, most_fitting> fitting;
  std::size_t kept = 0;
  double cheapest = std::numeric_limits<double>::infinity();
  for (const std::int32_t candidate : sizes.candidates_of(demand.group)) {
    const std::size_t row = as_index(candidate);
    const double price = prices.of(row);
    if (demand.least * demand.copies * price > cheapest * near_enough) {
      if (sizes.factors == 1) break;
      continue;
    }
    const double affordable = std::min(demand.greatest, cheapest * near_enough / (demand.copies * price));
    const double units = units_needed(demand, needs, SizeTable::figures(sizes.healthy, row, needs),
                                      SizeTable::figures(sizes.zone_lost, row, needs), affordable);
    if (units > demand.greatest) continue;
    const double cost = units * demand.copies * price;
    if (cost > cheapest * near_enough) continue;
    cheapest = std::min(cheapest, cost);
    if (kept == most_fitting) {
      const auto dear = [&](const Fitting& f) { return f.cost > cheapest * near_enough; };
      kept = static_cast<std::size_t>(std::remove_if(fitting.begin(), fitting.end(), dear) - fitting.begin());
    }
    if (kept < most_fitting) fitting[kept++] = {units, cost, price, row};
  }
  const Fitting* best = nullptr;
  for (std::size_t i = 0; i < kept; ++i) {
    if (fitting[i].cost > cheapest * near_enough) continue;
    if (best == nullptr || preferred(pick, fitting[i], *best, demand.aim)) best = &fitting[i];
  }
  if (best == nullptr) return {};
  return {best->units, static_cast<double>(best->row), best->price, Fits::yes};
}

/// What comes nearest when nothing fits: as many as may be of the candidate that is strained least.
Choice nearest(const Pick& pick, const Demand& demand) {
  const SizeTable& sizes = pick.sizes;
  const std::size_t needs = pick.needs.size();
  Choice best{demand.greatest, -1, 0, Fits::no};
  double least = std::numeric_limits<double>::infinity();
  for (const std::int32_t candidate : sizes.candidates_of(demand.group)) {
    const std::size_t row = as_index(candidate);
    const double now = strain(demand, needs, SizeTable::figures(sizes.healthy, row, needs),
                              SizeTable::figures(sizes.zone_lost, row, needs));
    if (best.row >= 0 && now >= least) continue;
    least = now;
    best = {demand.greatest, static_cast<double>(row), PriceList(sizes, demand).of(row), Fits::no};
  }
  return best;
}

/// Whether workload `a` asks the same of a pick as workload `b`.
bool same_demand(const Pick& pick, const Evaluation& from, std::size_t a, std::size_t b) {
  const auto same = [&](Register at) { return at == none || from.at(at, a) == from.at(at, b); };
  for (const Need& need : pick.needs) {
    if (!same(need.shared) || !same(need.each)) return false;
  }
  return same(pick.least) && same(pick.greatest) && same(pick.zones) && same(pick.copies) && same(pick.aim) &&
         same(pick.surcharge) && std::all_of(pick.selectors.begin(), pick.selectors.end(), same) &&
         std::all_of(pick.factors.begin(), pick.factors.end(), same);
}

}  // namespace

double left_of(double count, double zones) { return zones < 2 ? count : count - std::ceil(count / zones); }

void pick(const Pick& pick, Evaluation& into, Register self, std::span<const std::size_t> lanes) {
  const auto column = [&](Register which) { return into.column(self + which); };
  for (std::size_t i = 0; i < lanes.size(); ++i) {
    const std::size_t lane = lanes[i];
    // What-ifs of one workload mostly ask the same of a component as the workload itself, or as their
    // neighbours.
    const bool like_first = i > 0 && same_demand(pick, into, lane, lanes[0]);
    if (like_first || (i > 1 && same_demand(pick, into, lane, lanes[i - 1]))) {
      const std::size_t like = like_first ? lanes[0] : lanes[i - 1];
      for (Register which = 0; which < PickColumn::columns; ++which)
        column(which)[lane] = column(which)[like];
      continue;
    }
    const Demand demand = demand_of(pick, into, lane);
    const bool none = never_fits(pick, demand);
    Choice choice = none ? Choice{} : choose(pick, demand);
    if (choice.fits != Fits::yes) choice = nearest(pick, demand);
    if (none) choice.fits = Fits::never;
    column(PickColumn::count)[lane] = choice.count;
    column(PickColumn::candidate)[lane] = choice.row;
    column(PickColumn::price)[lane] = choice.price;
    column(PickColumn::fits)[lane] = choice.fits;
    column(PickColumn::group)[lane] = static_cast<double>(demand.group);
    column(PickColumn::greatest)[lane] = demand.greatest;
    column(PickColumn::left)[lane] = left_of(demand.greatest, demand.zones);
  }
}

void take(const Pick& pick, Evaluation& into, Register self, const FixedPick& taken, std::size_t lanes) {
  for (std::size_t lane = 0; lane < lanes; ++lane) {
    into.column(self + PickColumn::count)[lane] = taken.count;
    Demand demand = demand_of(pick, into, lane);
    demand.group = taken.group;
    into.column(self + PickColumn::candidate)[lane] = static_cast<double>(taken.row);
    into.column(self + PickColumn::price)[lane] = PriceList(pick.sizes, demand).of(taken.row);
  }
}

void most(const Pick& pick, Evaluation& into, Register self, Register picked, int which, std::size_t lanes) {
  const std::size_t needs = pick.needs.size();
  const auto need = static_cast<std::size_t>(which / 2);
  const bool lost = which % 2 != 0;
  const double* candidate = into.column(picked + PickColumn::candidate);
  const double* fits = into.column(picked + PickColumn::fits);
  const double* group = into.column(picked + PickColumn::group);
  const double* units = into.column(picked + (lost ? PickColumn::left : PickColumn::greatest));
  const auto& best = lost ? pick.sizes.best_zone_lost : pick.sizes.best_healthy;
  const auto& usable = lost ? pick.sizes.zone_lost : pick.sizes.healthy;
  double* out = into.column(self);
  for (std::size_t i = 0; i < lanes; ++i) {
    if (candidate[i] < 0) {
      out[i] = 0;
    } else if (fits[i] != Fits::no) {
      out[i] = units[i] * best[static_cast<std::size_t>(group[i]) * needs + need];
    } else {  // each need alone might be met, all together are not: say so of what is shown
      out[i] = units[i] * usable[static_cast<std::size_t>(candidate[i]) * needs + need];
    }
  }
}

}  // namespace scaleplan::plan
