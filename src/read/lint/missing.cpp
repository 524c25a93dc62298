// Finds values of choices for which a catalogue has no price at all, or a row of a table no figure.
#include <algorithm>

#include "lint.hpp"

namespace scaleplan::read {
namespace {

/// Words as a list of which a few are named: "a, b, c and 4 more".
std::string some_of(const std::vector<std::string>& words) {
  constexpr std::size_t most_named = 5;
  std::string all;
  for (std::size_t i = 0; i < words.size() && i < most_named; ++i) all += (i == 0 ? "" : ", ") + words[i];
  if (words.size() > most_named) all += " and " + std::to_string(words.size() - most_named) + " more";
  return all;
}

/// Rows that lack a figure for the same value are one finding of their table where they are many.
void gaps(Lint& lint) {
  std::map<std::pair<std::string, std::string>, std::set<std::string>> values;  // by table and row
  std::map<std::pair<std::string, std::string>, std::size_t> rows;              // by table and value
  for (const Gap& gap : lint.program().gaps) {
    const std::size_t dot = gap.figure.find('.');
    const std::string table(gap.figure.substr(0, dot));
    if (values[{table, std::string(gap.figure.substr(dot + 1))}].insert(std::string(gap.value)).second)
      ++rows[{table, std::string(gap.value)}];
  }
  constexpr std::size_t many = 4;
  for (const auto& [where, count] : rows) {
    const auto& [name, value] = where;
    if (count < many) continue;
    const Table& table = lint.all().tables.at(name);
    lint.find("L037", Severity::warning, table.named_at, "table " + name + " for " + value,
              {named(std::to_string(count) + " rows of table \"" + name + "\" have"),
               named(table.by + " is " + value), named("figure")});
  }
  for (const auto& [row, missing] : values) {
    const Table& table = lint.all().tables.at(row.first);
    std::vector<std::string> few;
    for (const std::string& value : missing) {
      if (rows[{row.first, value}] < many) few.push_back(value);
    }
    if (few.empty()) continue;
    lint.find("L037", Severity::warning, table.rows.at(row.second).at, "row " + row.first + "." + row.second,
              {named("row \"" + row.second + "\" of table \"" + row.first + "\" has"),
               named(table.by + " is " + some_of(few)), named("figure")});
  }
}

void unpriced(Lint& lint, const std::string& id, const Catalog& catalog) {
  std::size_t lists = 1;
  for (const PriceChoice& by : catalog.price_by) lists *= by.values.size();
  const auto priced = [&](std::size_t list) {
    return std::any_of(catalog.rows.begin(), catalog.rows.end(), [&](const CatalogRow& row) {
      return list < row.prices.size() && row.prices[list] >= 0;
    });
  };
  std::vector<bool> empty(lists);
  for (std::size_t list = 0; list < lists; ++list) empty[list] = !priced(list);
  const auto report = [&](const std::string& where) {
    lint.find("L037", Severity::warning, catalog.at, "catalogue " + id + " where " + where,
              {named("catalogue \"" + id + "\" has"), named(where), named("price")});
  };
  std::size_t stride = lists;
  for (const PriceChoice& by : catalog.price_by) {
    stride /= by.values.size();
    std::vector<std::string> without;
    for (std::size_t value = 0; value < by.values.size(); ++value) {
      bool all = true;
      for (std::size_t list = 0; list < lists; ++list)
        all = all && (list / stride % by.values.size() != value || empty[list]);
      if (!all) continue;
      without.push_back(by.values[value]);
      for (std::size_t list = 0; list < lists; ++list) {
        if (list / stride % by.values.size() == value) empty[list] = false;  // said
      }
    }
    if (!without.empty()) report(by.name + " is " + some_of(without));
  }
  std::vector<std::string> together;
  for (std::size_t list = 0; list < lists; ++list) {
    if (!empty[list]) continue;
    std::string where;
    std::size_t step = lists;
    for (const PriceChoice& by : catalog.price_by) {
      step /= by.values.size();
      where += (where.empty() ? "" : " with ") + by.values[list / step % by.values.size()];
    }
    together.push_back(where);
  }
  if (!together.empty()) report(some_of(together));
}

}  // namespace

void lint_missing(Lint& lint) {
  gaps(lint);
  for (const auto& [id, catalog] : lint.all().catalogs) unpriced(lint, id, catalog);
}

}  // namespace scaleplan::read
