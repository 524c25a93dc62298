// Lays the rows of catalogues out as columns and prunes each group of them to the sizes worth trying.
#include "size_table.hpp"

#include <algorithm>
#include <iterator>

#include "scope.hpp"

namespace scaleplan::read {
namespace {

std::size_t combinations(const std::vector<SizeSelector>& selectors) {
  std::size_t all = 1;
  for (const SizeSelector& one : selectors) all *= one.values->size();
  return all;
}

/// The digits of combination `c` in the radices of the selectors, the last one turning fastest.
std::vector<std::size_t> digits(const std::vector<SizeSelector>& selectors, std::size_t c) {
  std::vector<std::size_t> all(selectors.size());
  for (std::size_t i = all.size(); i-- > 0;) {
    all[i] = c % selectors[i].values->size();
    c /= selectors[i].values->size();
  }
  return all;
}

class SizeTableBuilder {
 public:
  SizeTableBuilder(const SizeQuery& query, Texts& texts, Report& report)
      : query_(query), texts_(texts), report_(report) {}

  SizeTable build() {
    table_.lists = static_cast<std::int32_t>(combinations(query_.lists));
    table_.variants = static_cast<std::int32_t>(combinations(query_.variants));
    table_.factors = static_cast<std::int32_t>(query_.factors.size());
    columns_.resize(query_.columns.size());
    for (std::size_t f = 0; f < query_.from.size(); ++f) rows(*query_.from[f], query_.prices[f]);
    for (std::size_t f = 0; f < query_.from.size(); ++f) groups(f);
    groups_.push_back(static_cast<std::int32_t>(candidates_.size()));
    keep();
    return table_;
  }

 private:
  void keep() {
    table_.names = texts_.keep(std::move(names_));
    table_.groups = texts_.keep(std::move(groups_));
    table_.candidates = texts_.keep(std::move(candidates_));
    table_.healthy = texts_.keep(std::move(healthy_));
    table_.zone_lost = texts_.keep(std::move(zone_lost_));
    table_.best_healthy = texts_.keep(std::move(best_healthy_));
    table_.best_zone_lost = texts_.keep(std::move(best_zone_lost_));
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const CatalogColumn* column = query_.from.front()->column(query_.columns[c]);
      table_.columns.push_back({texts_.keep(query_.columns[c]),
                                column == nullptr ? 1 : column->measure.factor,
                                texts_.keep(std::move(columns_[c]))});
    }
  }

  /// The figures of a catalogue's rows, and their prices in each list.
  void rows(const Catalog& catalog, const PricedCatalog& prices) {
    CatalogRows of{static_cast<std::int32_t>(names_.size()), 0, {}, prices.prices, prices.origins};
    for (std::size_t r = 0; r < catalog.rows.size(); ++r) {
      names_.push_back(catalog.rows[r].candidate);
      for (const std::string& need : query_.needs) {
        const Offer* offer = catalog.offer(need);
        const double nominal = offer == nullptr || r >= offer->nominal.size() ? 0 : offer->nominal[r];
        healthy_.push_back(offer == nullptr ? 0 : nominal * offer->healthy);
        zone_lost_.push_back(offer == nullptr ? 0 : nominal * offer->zone_lost);
      }
      for (std::size_t c = 0; c < columns_.size(); ++c)
        columns_[c].push_back(catalog.value(query_.columns[c], r).value_or(0));
    }
    of.last = static_cast<std::int32_t>(names_.size());
    for (std::size_t list = 0; list < as_index(table_.lists); ++list)
      of.own_list.push_back(static_cast<std::int32_t>(own_list(catalog, list)));
    table_.from.push_back(std::move(of));
  }

  /// The price list of a catalogue for a combination of what chooses among the lists of all of them.
  [[nodiscard]] std::size_t own_list(const Catalog& catalog, std::size_t list) const {
    const auto digit = digits(query_.lists, list);
    std::size_t own = 0;
    for (const PriceChoice& by : catalog.price_by) {
      const auto found = std::find_if(query_.lists.begin(), query_.lists.end(),
                                      [&](const SizeSelector& s) { return s.name == by.name; });
      const auto i = static_cast<std::size_t>(found - query_.lists.begin());
      own = own * by.values.size() + (found == query_.lists.end() ? 0 : digit[i]);
    }
    return own;
  }

  void groups(std::size_t from) {
    std::vector<std::vector<std::size_t>> offered;  // by variant
    for (std::size_t v = 0; v < as_index(table_.variants); ++v) offered.push_back(rows_of(from, v));
    for (std::size_t list = 0; list < as_index(table_.lists); ++list) {
      for (const auto& rows : offered) {
        groups_.push_back(static_cast<std::int32_t>(candidates_.size()));
        put(frontier(rows, groups_.size() - 1));
      }
    }
  }

