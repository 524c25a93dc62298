// A rule set compiled for evaluation: straight-line code over columns, and the tables that say what each
// result means.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scaleplan/dimension.hpp"
#include "scaleplan/instruction.hpp"

namespace scaleplan {

using Text = std::string_view;  ///< text owned by the program's `memory`, or by the binary itself

/// Where a rule stands, for whoever wants to follow a number to its line.
struct Place {
  Text file;
  std::int32_t line = 0;

  friend bool operator==(const Place&, const Place&) = default;
};

/// Something a rule was taken from: a book, a price list, a measurement, or our own judgement.
struct Source {
  Text id, title, address, as_of, confidence, note;
};

/// A mention of a source: the label as written ("S08", "ebs") and the source it belongs to.
struct Citation {
  Text label;
  std::int32_t source = 0;
};

/// The sources of one rule; equal lists are kept once, so equal ones are the same one.
class Citations {
 public:
  Citations() = default;
  explicit Citations(std::span<const Citation> kept) : first_(kept.data()), size_(kept.size()) {}
  [[nodiscard]] const Citation* begin() const { return first_; }
  [[nodiscard]] const Citation* end() const { return first_ + size_; }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }

  friend bool operator==(const Citations&, const Citations&) = default;

 private:
  const Citation* first_ = nullptr;
  std::size_t size_ = 0;
};

enum class InputType : std::uint8_t { number, choice, yes_no };

/// Something a person may know; also a flag of the command line. Numbers are in the engine's own units.
/// What people also call an input, with what to give instead: "users: {value}, users-kind: monthly".
struct OtherName {
  Text name, instead;
};

struct Input {
  Text id;  ///< as formulas spell it: snake_case
  InputType type = InputType::number;
  Unit unit;
  Dimension dimension;
  double low = 0, high = 0;  ///< accepted range
  bool has_published = false;
  double published_low = 0, published_high = 0;  ///< range seen in published sources
  std::vector<Text> values, labels;              ///< of a choice, in order
  std::vector<OtherName> other_names;
  Text help, because, ask, where_to_look, default_text;
  Citations source;
  bool of_book = false;      ///< counts when only the book's reading is asked
  bool grows = false;        ///< scales with users where users vary
  Register value = none;     ///< given, derived or assumed
  Register derived = none;   ///< column that says whether `else:` was used; none if there is none
  bool required = false;     ///< no default: must be given or derived
  Register mistaken = none;  ///< the value of a given one if it was meant otherwise
  Text mistaken_says;        ///< how: "your peak may be a mean"
  /// Alternatives of `else:`, each by the inputs that must all be given for it; the first that is complete
  /// counts.
  std::vector<std::vector<std::int32_t>> instead;
  Place place;
};

/// How a stage, or a move that it takes, redefines a staged metric.
struct Redefined {
  std::int32_t stage = 0;  ///< from this one on
  Text formula;            ///< may read `before`, the value one redefinition earlier
  Place place;
};

/// A row of a table: a price or another figure that formulas read as `table.row`.
struct TableFigure {
  Text id;
  Unit unit;
  std::vector<Register> by_stage;
  Citations source;
  Place place;
  Text as_of;  ///< the date of a price; empty for other figures
  Text because;
  std::vector<Register> chosen;         ///< by stage: the choice of its table, where some are estimated
  std::vector<std::uint8_t> estimated;  ///< by value of the choice; empty where none is
};

/// The dates of the prices of a catalogue or a table.
struct PriceDates {
  Text id, oldest, newest;
};

/// A value of the choice of a table for which a row has no figure.
struct Gap {
  Text figure;  ///< "price.nat"
  Text by;      ///< the choice, as formulas spell it
  Text value;   ///< the one that has none
  Register chosen = none;
  double index = 0;    ///< of the value among those of the choice
  Register at = none;  ///< a column that stands for the figure, and is read where it is missing only
  Text unit;           ///< as other figures of the row are written: "$/h"
  Place place;
};

/// A figure computed from inputs, by stage where it is staged.
struct Metric {
  Text id;
  Unit unit;
  Text help, formula;
  bool staged = false;
  std::vector<Register> by_stage;
  std::vector<Redefined> redefined;  ///< in order of the stages
  Citations source;
  Place place;
};

struct Option {
  Text id, title, because;
  Text condition;  ///< the formula of `when`; empty where it holds otherwise
  Citations source;
  Place place;
  std::vector<Register> when;  ///< by stage; none where it holds otherwise
};

/// A question beside the ladder whose answer is one of its options.
struct Decision {
  Text id, title;
  std::vector<Option> options;
  std::vector<Register> by_stage;  ///< index of the option
  std::vector<Register> shown;     ///< by stage: whether an answer mentions it
  Citations source;
  Place place;
};

/// A size that can be bought: the name of a catalogue's row.
struct Candidate {
  Text name;
  Text catalog;
  Text as_of;  ///< the date of its price on demand
};

/// The origin of a price that no list gives: an estimate, or the price of another term.
struct PriceNote {
  Text id, because, as_of;
  bool estimated = true;
  Citations source;
};

