// Reads the prices of a catalogue's rows, however they are grouped, into price lists.
#pragma once

#include <string>
#include <vector>

#include "definitions/declare.hpp"

namespace scaleplan::read {

/// The number of price lists of a catalogue.
std::size_t price_lists(const Catalog& catalog);

/// Reads what stands under `price` of one row. A map chooses by the values of what `price_by` names, in any
/// order and as far as it goes: a price below {north: ...} is that of every term in the north, and of two
/// that meet the later one counts.
class PriceReader {
 public:
  PriceReader(const Catalog& catalog, const Measure& unit, Declare& declare)
      : catalog_(catalog), unit_(unit), declare_(declare) {}
  /// The prices by list, USD/s; negative where the row has none.
  std::vector<double> read(const Node& price, const std::string& row);
  /// A number in the unit of all prices, or money over time, in USD/s.
  double amount(const Node& cell);

 private:
  void put(const Node& price, std::vector<int>& chosen, std::vector<double>& into);
  void set(const std::vector<int>& chosen, std::size_t choice, std::size_t list, double amount,
           std::vector<double>& into);
  void unknown(const Node& prices);

  const Catalog& catalog_;
  const Measure& unit_;
  Declare& declare_;
  std::string row_;
};

}  // namespace scaleplan::read
