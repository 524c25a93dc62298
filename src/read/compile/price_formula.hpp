// Splits a price formula into figures of each row and factors that all rows share.
#pragma once

#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "definitions/declare.hpp"
#include "scope.hpp"

namespace scaleplan::read {

/// The prices of a catalogue as sums of products, as CatalogRows has them.
struct PricedCatalog {
  std::span<const double> prices;
  std::span<const std::int32_t> origins;
};

/// Writes prices as sums over one list of factors, so that they can be compared for each workload without the
/// formula.
class PriceFormulas {
 public:
  PriceFormulas(Scope& scope, Declare& declare, int stage)
      : scope_(scope), declare_(declare), stage_(stage) {}

  /// Splits the prices of a catalogue, whose formula reads the price of the row itself as `listed`. Reports a
  /// formula that is no sum of products of row figures and shared ones.
  void split(const Catalog& catalog);
  /// The factors of all catalogues that were split; `none` is 1.
  [[nodiscard]] const std::vector<Register>& factors() const { return factors_; }
  /// The prices of the catalogue that was split as number `index`, over all the factors.
  [[nodiscard]] PricedCatalog prices(std::size_t index);

 private:
  /// A number as a sum: the constant of each factor.
  using Sum = std::vector<std::pair<Register, double>>;
  struct Row {
    const Catalog* catalog = nullptr;
    std::size_t row = 0;
    double listed = 0;
  };

  void check(const Catalog& catalog);
  [[nodiscard]] static bool reads_row(const Term& term, const Catalog& catalog);
  [[nodiscard]] static bool reads_more(const Term& term, const Catalog& catalog);
  Sum sum(const Term& term, const Row& row);
  Sum binary(const Term& term, const Row& row);
  Sum conditional(const Term& term, const Row& row);
  Sum times(const Sum& a, const Sum& b);
  Sum refuse(const Term& term, const Catalog& catalog);
  double constant(const Term& term, const Row& row);
  Register shared(const Term& term, const Catalog& catalog);
  std::size_t factor(Register at);

  Scope& scope_;
  Declare& declare_;
  int stage_;
  std::vector<Register> factors_;
  struct Split {
    const Catalog* catalog = nullptr;
    std::vector<std::vector<double>> figures;  ///< by factor: one number a list and row
    std::vector<std::size_t> unsold;
  };
  std::vector<Split> splits_;
  std::map<const Term*, Register> shared_;
};

}  // namespace scaleplan::read
