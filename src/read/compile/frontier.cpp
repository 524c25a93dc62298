// Fills a pick's groups with candidates, without those that another beats at its price.
#include <algorithm>

#include "parts.hpp"

namespace scaleplan::read {
namespace {

struct Sample {
  const Catalog* catalog = nullptr;
  std::size_t row = 0;
  double price = 0;
  std::vector<double> healthy, zone_lost;
};

bool at_least(const std::vector<double>& a, const std::vector<double>& b) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] < b[i]) return false;
  }
  return true;
}

/// Whether `a` does all that `b` does for no more money; of equals the first by order stays.
bool beats(const Sample& a, const Sample& b, bool first) {
  if (a.price > b.price || !at_least(a.healthy, b.healthy) || !at_least(a.zone_lost, b.zone_lost))
    return false;
  const bool equal =
      a.price == b.price && at_least(b.healthy, a.healthy) && at_least(b.zone_lost, a.zone_lost);
  return !equal || first;
}

/// Keeps the best of `all`; the others go to `rest`.
std::vector<Sample> frontier(std::vector<Sample> all, std::vector<Sample>& rest) {
  std::vector<Sample> kept;
  for (std::size_t i = 0; i < all.size(); ++i) {
    bool beaten = false;
    for (std::size_t j = 0; j < all.size() && !beaten; ++j) beaten = j != i && beats(all[j], all[i], j < i);
    (beaten ? rest : kept).push_back(all[i]);
  }
  std::stable_sort(kept.begin(), kept.end(),
                   [](const Sample& a, const Sample& b) { return a.price < b.price; });
  return kept;
}

bool matches(const Catalog& catalog, const CatalogRow& row, const std::string& column,
             const std::string& value) {
  for (std::size_t i = 0; i < catalog.columns.size(); ++i) {
    if (catalog.columns[i].name != column) continue;
    const auto& values = catalog.columns[i].values;
    const auto index = static_cast<std::size_t>(row.values[i]);
    return index < values.size() && values[index] == value;
  }
  return true;  // a catalogue without the column holds rows of one kind only
}

class Frontier {
 public:
  Frontier(Pick& pick, const SizeQuery& size_query, Program& program, Texts& texts, Report& report)
      : pick_(pick), size_query_(size_query), program_(program), texts_(texts), report_(report) {}

  DominatedSizes fill() {
    tables_.resize(size_query_.columns.size());
    rest_.tables.resize(size_query_.columns.size());
    std::size_t combinations = 1;
    for (const std::int32_t radix : pick_.radix) combinations *= static_cast<std::size_t>(radix);
    for (std::size_t c = 0; c < combinations; ++c) group(c);
    pick_.groups.push_back(static_cast<std::int32_t>(pick_.candidates.size()));
    pick_.price = texts_.keep(std::move(price_));
    pick_.healthy = texts_.keep(std::move(healthy_));
    pick_.zone_lost = texts_.keep(std::move(zone_lost_));
    pick_.best_healthy = texts_.keep(std::move(best_healthy_));
    pick_.best_zone_lost = texts_.keep(std::move(best_zone_lost_));
    for (auto& table : tables_) pick_.tables.push_back(texts_.keep(std::move(table)));
    rest_.groups.push_back(static_cast<std::int32_t>(rest_.names.size()));
    return std::move(rest_);
  }

 private:
  /// The digits of combination `c` in the radices of the selectors, the last one turning fastest.
  std::vector<std::size_t> digits(std::size_t c) const {
    std::vector<std::size_t> all(pick_.radix.size());
    for (std::size_t i = all.size(); i-- > 0;) {
      all[i] = c % static_cast<std::size_t>(pick_.radix[i]);
      c /= static_cast<std::size_t>(pick_.radix[i]);
    }
    return all;
  }

  void group(std::size_t c) {
    const auto digit = digits(c);
    std::size_t next = 0;
    const Catalog& catalog = *size_query_.from[size_query_.from.size() > 1 ? digit[next++] : 0];
    const std::size_t list = size_query_.price_by.empty() ? 0 : digit[next++];
    std::vector<Sample> all;
    std::vector<Sample> rest;
    for (std::size_t r = 0; r < catalog.rows.size(); ++r) {
      const CatalogRow& row = catalog.rows[r];
      if (list >= row.prices.size() || row.prices[list] < 0) continue;
      (offered(catalog, row, digit, next) ? all : rest).push_back(sample(catalog, r, list));
    }
    put(frontier(std::move(all), rest));
    put_away(rest);
  }

