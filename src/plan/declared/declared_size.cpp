// Searches the rows of a pick's catalogues by name.
#include "declared_size.hpp"

namespace scaleplan::plan {

std::optional<DeclaredSize> declared_size(const Program& program, const Pick& pick, std::size_t group,
                                          Text name) {
  const SizeTable& sizes = pick.sizes;
  const std::size_t groups_each = as_index(sizes.lists * sizes.variants);
  const std::size_t own = group / groups_each;
  for (std::size_t tried = 0; tried < sizes.from.size(); ++tried) {
    const std::size_t catalog = (own + tried) % sizes.from.size();
    const std::size_t there = catalog * groups_each + group % groups_each;
    const CatalogRows& rows = sizes.from[catalog];
    for (std::size_t row = as_index(rows.first); row < as_index(rows.last); ++row) {
      const bool named = program.candidates[as_index(sizes.names[row])].name == name;
      if (named && sizes.sold(there, row)) return DeclaredSize{row, there};
    }
  }
  return std::nullopt;
}

}  // namespace scaleplan::plan
