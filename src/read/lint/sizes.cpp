// Finds catalogues, offers, columns and rows that no component reads.
#include <fmt/format.h>

#include <algorithm>

#include "ascii.hpp"
#include "compile/scope.hpp"
#include "ids.hpp"
#include "lint.hpp"

namespace scaleplan::read {
namespace {

void names_in(const Term& term, std::set<std::string>& into) {
  if (term.kind == Term::Kind::name) into.insert(term.word);
  for (const Term& operand : term.operands) names_in(operand, into);
}

/// The `size:` maps of a component and of its changes, merged.
struct Sizing {
  std::set<std::string> catalogs;
  std::set<std::string> rows;  ///< named exactly, where no catalogue is named
  std::set<std::string> needs;
  std::set<std::string> columns;  ///< read by `where`, `match` and `size.X`
};

void words_after_size(const Node& node, std::set<std::string>& columns) {
  for (std::size_t at = node.text.find("size."); at != std::string::npos;
       at = node.text.find("size.", at + 1)) {
    std::size_t end = at + 5;
    while (end < node.text.size() && (starts_name(node.text[end]) || is_digit(node.text[end]))) ++end;
    columns.insert(node.text.substr(at + 5, end - at - 5));
  }
  for (const Entry& entry : node.entries) words_after_size(entry.value, columns);
  for (const Node& item : node.items) words_after_size(item, columns);
}

void read_size(const Node& size, const Units& units, Sizing& into) {
  if (const Node* from = size.find("from"); from != nullptr) {
    if (from->kind == Node::Kind::scalar) into.catalogs.insert(from->text);
    for (const Entry& entry : from->entries) {
      if (entry.key != "by") into.catalogs.insert(entry.value.text);
    }
  }
  if (const Node* is = size.find("is"); is != nullptr && size.find("from") == nullptr)
    into.rows.insert(is->text);
  if (const Node* needs = size.find("needs"); needs != nullptr) {
    for (const Entry& entry : needs->entries) into.needs.insert(entry.key);
  }
  if (const Node* match = size.find("match"); match != nullptr) {
    for (const Entry& entry : match->entries) into.columns.insert(entry.key);
  }
  if (const Node* where = size.find("where"); where != nullptr && where->kind == Node::Kind::scalar) {
    Report ignored;
    names_in(parse_formula(*where, units, ignored).term, into.columns);
  }
}

void sizes_in(const Node& node, const Units& units, Sizing& into) {
  for (const Entry& entry : node.entries) {
    if (entry.key == "size" && entry.value.kind == Node::Kind::map) read_size(entry.value, units, into);
    sizes_in(entry.value, units, into);
  }
}

/// The sizes that each component takes of catalogues, with the changes that stages make to it.
std::map<std::string, Sizing> sizings(const Definitions& all) {
  std::map<std::string, Sizing> by_component;
  const auto read = [&](const Node* components) {
    if (components == nullptr) return;
    for (const Entry& component : components->entries) {
      Sizing& sizing = by_component[component.key];
      sizes_in(component.value, all.units, sizing);
      words_after_size(component.value, sizing.columns);
    }
  };
  read(all.root.find("components"));
  if (const Node* stages = all.root.find("stages"); stages != nullptr) {
    for (const Entry& stage : stages->entries) read(stage.value.find("change"));
  }
  return by_component;
}

/// The sizes that all components together take of one catalogue.
Sizing taken_of(const Catalog& catalog, const std::map<std::string, Sizing>& by_component) {
  Sizing all;
  for (const auto& entry : by_component) {
    const Sizing& one = entry.second;
    const bool named = std::any_of(catalog.rows.begin(), catalog.rows.end(),
                                   [&](const CatalogRow& row) { return one.rows.contains(row.name); });
    if (!named && !one.catalogs.contains(catalog.id)) continue;
    all.catalogs.insert(catalog.id);
    all.needs.insert(one.needs.begin(), one.needs.end());
    all.columns.insert(one.columns.begin(), one.columns.end());
  }
  return all;
}

void unread(Lint& lint, const Catalog& catalog, const std::string& id, const Sizing& taken) {
  std::set<std::string> read = taken.columns;
  if (catalog.price) names_in(catalog.price->term, read);
  for (const Offer& offer : catalog.offers) {
    names_in(offer.is.term, read);
    if (!taken.needs.contains(offer.name))
      lint.find("L020", Severity::warning, offer.at, "offer " + offer.name + " of catalogue " + id,
                {named(offer.name)});
  }
  for (const CatalogColumn& column : catalog.columns) {
    if (!read.contains(column.name))
      lint.find("L021", Severity::warning, column.at, "column " + column.name + " of catalogue " + id,
                {named(column.name)});
  }
}

/// Rows that no pick can come to: without a price, or beaten by others in every price list.
void unbought(Lint& lint, const Catalog& catalog, const std::string& id) {
  std::set<Text> bought;
  const Program& program = lint.program();
  for (const Pick& pick : program.picks) {
    for (const std::int32_t row : pick.sizes.candidates) {
      const Candidate& one = program.candidates[as_index(pick.sizes.names[as_index(row)])];
      if (one.catalog == catalog.id) bought.insert(one.name);
    }
  }
  std::string names;
  std::size_t never = 0;
  for (const CatalogRow& row : catalog.rows) {
    const bool priced = std::any_of(row.prices.begin(), row.prices.end(), [](double p) { return p >= 0; });
    if (!priced) {
      lint.find("L022", Severity::warning, row.at, "size " + row.name + " of catalogue " + id,
                {named(row.name)});
    } else if (!bought.contains(row.name)) {
      constexpr std::size_t most_named = 5;
      if (++never <= most_named) names += (names.empty() ? "" : ", ") + row.name;
      if (never == most_named + 1) names += ", ...";
    }
  }
  // Where nothing at all is bought, what takes the sizes is not used, and that is found elsewhere.
  if (never == 0 || bought.empty()) return;
  for (const Entry& entry : catalog.file.entries) {
    if (entry.key != "rows") continue;
    lint.find("L030", Severity::warning, entry.at, "sizes of catalogue " + id,
              {named(id), named(std::to_string(never) + " of " + std::to_string(catalog.rows.size())),
               named(names)});
  }
}

/// Offers of which more may be used with everything up than with a zone lost.
void shares(Lint& lint, const Catalog& catalog, const std::string& id) {
  for (const Offer& offer : catalog.offers) {
    if (offer.healthy <= offer.zone_lost) continue;
    lint.find("L043", Severity::warning, offer.at, "offer " + offer.name + " of catalogue " + id,
              {named(offer.name), amount(offer.healthy, {"ratio", 1}), amount(offer.zone_lost, {"ratio", 1})},
              "zone_lost");
  }
}

/// Components that aim at more instances than they may have.
void aims(Lint& lint) {
  const Program& program = lint.program();
  for (const Component& component : program.components) {
    if (component.pick < 0) continue;
    const Pick& pick = program.picks[as_index(component.pick)];
    const double aim = lint.range(pick.aim).low, most = lint.range(pick.greatest).high;
    const auto declared = lint.all().components.find(component.id);
    if (aim > most && declared != lint.all().components.end())
      lint.find(
          "L044", Severity::warning, declared->second->under,
          "count of component " + std::string(component.id),
          {named(component.id), named(fmt::format("{:.12g}", aim)), named(fmt::format("{:.12g}", most))},
          "count");
  }
}

/// The most rows that a condition leaves, over all values of the choices that it reads.
std::size_t most_left(const Lint& lint, const Catalog& catalog, const Formula& where) {
  std::set<std::string> words;
  names_in(where.term, words);
  std::vector<std::pair<std::string, const std::vector<std::string>*>> read;
  for (const InputDef& input : lint.all().inputs) {
    if (!input.values.empty() && words.contains(std::string(input.shown.id)) &&
        catalog.column(input.shown.id) == nullptr)
      read.emplace_back(input.shown.id, &input.values);
  }
  for (const DecisionDef& decision : lint.all().decisions) {
    const std::string id = formula_id(decision.shown.id);
    if (words.contains(id) && catalog.column(id) == nullptr) read.emplace_back(id, &decision.values);
  }
  std::size_t combinations = 1, most = 0;
  for (const auto& [id, values] : read) combinations *= values->size();
  for (std::size_t c = 0; c < combinations; ++c) {
    RowChoices choices;
    std::size_t rest = c;
    for (const auto& [id, values] : read) {
      choices.emplace(id, std::pair(rest % values->size(), values));
      rest /= values->size();
    }
    Report ignored;
    std::size_t left = 0;
    for (std::size_t row = 0; row < catalog.rows.size(); ++row)
      left += row_where(catalog, row, where, choices, ignored) ? 1 : 0;
    most = std::max(most, left);
  }
  return most;
}

/// Conditions that leave a tenth of a catalogue's rows, or fewer.
void narrow(Lint& lint, const Node& size, const std::string& component) {
  const Node* from = size.find("from");
  const Node* where = size.find("where");
  if (from == nullptr || where == nullptr || where->kind != Node::Kind::scalar) return;
  std::vector<std::string> ids;
  if (from->kind == Node::Kind::scalar) ids.push_back(from->text);
  for (const Entry& entry : from->entries) {
    if (entry.key != "by") ids.push_back(entry.value.text);
  }
  constexpr std::size_t enough = 20;  // of fewer rows a few are no mistake
  Report ignored;
  const Formula formula = parse_formula(*where, lint.all().units, ignored);
  for (const std::string& id : ids) {
    const auto catalog = lint.all().catalogs.find(id);
    if (catalog == lint.all().catalogs.end() || catalog->second.rows.size() < enough) continue;
    const std::size_t left = most_left(lint, catalog->second, formula);
    if (left * 10 > catalog->second.rows.size()) continue;
    lint.find("L045", Severity::warning, where->under, "where of component " + component,
              {named(component), named(std::to_string(left)),
               named(std::to_string(catalog->second.rows.size())), named(id)});
  }
}

}  // namespace

void lint_sizes(Lint& lint) {
  aims(lint);
  for (const auto& [id, component] : lint.all().components) {
    if (const Node* size = component->find("size"); size != nullptr) narrow(lint, *size, id);
  }
  const auto by_component = sizings(lint.all());
  for (const auto& [id, catalog] : lint.all().catalogs) {
    const Sizing taken = taken_of(catalog, by_component);
    if (taken.catalogs.empty()) {
      lint.fix_by_deleting(lint.find("L016", Severity::warning, catalog.at, "catalogue " + id, {named(id)}),
                           catalog.at);
      continue;
    }
    unread(lint, catalog, id, taken);
    shares(lint, catalog, id);
    unbought(lint, catalog, id);
  }
}

}  // namespace scaleplan::read
