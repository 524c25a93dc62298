// Reads the tables of a rule file: figures by a choice, such as prices by region.
#include <algorithm>

#include "catalog_files.hpp"
#include "declare.hpp"
#include "ids.hpp"
#include "nearest.hpp"
#include "numbers.hpp"

namespace scaleplan::read {

const std::vector<std::string>* Declare::values_of(std::string_view choice) const {
  for (const InputDef& def : into_.inputs) {
    if (def.shown.id == choice && !def.values.empty()) return &def.values;
  }
  for (const DecisionDef& def : into_.decisions) {
    if (formula_id(def.shown.id) == choice) return &def.values;
  }
  return nullptr;
}

/// The key that was meant to be `by:`: no row has the name of a choice as its value.
const Entry* Declare::misspelled_by(const Entry& table) const {
  if (table.value.find("by") != nullptr) return nullptr;
  for (const Entry& row : table.value.entries) {
    if (row.value.kind == Node::Kind::scalar && values_of(formula_id(row.value.text)) != nullptr &&
        !nearest(row.key, {"by"}).empty())
      return &row;
  }
  return nullptr;
}

/// A bare number as it reads with the unit of its row: 0.09 in $/GiB is $0.09/GiB.
const Node& Declare::in_unit(const Node& cell, const std::string& unit) {
  if (unit.empty() || cell.kind != Node::Kind::scalar || !read_number(cell.text)) return cell;
  Node with = cell;
  with.text = unit.starts_with('$') ? "$" + cell.text + unit.substr(1) : cell.text + " " + unit;
  with.exact = false;
  return *report_.keep(std::move(with));
}

void Declare::table_row(const Entry& row, Table& table, const std::string& name) {
  TableRow& into = table.rows[row.key];
  into.at = row.at;
  if (row.value.kind == Node::Kind::scalar) {
    into.by_value.emplace_back("", parse_formula(row.value, into_.units, report_));
    return;
  }
  const auto* values = values_of(table.by);
  Fields::Keys keys{"source", "because", "is", "unit", "as_of", "estimated"};
  if (values != nullptr) keys.insert(keys.end(), values->begin(), values->end());
  if (values == nullptr) {
    for (const Entry& cell : row.value.entries) keys.push_back(cell.key);
  }
  Fields cells(row, "row \"" + row.key + "\" of table \"" + name + "\"", report_, keys);
  into.source = cited(cells);
  into.as_of = date(cells);
  into.because = keep(cells.text("because"));
  const std::string unit = cells.text("unit");
  for (const Node* value : cells.list("estimated")) into.estimated.push_back(value);
  const auto figure = [&](const std::string& value, const Node& cell) {
    into.by_value.emplace_back(value, parse_formula(in_unit(cell, unit), into_.units, report_));
  };
  if (const Node* is = cells.maybe("is")) figure("", *is);
  constexpr std::ptrdiff_t own_keys = 6;
  for (std::size_t i = own_keys; i < keys.size(); ++i) {
    const auto own_end = keys.begin() + own_keys;
    const bool value = values != nullptr || std::find(keys.begin(), own_end, keys[i]) == own_end;
    const Node* cell = value ? cells.maybe(keys[i]) : nullptr;
    if (cell != nullptr && keys[i] != "note" && keys[i] != "lint") figure(keys[i], *cell);
  }
  cells.done();
  if (into.by_value.empty() && (row.value.kind == Node::Kind::map || row.value.kind == Node::Kind::nothing)) {
    report_.error(row.at, "R002", cells.what() + " has no value",
                  "write is: VALUE, or a value for each of what \"by\" names");
  }
}

void Declare::tables(const std::vector<Entry>& entries) {
  for (const Entry& entry : entries) {
    new_name(entry.key, entry.at, true);
    Table table;
    table.at = table.named_at = entry.at;
    Fields fields(entry, "table \"" + entry.key + "\"", report_, {});
    table.by = formula_id(fields.text("by"));
    if (const Node* by = entry.value.find("by")) table.at = by->at;
    const Entry* meant = misspelled_by(entry);
    if (meant != nullptr) {
      report_.error(meant->at, "R001", "unknown key \"" + meant->key + "\" in " + fields.what(),
                    "did you mean \"by\"?");
      table.by = formula_id(meant->value.text);
    }
    for (const Entry& row : entry.value.entries) {
      if (row.key == "by" || row.key == "note" || row.key == "lint" || &row == meant) continue;
      table_row(row, table, entry.key);
    }
    into_.tables.emplace(entry.key, std::move(table));
  }
}

}  // namespace scaleplan::read
