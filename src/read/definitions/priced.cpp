// Looks at the cells and the sources of rows.
#include "priced.hpp"

#include <algorithm>

#include "ids.hpp"

namespace scaleplan::read {

bool is_price(const TableRow& row) {
  return std::any_of(row.by_value.begin(), row.by_value.end(),
                     [](const auto& cell) { return cell.second.text.starts_with('$'); });
}

Text date_of(const Definitions& all, const TableRow& row) {
  if (!row.as_of.empty()) return row.as_of;
  Text best;
  for (const Citation& citation : row.source)
    best = std::max(best, all.sources[as_index(citation.source)].as_of);
  return best;
}

}  // namespace scaleplan::read
