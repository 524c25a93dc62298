// Decides whether anything meets a demand, without looking for the cheapest: all that choosing a stage needs.
//
// A stage is judged by its limits, and a component's limits compare needs with the most that the component
// can ever be. For that it is enough to know that one candidate fits; which one is bought is settled by
// pick.cpp for the stage that is shown. The lanes of a block are often alike, so the first lane is answered
// exactly, and the candidate that fits it is then tried on up to 64 lanes at once, need by need, in loops
// over columns without branches. That test has a margin of 1e-9 on the safe side: a lane it accepts surely
// fits. A lane it leaves out is answered by itself, exactly, beginning with the candidate that fitted its
// neighbour. Where nothing fits, pick.cpp finds the candidate that comes nearest, so that the limit can say
// what is missing.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include "demand.hpp"
#include "pick.hpp"

namespace scaleplan::plan {
namespace {

/// The place among the candidates of one that fits, or -1.
double any_fit(const Pick& pick, const Demand& demand, double hint) {
  const std::size_t needs = pick.needs.size();
  const auto begin = as_index(pick.sizes.groups[demand.group]);
  const auto end = as_index(pick.sizes.groups[demand.group + 1]);
  const auto fits = [&](std::size_t c) {
    const std::size_t row = as_index(pick.sizes.candidates[c]);
    const double* healthy = SizeTable::figures(pick.sizes.healthy, row, needs);
    const double* zone_lost = SizeTable::figures(pick.sizes.zone_lost, row, needs);
    if (hopeless(demand, needs, healthy, zone_lost)) return false;
    return units_needed(demand, needs, healthy, zone_lost, demand.greatest) <= demand.greatest;
  };
  // Workloads of a block are often alike; else the dearest sizes are the likeliest.
  if (hint >= static_cast<double>(begin) && hint < static_cast<double>(end) &&
      fits(static_cast<std::size_t>(hint)))
    return hint;
  for (std::size_t c = end; c-- > begin;) {
    if (fits(c)) return static_cast<double>(c);
  }
  return -1;
}

constexpr std::size_t most_lanes = 64;  // looked at together

/// The demands of some workloads on one candidate, a column each.
struct Tried {
  std::array<double, most_lanes> greatest{};  ///< units there can be
  std::array<double, most_lanes> left{};      ///< of these, while a zone is lost
  std::array<double, most_lanes> group{};
  std::array<double, most_lanes> fits{};  ///< 1 where the candidate surely fits
};

double down(double value) { return static_cast<double>(static_cast<std::int64_t>(std::min(value, 1e15))); }

/// Reads what does not depend on the candidate.
void read(const Pick& pick, Evaluation& from, std::size_t first, std::size_t lanes, Tried& into) {
  const double* greatest = from.column(pick.greatest) + first;
  const double* zones = from.column(pick.zones) + first;
  for (std::size_t i = 0; i < lanes; ++i) into.greatest[i] = std::max(1.0, down(greatest[i]));
  for (std::size_t i = 0; i < lanes; ++i) {
    into.left[i] = zones[i] < 2 ? into.greatest[i] : into.greatest[i] - up(into.greatest[i] / zones[i]);
  }
  std::fill_n(into.group.begin(), lanes, 0.0);
  for (std::size_t s = 0; s < pick.selectors.size(); ++s) {
    const double* selector = from.column(pick.selectors[s]) + first;
    for (std::size_t i = 0; i < lanes; ++i) into.group[i] = into.group[i] * pick.radix[s] + selector[i];
  }
}

/// Marks the workloads that the size in `row` of `group` surely fits, as many as may be; with a margin, so
/// that one left out may fit too.
void mark(const Pick& pick, Evaluation& from, std::size_t first, std::size_t lanes, std::size_t row,
          double group, Tried& tried) {
  constexpr double sure = 1 - 1e-9;
  const double* least = from.column(pick.least) + first;
  const double* zones = from.column(pick.zones) + first;
  for (std::size_t i = 0; i < lanes; ++i) {
    const bool offered = tried.group[i] == group;
    tried.fits[i] = offered && least[i] <= tried.greatest[i] ? 1 : 0;
  }
  const std::size_t needs = pick.needs.size();
  for (std::size_t k = 0; k < needs; ++k) {
    const double healthy = pick.sizes.healthy[row * needs + k];
    const double lost = pick.sizes.zone_lost[row * needs + k];
    const double* shared = from.column(pick.needs[k].shared) + first;
    const double* each = pick.needs[k].each == none ? nullptr : from.column(pick.needs[k].each) + first;
    for (std::size_t i = 0; i < lanes; ++i) {
      const double own = each == nullptr ? 0 : std::max(each[i], 0.0);
      const double need = std::max(shared[i], 0.0);
      const bool all = need <= (healthy - own) * tried.greatest[i] * sure;
      const bool rest = zones[i] < 2 || need <= (lost - own) * tried.left[i] * sure;
      tried.fits[i] = all && rest ? tried.fits[i] : 0;
    }
  }
}

/// The row of the candidate at `place`.
double row_of(const Pick& pick, double place) {
  return pick.sizes.candidates[static_cast<std::size_t>(place)];
}

/// Answers for one workload, exactly; returns the place of the candidate that fits, or `hint`.
double fit_one(const Pick& pick, Evaluation& into, Register self, std::size_t lane, double hint) {
  const auto column = [&](Register which) { return into.column(self + which); };
  const Demand demand = demand_of(pick, into, lane);
  const bool none = never_fits(pick, demand);
  const double found = none ? pick.sizes.groups[demand.group] : any_fit(pick, demand, hint);
  if (found < 0) {  // only the one that comes nearest shows what is missing
    plan::pick(pick, into, self, {&lane, 1});
    return hint;
  }
  column(PickColumn::candidate)[lane] = row_of(pick, found);
  column(PickColumn::fits)[lane] = none ? Fits::never : Fits::yes;
  column(PickColumn::group)[lane] = static_cast<double>(demand.group);
  column(PickColumn::greatest)[lane] = demand.greatest;
  column(PickColumn::left)[lane] = left_of(demand.greatest, demand.zones);
  return none ? hint : found;
}

}  // namespace

void fit(const Pick& pick, Evaluation& into, Register self, std::size_t first, std::size_t last) {
  const auto column = [&](Register which) { return into.column(self + which); };
  std::fill(column(PickColumn::count) + first, column(PickColumn::count) + last, 0.0);
  std::fill(column(PickColumn::price) + first, column(PickColumn::price) + last, 0.0);
  Tried tried;
  for (; first < last; first += most_lanes) {
    const std::size_t lanes = std::min(most_lanes, last - first);
    read(pick, into, first, lanes, tried);
    // A candidate that fits one workload fits most of a block; else each workload is tried alone.
    const double marked = fit_one(pick, into, self, first, -1);
    const double group = tried.group[0];
    const double row = marked >= 0 ? row_of(pick, marked) : -1;
    if (marked >= 0) mark(pick, into, first, lanes, static_cast<std::size_t>(row), group, tried);
    double hint = marked;
    for (std::size_t i = 1; i < lanes; ++i) {
      if (marked < 0 || tried.fits[i] == 0) {
        hint = fit_one(pick, into, self, first + i, hint);
        continue;
      }
      column(PickColumn::candidate)[first + i] = row;
      column(PickColumn::fits)[first + i] = 1;
      column(PickColumn::group)[first + i] = group;
      column(PickColumn::greatest)[first + i] = tried.greatest[i];
      column(PickColumn::left)[first + i] = tried.left[i];
    }
  }
}

}  // namespace scaleplan::plan