  bool offered(const Catalog& catalog, const CatalogRow& row, const std::vector<std::size_t>& digit,
               std::size_t next) {
    for (std::size_t i = 0; i < size_query_.match.size(); ++i) {
      const auto& [column, values] = size_query_.match[i];
      if (!matches(catalog, row, column, (*values)[digit[next + i]])) return false;
    }
    return size_query_.where == nullptr || row_where(catalog, row, *size_query_.where, report_);
  }

  Sample sample(const Catalog& catalog, std::size_t row, std::size_t list) const {
    Sample result{&catalog, row, catalog.rows[row].prices[list], {}, {}};
    for (const Need& need : pick_.needs) {
      const Offer* offer = catalog.offer(need.id);
      const double nominal = offer == nullptr || row >= offer->nominal.size() ? 0 : offer->nominal[row];
      result.healthy.push_back(offer == nullptr ? 0 : nominal * offer->healthy);
      result.zone_lost.push_back(offer == nullptr ? 0 : nominal * offer->zone_lost);
    }
    return result;
  }

  void put(const std::vector<Sample>& kept) {
    pick_.groups.push_back(static_cast<std::int32_t>(pick_.candidates.size()));
    std::vector<double> best_healthy(pick_.needs.size());
    std::vector<double> best_zone_lost(pick_.needs.size());
    for (const Sample& sample : kept) {
      const CatalogRow& row = sample.catalog->rows[sample.row];
      pick_.candidates.push_back(candidate(sample, row));
      price_.push_back(sample.price);
      for (std::size_t k = 0; k < pick_.needs.size(); ++k) {
        healthy_.push_back(sample.healthy[k]);
        zone_lost_.push_back(sample.zone_lost[k]);
        best_healthy[k] = std::max(best_healthy[k], sample.healthy[k]);
        best_zone_lost[k] = std::max(best_zone_lost[k], sample.zone_lost[k]);
      }
      for (std::size_t t = 0; t < tables_.size(); ++t)
        tables_[t].push_back(column(sample, size_query_.columns[t]));
    }
    best_healthy_.insert(best_healthy_.end(), best_healthy.begin(), best_healthy.end());
    best_zone_lost_.insert(best_zone_lost_.end(), best_zone_lost.begin(), best_zone_lost.end());
  }

  void put_away(const std::vector<Sample>& rest) {
    rest_.groups.push_back(static_cast<std::int32_t>(rest_.names.size()));
    for (const Sample& sample : rest) {
      rest_.names.push_back(texts_.keep(sample.catalog->rows[sample.row].name));
      rest_.price.push_back(sample.price);
      rest_.healthy.insert(rest_.healthy.end(), sample.healthy.begin(), sample.healthy.end());
      rest_.zone_lost.insert(rest_.zone_lost.end(), sample.zone_lost.begin(), sample.zone_lost.end());
      for (std::size_t t = 0; t < rest_.tables.size(); ++t)
        rest_.tables[t].push_back(column(sample, size_query_.columns[t]));
    }
  }

  static double column(const Sample& sample, const std::string& name) {
    const Catalog& catalog = *sample.catalog;
    for (std::size_t i = 0; i < catalog.columns.size(); ++i) {
      if (catalog.columns[i].name == name) return catalog.rows[sample.row].values[i];
    }
    return 0;
  }

  std::int32_t candidate(const Sample& sample, const CatalogRow& row) {
    const Text name = texts_.keep(row.name);
    const Text catalog = texts_.keep(sample.catalog->id);
    auto& all = program_.candidates;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i].name == name && all[i].catalog == catalog) return static_cast<std::int32_t>(i);
    }
    all.push_back({name, catalog});
    return static_cast<std::int32_t>(all.size()) - 1;
  }

  Pick& pick_;
  const SizeQuery& size_query_;
  Program& program_;
  Texts& texts_;
  Report& report_;
  std::vector<double> price_, healthy_, zone_lost_, best_healthy_, best_zone_lost_;
  std::vector<std::vector<double>> tables_;
  DominatedSizes rest_;
};

}  // namespace

DominatedSizes prune_to_frontier(Pick& pick, const SizeQuery& size_query, Program& program, Texts& texts,
                                 Report& report) {
  return Frontier(pick, size_query, program, texts, report).fill();
}

}  // namespace scaleplan::read
