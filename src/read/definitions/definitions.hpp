// A rule set as declared: names, formulas and places, before anything is computed.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "formulas/formula.hpp"
#include "formulas/units.hpp"
#include "program/pool.hpp"
#include "scaleplan/program.hpp"
#include "texts/merge.hpp"

namespace scaleplan::read {

/// A formula that chooses among rows of a table by an enumerated name.
struct TableRow {
  std::vector<std::pair<std::string, Formula>> by_value;  ///< one entry with an empty name: the same for all
  Citations source;
  Text as_of;  ///< the date of its figures, where it is not that of its sources
  Text because;
  std::vector<const Node*> estimated;  ///< values of the choice whose figures a rule gives and no list does
  Mark at;
};

struct Table {
  std::string by;  ///< the enumerated input or decision that chooses; may be empty
  Mark at;         ///< of `by`, where it has one
  Mark named_at;
  std::map<std::string, TableRow> rows;
};

/// One way to derive an input from others.
struct Otherwise {
  Formula is;
  std::vector<std::string> given;  ///< inputs that must be given besides those that it follows from
};

struct InputDef {
  Input shown;                       ///< as answers show it
  std::vector<std::string> values;   ///< of a choice
  std::vector<Otherwise> otherwise;  ///< `else:`
  std::optional<Formula> standard;   ///< `default:`
  std::optional<Formula> mistaken;   ///< `mistaken_for:`
  std::string standard_value;        ///< default of a choice that is one of its values
  bool no_unit = false;              ///< nothing says its unit, so it is taken for a plain number
  Mark at;
};

struct MetricDef {
  Metric shown;
  Formula is;
  Dimension dimension;
  bool yes_no = false;
  bool no_unit = false;  ///< nothing says its unit, so it is taken for a plain number
  Mark at;
};

struct OptionDef {
  Option shown;
  std::optional<Formula> when;
};

struct DecisionDef {
  Decision shown;
  std::vector<OptionDef> options;
  std::vector<std::string> values;
  std::optional<Formula> shown_when;
  Mark at;
};

/// A staged metric as a stage or a move redefines it.
struct Redefinition {
  std::string metric;
  Formula is;
  int move = -1;  ///< the move it belongs to; -1: of the stage itself
};

struct MoveDef {
  Move shown;
  std::vector<std::string> adds, drops;
  std::vector<Redefinition> metrics;
  std::optional<Formula> when;
  const Node* change = nullptr;  ///< a map from components to what differs
};

struct AdviceDef {
  Advice shown;
  std::optional<Formula> when, value;
  Dimension dimension;   ///< of the value
  bool no_unit = false;  ///< nothing says its unit, so it is taken for a plain number
  Mark at;
};

struct AroundDef {
  AroundLine shown;
  std::optional<Formula> when, is, low, high;  ///< `is` is there when the file has no error
};

struct StageDef {
  Stage shown;
  std::vector<const Node*> adds, drops, takes;
  std::vector<int> moves;  ///< indices of `takes`
  const Node* change = nullptr;
  const Node* limits = nullptr;
  std::vector<Redefinition> metrics;  ///< its own and those of the moves it takes
  Mark at;
};

struct CatalogColumn {
  std::string name;
  Measure measure;
  Text unit;
  std::vector<std::string> values;  ///< of an enumerated column
  Mark at;
};

struct CatalogRow {
  std::string name;
  std::int32_t candidate = -1;  ///< index into Program::candidates
  Text as_of;
  std::vector<double> values;  ///< engine units; enumerated: the index
  std::vector<double> prices;  ///< USD/s by price list; negative: not sold
  std::vector<std::int32_t>
      origins;  ///< by price list: 0 as listed, else 1 + index into Program::price_notes
  Mark at;
};

/// An input or a decision that chooses among the price lists of a catalogue; the last one turns fastest.
struct PriceChoice {
  std::string name;  ///< as formulas spell it
  std::vector<std::string> values;
};

/// The usable share of a size: by row, nominal, with the shares that count.
struct Offer {
  std::string name;
  std::vector<double> nominal;
  double healthy = 1, zone_lost = 1;
  Dimension dimension;
  Text unit;
  double factor = 1;
  Formula is;
  Mark at;
};

/// A catalogue as read, with what its sizes offer.
struct Catalog {
  std::string id;
  std::vector<PriceChoice> price_by;
  std::optional<Formula> price;  ///< of what a row costs, over its columns, `listed` and everything else
  Text as_of;
  std::vector<CatalogColumn> columns;
  std::vector<CatalogRow> rows;
  std::vector<Offer> offers;
  Citations source;
  Node file;  ///< as read
  Mark at;    ///< where the rule file names it

  [[nodiscard]] const Offer* offer(std::string_view name) const {
    const auto found =
        std::find_if(offers.begin(), offers.end(), [&](const Offer& o) { return o.name == name; });
    return found == offers.end() ? nullptr : &*found;
  }
  [[nodiscard]] const CatalogColumn* column(std::string_view name) const {
    const auto found =
        std::find_if(columns.begin(), columns.end(), [&](const CatalogColumn& c) { return c.name == name; });
    return found == columns.end() ? nullptr : &*found;
  }
  /// The value of a row in a column, in engine units; nothing without such a column.
  [[nodiscard]] std::optional<double> value(std::string_view name, std::size_t row) const {
    const CatalogColumn* found = column(name);
    if (found == nullptr) return std::nullopt;
    return rows[row].values[static_cast<std::size_t>(found - columns.data())];
  }
  /// Whether a row has `word` in an enumerated column; a catalogue without the column holds rows of one kind.
  [[nodiscard]] bool matches(std::string_view name, std::size_t row, std::string_view word) const {
    const CatalogColumn* found = column(name);
    if (found == nullptr) return true;
    const auto index = static_cast<std::size_t>(*value(name, row));
    return index < found->values.size() && found->values[index] == word;
  }
};

/// Everything declared by a rule file and what it extends; maps are in file order where order matters.
struct Definitions {
  Node root;
  Overlaid overlaid;  ///< the ids that extensions removed and added
  Units units;
  std::vector<Source> sources;
  std::map<std::string, int, std::less<>> citations;  ///< label -> source
  std::map<std::string, Table, std::less<>> tables;
  std::map<std::string, Catalog, std::less<>> catalogs;
  std::vector<PriceNote> price_notes;
  std::vector<InputDef> inputs;
  std::vector<MetricDef> metrics;
  std::vector<DecisionDef> decisions;
  std::map<std::string, const Node*, std::less<>> components;
  std::vector<std::string> component_order;
  std::vector<MoveDef> moves;
  std::vector<StageDef> stages;
  std::vector<AdviceDef> advice;
  std::vector<AroundDef> around;
  const Node* limits = nullptr;
  std::optional<Formula> upkeep_price;
  std::optional<Formula> readings_show;
  std::string grows = "users";  ///< the input that growth counts in
};

}  // namespace scaleplan::read
