// Finds prices that are older than a year on a given day, and those that have no date.
#include <algorithm>

#include "ascii.hpp"
#include "definitions/priced.hpp"
#include "lint.hpp"

namespace scaleplan::read {
namespace {

/// A date as a number that grows with it, 372 a year; parts that are not said are at their latest. 0: no
/// date.
int days(std::string_view text) {
  if (text.empty()) return 0;
  int part[3] = {0, 12, 31};
  std::size_t at = 0;
  for (int& value : part) {
    if (at >= text.size()) break;
    int number = 0;
    std::size_t digits = 0;
    for (; at < text.size() && is_digit(text[at]); ++at, ++digits) number = number * 10 + (text[at] - '0');
    if (digits == 0) return 0;
    value = number;
    if (at < text.size() && text[at++] != '-') return 0;
  }
  return part[0] * 372 + (part[1] - 1) * 31 + part[2] - 1;
}

constexpr int year = 372;

void look(Lint& lint, const Mark& owner, const std::string& subject, std::string_view dated,
          const std::string& now) {
  const int then = days(dated);
  if (then == 0) {
    lint.find("L026", Severity::warning, owner, subject, {named(subject)});
  } else if (days(now) - then > year) {
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
