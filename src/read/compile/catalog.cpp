// Reads a catalogue: what can be bought, at what price, and what of it is usable.
#include <algorithm>

#include "ascii.hpp"
#include "definitions/declare.hpp"
#include "ids.hpp"
#include "nearest.hpp"
#include "numbers.hpp"
#include "scope.hpp"

namespace scaleplan::read {
namespace {

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
    into_.price_by = formula_id(fields.text("price_by"));
    if (const Node* by = fields.maybe("price_by"); by != nullptr && price_input() == nullptr) {
      std::vector<std::string> known;
      for (const InputDef& input : all_.inputs) {
        if (!input.values.empty()) known.emplace_back(input.shown.id);
      }
      const std::string near = nearest(by->text, known);
      declare_.report().unknown(by->at, "R023", by->text, near,
                                "\"" + by->text + "\" is not an input with values",
                                near_hint(near, known, "known: "));
      unknown_by_ = true;
    }
    price_unit(fields);
    columns(fields.map("columns"));
    for (const Entry& entry : fields.map("rows")) row(entry);
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
    Fields::Keys keys{"price", "source", "because"};
    for (const CatalogColumn& column : into_.columns) keys.push_back(column.name);
    Fields fields(entry, "row \"" + entry.key + "\"", declare_.report(), std::move(keys));
    CatalogRow row;
    row.name = entry.key;
    row.at = entry.at;
    for (const CatalogColumn& column : into_.columns) {
      const Node* cell = fields.need(column.name);
      row.values.push_back(cell == nullptr ? 0 : value(*cell, column));
    }
    const InputDef* by = price_input();
    if (const Node* price = fields.need("price"); price != nullptr && price->kind == Node::Kind::scalar) {
      row.prices.assign(by == nullptr ? 1 : by->values.size(), number(*price) * price_.factor);
    } else if (price != nullptr && by == nullptr && unknown_by_) {
      // Reported once, where it is named.
    } else if (price != nullptr && by == nullptr) {
      no_price_by(*price);
    } else if (price != nullptr) {
      prices(*price, *by, row);
    }
    fields.text("because");
    declare_.cited(fields);
    fields.done();
    into_.rows.push_back(std::move(row));
  }

  /// The input whose values are price lists, or null.
  [[nodiscard]] const InputDef* price_input() const {
    const auto found = std::find_if(all_.inputs.begin(), all_.inputs.end(), [&](const InputDef& input) {
      return !input.values.empty() && input.shown.id == into_.price_by;
    });
    return found == all_.inputs.end() ? nullptr : &*found;
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

  void prices(const Node& map, const InputDef& by, CatalogRow& row) {
    Fields fields(map, "prices of \"" + row.name + "\"", declare_.report(), by.values);
    for (const std::string& name : by.values) {
      const Node* price = fields.maybe(name);
      row.prices.push_back(price == nullptr ? -1 : number(*price) * price_.factor);
    }
    fields.done();
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
    const auto found = std::find(column.values.begin(), column.values.end(), cell.text);
    if (found != column.values.end()) return static_cast<double>(found - column.values.begin());
    const std::string near = nearest(cell.text, column.values);
    declare_.report().unknown(cell.at, "R025", cell.text, near,
                              "\"" + cell.text + "\" is not a value of column \"" + column.name + "\"",
                              did_you_mean(near, "add it to values:"));
    return 0;
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
  Mark file_;  ///< where the catalogue's file begins
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

void Declare::catalogs(const std::vector<Entry>& entries) {
  for (const Entry& entry : entries) {
    Fields fields(entry, "catalogue \"" + entry.key + "\"", report_, keys_of("catalog_use"));
    const Node* path = fields.need("file");
    const Node* offers = fields.need("offers");
    cited(fields);
    fields.text("because");
    fields.done();
    if (path == nullptr) continue;
    const std::size_t known = report_.found().size();
    Node file = open_(path->at, path->text);
    if (file.kind != Node::Kind::map || report_.found().size() > known) continue;
    Catalog catalog = read_catalog(entry.key, file, offers, *this, into_);
    catalog.file = std::move(file);
    catalog.at = entry.at;
    into_.catalogs.emplace(entry.key, std::move(catalog));
  }
}

}  // namespace scaleplan::read