  /// The rows of a catalogue that `match` and `where` let through.
  std::vector<std::size_t> rows_of(std::size_t from, std::size_t variant) {
    const Catalog& catalog = *query_.from[from];
    const auto digit = digits(query_.variants, variant);
    std::vector<std::size_t> rows;
    for (std::size_t r = 0; r < catalog.rows.size(); ++r) {
      bool all = query_.is.empty() || catalog.rows[r].name == query_.is;
      for (std::size_t i = 0; i < query_.match.size() && all; ++i)
        all = catalog.matches(query_.match[i], r, (*query_.variants[i].values)[digit[i]]);
      if (all && query_.where != nullptr) all = row_where(catalog, r, *query_.where, choices(digit), report_);
      if (all) rows.push_back(as_index(table_.from[from].first) + r);
    }
    return rows;
  }

  [[nodiscard]] RowChoices choices(const std::vector<std::size_t>& digit) const {
    RowChoices all;
    for (std::size_t i = query_.match.size(); i < query_.variants.size(); ++i)
      all.emplace(query_.variants[i].name, std::pair(digit[i], query_.variants[i].values));
    return all;
  }

  /// Whether row `a` does all that row `b` does.
  [[nodiscard]] bool covers(std::size_t a, std::size_t b) const {
    const std::size_t needs = query_.needs.size();
    for (std::size_t k = 0; k < needs; ++k) {
      if (healthy_[a * needs + k] < healthy_[b * needs + k]) return false;
      if (zone_lost_[a * needs + k] < zone_lost_[b * needs + k]) return false;
    }
    return true;
  }

  /// The rows that no other beats at its price, by price; of equals the first stays.
  [[nodiscard]] std::vector<std::size_t> frontier(const std::vector<std::size_t>& rows,
                                                  std::size_t group) const {
    const std::size_t stride = table_.stride(group);
    const auto price = [&](std::size_t row, std::size_t factor) {
      return table_.rows_of(group).prices[table_.price_at(group, row) + factor * stride];
    };
    const auto no_dearer = [&](std::size_t a, std::size_t b) {
      for (std::size_t f = 0; f < query_.factors.size(); ++f) {
        if (price(a, f) > price(b, f)) return false;
      }
      return true;
    };
    std::vector<std::size_t> sold;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(sold),
                 [&](std::size_t row) { return table_.sold(group, row); });
    std::stable_sort(sold.begin(), sold.end(),
                     [&](std::size_t a, std::size_t b) { return price(a, 0) < price(b, 0); });
    std::vector<std::size_t> kept;
    for (const std::size_t row : sold) {
      const auto beats = [&](std::size_t a, std::size_t b) { return no_dearer(a, b) && covers(a, b); };
      if (std::any_of(kept.begin(), kept.end(), [&](std::size_t other) { return beats(other, row); }))
        continue;
      std::erase_if(kept, [&](std::size_t other) { return beats(row, other); });
      kept.push_back(row);
    }
    return kept;
  }

  void put(const std::vector<std::size_t>& kept) {
    const std::size_t needs = query_.needs.size();
    std::vector<double> best_healthy(needs), best_zone_lost(needs);
    for (const std::size_t row : kept) {
      candidates_.push_back(static_cast<std::int32_t>(row));
      for (std::size_t k = 0; k < needs; ++k) {
        best_healthy[k] = std::max(best_healthy[k], healthy_[row * needs + k]);
        best_zone_lost[k] = std::max(best_zone_lost[k], zone_lost_[row * needs + k]);
      }
    }
    best_healthy_.insert(best_healthy_.end(), best_healthy.begin(), best_healthy.end());
    best_zone_lost_.insert(best_zone_lost_.end(), best_zone_lost.begin(), best_zone_lost.end());
  }

  const SizeQuery& query_;
  Texts& texts_;
  Report& report_;
  SizeTable table_;
  std::vector<std::int32_t> names_, groups_, candidates_;
  std::vector<double> healthy_, zone_lost_, best_healthy_, best_zone_lost_;
  std::vector<std::vector<double>> columns_;
};

/// A text that is the same for queries with the same table.
std::string key_of(const SizeQuery& query) {
  std::string key = query.where_text + "\n" + query.is;
  const auto add = [&](const std::vector<std::string>& words) {
    for (const std::string& word : words) key += "\n" + word;
    key += "\n;";
  };
  for (const Catalog* catalog : query.from) key += "\n" + catalog->id;
  for (const Register factor : query.factors) key += "\n" + std::to_string(factor);
  for (const auto* selectors : {&query.lists, &query.variants}) {
    key += "\n;";
    for (const SizeSelector& one : *selectors) key += "\n" + one.name;
  }
  add(query.needs);
  add(query.match);
  add(query.columns);
  return key;
}

}  // namespace

SizeTable SizeTables::of(const SizeQuery& query) {
  const std::string key = key_of(query);
  const auto found =
      std::find_if(known_.begin(), known_.end(), [&](const auto& one) { return one.first == key; });
  if (found != known_.end()) return found->second;
  return known_.emplace_back(key, SizeTableBuilder(query, texts_, report_).build()).second;
}

}  // namespace scaleplan::read
