// Walks a map of prices and fills the lists that each of them belongs to.
#include "catalog_prices.hpp"

#include <algorithm>

#include "ascii.hpp"
#include "numbers.hpp"

namespace scaleplan::read {

std::size_t price_lists(const Catalog& catalog) {
  std::size_t all = 1;
  for (const PriceChoice& by : catalog.price_by) all *= by.values.size();
  return all;
}

std::vector<double> PriceReader::read(const Node& price, const std::string& row) {
  row_ = row;
  std::vector<double> lists(price_lists(catalog_), -1);
  std::vector<int> chosen(catalog_.price_by.size(), -1);
  put(price, chosen, lists);
  return lists;
}

double PriceReader::amount(const Node& cell) {
  const auto plain = read_number(cell.text);
  const auto literal = literal_at(cell.text, declare_.units());
  const bool octal = cell.text.size() > 1 && cell.text[0] == '0' && is_digit(cell.text[1]);
  if (cell.kind == Node::Kind::scalar && !octal) {
    if (plain && *plain >= 0) return *plain * unit_.factor;
    if (literal && literal->length == cell.text.size() && literal->measure.dimension == usd_per_second &&
        literal->number >= 0)
      return literal->number * literal->measure.factor;
  }
  if (octal) {
    declare_.report().error(cell.at, "R025",
                            "\"" + cell.text + "\" begins with 0, which YAML reads in base 8",
                            "write the number without the 0");
  } else {
    const std::string found = cell.kind == Node::Kind::scalar ? "\"" + cell.text + "\"" : kind_name(cell);
    declare_.report().error(cell.at, "R025", "a price is expected here, not " + found,
                            "write a bare number in price_unit, or $0.09/h");
  }
  return 0;
}

void PriceReader::put(const Node& price, std::vector<int>& chosen, std::vector<double>& into) {
  if (price.kind != Node::Kind::map) return set(chosen, 0, 0, amount(price), into);
  for (const Entry& entry : price.entries) {
    bool known = entry.key == "note" || entry.key == "lint";
    for (std::size_t i = 0; i < chosen.size() && !known; ++i) {
      const auto& values = catalog_.price_by[i].values;
      const auto value = std::find(values.begin(), values.end(), entry.key);
      if (chosen[i] >= 0 || value == values.end()) continue;
      known = true;
      chosen[i] = static_cast<int>(value - values.begin());
      if (entry.value.kind != Node::Kind::nothing) put(entry.value, chosen, into);
      chosen[i] = -1;
    }
    if (!known) return unknown(price);
  }
}

void PriceReader::set(const std::vector<int>& chosen, std::size_t choice, std::size_t list, double amount,
                      std::vector<double>& into) {
  if (choice == chosen.size()) {
    into[list] = amount;
    return;
  }
  const std::size_t values = catalog_.price_by[choice].values.size();
  for (std::size_t value = 0; value < values; ++value) {
    if (chosen[choice] < 0 || as_index(chosen[choice]) == value)
      set(chosen, choice + 1, list * values + value, amount, into);
  }
}

/// Reports every key of a map of prices that chooses nothing.
void PriceReader::unknown(const Node& prices) {
  Fields::Keys known;
  for (const PriceChoice& by : catalog_.price_by)
    known.insert(known.end(), by.values.begin(), by.values.end());
  Fields fields(prices, "prices of \"" + row_ + "\"", declare_.report(), known);
  for (const std::string& key : known) fields.maybe(key);
  fields.done();
}

}  // namespace scaleplan::read