/// The load of a component, shared by its instances, less the share that each takes for itself.
struct Need {
  Text id, title;
  Unit unit;
  Register shared = none;
  Register each = none;

  friend bool operator==(const Need&, const Need&) = default;
};

/// Rows of one catalogue among those of a size table, with their prices.
struct CatalogRows {
  std::int32_t first = 0, last = 0;       ///< rows of the table, the last one excluded
  std::vector<std::int32_t> own_list;     ///< its price list for each of the table's
  std::span<const double> prices;         ///< USD/s by factor, list and row; first not a number: not sold
  std::span<const std::int32_t> origins;  ///< by list and row: 0 as listed, else 1 + index of its PriceNote

  friend bool operator==(const CatalogRows& a, const CatalogRows& b);
};

/// A column of a catalogue for the rows of a size table.
struct SizeColumn {
  Text name;
  double factor = 1;                ///< of its unit
  std::span<const double> figures;  ///< by row
};

/// The sizes that a component can be of, one a row. A group is one combination of what selects among them:
/// the catalogue turns slowest, then what chooses the price list (region, term), then everything else.
struct SizeTable {
  std::vector<CatalogRows> from;  ///< by value of the first selector if there are several
  std::int32_t lists = 1;         ///< price lists of a catalogue
  std::int32_t variants = 1;      ///< groups with the same price list
  std::int32_t factors = 1;       ///< prices of a row in a list; a price is their sum, each times its factor
  std::span<const std::int32_t> names;       ///< by row: index into Program::candidates
  std::span<const std::int32_t> groups;      ///< candidates of group g: from groups[g] to groups[g + 1]
  std::span<const std::int32_t> candidates;  ///< rows that no other of the group beats, by price
  std::span<const double> healthy;           ///< usable with everything up, row x needs
  std::span<const double> zone_lost;         ///< usable while a zone is lost, row x needs
  std::span<const double> best_healthy;      ///< most of each need in a group, group x needs
  std::span<const double> best_zone_lost;
  std::vector<SizeColumn> columns;  ///< those that formulas read, and by which declared sizes are recognised

  /// The catalogue of a group.
  [[nodiscard]] const CatalogRows& rows_of(std::size_t group) const {
    return from[group / as_index(lists * variants)];
  }
  /// The position of a row among the prices of the group's catalogue; its further prices stand `stride`
  /// apart.
  [[nodiscard]] std::size_t price_at(std::size_t group, std::size_t row) const {
    const CatalogRows& rows = rows_of(group);
    const std::size_t list = as_index(rows.own_list[group / as_index(variants) % as_index(lists)]);
    return list * as_index(rows.last - rows.first) + row - as_index(rows.first);
  }
  [[nodiscard]] std::size_t stride(std::size_t group) const {
    return rows_of(group).prices.size() / as_index(factors);
  }

  /// The figures of a row or a group in a table of them, one for each need; a pick may have no needs.
  [[nodiscard]] static const double* figures(std::span<const double> table, std::size_t row,
                                             std::size_t needs) {
    return table.data() + row * needs;
  }

  /// Whether a row has a price in the list of the group.
  [[nodiscard]] bool sold(std::size_t group, std::size_t row) const {
    return !std::isnan(rows_of(group).prices[price_at(group, row)]);
  }
  [[nodiscard]] std::span<const std::int32_t> candidates_of(std::size_t group) const {
    return candidates.subspan(as_index(groups[group]), as_index(groups[group + 1] - groups[group]));
  }

  friend bool operator==(const SizeTable& a, const SizeTable& b);
};

/// One choice of size and count.
struct Pick {
  std::vector<Need> needs;
  std::vector<Register> selectors;
  std::vector<std::int32_t> radix;
  SizeTable sizes;
  std::vector<Register> factors;  ///< of the prices of a row; none: 1
  Register surcharge = none, least = none, greatest = none, zones = none, copies = none, aim = none;

  friend bool operator==(const Pick&, const Pick&) = default;
};

enum class LimitKind : std::uint8_t { guidance, capacity, availability };

/// `need <= limit`: what a stage or a component of it can take.
struct Limit {
  Text id, title, component;  ///< component: id of the component it belongs to; empty for the stage itself
  LimitKind kind = LimitKind::capacity;
  Register need = none, limit = none;
  Register present = none;  ///< column that says whether its component is there; none: always
  Unit unit;
  Text because, formula;
  Citations source;
  Place place;
  Text key;                ///< under which the rule file has it
  bool zone_lost = false;  ///< whether it is what its component carries while a zone is lost
};

/// One line of a component's bill, in USD/s; firm is what is bought, soft follows the traffic.
struct CostLine {
  Text id, title;
  bool firm = true;
  Register usd_per_second = none;
  Register quantity = none;
  Unit quantity_unit;
  Citations source;
  std::vector<std::int32_t>
      figures;  ///< of Program::figures: the prices that its formula reads, also indirectly

  friend bool operator==(const CostLine&, const CostLine&) = default;
};

/// A text chosen by an enumerated column; a single text when there is no selector.
struct Choice {
  Register by = none;
  std::vector<Text> texts;

