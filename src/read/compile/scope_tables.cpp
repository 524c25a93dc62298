// Resolves `table.row`, and formulas over the columns of a catalogue.
#include <algorithm>
#include <cmath>

#include "nearest.hpp"
#include "scope.hpp"

namespace scaleplan::read {

Value Scope::table_row(const Formula& formula, const Term& term, const Where& where) {
  const std::size_t dot = term.word.find('.');
  const auto table = all_.tables.find(term.word.substr(0, dot));
  if (table == all_.tables.end()) return broken(formula.place(term), term.word, known_names(where));
  const auto row = table->second.rows.find(term.word.substr(dot + 1));
  if (row == table->second.rows.end()) return broken(formula.place(term), term.word, known_names(where));
  const auto& cells = row->second.by_value;
  const Where plain{where.stage, nullptr, where.raw, where.raw_read};
  if (cells.size() == 1 && cells[0].first.empty()) return this->formula(cells[0].second, plain);
  if (table->second.by.empty()) {
    report_.error(table->second.at, "R002",
                  "table \"" + table->first + "\" has values by name in its rows, and no \"by\"",
                  "add by: and the input or decision that chooses");
    return {graph_.constant(1), {}};
  }
  const auto by = choice(table->second.by, where.stage, table->second.at);
  if (!by) return {graph_.constant(1), {}};
  return of_cells(table->first, row->first, row->second, *by, plain);
}

/// The cell of a row for the value of a choice; all cells are of one dimension. A value without a cell is a
/// gap, which matters to whoever asks for it.
Value Scope::of_cells(const std::string& table, const std::string& name, const TableRow& row, const Value& by,
                      const Where& where) {
  std::vector<Value> cells(by.type.values->size(), Value{none, {}});
  const Value* first = nullptr;
  Type type;
  for (const auto& [value, formula] : row.by_value) {
    const auto which = std::find(by.type.values->begin(), by.type.values->end(), value);
    if (which == by.type.values->end()) continue;  // reported where it stands
    const Value now = this->formula(formula, where);
    if (now.type.kind == Type::Kind::broken) return {graph_.constant(1), {}};
    const bool known = type.kind != Type::Kind::broken;
    if (known && (now.type.kind != type.kind ||
                  (!now.type.any && !type.any && now.type.dimension != type.dimension))) {
      report_.error(formula.at, "R012", "the values of row \"" + name + "\" are in different dimensions",
                    "give each the same unit");
      return {graph_.constant(1), {}};
    }
    if (!known || type.any) type = now.type;
    Value& cell = cells[static_cast<std::size_t>(which - by.type.values->begin())];
    cell = now;
    if (first == nullptr) first = &cell;
  }
  if (first == nullptr) return {graph_.constant(1), {}};
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].at != none) continue;
    Gap gap;
    gap.figure = texts_.keep(table + "." + name);
    gap.by = texts_.keep(all_.tables.at(table).by);
    gap.value = texts_.keep((*by.type.values)[i]);
    gap.index = static_cast<double>(i);
    gap.unit = texts_.keep(unit_in(row.by_value.front().second.text));
    gap.place = {texts_.keep(row.at.text == nullptr ? "" : row.at.text->name), row.at.line};
    cells[i] = missing(gap, by, *first);
  }
  return {chosen(by.at, cells), type};
}

Value Scope::missing(const Gap& gap, const Value& by, const Value& like) {
  for (const Gap& known : gaps_) {
    if (known.figure == gap.figure && known.value == gap.value && known.chosen == by.at)
      return {known.at, like.type};
  }
  // Behind the figures that a choice can name stand as many more as make the list unlike any other, so that
  // the column is nobody else's.
  const double figure = std::isfinite(graph_.range(like.at).high) ? graph_.range(like.at).high : 1;
  std::vector<double> figures(by.type.values->size(), figure);
  figures.resize(figures.size() + gaps_.size() + 1, figure + 1);
  gaps_.push_back(gap);
  gaps_.back().chosen = by.at;
  gaps_.back().at = graph_.lookup(by.at, figures);
  return {gaps_.back().at, like.type};
}

