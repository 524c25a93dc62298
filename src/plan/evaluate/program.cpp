// Equality of picks: two components with the same needs and the same size_query are sized once.
#include "scaleplan/program.hpp"

#include <algorithm>

namespace scaleplan {
namespace {

bool same(std::span<const double> a, std::span<const double> b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end());
}

}  // namespace

bool operator==(const Pick& a, const Pick& b) {
  const auto registers = [](const Pick& p) {
    return std::array{p.surcharge, p.least, p.greatest, p.zones, p.copies, p.aim};
  };
  return registers(a) == registers(b) && a.needs == b.needs && a.selectors == b.selectors &&
         a.radix == b.radix && a.groups == b.groups && a.candidates == b.candidates &&
         same(a.price, b.price) && same(a.healthy, b.healthy) && same(a.zone_lost, b.zone_lost) &&
         a.tables.size() == b.tables.size() &&
         std::equal(a.tables.begin(), a.tables.end(), b.tables.begin(), same);
}

}  // namespace scaleplan
