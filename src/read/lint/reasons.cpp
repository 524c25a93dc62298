// Finds rules without a reason or a source.
#include <algorithm>

#include "lint.hpp"

namespace scaleplan::read {
namespace {

bool has(const Node* node, std::string_view key) {
  const Node* found = node == nullptr ? nullptr : node->find(key);
  return found != nullptr && found->kind != Node::Kind::nothing;
}

void look(Lint& lint, const Mark& owner, const Node* node, const std::string& subject, bool because,
          bool source) {
  if (because && !has(node, "because") && !has(node, "help"))
    lint.find("L023", Severity::warning, owner, subject, {named(subject)});
  if (source && !has(node, "source")) lint.find("L024", Severity::warning, owner, subject, {named(subject)});
}

void limits_in(Lint& lint, const Node* limits, const std::string& whose) {
  if (limits == nullptr) return;
  for (const Entry& entry : limits->entries)
    look(lint, entry.at, &entry.value, "limit " + entry.key + whose, true, true);
}

/// A cost with a price of its own, in a component that cites nothing.
void prices(Lint& lint, const Node* costs, const std::string& whose) {
  if (costs == nullptr) return;
  for (const Entry& entry : costs->entries) {
    const Node* is = entry.value.kind == Node::Kind::map ? entry.value.find("is") : &entry.value;
    const std::size_t sign = is == nullptr ? std::string::npos : is->text.find('$');
    if (sign == std::string::npos || is->text.find_first_of("123456789", sign) == std::string::npos) continue;
    look(lint, entry.at, &entry.value, "cost " + entry.key + whose, false, true);
  }
}

void components(Lint& lint) {
  for (const std::string& id : lint.all().component_order) {
    const Node& node = *lint.all().components.find(id)->second;
    limits_in(lint, node.find("limits"), " of component " + id);
    if (!has(&node, "source")) prices(lint, node.find("cost"), " of component " + id);
    const Node* size = node.find("size");
    const Node* needs = size == nullptr ? nullptr : size->find("needs");
    if (needs == nullptr) continue;
    for (const Entry& entry : needs->entries) {
      if (entry.value.kind != Node::Kind::map) continue;
      look(lint, entry.at, &entry.value, "need " + entry.key + " of component " + id, true, true);
    }
  }
}

void decisions(Lint& lint) {
  const Node* all = lint.all().root.find("decisions");
  if (all == nullptr) return;
  for (const Entry& decision : all->entries) {
    const Node* options = decision.value.find("options");
    if (options == nullptr) continue;
    const bool cited = has(&decision.value, "source");
    for (const Entry& option : options->entries)
      look(lint, option.at, &option.value, "option " + option.key + " of decision " + decision.key, true,
           !cited);
  }
}

/// A row of a table is a figure from somewhere; one that only names other rows has theirs.
void tables(Lint& lint) {
  const Node* all = lint.all().root.find("tables");
  if (all == nullptr) return;
  for (const Entry& table : all->entries) {
    for (const Entry& row : table.value.entries) {
      if (row.key == "by" || row.key == "note" || row.key == "lint") continue;
      look(lint, row.at, &row.value, "row " + table.key + "." + row.key, false, true);
    }
  }
}

}  // namespace

void lint_reasons(Lint& lint) {
  const Definitions& all = lint.all();
  limits_in(lint, all.limits, "");
  components(lint);
  decisions(lint);
  tables(lint);
  for (const InputDef& input : all.inputs) {
    const Node* node = lint.node(input.at);
    const std::string subject = "input " + std::string(input.shown.id);
    if (input.standard || !input.standard_value.empty()) {
      if (!has(node, "because")) lint.find("L023", Severity::warning, input.at, subject, {named(subject)});
      look(lint, input.at, node, subject, false, true);
    }
  }
  for (const StageDef& stage : all.stages) {
    const std::string id(stage.shown.id);
    look(lint, stage.at, lint.node(stage.at), "stage " + id, false, true);
    limits_in(lint, stage.limits, " of stage " + id);
  }
  for (const auto& [id, catalog] : all.catalogs) {
    if (!has(&catalog.file, "source")) {
      const std::string subject = "catalogue " + id;
      lint.find("L024", Severity::warning, catalog.at, subject, {named(subject)});
    }
  }
}

}  // namespace scaleplan::read
