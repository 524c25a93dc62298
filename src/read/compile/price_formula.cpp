// Walks a price formula once a row: what a row has becomes numbers, what all rows share becomes factors.
//
// vcpu * fargate.vcpu + memory * fargate.gib is, of a row with 2 vCPU and 4 GiB, 2 of the factor fargate.vcpu
// and 4 of the factor fargate.gib. A condition on the workload becomes a factor of 0 or 1, one on the row
// decides at once. So a pick compares prices by a few multiplications a row, whatever discounts and choices
// they depend on.
#include "price_formula.hpp"

#include <algorithm>
#include <limits>

#include "catalog_prices.hpp"

namespace scaleplan::read {
namespace {

constexpr std::string_view listed = "listed";
constexpr std::size_t most_factors = 8;

Formula part_of(const Formula& whole, const Term& term) {
  Formula part = whole;
  part.term = term;
  return part;
}

}  // namespace

bool PriceFormulas::reads_row(const Term& term, const Catalog& catalog) {
  if (term.kind == Term::Kind::name && (term.word == listed || catalog.column(term.word) != nullptr))
    return true;
  return std::any_of(term.operands.begin(), term.operands.end(),
                     [&](const Term& operand) { return reads_row(operand, catalog); });
}

bool PriceFormulas::reads_more(const Term& term, const Catalog& catalog) {
  if (term.kind == Term::Kind::name && term.word != listed && catalog.column(term.word) == nullptr)
    return true;
  return std::any_of(term.operands.begin(), term.operands.end(),
                     [&](const Term& operand) { return reads_more(operand, catalog); });
}

std::size_t PriceFormulas::factor(Register at) {
  const auto found = std::find(factors_.begin(), factors_.end(), at);
  const auto index = static_cast<std::size_t>(found - factors_.begin());
  if (found == factors_.end()) factors_.push_back(at);
  return index;
}

Register PriceFormulas::shared(const Term& term, const Catalog& catalog) {
  const auto [found, fresh] = shared_.try_emplace(&term, none);
  if (fresh) found->second = scope_.formula(part_of(*catalog.price, term), {stage_}).at;
  return found->second;
}

double PriceFormulas::constant(const Term& term, const Row& row) {
  Catalog one = {};
  one.id = row.catalog->id;
  one.columns = row.catalog->columns;
  one.columns.push_back({std::string(listed), {1, usd_per_second}, {}, {}, {}});
  CatalogRow figures = row.catalog->rows[row.row];
  figures.values.push_back(row.listed);
  return of_row(one, figures, part_of(*row.catalog->price, term), declare_.report())
      .value_or(RowValue{})
      .number;
}

PriceFormulas::Sum PriceFormulas::refuse(const Term& term, const Catalog& catalog) {
  declare_.report().error(catalog.price->place(term), "R013",
                          "a price is a sum of products: a figure of the row times what all rows share",
                          "compute with columns alone, or with everything else alone, inside a function");
  return {};
}

PriceFormulas::Sum PriceFormulas::times(const Sum& a, const Sum& b) {
  Sum product;
  for (const auto& [x, m] : a) {
    for (const auto& [y, n] : b) {
      const Register both = x == none ? y : y == none ? x : scope_.graph().apply(Op::multiply, x, y);
      product.emplace_back(both, m * n);
    }
  }
  return product;
}

PriceFormulas::Sum PriceFormulas::binary(const Term& term, const Row& row) {
  Sum a = sum(term.operands[0], row);
  const Sum b = sum(term.operands[1], row);
  if (term.word == "+" || term.word == "-") {
    for (const auto& [at, number] : b) a.emplace_back(at, term.word == "+" ? number : -number);
    return a;
  }
  if (term.word == "*") return times(a, b);
  if (term.word == "/" && b.size() == 1) {
    const auto& [at, number] = b.front();
    Graph& graph = scope_.graph();
    return times(a, {{at == none ? none : graph.apply(Op::divide, graph.constant(1), at), 1 / number}});
  }
  return refuse(term, *row.catalog);
}

PriceFormulas::Sum PriceFormulas::conditional(const Term& term, const Row& row) {
  const Term& condition = term.operands[0];
  const Catalog& catalog = *row.catalog;
  if (!reads_more(condition, catalog)) return sum(term.operands[constant(condition, row) != 0 ? 1 : 2], row);
  if (reads_row(condition, catalog)) return refuse(condition, catalog);
  const Register holds = shared(condition, catalog);
  Sum all = times(sum(term.operands[1], row), {{holds, 1}});
  const Sum otherwise = times(sum(term.operands[2], row), {{scope_.graph().apply(Op::opposite, holds), 1}});
  all.insert(all.end(), otherwise.begin(), otherwise.end());
  return all;
}

PriceFormulas::Sum PriceFormulas::sum(const Term& term, const Row& row) {
  const Catalog& catalog = *row.catalog;
  if (!reads_more(term, catalog)) return {{none, constant(term, row)}};
  if (!reads_row(term, catalog)) return {{shared(term, catalog), 1}};
  if (term.kind == Term::Kind::binary) return binary(term, row);
  if (term.kind == Term::Kind::conditional) return conditional(term, row);
  if (term.kind == Term::Kind::negate) return times(sum(term.operands[0], row), {{none, -1}});
  return refuse(term, catalog);
}

/// Compiles the formula of the first row as a whole, which reports wrong names, units and divisors.
void PriceFormulas::check(const Catalog& catalog) {
  Locals locals;
  const auto number = [&](double value, const Dimension& dimension) -> Value {
    return {scope_.graph().constant(value), {Type::Kind::number, dimension, false, nullptr}};
  };
  const CatalogRow& row = catalog.rows.front();
  for (std::size_t i = 0; i < catalog.columns.size(); ++i) {
    const CatalogColumn& column = catalog.columns[i];
    Value value = number(row.values[i], column.measure.dimension);
    if (!column.values.empty()) value.type = {Type::Kind::choice, {}, false, &column.values};
    locals[column.name] = value;
  }
  locals[std::string(listed)] = number(std::max(0.0, row.prices.front()), usd_per_second);
  scope_.number(*catalog.price, {stage_, &locals}, usd_per_second, "a price");
}

void PriceFormulas::split(const Catalog& catalog) {
  const std::size_t lists = price_lists(catalog);
  const std::size_t rows = catalog.rows.size();
  Split& split = splits_.emplace_back();
  split.catalog = &catalog;
  const auto put = [&](Register at, std::size_t cell, double number) {
    const std::size_t which = factor(at);
    if (split.figures.size() <= which) split.figures.resize(which + 1, std::vector<double>(lists * rows));
    split.figures[which][cell] += number;
  };
  if (catalog.price && catalog.price->good && rows > 0) check(catalog);
  const bool computed = catalog.price && catalog.price->good && !declare_.report().failed();
  for (std::size_t cell = 0; cell < lists * rows; ++cell) {
    const CatalogRow& row = catalog.rows[cell % rows];
    const double listed_price = row.prices.empty() ? -1 : row.prices[cell / rows];
    if (listed_price < 0) {
      split.unsold.push_back(cell);
    } else if (!computed) {
      put(none, cell, listed_price);
    } else {
      for (const auto& [at, number] : sum(catalog.price->term, {&catalog, cell % rows, listed_price}))
        put(at, cell, number);
    }
  }
  if (factors_.empty()) factor(none);
  if (factors_.size() > most_factors)
    declare_.report().error(catalog.price->at, "R013", "a price has at most 8 factors",
                            "compute some of them in a metric");
}

PricedCatalog PriceFormulas::prices(std::size_t index) {
  const Split& split = splits_[index];
  const std::size_t rows = split.catalog->rows.size();
  const std::size_t cells = price_lists(*split.catalog) * rows;
  std::vector<double> prices(factors_.size() * cells);
  for (std::size_t f = 0; f < split.figures.size(); ++f)
    std::copy(split.figures[f].begin(), split.figures[f].end(),
              prices.begin() + static_cast<std::ptrdiff_t>(f * cells));
  for (const std::size_t cell : split.unsold) prices[cell] = std::numeric_limits<double>::quiet_NaN();
  std::vector<std::int32_t> origins(cells);
  for (std::size_t cell = 0; cell < cells; ++cell) {
    const CatalogRow& row = split.catalog->rows[cell % rows];
    if (!row.origins.empty()) origins[cell] = row.origins[cell / rows];
  }
  return {declare_.texts().keep(std::move(prices)), declare_.texts().keep(std::move(origins))};
}

}  // namespace scaleplan::read
