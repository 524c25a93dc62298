// Reads a catalogue: what can be bought, at what price, and what of it is usable.
#include <algorithm>
#include <tuple>

#include "ascii.hpp"
#include "catalog_prices.hpp"
#include "definitions/catalog_files.hpp"
#include "ids.hpp"
#include "nearest.hpp"
#include "numbers.hpp"
#include "scope.hpp"

namespace scaleplan::read {
namespace {

bool reads(const Term& term, std::string_view name) {
  return (term.kind == Term::Kind::name && term.word == name) ||
         std::any_of(term.operands.begin(), term.operands.end(),
                     [&](const Term& operand) { return reads(operand, name); });
}

class CatalogReader {
 public:
  CatalogReader(Catalog& into, Declare& declare, Definitions& all)
      : into_(into), declare_(declare), all_(all) {}

  void read(const Node& file) {
    Fields fields(file, "catalogue \"" + into_.id + "\"", declare_.report(), keys_of("catalog"));
    file_ = file.at;
    fields.text("catalog");
    fields.text("title");
    into_.as_of = declare_.date(fields);
    sources(fields.map("sources"));
    into_.source = declare_.cited(fields);
    fields.text("because");
    for (const Node* by : fields.list("price_by")) price_by(*by);
    price_unit(fields);
    columns(fields.map("columns"));
    price_formula(fields);
    price_lists_ = fields.maybe("price_lists") != nullptr;
    for (const Entry& entry : fields.map("rows")) row(entry);
    for (const Entry& entry : fields.map("price_lists")) price_list(entry);
    fallback(fields);
    fields.text("extends");
    const Node* rows = fields.maybe("rows");
    if (into_.rows.empty() && (rows == nullptr || rows->kind == Node::Kind::map)) {
      declare_.report().error(file.at, "R025", fields.what() + " has no rows", "add rows: {name: {...}}");
      if (file.find("columns") == nullptr) return;  // a file of another kind
    }
    fields.done();
  }

  void offers(const Node& map) {
    for (const Entry& entry : map.entries) {
      Offer offer;
      offer.name = entry.key;
      offer.at = entry.at;
      const Node* is = &entry.value;
      std::optional<Fields> fields;
      if (entry.value.kind == Node::Kind::map) {
        fields.emplace(entry, "offer \"" + entry.key + "\" of catalogue \"" + into_.id + "\"",
                       declare_.report(), keys_of("offer"));
        is = fields->need("is");
        offer.healthy = share(*fields, "healthy", 1);
        offer.zone_lost = share(*fields, "zone_lost", offer.healthy);
        fields->text("because");
        declare_.cited(*fields);
        fields->done();
      }
      if (is == nullptr) continue;
      const Formula formula = parse_formula(*is, declare_.units(), declare_.report());
      if (!formula.good) continue;
      compute(formula, offer);
      offer.is = formula;
      into_.offers.push_back(std::move(offer));
    }
  }

 private:
  void price_unit(Fields& fields) {
    const Node* node = fields.maybe("price_unit");
    const Node* rows = fields.maybe("rows");
    price_ = declare_.unit(fields, "price_unit", price_unit_);
    if (node == nullptr && rows != nullptr) {
      declare_.report().error(file_, "R002", fields.what() + " has no \"price_unit\"", "add price_unit: $/h");
    }
    if (node == nullptr || !declare_.units().expression(node->text) || price_.dimension == usd_per_second)
      return;
    declare_.report().error(
        node->at, "R012",
        "a price is money over time, but this unit is " + declare_.units().spell(price_.dimension),
        "write something like $/h");
  }

  void sources(const std::vector<Entry>& entries) {
    for (const Entry& entry : entries) {
      Fields fields(entry, "source \"" + entry.key + "\"", declare_.report(), keys_of("catalog_source"));
      const Source source{declare_.keep(entry.key),
                          declare_.keep(fields.text("title")),
                          declare_.keep(fields.text("address")),
                          declare_.date(fields),
                          declare_.keep(fields.text("confidence")),
                          declare_.keep(fields.text("note"))};
      // It may be shared with the rule file or another catalogue.
      const auto next = static_cast<int>(all_.sources.size());
      if (all_.citations.try_emplace(entry.key, next).second) all_.sources.push_back(source);
      fields.done();
    }
  }

