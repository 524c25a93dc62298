// Finds catalogues, offers, columns and rows that no component reads.
#include <algorithm>
#include <cctype>

#include "lint.hpp"

namespace scaleplan::read {
namespace {

void names_in(const Term& term, std::set<std::string>& into) {
  if (term.kind == Term::Kind::name) into.insert(term.word);
  for (const Term& operand : term.operands) names_in(operand, into);
}

/// What the `size:` maps of components and of their changes say, wherever they stand.
struct Sizing {
  std::set<std::string> catalogs;
  std::set<std::string> needs;
  std::set<std::string> columns;  ///< read by `where`, `match` and `size.X`
};

void words_after_size(const Node& node, std::set<std::string>& columns) {
  for (std::size_t at = node.text.find("size."); at != std::string::npos;
       at = node.text.find("size.", at + 1)) {
    std::size_t end = at + 5;
    while (end < node.text.size() &&
           (std::isalnum(static_cast<unsigned char>(node.text[end])) != 0 || node.text[end] == '_'))
      ++end;
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

}  // namespace

void lint_sizes(Lint& lint) {
  const Definitions& all = lint.all();
  Sizing sizing;
  sizes_in(all.root, all.units, sizing);
  words_after_size(all.root, sizing.columns);
  for (const auto& [id, catalog] : all.catalogs) {
    if (!sizing.catalogs.contains(id)) {
      lint.fix_by_deleting(lint.find("L016", Severity::warning, catalog.at, "catalogue " + id, {named(id)}),
                           catalog.at);
      continue;
    }
    std::set<std::string> read = sizing.columns;
    for (const Offer& offer : catalog.offers) {
      names_in(offer.is.term, read);
      if (!sizing.needs.contains(offer.name))
        lint.find("L020", Severity::warning, offer.at, "offer " + offer.name + " of catalogue " + id,
                  {named(offer.name)});
    }
    for (const CatalogColumn& column : catalog.columns) {
      if (!read.contains(column.name))
        lint.find("L021", Severity::warning, column.at, "column " + column.name + " of catalogue " + id,
                  {named(column.name)});
    }
    for (const CatalogRow& row : catalog.rows) {
      const bool priced = std::any_of(row.prices.begin(), row.prices.end(), [](double p) { return p >= 0; });
      if (!priced)
        lint.find("L022", Severity::warning, row.at, "size " + row.name + " of catalogue " + id,
                  {named(row.name)});
    }
  }
}

}  // namespace scaleplan::read