/// The column of the cell that a choice names; constants are looked up.
Register Scope::chosen(Register by, const std::vector<Value>& cells) {
  std::vector<double> numbers;
  for (const Value& cell : cells) {
    if (!graph_.is_constant(cell.at)) break;
    numbers.push_back(graph_.range(cell.at).low);
  }
  if (numbers.size() == cells.size()) return graph_.lookup(by, numbers);
  Register result = none;
  for (std::size_t i = cells.size(); i-- > 0;) {
    const Register now = cells[i].at;
    const Register is = graph_.apply(Op::equal, by, graph_.constant(static_cast<double>(i)));
    result = result == none ? now : graph_.select(is, now, result);
  }
  return result;
}

Value Scope::figure(int stage, const std::string& table_and_row) {
  Formula formula;
  formula.term.kind = Term::Kind::name;
  formula.term.word = table_and_row;
  return table_row(formula, formula.term, {stage});
}

namespace {

/// Compiles a formula whose names are a row's columns, so that it folds to a constant.
Value over_row(const Catalog& catalog, const CatalogRow& row, const Formula& formula,
               const RowChoices& choices, Graph& graph, Report& report) {
  const Units units;
  const Lookup lookup{
      [&](const Formula& f, const Term& term) -> Value {
        std::vector<std::string> known;
        for (std::size_t i = 0; i < catalog.columns.size(); ++i) {
          const CatalogColumn& column = catalog.columns[i];
          known.push_back(column.name);
          if (column.name != term.word) continue;
          const Register at = graph.constant(row.values[i]);
          if (!column.values.empty()) return {at, {Type::Kind::choice, {}, false, &column.values}};
          return {at, {Type::Kind::number, column.measure.dimension, false, nullptr}};
        }
        const auto choice = choices.find(term.word);
        if (choice != choices.end()) {
          const auto& [chosen, values] = choice->second;
          return {graph.constant(static_cast<double>(chosen)), {Type::Kind::choice, {}, false, values}};
        }
        const std::string near = nearest(term.word, known);
        report.unknown(f.place(term), "R011", term.word, near,
                       "catalogue \"" + catalog.id + "\" has no column \"" + term.word + "\"",
                       did_you_mean(near, "only its columns can be read here"));
        return {graph.constant(1), {}};
      },
      [](const std::string&) { return std::nullopt; },
      {}};
  return compile(formula, lookup, graph, units, report);
}

double constant_of(const Graph& graph, Register at) {
  return graph.constants()[as_index(graph.code()[static_cast<std::size_t>(at)].a)];
}

}  // namespace

std::optional<RowValue> of_row(const Catalog& catalog, const CatalogRow& row, const Formula& formula,
                               Report& report) {
  Graph graph;
  const Value got = over_row(catalog, row, formula, {}, graph, report);
  if (got.type.kind == Type::Kind::broken) return std::nullopt;
  if (got.type.kind != Type::Kind::number || !graph.is_constant(got.at)) {
    report.error(formula.at, "R013", "an offer must be a number computed from the columns",
                 "use + - * / min max");
    return std::nullopt;
  }
  return RowValue{constant_of(graph, got.at), got.type.dimension};
}

bool row_where(const Catalog& catalog, std::size_t row, const Formula& formula, const RowChoices& choices,
               Report& report) {
  Graph graph;
  const Value got = over_row(catalog, catalog.rows[row], formula, choices, graph, report);
  if (got.type.kind == Type::Kind::broken) return true;
  if (got.type.kind != Type::Kind::yes_no || !graph.is_constant(got.at)) {
    report.error(formula.at, "R013", "a condition over the columns is expected here",
                 "compare a column with a value");
    return true;
  }
  return constant_of(graph, got.at) != 0;
}

}  // namespace scaleplan::read