  void columns(const std::vector<Entry>& entries) {
    for (const Entry& entry : entries) {
      Fields fields(entry, "column \"" + entry.key + "\"", declare_.report(), keys_of("column"));
      CatalogColumn column;
      column.name = entry.key;
      column.at = entry.at;
      Unit unit;
      column.measure = declare_.unit(fields, "unit", unit);
      column.unit = unit.text;
      for (const Node* value : fields.list("values")) column.values.push_back(value->text);
      fields.text("help");
      fields.text("because");
      declare_.cited(fields);
      fields.done();
      into_.columns.push_back(std::move(column));
    }
  }

  void row(const Entry& entry) {
    Fields::Keys keys{"price", "source", "because", "as_of"};
    for (const CatalogColumn& column : into_.columns) keys.push_back(column.name);
    Fields fields(entry, "row \"" + entry.key + "\"", declare_.report(), std::move(keys));
    CatalogRow row;
    row.name = entry.key;
    row.at = entry.at;
    for (const CatalogColumn& column : into_.columns) {
      const Node* cell = fields.need(column.name);
      row.values.push_back(cell == nullptr ? 0 : value(*cell, column));
    }
    // A formula that does not read it needs no price of the row itself.
    const bool computed = into_.price && !reads(into_.price->term, "listed");
    const bool elsewhere = computed || price_lists_ || into_.price;
    if (const Node* price = elsewhere ? fields.maybe("price") : fields.need("price")) prices(*price, row);
    if (row.prices.empty()) row.prices.assign(price_lists(into_), computed ? 0 : -1);
    row.origins.resize(row.prices.size());
    row.as_of = declare_.date(fields);
    if (row.as_of.empty()) row.as_of = into_.as_of;
    declare_.cited(fields);
    fields.text("because");
    fields.done();
    into_.rows.push_back(std::move(row));
  }

  /// A choice among price lists, by an input with values or a decision.
  void price_by(const Node& name) {
    const std::vector<std::string>* values = declare_.values_of(formula_id(name.text));
    if (values != nullptr) {
      into_.price_by.push_back({formula_id(name.text), *values});
      return;
    }
    std::vector<std::string> known;
    for (const InputDef& input : all_.inputs) {
      if (!input.values.empty()) known.emplace_back(input.shown.id);
    }
    for (const DecisionDef& decision : all_.decisions) known.emplace_back(decision.shown.id);
    const std::string near = nearest(name.text, known);
    declare_.report().unknown(name.at, "R023", name.text, near,
                              "\"" + name.text + "\" is neither an input with values nor a decision",
                              near_hint(near, known, "known: "));
    unknown_by_ = true;
  }

  /// `price: {is: FORMULA}` for all rows.
  void price_formula(Fields& fields) {
    const Node* node = fields.maybe("price");
    if (node == nullptr) return;
    const Node* is = node;
    std::optional<Fields> inner;
    if (node->kind == Node::Kind::map) {
      inner.emplace(*node, "price of " + fields.what(), declare_.report(), keys_of("price_rule"));
      is = inner->need("is");
      inner->text("because");
      declare_.cited(*inner);
      inner->done();
    }
    if (is != nullptr) into_.price = parse_formula(*is, declare_.units(), declare_.report());
  }

  /// Prices by name, and nothing says what the names are: reported once, for the file that lacks it.
  void no_price_by(const Node& price) {
    std::string by = "...";
    for (const InputDef& input : all_.inputs) {
      const bool has = !price.entries.empty() && std::find(input.values.begin(), input.values.end(),
                                                           price.entries.front().key) != input.values.end();
      if (has) by = std::string(input.shown.id);
    }
    declare_.report().error(file_, "R025", "prices by name need price_by", "add price_by: " + by);
    unknown_by_ = true;
  }

  void prices(const Node& price, CatalogRow& row) {
    if (unknown_by_) return;  // reported once, where it is named
    if (price.kind == Node::Kind::map && into_.price_by.empty()) return no_price_by(price);
    row.prices = PriceReader(into_, price_, declare_).read(price, row.name);
  }

  /// A note for prices that are not listed; returns the origin of prices that it explains.
  std::int32_t price_note(Text id, Fields& fields, bool estimated) {
    PriceNote note;
    note.id = id;
    note.estimated = estimated;
    note.because = declare_.keep(fields.text("because"));
    note.as_of = id == "fallback" ? Text{} : declare_.date(fields);
    note.source = declare_.cited(fields);
    all_.price_notes.push_back(note);
    return static_cast<std::int32_t>(all_.price_notes.size());
  }