  friend bool operator==(const Choice&, const Choice&) = default;
};

/// A component as one stage has it.
struct Component {
  Text id, title, tier, because;
  Choice service;
  Register present = none;  ///< none: always
  std::int32_t pick = -1;   ///< index into Program::picks
  Register picked = none;   ///< first of the pick's columns
  Register count = none, zones = none, copies = none;
  Register outage = none, survives = none;
  Register upkeep = none;  ///< work of its people, time over time
  std::int32_t move = -1;  ///< the move that brings it; -1: the stage itself
  bool early = false;      ///< whether the stage itself does not make that move
  std::vector<CostLine> costs;
  std::vector<Text> links, covers;
  Citations source;
  Place place;

  friend bool operator==(const Component&, const Component&) = default;
};

struct Migration {
  Text lead, downtime, risk, undo;
  double lead_seconds = 0;  ///< how long before it is needed the work has to begin
  std::vector<Text> steps;
};

/// What to give instead of `name` with `value` (N where that is empty), where an input is also called that:
/// "users: 50k"; else empty.
std::string other_name(const std::vector<Input>& inputs, std::string_view name, std::string_view value);

/// A change that later stages make and that may be taken early.
struct Move {
  Text id, title, because;
  Citations source;
  Place place;
  std::int32_t input = -1;          ///< column of the block: 1 takes it early, 0 switches it off
  std::vector<Register> when;       ///< by stage: whether it may be taken unasked; none: never
  std::vector<std::uint8_t> taken;  ///< by stage: whether it or one before it takes the move
};

/// A cost around the bill, such as logs or support, in USD/s as each stage sees it; low and high span what is
/// usual.
struct AroundLine {
  Text id, title, because;
  std::vector<Register> when, usd_per_second, low, high;  ///< by stage
  Citations source;
  Place place;
};

/// A remark that is made when its condition holds; `says` may hold {value}.
struct Advice {
  Text id, title, says;
  Unit unit;
  std::vector<Register> when, value;  ///< by stage
  Citations source;
  Place place;
};

/// The values of a choice that a number can have been meant as, each with what it makes of the load.
struct Readings {
  std::int32_t input = -1;           ///< the choice; -1: there are none
  std::vector<std::int32_t> values;  ///< of it, in the order in which answers show them
  Register shows = none;             ///< what each makes of the load
  Text title;                        ///< of that
  Unit unit;
};

/// The weights of a stage that turns out too small, or too big, for each stage that it is away.
struct Regret {
  double too_small = 1, too_big = 1;
  Text because;
  Citations source;
};

struct Stage {
  Text id, title, summary;
  std::vector<std::int32_t> components;  ///< indices into Program::components, in order of the topology
  std::vector<std::int32_t> added;       ///< positions in `components` that the stage before did not have
  std::vector<Limit> limits;
  Register outage = none, firm = none, soft = none;  ///< share of time; USD/s
  Register upkeep = none;                            ///< work of its people, time over time
  Migration migration;
  Citations source;
  Place place;
};

/// Everything a rule set says, ready to be evaluated and to be quoted.
struct Program {
  Text id, title, version, goes_on;
  Text firm_word, soft_word;  ///< how answers name the two kinds of cost; empty: firm, soft
  Text guide_word;            ///< how answers name what the guidance limits are from; empty: guidance
  Text prices_word;           ///< the kind of list prices, such as "on demand"; may be empty
  std::vector<Text> units;    ///< counted units, in the order of Dimension after time, bytes and money
  Text recognition;  ///< how components are recognised in declarations, as bytes; see recognition_of()
  std::vector<Text> not_counted;
  std::vector<Source> sources;
  std::vector<Input> inputs;
  std::vector<Metric> metrics;
  std::vector<TableFigure> figures;
  std::vector<Decision> decisions;
  std::vector<Gap> gaps;
  bool complete =
      true;  ///< whether every pick has a size in each price list, and every row of a table its figures
  std::vector<PriceDates> price_dates;  ///< of all catalogues, then of all tables with prices
  std::vector<PriceNote> price_notes;
  std::vector<Candidate> candidates;  ///< rows of all catalogues, in order of name
  std::vector<Pick> picks;
  std::vector<Component> components;
  std::vector<Move> moves;
  std::vector<Advice> advice;
  std::vector<AroundLine> around;
  std::vector<Stage> stages;
  Regret regret;
  Readings readings;
  Register upkeep_price = none;            ///< of the work of people, USD/s; none: it has no price
  std::int32_t columns = 0;                ///< of a block: inputs, then one for each move
  std::vector<std::int32_t> price_inputs;  ///< inputs that choose among price lists, such as region and term
  std::int32_t growing = -1;  ///< the input that growth and headroom count in; -1 if there is none
  std::int32_t judged = 0;    ///< instructions that the limits of all stages need; they come first
  std::int32_t answered = 0;  ///< instructions that a recommendation needs; what follows is for explaining
  std::span<const Instruction> code;
  std::span<const double> constants;
  std::shared_ptr<const void> memory;  ///< storage of texts, spans and lists of sources
};

}  // namespace scaleplan
