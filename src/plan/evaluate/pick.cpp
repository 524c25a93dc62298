// Chooses size and count of one component by looking at each candidate of its price frontier.
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
  double position = -1;
  double price = 0;
  double fits = Fits::no;
};

/// A candidate that meets every need, with what it would take.
struct Fitting {
  double units, cost, price;
  std::size_t position;
};

/// Whether `a` is to be preferred to `b`, both being cheap enough: nearer to the aim, then fewer, then by
/// name.
bool preferred(const Pick& pick, const Fitting& a, const Fitting& b, double aim) {
  const double near_a = std::abs(a.units - aim);
  const double near_b = std::abs(b.units - aim);
  if (near_a != near_b) return near_a < near_b;
  if (a.units != b.units) return a.units < b.units;
  return pick.candidates[a.position] < pick.candidates[b.position];
}

/// The cheapest candidate; among those within 5 % of it the preferred one. Candidates stand in order of
/// price, so the search ends where even the least count costs more.
Choice choose(const Pick& pick, const Demand& demand, std::size_t first, std::size_t last) {
  constexpr double near_enough = 1.05;
  constexpr std::size_t most_fitting =
      64;  // those within 5 % of each other are few; beyond, the first ones stay
  const std::size_t needs = pick.needs.size();
  std::array<Fitting, most_fitting> fitting;
  std::size_t kept = 0;
  double cheapest = std::numeric_limits<double>::infinity();
  for (std::size_t c = first; c < last; ++c) {
    const double price = pick.price[c] + demand.surcharge;
    if (demand.least * demand.copies * price > cheapest * near_enough) break;
    const double affordable = std::min(demand.greatest, cheapest * near_enough / (demand.copies * price));
    const double units =
        units_needed(demand, needs, &pick.healthy[c * needs], &pick.zone_lost[c * needs], affordable);
    if (units > demand.greatest) continue;
    const double cost = units * demand.copies * price;
    if (cost > cheapest * near_enough) continue;
    cheapest = std::min(cheapest, cost);
    if (kept == most_fitting) {
      const auto dear = [&](const Fitting& f) { return f.cost > cheapest * near_enough; };
      kept = static_cast<std::size_t>(std::remove_if(fitting.begin(), fitting.end(), dear) - fitting.begin());
    }
    if (kept < most_fitting) fitting[kept++] = {units, cost, price, c};
  }
  const Fitting* best = nullptr;
  for (std::size_t i = 0; i < kept; ++i) {
    if (fitting[i].cost > cheapest * near_enough) continue;
    if (best == nullptr || preferred(pick, fitting[i], *best, demand.aim)) best = &fitting[i];
  }
  if (best == nullptr) return {};
  return {best->units, static_cast<double>(best->position), best->price, Fits::yes};
}

/// The nearest pick when nothing fits: the largest count of the least strained candidate.
Choice nearest(const Pick& pick, const Demand& demand, std::size_t first, std::size_t last) {
  const std::size_t needs = pick.needs.size();
  Choice best{demand.greatest, -1, 0, Fits::no};
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t c = first; c < last; ++c) {
    const double now = strain(demand, needs, &pick.healthy[c * needs], &pick.zone_lost[c * needs]);
    if (best.position >= 0 && now >= least) continue;
    least = now;
    best = {demand.greatest, static_cast<double>(c), pick.price[c] + demand.surcharge, Fits::no};
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
         same(pick.surcharge) && std::all_of(pick.selectors.begin(), pick.selectors.end(), same);
}

}  // namespace

double left_of(double count, double zones) { return zones < 2 ? count : count - std::ceil(count / zones); }

void pick(const Pick& pick, Evaluation& into, Register self, std::span<const std::size_t> lanes) {
  const auto column = [&](Register which) { return into.column(self + which); };
  for (std::size_t i = 0; i < lanes.size(); ++i) {
    const std::size_t lane = lanes[i];
    // Variations of one workload mostly ask the same of a component as the workload itself, or as their
    // neighbours.
    const bool like_first = i > 0 && same_demand(pick, into, lane, lanes[0]);
    if (like_first || (i > 1 && same_demand(pick, into, lane, lanes[i - 1]))) {
      const std::size_t like = like_first ? lanes[0] : lanes[i - 1];
      for (Register which = 0; which < PickColumn::columns; ++which)
        column(which)[lane] = column(which)[like];
      continue;
    }
    const Demand demand = demand_of(pick, into, lane);
    const auto begin = static_cast<std::size_t>(pick.groups[demand.group]);
    const auto end = static_cast<std::size_t>(pick.groups[demand.group + 1]);
    const bool none = never_fits(pick, demand);
    Choice choice = none ? Choice{} : choose(pick, demand, begin, end);
    if (choice.fits != Fits::yes) choice = nearest(pick, demand, begin, end);
    if (none) choice.fits = Fits::never;
    column(PickColumn::count)[lane] = choice.count;
    column(PickColumn::candidate)[lane] = choice.position;
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
    into.column(self + PickColumn::candidate)[lane] = static_cast<double>(taken.position);
    into.column(self + PickColumn::price)[lane] = pick.price[taken.position] + into.at(pick.surcharge, lane);
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
  const auto& best = lost ? pick.best_zone_lost : pick.best_healthy;
  const auto& usable = lost ? pick.zone_lost : pick.healthy;
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