  /// Further prices, for rows that have none yet.
  void price_list(const Entry& entry) {
    Fields fields(entry, "price list \"" + entry.key + "\"", declare_.report(), keys_of("price_list"));
    fields.need("because");
    const bool estimated = fields.yes_no("estimated", false);
    const std::int32_t origin = price_note(declare_.keep(entry.key), fields, estimated);
    for (const Entry& one : fields.map("rows")) {
      const auto row = std::find_if(into_.rows.begin(), into_.rows.end(),
                                    [&](const CatalogRow& r) { return r.name == one.key; });
      if (row == into_.rows.end()) {
        unknown_row(one);
      } else if (!unknown_by_) {
        fill(*row, PriceReader(into_, price_, declare_).read(one.value, one.key), origin);
      }
    }
    fields.done();
  }

  void unknown_row(const Entry& entry) {
    std::vector<std::string> known;
    for (const CatalogRow& row : into_.rows) known.push_back(row.name);
    const std::string near = nearest(entry.key, known);
    declare_.report().unknown(entry.at, "R023", entry.key, near,
                              "\"" + entry.key + "\" is not a row of " + into_.id,
                              did_you_mean(near, "add it under rows:"));
  }

  static void fill(CatalogRow& row, const std::vector<double>& prices, std::int32_t origin) {
    for (std::size_t list = 0; list < row.prices.size(); ++list) {
      if (row.prices[list] >= 0 || prices[list] < 0) continue;
      row.prices[list] = prices[list];
      row.origins[list] = origin;
    }
  }

  /// `fallback: {term: none}`: a row without a price for its term has that of `none`.
  void fallback(Fields& fields) {
    const Node* node = fields.maybe("fallback");
    if (node == nullptr) return;
    Fields::Keys keys{"because", "source"};
    for (const PriceChoice& by : into_.price_by) keys.push_back(by.name);
    Fields inner(*node, "fallback of " + fields.what(), declare_.report(), keys);
    inner.need("because");
    const std::int32_t origin = price_note("fallback", inner, false);
    for (std::size_t i = 0; i < into_.price_by.size(); ++i) {
      const auto& [name, values] = into_.price_by[i];
      if (const Node* value = inner.maybe(name)) fall_back(i, value_index(*value, values, name), origin);
    }
    inner.done();
  }

  /// Gives rows the prices that they have for value `value` of choice `choice` where they have none.
  void fall_back(std::size_t choice, std::size_t value, std::int32_t origin) {
    std::size_t stride = 1;
    for (std::size_t i = choice + 1; i < into_.price_by.size(); ++i)
      stride *= into_.price_by[i].values.size();
    const std::size_t values = into_.price_by[choice].values.size();
    for (CatalogRow& row : into_.rows) {
      std::vector<double> prices(row.prices.size());
      for (std::size_t list = 0; list < prices.size(); ++list)
        prices[list] = row.prices[list + (value - list / stride % values) * stride];
      fill(row, prices, origin);
    }
  }

  /// The index of a word among the values of a column or a choice; 0 and a fault where it is none.
  std::size_t value_index(const Node& cell, const std::vector<std::string>& values, const std::string& what) {
    const auto found = std::find(values.begin(), values.end(), cell.text);
    if (found != values.end()) return static_cast<std::size_t>(found - values.begin());
    const std::string near = nearest(cell.text, values);
    declare_.report().unknown(cell.at, "R025", cell.text, near,
                              "\"" + cell.text + "\" is not a value of \"" + what + "\"",
                              near_hint(near, values, "known: "));
    return 0;
  }

  double number(const Node& cell) {
    const auto result = read_number(cell.text);
    const bool octal = cell.text.size() > 1 && cell.text[0] == '0' && is_digit(cell.text[1]);
    if (octal) {
      declare_.report().error(cell.at, "R025",
                              "\"" + cell.text + "\" begins with 0, which YAML reads in base 8",
                              "write the number without the 0");
    } else if (cell.kind != Node::Kind::scalar || !result || *result < 0) {
      const std::string what = cell.kind == Node::Kind::scalar ? "\"" + cell.text + "\"" : kind_name(cell);
      declare_.report().error(cell.at, "R025", "a number is expected here, not " + what,
                              "rows hold bare numbers in the unit of the column");
    }
    return result.value_or(0);
  }

  double value(const Node& cell, const CatalogColumn& column) {
    if (column.values.empty()) return number(cell) * column.measure.factor;
    return static_cast<double>(value_index(cell, column.values, column.name));
  }

