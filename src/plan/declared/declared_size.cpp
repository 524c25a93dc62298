// Searches the rows of a pick's catalogues by name, or by the figures that a size is known by.
#include "declared_size.hpp"

#include <algorithm>
#include <cmath>

namespace scaleplan::plan {
namespace {

bool is(const Program& program, const SizeTable& sizes, std::size_t row, const FoundResource& found,
        const std::string& name) {
  const auto& figures = found.matcher->figures;
  if (figures.empty()) return program.candidates[as_index(sizes.names[row])].name == name;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const auto column = std::find_if(sizes.columns.begin(), sizes.columns.end(),
                                     [&](const SizeColumn& one) { return one.name == figures[i].column; });
    if (column == sizes.columns.end()) return false;
    const double there = column->figures[row] / column->factor;
    if (std::abs(there - found.figures[i]) > 1e-9 * std::abs(there)) return false;
  }
  return true;
}

}  // namespace

namespace {

std::optional<DeclaredSize> size_named(const Program& program, const Pick& pick, std::size_t group,
                                       const FoundResource& found, const std::string& name) {
  const SizeTable& sizes = pick.sizes;
  const std::size_t groups_each = as_index(sizes.lists * sizes.variants);
  const std::size_t own = group / groups_each;
  for (std::size_t tried = 0; tried < sizes.from.size(); ++tried) {
    const std::size_t catalog = (own + tried) % sizes.from.size();
    const std::size_t there = catalog * groups_each + group % groups_each;
    const CatalogRows& rows = sizes.from[catalog];
    std::optional<DeclaredSize> best;
    const auto price = [&](std::size_t row) { return rows.prices[sizes.price_at(there, row)]; };
    for (std::size_t row = as_index(rows.first); row < as_index(rows.last); ++row) {
      if (!is(program, sizes, row, found, name) || !sizes.sold(there, row)) continue;
      if (!best || price(row) < price(best->row)) best = DeclaredSize{row, there};
    }
    if (best) return best;
  }
  return std::nullopt;
}

}  // namespace

std::optional<DeclaredSize> declared_size(const Program& program, const Pick& pick, std::size_t group,
                                          const FoundResource& found) {
  if (found.sizes.empty()) return size_named(program, pick, group, found, found.size);
  const std::size_t needs = pick.needs.size();
  std::optional<DeclaredSize> least;
  for (const std::string& name : found.sizes) {
    const auto one = size_named(program, pick, group, found, name);
    if (!one) return std::nullopt;
    const auto offer = [&](const DeclaredSize& size) { return pick.sizes.healthy[size.row * needs]; };
    if (!least || offer(*one) < offer(*least)) least = one;
  }
  return least;
}

}  // namespace scaleplan::plan
