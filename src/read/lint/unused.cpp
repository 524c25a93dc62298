// Finds what is declared and read by nothing: inputs, metrics, table rows, units, sources, components, moves.
#include <algorithm>
#include <array>

#include "ascii.hpp"
#include "ids.hpp"
#include "lint.hpp"

namespace scaleplan::read {
namespace {

using Words = std::set<std::string, std::less<>>;

/// Keys whose texts are for people, or name something else than what formulas read.
bool prose(std::string_view key) {
  constexpr std::array<std::string_view, 27> keys = {
      "title",         "help",       "because",  "note",    "summary",     "says",    "ask",
      "where_to_look", "steps",      "downtime", "risk",    "undo",        "lead",    "address",
      "as_of",         "confidence", "labels",   "lint",    "source",      "sources", "statements",
      "version",       "ruleset",    "goes_on",  "extends", "not_counted", "units"};
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

bool follows(char c) { return starts_name(c) || is_digit(c) || c == '.'; }

/// Every word of `text` that could be a name, a table row or a unit.
void words_of(std::string_view text, Words& into) {
  for (std::size_t at = 0; at < text.size();) {
    if (!starts_name(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && follows(text[end])) ++end;
    std::string word(text.substr(at, end - at));
    into.insert(formula_id(word));
    into.insert(std::move(word));
    at = end;
  }
}

void words_of(const Node& node, Words& into) {
  if (node.kind == Node::Kind::scalar) {
    words_of(node.text, into);
    into.insert(formula_id(node.text));  // `by: db-service` names a decision
  }
  for (const Entry& entry : node.entries) {
    if (!prose(entry.key)) words_of(entry.value, into);
  }
  for (const Node& item : node.items) words_of(item, into);
}

/// The words that matter, and through what they name the words behind them.
class Used {
 public:
  explicit Used(const Definitions& all) : all_(all) {
    for (const Entry& section : all.root.entries) {
      const bool named = section.key == "inputs" || section.key == "metrics" || section.key == "tables";
      if (!named && !prose(section.key)) words_of(section.value, words_);
    }
    for (const auto& [id, catalog] : all.catalogs) {
      for (const PriceChoice& by : catalog.price_by) words_.insert(by.name);
    }
    while (grow()) {
    }
  }

  [[nodiscard]] bool has(std::string_view name) const { return words_.contains(name); }

 private:
  bool grow() {
    const std::size_t before = words_.size();
    for (const char* section : {"inputs", "metrics"}) {
      if (const Node* map = all_.root.find(section); map != nullptr) {
        for (const Entry& entry : map->entries) {
          if (has(entry.key)) words_of(entry.value, words_);
        }
      }
    }
    const Node* tables = all_.root.find("tables");
    for (std::size_t t = 0; tables != nullptr && t < tables->entries.size(); ++t) {
      const Entry& table = tables->entries[t];
      for (const Entry& row : table.value.entries) {
        if (!has(table.key + "." + row.key)) continue;
        words_of(row.value, words_);
        if (const Node* by = table.value.find("by"); by != nullptr) words_of(*by, words_);
      }
    }
    return words_.size() > before;
  }

  const Definitions& all_;
  Words words_;
};

void cited_in(const Node& node, Words& labels) {
  for (const Entry& entry : node.entries) {
    if (entry.key == "source") {
      if (entry.value.kind == Node::Kind::scalar) labels.insert(entry.value.text);
      for (const Node& item : entry.value.items) labels.insert(item.text);
    }
    cited_in(entry.value, labels);
  }
  for (const Node& item : node.items) cited_in(item, labels);
}

void unused_sources(Lint& lint) {
  const Definitions& all = lint.all();
  Words labels;
  cited_in(all.root, labels);
  for (const auto& [id, catalog] : all.catalogs) cited_in(catalog.file, labels);
  std::set<int> used;
  for (const auto& [label, source] : all.citations) {
    if (labels.contains(label)) used.insert(source);
  }
  const auto look = [&](const Node& root) {
    const Node* sources = root.find("sources");
    if (sources == nullptr) return;
    for (const Entry& entry : sources->entries) {
      const auto known = all.citations.find(entry.key);
      if (known == all.citations.end() || used.contains(known->second)) continue;
      lint.fix_by_deleting(
          lint.find("L015", Severity::warning, entry.at, "source " + entry.key, {named(entry.key)}),
          entry.at);
    }
  };
  look(all.root);
  for (const auto& [id, catalog] : all.catalogs) look(catalog.file);
}

void unused_units(Lint& lint) {
  const Node* units = lint.all().root.find("units");
  if (units == nullptr) return;
  Words words;
  for (const Entry& section : lint.all().root.entries) {
    if (!prose(section.key)) words_of(section.value, words);
  }
  for (const auto& [id, catalog] : lint.all().catalogs) words_of(catalog.file, words);
  for (const Node& unit : units->items) {
    if (!words.contains(unit.text))
      lint.find("L017", Severity::warning, unit.at, "unit " + unit.text, {named(unit.text)});
  }
}

void unused_components(Lint& lint) {
  const Definitions& all = lint.all();
  Words added, taken;
  const auto add = [&](const auto& list) {
    for (const auto& id : list) added.insert(std::string(id));
  };
  for (const MoveDef& move : all.moves) add(move.adds);
  for (const StageDef& stage : all.stages) {
    for (const Node* node : stage.adds) added.insert(node->text);
    for (const Node* node : stage.takes) taken.insert(node->text);
  }
  if (const Node* components = all.root.find("components"); components != nullptr) {
    for (const Entry& entry : components->entries) {
      if (added.contains(entry.key)) continue;
      lint.fix_by_deleting(
          lint.find("L018", Severity::warning, entry.at, "component " + entry.key, {named(entry.key)}),
          entry.at);
    }
  }
  for (const MoveDef& move : all.moves) {
    const std::string id(move.shown.id);
    if (taken.contains(id) || move.when) continue;
    lint.find("L019", Severity::warning, lint.entry(move.shown.place, id), "move " + id, {named(id)});
  }
}

}  // namespace

void lint_unused(Lint& lint) {
  const Definitions& all = lint.all();
  const Used used(all);
  for (const InputDef& input : all.inputs) {
    const std::string id(input.shown.id);
    if (!used.has(id)) {
      lint.fix_by_deleting(lint.find("L012", Severity::warning, input.at, "input " + id, {named(id)}),
                           input.at);
    }
  }
  for (const MetricDef& metric : all.metrics) {
    const std::string id(metric.shown.id);
    if (!used.has(id)) {
      lint.fix_by_deleting(lint.find("L013", Severity::warning, metric.at, "metric " + id, {named(id)}),
                           metric.at);
    }
  }
  for (const auto& [name, table] : all.tables) {
    for (const auto& [row, cells] : table.rows) {
      const std::string id = name + "." + row;
      if (used.has(id)) continue;
      lint.fix_by_deleting(lint.find("L014", Severity::warning, cells.at, "row " + id, {named(id)}),
                           cells.at);
    }
  }
  unused_sources(lint);
  unused_units(lint);
  unused_components(lint);
}

}  // namespace scaleplan::read