  double share(Fields& fields, std::string_view key, double otherwise) {
    const Node* cell = fields.maybe(key);
    if (cell == nullptr) return otherwise;
    const auto literal = literal_at(cell->text, declare_.units());
    if (literal && literal->length == cell->text.size() && literal->measure.dimension == Dimension{}) {
      const double component = literal->number * literal->measure.factor;
      // With a zone lost more may be used than what is planned with.
      const bool whole = key == "healthy";
      if (component > 1 && (whole || !literal->has_unit)) {
        declare_.report().error(
            cell->at, "R030",
            "\"" + std::string(key) + "\" of " + fields.what() +
                (whole ? " is a share, from 0 to 100%"
                       : " is a share, not " + cell->text + " times the whole"),
            literal->has_unit ? "write 60%" : "write it with a percent sign, such as 60%");
      }
      return component;
    }
    declare_.report().error(cell->at, "R017", "a share is expected here, not \"" + cell->text + "\"",
                            "write 60%");
    return otherwise;
  }

  void compute(const Formula& formula, Offer& offer) {
    for (const CatalogRow& row : into_.rows) {
      const auto result = of_row(into_, row, formula, declare_.report());
      if (!result) return;
      offer.nominal.push_back(result->number);
      offer.dimension = result->dimension;
    }
    offer.unit = declare_.keep(declare_.units().spell(offer.dimension));
    if (formula.term.kind != Term::Kind::name) return;
    for (const CatalogColumn& column : into_.columns) {
      if (column.name != formula.term.word) continue;
      offer.unit = column.unit;
      offer.factor = column.measure.factor;
    }
  }

  Catalog& into_;
  Declare& declare_;
  Definitions& all_;
  Measure price_;
  Unit price_unit_;
  Mark file_;                 ///< where the catalogue's file begins
  bool price_lists_ = false;  ///< whether rows may have all their prices there
  bool unknown_by_ = false;
};

}  // namespace

Catalog read_catalog(const std::string& id, const Node& file, const Node* offers, Declare& declare,
                     Definitions& all) {
  Catalog catalog;
  catalog.id = id;
  CatalogReader reader(catalog, declare, all);
  reader.read(file);
  if (offers != nullptr && !declare.report().failed()) reader.offers(*offers);
  return catalog;
}

/// The offers of a catalogue: a map, or `like` and the id of the catalogue whose offers it shares.
const Node* Declare::offers_of(const Node& offers, const std::vector<Entry>& catalogs) {
  if (offers.kind != Node::Kind::scalar) return &offers;
  const std::string id = offers.text.starts_with("like ") ? offers.text.substr(5) : "";
  std::vector<std::string> known;
  for (const Entry& entry : catalogs) {
    const Node* other = entry.value.find("offers");
    if (other == nullptr || other->kind != Node::Kind::map) continue;
    if (entry.key == id) return other;
    known.push_back(entry.key);
  }
  const std::string near = nearest(id, known);
  report_.unknown(offers.at, "R023", id, near, "no catalogue \"" + id + "\" has offers to share",
                  near_hint(near, known, "write like and one of "));
  return nullptr;
}

void Declare::catalogs(const std::vector<Entry>& entries) {
  for (const Entry& entry : entries) {
    Fields fields(entry, "catalogue \"" + entry.key + "\"", report_, keys_of("catalog_use"));
    for (const std::string& key : keys_of("catalog_use")) fields.maybe(key);
    const Node* offers = fields.maybe("offers");
    fields.text("because");
    fields.done();
    const std::size_t known = report_.found().size();
    Node file = whole_catalog(entry, open_, report_);
    if (file.kind != Node::Kind::map || report_.found().size() > known) {
      cited(fields);
      continue;
    }
    if (offers != nullptr) offers = offers_of(*offers, entries);
    Catalog catalog = read_catalog(entry.key, file, offers, *this, into_);
    catalog.file = std::move(file);
    catalog.at = entry.at;
    into_.catalogs.emplace(entry.key, std::move(catalog));
    cited(fields);  // its own sources are known now
  }
}

/// Lists the rows of all catalogues by name, so that of two sizes the one with the smaller index comes first.
void Declare::candidates(Program& program) {
  std::vector<std::pair<Candidate, CatalogRow*>> all;
  for (auto& [id, catalog] : into_.catalogs) {
    for (CatalogRow& row : catalog.rows) {
      all.push_back({{keep(row.name), keep(id), row.as_of}, &row});
    }
  }
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
    return std::tie(a.first.name, a.first.catalog) < std::tie(b.first.name, b.first.catalog);
  });
  for (const auto& [candidate, row] : all) {
    row->candidate = static_cast<std::int32_t>(program.candidates.size());
    program.candidates.push_back(candidate);
  }
  program.price_notes = into_.price_notes;
}

}  // namespace scaleplan::read
