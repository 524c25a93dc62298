// The meaning of names: inputs, metrics and decisions as a stage sees them, and the columns of a catalogue's
// row.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "definitions/definitions.hpp"
#include "formulas/typed.hpp"

namespace scaleplan::read {

/// Names that mean something at one place only, such as `count` inside a component's cost.
using Locals = std::map<std::string, Value, std::less<>>;

/// Where a formula stands.
struct Where {
  int stage = -1;  ///< -1: beside the ladder, where no stage has changed anything
  const Locals* locals = nullptr;
  int raw = -1;                       ///< input whose `else:` this is: what depends on it is read as given
  std::set<int>* raw_read = nullptr;  ///< inputs that were read so
};

class Scope {
 public:
  Scope(const Definitions& all, Graph& graph, Texts& texts, Report& report)
      : all_(all), graph_(graph), texts_(texts), report_(report) {}

  Value formula(const Formula& formula, const Where& where);
  Register number(const Formula& formula, const Where& where, const Dimension& dimension,
                  const std::string& what, std::string_view shown = {});
  /// The value that `formula` gives to what is declared at `at`: in its dimension, or in that of the formula
  /// when nothing says its unit, which is reported; broken when it does not fit. `shown` is its unit as
  /// written.
  Value own(const Formula& formula, const Where& where, const Type& type, bool no_unit, const Mark& at,
            const std::string& what, std::string_view shown);
  Register yes_no(const Formula& formula, const Where& where);
  /// Compiles the formula in a scalar of the rule file.
  Value scalar(const Node& node, const Where& where);

  Value input(int index);
  Value metric(int stage, int index);
  Value decision(int stage, int index);
  /// The value of `table.row`, which must be there.
  Value figure(int stage, const std::string& table_and_row);
  /// The column of a metric's or a decision's condition, made for programs to show.
  Register option_when(int stage, int decision, int option);
  /// Column that says whether `else:` was used, `none` without one; after input().
  [[nodiscard]] Register derived(int index) const;
  /// The inputs that each way of `else:` of input `index` needs.
  [[nodiscard]] std::vector<std::vector<std::int32_t>> instead(int index) const;

  /// The enumerated input or decision `name`: its column and values; reports an unknown one.
  std::optional<Value> choice(const std::string& name, int stage, const Mark& at);
  /// Whether formulas know `name` as an input with values or a decision.
  [[nodiscard]] bool is_choice(const std::string& name) const;
  [[nodiscard]] int column_of_move(int move) const { return static_cast<int>(all_.inputs.size()) + move; }
  /// Column that says whether move `move` is made in stage `stage`: by the stage unless it is switched off,
  /// else early where that is asked for.
  Register standing(int stage, int move);
  /// Whether stage `stage` or one before it takes move `move`.
  [[nodiscard]] bool taken(int stage, int move) const;

  /// The figures that rows of tables lack, of those that were read.
  [[nodiscard]] const std::vector<Gap>& gaps() const { return gaps_; }
  [[nodiscard]] const Definitions& all() const { return all_; }
  Graph& graph() { return graph_; }
  Report& report() { return report_; }

 private:
  Value name(const Formula& formula, const Term& term, const Where& where);
  Value table_row(const Formula& formula, const Term& term, const Where& where);
  /// The value of `move.ID`: whether the move is made.
  Value of_move(const Formula& formula, const Term& term, const Where& where);
  Value of_cells(const std::string& table, const std::string& name, const TableRow& row, const Value& by,
                 const Where& where);
  /// A column for a figure that the row lacks, with the range of `like`.
  Value missing(const Gap& gap, const Value& by, const Value& like);
  Register chosen(Register by, const std::vector<Value>& cells);
  Value broken(const Mark& at, const std::string& word, const std::vector<std::string>& known);
  std::set<int> inputs_named(const Otherwise& way);
  Value compute_input(int index);
  Value compute_metric(int stage, int index);
  Value raw_input(int index);
  /// Whether the value of input `index` depends on input `on` through defaults and metrics.
  bool depends(const Term& term, int on, std::set<std::string>& seen) const;
  bool entered(const std::string& key, const Mark& at);
  [[nodiscard]] std::vector<std::string> known_names(const Where& where) const;

  const Definitions& all_;
  Graph& graph_;
  Texts& texts_;
  Report& report_;
  std::map<std::string, Value> done_;
  std::vector<std::string> under_way_;
  std::map<int, Register> derived_;
  std::map<int, std::vector<std::vector<std::int32_t>>> instead_;
  std::vector<Gap> gaps_;
};

/// The value of `formula` over the columns of one catalogue row, with its dimension.
struct RowValue {
  double number = 0;
  Dimension dimension;
};
std::optional<RowValue> of_row(const Catalog& catalog, const CatalogRow& row, const Formula& formula,
                               Report& report);

/// The values of choices, by name as formulas spell it: which one, and all there are.
using RowChoices =
    std::map<std::string, std::pair<std::size_t, const std::vector<std::string>*>, std::less<>>;

/// Whether `formula`, a condition over the columns and `choices`, holds for a row.
bool row_where(const Catalog& catalog, std::size_t row, const Formula& formula, const RowChoices& choices,
               Report& report);

}  // namespace scaleplan::read
