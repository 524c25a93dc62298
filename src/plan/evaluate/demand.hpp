// The demand of one workload on a component, and the count of a size that meets it.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>

#include "scaleplan/evaluate.hpp"

namespace scaleplan::plan {

constexpr std::size_t most_needs = 12;   // the reader refuses more
constexpr std::size_t most_factors = 8;  // likewise

/// Whether something fits: yes; no, though each need alone could be met; never, since one alone is too much.
struct Fits {
  static constexpr double yes = 1, no = 0, never = -1;
};

/// The demand of one workload on a pick.
struct Demand {
  std::array<double, most_needs> shared{};
  std::array<double, most_needs> each{};
  double least = 1, greatest = 1, zones = 1, copies = 1, aim = 1, surcharge = 0;
  std::array<double, most_factors> factors{};  ///< of the prices of a row
  std::size_t group = 0;
};

/// Reads what workload `lane` asks.
Demand demand_of(const Pick& pick, const Evaluation& from, std::size_t lane);

/// The prices of one catalogue's rows in one price list.
class PriceList {
 public:
  PriceList(const SizeTable& sizes, const Demand& demand)
      : rows_(sizes.rows_of(demand.group)),
        demand_(demand),
        begin_(sizes.price_at(demand.group, as_index(rows_.first))),
        stride_(sizes.stride(demand.group)),
        factors_(as_index(sizes.factors)) {}

  /// The price of a row of the table, USD/s: its prices, each times its factor, and the surcharge.
  [[nodiscard]] double of(std::size_t row) const {
    const std::size_t at = begin_ + row - as_index(rows_.first);
    double sum = rows_.prices[at] * demand_.factors[0];
    for (std::size_t k = 1; k < factors_; ++k) sum += rows_.prices[at + k * stride_] * demand_.factors[k];
    return sum + demand_.surcharge;
  }

 private:
  const CatalogRows& rows_;
  const Demand& demand_;
  std::size_t begin_, stride_, factors_;
};

/// std::ceil for what is not negative, without a call where there is no instruction for it.
inline double up(double value) {
  constexpr double all_whole = 4503599627370496.0;  // 2^52
  if (!(value < all_whole)) return value;
  const auto cut = static_cast<double>(static_cast<std::int64_t>(value));
  return cut < value ? cut + 1 : cut;
}

/// A count that is good to nine digits: 3.0000000001 units are three.
inline double whole_units(double units) { return up(units - 1e-9 * std::max(1.0, units)); }

/// Units of one candidate that meet every need; infinite when no number of them does, or clearly more than
/// `most`.
inline double units_needed(const Demand& demand, std::size_t needs, const double* healthy,
                           const double* zone_lost, double most) {
  constexpr double never = std::numeric_limits<double>::infinity();
  const double room = most * (1 + 1e-6);
  double units = demand.least;
  for (std::size_t k = 0; k < needs; ++k) {
    const double shared = demand.shared[k];
    const double own = healthy[k] - demand.each[k];
    if (own < 0 || shared > own * room) return never;
    if (shared > 0) units = std::max(units, whole_units(shared / own));
    if (demand.zones < 2) continue;
    const double left = zone_lost[k] - demand.each[k];
    if (left < 0 || shared > left * room) return never;
    if (shared <= 0) continue;
    const double stay = whole_units(shared / left);
    units = std::max(units, up(stay * demand.zones / (demand.zones - 1) - 1e-9));
  }
  return units;
}

/// Whether as many as may be would clearly not do, where one offers `healthy` of each need, and `zone_lost`
/// of it while a zone is lost.
inline bool hopeless(const Demand& demand, std::size_t needs, const double* healthy,
                     const double* zone_lost) {
  constexpr double clearly = 1 + 1e-6;
  const double left =
      demand.zones < 2 ? demand.greatest : demand.greatest - up(demand.greatest / demand.zones);
  for (std::size_t k = 0; k < needs; ++k) {
    const double all = demand.shared[k] + demand.each[k] * demand.greatest;
    if (all > healthy[k] * demand.greatest * clearly) return true;
    if (demand.zones < 2) continue;
    if (demand.shared[k] + demand.each[k] * left > zone_lost[k] * left * clearly) return true;
  }
  return false;
}

/// Whether one of the needs alone is more than the best of the group can be, as many as there may be.
inline bool never_fits(const Pick& pick, const Demand& demand) {
  const std::size_t needs = pick.needs.size();
  return pick.sizes.groups[demand.group] < pick.sizes.groups[demand.group + 1] &&
         hopeless(demand, needs, SizeTable::figures(pick.sizes.best_healthy, demand.group, needs),
                  SizeTable::figures(pick.sizes.best_zone_lost, demand.group, needs));
}

}  // namespace scaleplan::plan
