// Finds prices that look mistaken: far off their family's, dearer with less, in other units, or left behind.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "days.hpp"
#include "definitions/priced.hpp"
#include "lint.hpp"

namespace scaleplan::read {
namespace {

/// The family of a size: its name without the part behind the last dot; all sizes are one where names have
/// none.
std::string family_of(const std::string& name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string::npos ? std::string() : name.substr(0, dot);
}

/// The families of a catalogue: rows that have the same words, too.
std::vector<std::vector<std::size_t>> families(const Catalog& catalog) {
  std::map<std::vector<std::string>, std::vector<std::size_t>> by_words;
  for (std::size_t r = 0; r < catalog.rows.size(); ++r) {
    std::vector<std::string> words{family_of(catalog.rows[r].name)};
    for (std::size_t c = 0; c < catalog.columns.size(); ++c) {
      if (!catalog.columns[c].values.empty()) words.push_back(std::to_string(catalog.rows[r].values[c]));
    }
    by_words[words].push_back(r);
  }
  std::vector<std::vector<std::size_t>> all;
  for (auto& [words, rows] : by_words) all.push_back(std::move(rows));
  return all;
}

class Prices {
 public:
  Prices(Lint& lint, const std::string& id, const Catalog& catalog)
      : lint_(lint), id_(id), catalog_(catalog) {}

  void all() {
    units();
    for (const auto& family : families(catalog_)) {
      far_off(family);
      dearer_with_less(family);
    }
  }

 private:
  [[nodiscard]] double price(std::size_t row, std::size_t list) const {
    const auto& prices = catalog_.rows[row].prices;
    return list < prices.size() ? prices[list] : -1;
  }
  [[nodiscard]] std::size_t lists() const { return catalog_.rows.front().prices.size(); }

  /// The rows of `family` with a price in `list`.
  [[nodiscard]] std::vector<std::size_t> sold(const std::vector<std::size_t>& family,
                                              std::size_t list) const {
    std::vector<std::size_t> rows;
    std::copy_if(family.begin(), family.end(), std::back_inserter(rows),
                 [&](std::size_t row) { return price(row, list) > 0; });
    return rows;
  }

  void find(std::string code, std::size_t row, std::vector<LintFact> facts) {
    if (!said_.emplace(code, row).second) return;  // of another price list
    const CatalogRow& of = catalog_.rows[row];
    lint_.find(std::move(code), Severity::warning, of.at, "size " + of.name + " of catalogue " + id_,
               std::move(facts));
  }

  /// A row that costs five times as much, or as little, as its family for each unit of a figure.
  void far_off(const std::vector<std::size_t>& family) {
    constexpr std::size_t enough = 4;
    constexpr double far = 5;
    for (std::size_t list = 0; list < lists(); ++list) {
      const auto rows = sold(family, list);
      if (rows.size() < enough) continue;
      for (std::size_t c = 0; c < catalog_.columns.size(); ++c) {
        const CatalogColumn& column = catalog_.columns[c];
        if (!column.values.empty() || column.measure.dimension == Dimension{}) continue;
        std::vector<double> each;
        for (const std::size_t row : rows) {
          const double figure = catalog_.rows[row].values[c];
          if (figure > 0) each.push_back(price(row, list) / figure);
        }
        if (each.size() < rows.size()) continue;
        std::vector<double> sorted = each;
        std::sort(sorted.begin(), sorted.end());
        const double middle = sorted[sorted.size() / 2];
        for (std::size_t i = 0; i < rows.size(); ++i) {
          if (each[i] < middle * far && each[i] > middle / far) continue;
          find("L040", rows[i],
               {named(catalog_.rows[rows[i]].name), named(column.name),
                named(fmt::format("{:.0f}", std::max(each[i] / middle, middle / each[i]))),
                named(each[i] > middle ? "more" : "less")});
        }
      }
    }
  }

