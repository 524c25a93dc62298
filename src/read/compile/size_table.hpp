// Builds the table of the sizes that a component can be of, from the rows of its catalogues.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "definitions/definitions.hpp"
#include "price_formula.hpp"
#include "program/pool.hpp"

namespace scaleplan::read {

/// An input or a decision whose value selects among sizes.
struct SizeSelector {
  std::string name;  ///< as formulas spell it
  const std::vector<std::string>* values = nullptr;

  friend bool operator==(const SizeSelector&, const SizeSelector&) = default;
};

/// The question that a size table answers: which catalogues, at which prices, which rows of them.
struct SizeQuery {
  std::vector<const Catalog*> from;    ///< by value of the first selector if there are several
  std::vector<PricedCatalog> prices;   ///< by catalogue
  std::vector<Register> factors;       ///< of the prices
  std::vector<std::string> needs;      ///< the offers that are asked for
  std::vector<SizeSelector> lists;     ///< what chooses among price lists
  std::vector<SizeSelector> variants;  ///< what else selects: of `match`, then choices that `where` reads
  std::vector<std::string> match;      ///< columns that must have the value of the first of `variants`
  std::string is;                      ///< the only row that is let through; empty: any
  const Formula* where = nullptr;      ///< condition over the columns and `variants`
  std::string where_text;              ///< equal for conditions that select the same rows
  std::vector<std::string> columns;    ///< further columns to carry
};

/// Builds size tables, each once.
class SizeTables {
 public:
  SizeTables(Texts& texts, Report& report) : texts_(texts), report_(report) {}
  /// The table of `query`, each group pruned to sizes that no other beats.
  SizeTable of(const SizeQuery& query);

 private:
  Texts& texts_;
  Report& report_;
  std::vector<std::pair<std::string, SizeTable>> known_;
};

}  // namespace scaleplan::read
