// Finds prices that are older than a year on a given day, and those that have no date.
#include <algorithm>

#include "days.hpp"
#include "definitions/priced.hpp"
#include "lint.hpp"

namespace scaleplan::read {
namespace {

void look(Lint& lint, const Mark& owner, const std::string& subject, std::string_view dated,
          const std::string& now) {
  if (days(dated) == 0) {
    lint.find("L026", Severity::warning, owner, subject, {named(subject)});
  } else if (is_year_before(dated, now)) {
    lint.find("L025", Severity::warning, owner, subject, {named(subject), named(dated), named(now)});
  }
}

}  // namespace

void lint_dates(Lint& lint, const std::string& as_of) {
  if (as_of.empty()) return;
  const Definitions& all = lint.all();
  for (const auto& [name, table] : all.tables) {
    for (const auto& [row, cells] : table.rows) {
      if (!is_price(cells)) continue;
      look(lint, cells.at, "row " + name + "." + row, date_of(all, cells), as_of);
    }
  }
  for (const auto& [id, catalog] : all.catalogs) {
    Mark owner = catalog.at;
    for (const Entry& entry : catalog.file.entries) {
      if (entry.key == "as_of") owner = entry.at;
    }
    look(lint, owner, "catalogue " + id, catalog.as_of, as_of);
  }
}

}  // namespace scaleplan::read