  [[nodiscard]] bool less(std::size_t a, std::size_t b) const {
    bool smaller = false;
    for (std::size_t c = 0; c < catalog_.columns.size(); ++c) {
      if (!catalog_.columns[c].values.empty()) continue;
      const double of_a = catalog_.rows[a].values[c], of_b = catalog_.rows[b].values[c];
      if (of_a > of_b) return false;
      smaller = smaller || of_a < of_b;
    }
    return smaller;
  }

  void dearer_with_less(const std::vector<std::size_t>& family) {
    for (std::size_t list = 0; list < lists(); ++list) {
      const auto rows = sold(family, list);
      for (const std::size_t a : rows) {
        const auto better = std::find_if(rows.begin(), rows.end(), [&](std::size_t b) {
          return price(a, list) > price(b, list) && less(a, b);
        });
        if (better != rows.end())
          find("L041", a, {named(catalog_.rows[a].name), named(catalog_.rows[*better].name)});
      }
    }
  }

  static void units_in(const Node& node, std::map<std::string, Mark>& units) {
    const std::size_t number = node.text.find_first_not_of("$0123456789.");
    if (node.kind == Node::Kind::scalar && node.text.starts_with('$') && number != std::string::npos)
      units.try_emplace(node.text.substr(number), node.at);
    for (const Entry& entry : node.entries) units_in(entry.value, units);
  }

  /// Prices over another time than that of price_unit, or than others.
  void units() {
    std::map<std::string, Mark> units;
    const Node* unit = catalog_.file.find("price_unit");
    if (unit != nullptr && unit->text.starts_with('$')) units.try_emplace(unit->text.substr(1), unit->at);
    const Node* rows = catalog_.file.find("rows");
    for (std::size_t i = 0; rows != nullptr && i < rows->entries.size(); ++i) {
      std::map<std::string, Mark> own;
      const Entry& row = rows->entries[i];
      if (const Node* price = row.value.find("price"); price != nullptr) units_in(*price, own);
      for (const auto& [text, at] : own) {
        if (units.empty()) units.try_emplace(text, at);
        if (units.contains(text)) continue;
        lint_.find("L042", Severity::warning, row.at, "size " + row.key + " of catalogue " + id_,
                   {named(row.key), named("$" + text), named("$" + units.begin()->first)}, "price");
      }
    }
  }

  Lint& lint_;
  const std::string& id_;
  const Catalog& catalog_;
  std::set<std::pair<std::string, std::size_t>> said_;  ///< by code and row
};

/// Prices of more than a year before the newest of the rule set.
void left_behind(Lint& lint) {
  std::string_view newest;
  for (const PriceDates& dates : lint.program().price_dates) newest = std::max(newest, dates.newest);
  const Definitions& all = lint.all();
  const auto look = [&](const Mark& owner, const std::string& subject, std::string_view date) {
    if (is_year_before(date, newest))
      lint.find("L039", Severity::warning, owner, subject, {named(subject), named(date), named(newest)});
  };
  for (const auto& [name, table] : all.tables) {
    for (const auto& [row, cells] : table.rows) {
      if (is_price(cells)) look(cells.at, "row " + name + "." + row, date_of(all, cells));
    }
  }
  for (const auto& [id, catalog] : all.catalogs) {
    // A catalogue file serves several rule sets, whose newest prices differ: what is accepted stands at the
    // use.
    look(catalog.at, "catalogue " + id, catalog.as_of);
    const Node* lists = catalog.file.find("price_lists");
    for (std::size_t i = 0; lists != nullptr && i < lists->entries.size(); ++i) {
      const Entry& list = lists->entries[i];
      if (const Node* as_of = list.value.find("as_of"); as_of != nullptr)
        look(catalog.at, fmt::format("price list {} of catalogue {}", list.key, id), as_of->text);
    }
    for (const CatalogRow& row : catalog.rows) {
      if (row.as_of != catalog.as_of)
        look(catalog.at, fmt::format("size {} of catalogue {}", row.name, id), row.as_of);
    }
  }
}

}  // namespace

void lint_prices(Lint& lint) {
  left_behind(lint);
  for (const auto& [id, catalog] : lint.all().catalogs) {
    if (!catalog.rows.empty()) Prices(lint, id, catalog).all();
  }
}

}  // namespace scaleplan::read
