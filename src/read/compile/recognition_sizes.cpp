// Compiles what a declared resource says of the catalogue and of the workload: its size, and inputs it
// decides.
#include <fmt/format.h>

#include <algorithm>

#include "ids.hpp"
#include "nearest.hpp"
#include "recognition_compiler.hpp"

namespace scaleplan::read {

/// The query for the name of a size, or one for each of the columns that a size is known by.
void RecognitionCompiler::size(Fields& fields, Matcher& matcher) {
  const Node* node = fields.maybe("size");
  if (node == nullptr || node->kind != Node::Kind::map) {
    matcher.size = query(node);
    return;
  }
  std::vector<std::string> known;
  for (const auto& [id, catalog] : all_.catalogs) {
    for (const CatalogColumn& column : catalog.columns) known.push_back(column.name);
  }
  for (const Entry& entry : node->entries) {
    if (entry.key == "note" || entry.key == "lint") continue;
    if (std::find(known.begin(), known.end(), entry.key) == known.end()) {
      const std::string near = nearest(entry.key, known);
      declare_.report().unknown(entry.at, "R023", entry.key, near,
                                fmt::format("\"{}\" is not a column of any catalogue", entry.key),
                                did_you_mean(near, "name a column that holds this figure"));
    }
    matcher.figures.push_back({declare_.keep(entry.key), unit_of(entry.key), query(&entry.value)});
  }
}

Text RecognitionCompiler::unit_of(const std::string& column) const {
  for (const auto& [id, catalog] : all_.catalogs) {
    for (const CatalogColumn& one : catalog.columns) {
      if (one.name == column && !one.unit.empty()) return declare_.keep(std::string(one.unit));
    }
  }
  return {};
}

std::vector<DecidedInput> RecognitionCompiler::decides(Fields& fields) {
  std::vector<DecidedInput> all;
  for (const Entry& entry : fields.map("decides")) {
    const std::string id = formula_id(entry.key);
    std::vector<std::string> known;
    for (const InputDef& one : all_.inputs) known.emplace_back(one.shown.id);
    if (std::find(known.begin(), known.end(), id) == known.end()) {
      const std::string near = nearest(id, known);
      // One file of recognition may serve several rule sets, some of which lack an input.
      if (near.empty()) continue;
      declare_.report().unknown(entry.at, "R023", id, near, fmt::format("\"{}\" is not an input", entry.key),
                                did_you_mean(near));
    }
    all.push_back({declare_.keep(id), query(&entry.value)});
  }
  return all;
}

}  // namespace scaleplan::read
