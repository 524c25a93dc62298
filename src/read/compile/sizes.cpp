// Compiles the size of a component: what it needs, from which catalogue, and the limits that follow from
// both.
#include <algorithm>

#include "ids.hpp"
#include "nearest.hpp"
#include "parts.hpp"

namespace scaleplan::read {
namespace {

/// The names in a term, each once.
void names_in(const Term& term, std::vector<std::string>& into) {
  if (term.kind == Term::Kind::name && std::find(into.begin(), into.end(), term.word) == into.end())
    into.push_back(term.word);
  for (const Term& operand : term.operands) names_in(operand, into);
}

}  // namespace

std::vector<const Catalog*> Components::catalogs(Fields& fields, Pick& pick, int stage) {
  std::vector<const Catalog*> from;
  const Node* is = fields.maybe("is");
  if (is != nullptr && fields.maybe("from") == nullptr) {
    if (const Catalog* only = catalog_of_row(fields, *is)) from.push_back(only);
    return from;
  }
  const Node* node = fields.need("from");
  if (node == nullptr) return from;
  const auto find = [&](const std::string& name, const Mark& at) {
    const auto found = scope_.all().catalogs.find(name);
    if (found != scope_.all().catalogs.end()) {
      from.push_back(&found->second);
      return;
    }
    std::vector<std::string> known;
    for (const auto& [id, catalog] : scope_.all().catalogs) known.push_back(id);
    const std::string near = nearest(name, known);
    declare_.report().unknown(at, "R023", name, near, "unknown catalogue \"" + name + "\"",
                              did_you_mean(near, "declare it under catalogs:"));
  };
  if (node->kind == Node::Kind::scalar) {
    find(node->text, node->at);
    return from;
  }
  const std::string what = "from of " + fields.what();
  const auto choice = by(*node, what, stage);
  if (!choice) return from;
  Fields inner(*node, what, declare_.report(), with_by(*choice->type.values));
  inner.maybe("by");
  pick.selectors.push_back(choice->at);
  pick.radix.push_back(static_cast<std::int32_t>(choice->type.values->size()));
  for (const std::string& value : *choice->type.values) {
    if (const Node* name = inner.need(value)) find(name->text, name->at);
  }
  inner.done();
  if (from.size() != choice->type.values->size()) from.clear();
  return from;
}

bool Components::has_row(const std::vector<const Catalog*>& from, const Node& is) {
  std::vector<std::string> known;
  for (const Catalog* catalog : from) {
    for (const CatalogRow& row : catalog->rows) {
      if (row.name == is.text) return true;
      known.push_back(row.name);
    }
  }
  const std::string near = nearest(is.text, known);
  const std::string where = from.size() == 1 ? "catalogue \"" + from.front()->id + "\"" : "any catalogue";
  declare_.report().unknown(is.at, "R023", is.text, near, "\"" + is.text + "\" is not a row of " + where,
                            did_you_mean(near, "name one of its rows, or add it under rows:"));
  return false;
}

const Catalog* Components::catalog_of_row(Fields& fields, const Node& is) {
  std::vector<const Catalog*> all, with;
  for (const auto& [id, catalog] : scope_.all().catalogs) {
    all.push_back(&catalog);
    const auto& rows = catalog.rows;
    if (std::any_of(rows.begin(), rows.end(), [&](const CatalogRow& row) { return row.name == is.text; }))
      with.push_back(&catalog);
  }
  if (with.size() == 1) return with.front();
  if (with.empty()) {
    has_row(all, is);
  } else {
    declare_.report().error(fields.node().at, "R002",
                            "several catalogues have a row \"" + is.text + "\", and nothing says which",
                            "add from: " + with.front()->id);
  }
  return nullptr;
}

void Components::needs(Fields& fields, Pick& pick, int stage, const std::vector<const Catalog*>& from,
                       std::vector<Limit>& limits) {
  const auto& each = fields.map("each");
  std::vector<std::string> meant;  // by needs that are misspelled
  for (const Entry& entry : fields.map("needs")) {
    Need need;
    need.id = declare_.keep(entry.key);
    Limit limit;
    limit.title = need.id;
    limit.place = declare_.place(entry.at);
    const Offer* offer = from.front()->offer(entry.key);
    const bool everywhere = std::all_of(from.begin(), from.end(),
                                        [&](const Catalog* c) { return c->offer(entry.key) != nullptr; });
    if (offer == nullptr || !everywhere) {
      std::vector<std::string> known;
      for (const Offer& o : from.front()->offers) known.push_back(o.name);
      const std::string near = nearest(entry.key, known);
      meant.push_back(near);
      declare_.report().unknown(
          entry.at, "R023", entry.key, near,
          "\"" + entry.key + "\" is not an offer of catalogue \"" + from.front()->id + "\"",
          did_you_mean(near, "add it under its offers:"));
      continue;
    }
    need.unit = {offer->unit, offer->factor};
    const Node* is = &entry.value;
    if (entry.value.kind == Node::Kind::map) {
      Fields inner(entry, "need \"" + entry.key + "\" of " + fields.what(), declare_.report(),
                   keys_of("need"));
      is = inner.need("is");
      limit.title = declare_.keep(inner.text("title", entry.key));
      limit.because = declare_.keep(inner.text("because"));
      limit.source = declare_.cited(inner);
      if (inner.maybe("unit") != nullptr) declare_.unit(inner, "unit", need.unit);
      inner.done();
    }
    if (is == nullptr) continue;
    const std::string what = "need \"" + entry.key + "\"";
    need.shared = scope_.number(parse_formula(*is, declare_.units(), declare_.report()), {stage},
                                offer->dimension, what);
    limit.formula = declare_.keep(is->text);
    const auto own =
        std::find_if(each.begin(), each.end(), [&](const Entry& e) { return e.key == entry.key; });
    if (own != each.end()) {
      need.each = scope_.number(parse_formula(own->value, declare_.units(), declare_.report()), {stage},
                                offer->dimension, what);
    }
    need.title = limit.title;
    pick.needs.push_back(need);
    limits.push_back(limit);
  }
  for (const Entry& entry : each) {
    const auto known =
        std::find_if(pick.needs.begin(), pick.needs.end(), [&](const Need& n) { return n.id == entry.key; });
    if (known == pick.needs.end() && std::find(meant.begin(), meant.end(), entry.key) == meant.end()) {
      std::vector<std::string> needs;
      needs.reserve(pick.needs.size());
      for (const Need& need : pick.needs) needs.emplace_back(need.id);
      const std::string near = nearest(entry.key, needs);
      declare_.report().error(entry.at, "R023", "\"" + entry.key + "\" under each: is not among the needs",
                              did_you_mean(near, "also name it under needs:, or delete it"));
    }
  }
}

/// The most each need can be, healthy and with a zone lost, as limits of the component.
void Components::need_limits(const Component& component, const Pick& pick, std::vector<Limit>& limits) {
  const Register greatest =
      graph_.apply(Op::maximum, graph_.apply(Op::floor, pick.greatest), graph_.constant(1));
  const bool spreads = graph_.range(pick.zones).high > 1;
  const std::vector<Limit> plain = limits;
  limits.clear();
  for (std::size_t k = 0; k < plain.size(); ++k) {
    const Need& need = pick.needs[k];
    const auto total = [&](Register units) {
      if (need.each == none) return masked(need.shared, component.present);
      const Register own = graph_.apply(Op::multiply, need.each, units);
      return masked(graph_.apply(Op::add, need.shared, own), component.present);
    };
    Limit limit = plain[k];
    limit.id = declare_.keep(std::string(component.id) + "." + std::string(need.id));
    limit.key = need.id;
    limit.component = component.id;
    limit.present = component.present;
    limit.unit = need.unit;
    if (limit.source.empty()) limit.source = component.source;
    limit.need = total(greatest);
    limit.limit = graph_.most(component.picked, static_cast<int>(2 * k));
    limits.push_back(limit);
    if (!spreads) continue;
    limit.id = declare_.keep(std::string(component.id) + "." + std::string(need.id) + ".az-lost");
    limit.zone_lost = true;
    const Register lost = graph_.apply(
        Op::ceiling,
        graph_.apply(Op::divide, greatest, graph_.apply(Op::maximum, pick.zones, graph_.constant(1))));
    const Register several = graph_.apply(Op::less, graph_.constant(1), pick.zones);
    limit.need = graph_.apply(Op::multiply, several, total(graph_.apply(Op::subtract, greatest, lost)));
    limit.limit = graph_.most(component.picked, static_cast<int>(2 * k + 1));
    limits.push_back(limit);
  }
}

/// Where the rows of the catalogues are from, each source once.
Citations Components::sources_of(const std::vector<const Catalog*>& catalogs) {
  std::vector<Citation> all;
  for (const Catalog* catalog : catalogs) {
    for (const Citation& citation : catalog->source) {
      const bool known =
          std::any_of(all.begin(), all.end(), [&](const Citation& c) { return c.label == citation.label; });
      if (!known) all.push_back(citation);
    }
  }
  return declare_.texts().keep(all);
}

bool Components::has_column(const SizeQuery& query, const Entry& entry) {
  std::vector<std::string> known;
  for (const Catalog* catalog : query.from) {
    for (const CatalogColumn& column : catalog->columns) known.push_back(column.name);
  }
  if (std::find(known.begin(), known.end(), entry.key) != known.end()) return true;
  const std::string near = nearest(entry.key, known);
  declare_.report().unknown(entry.at, "R023", entry.key, near,
                            "\"" + entry.key + "\" is not a column of the catalogue",
                            near_hint(near, known, "known: "));
  return false;
}

bool Components::select(Pick& pick, std::vector<SizeSelector>& into, const std::string& name, int stage,
                        const Mark& at) {
  const auto by = scope_.choice(name, stage, at);
  if (!by) return false;
  pick.selectors.push_back(by->at);
  pick.radix.push_back(static_cast<std::int32_t>(by->type.values->size()));
  into.push_back({formula_id(name), by->type.values});
  return true;
}

/// What chooses among price lists, then what chooses among rows.
void Components::selectors(Fields& size, SizeQuery& query, Pick& pick, int stage) {
  const auto known = [](const std::vector<SizeSelector>& all, const std::string& name) {
    return std::any_of(all.begin(), all.end(), [&](const SizeSelector& one) { return one.name == name; });
  };
  for (const Catalog* catalog : query.from) {
    for (const PriceChoice& by : catalog->price_by) {
      if (!known(query.lists, by.name)) select(pick, query.lists, by.name, stage, size.node().at);
    }
  }
  for (const Entry& entry : size.map("match")) {
    if (has_column(query, entry) && select(pick, query.variants, entry.value.text, stage, entry.value.at))
      query.match.push_back(entry.key);
  }
  if (query.where == nullptr) return;
  std::vector<std::string> names;
  names_in(query.where->term, names);
  for (const std::string& name : names) {
    const bool column = std::any_of(query.from.begin(), query.from.end(),
                                    [&](const Catalog* catalog) { return catalog->column(name) != nullptr; });
    if (!column && scope_.is_choice(name) && !known(query.variants, name))
      select(pick, query.variants, name, stage, query.where->at);
  }
}

/// The prices of the catalogue that `formulas` split as number `index`, kept once for the same factors.
PricedCatalog Components::priced(PriceFormulas& formulas, const Catalog& catalog, std::size_t index) {
  const auto [found, fresh] = priced_.try_emplace({&catalog, formulas.factors()});
  if (fresh) found->second = formulas.prices(index);
  return found->second;
}

/// The prices of all catalogues over one list of factors, which must not be negative.
void Components::prices(SizeQuery& query, Pick& pick, int stage) {
  PriceFormulas formulas(scope_, declare_, stage);
  for (const Catalog* catalog : query.from) formulas.split(*catalog);
  query.factors = pick.factors = formulas.factors();
  for (std::size_t i = 0; i < query.from.size(); ++i)
    query.prices.push_back(priced(formulas, *query.from[i], i));
  for (const Register factor : pick.factors) {
    if (factor == none || graph_.range(factor).low >= 0) continue;
    const auto computed = std::find_if(query.from.begin(), query.from.end(),
                                       [](const Catalog* catalog) { return catalog->price.has_value(); });
    declare_.report().error((*computed)->price->at, "R030", "a factor of this price can be negative",
                            "write max(..., 0)");
    return;
  }
}

/// The columns by which sizes of any component are recognised: one component may be found as another.
void Components::recognised_columns(SizeQuery& query) const {
  for (const auto& [id, component] : scope_.all().components) {
    const Node* matchers = component->find("found_as");
    if (matchers == nullptr) continue;
    for (const Entry& matcher : matchers->entries) {
      const Node* size = matcher.value.find("size");
      if (size == nullptr) continue;
      for (const Entry& figure : size->entries) {
        const auto& known = query.columns;
        if (query.from.front()->column(figure.key) != nullptr &&
            std::find(known.begin(), known.end(), figure.key) == known.end())
          query.columns.push_back(figure.key);
      }
    }
  }
}

void Components::size_locals(const SizeQuery& query, const Component& component, const Pick& pick,
                             Locals& locals) {
  locals["count"] = {component.count, {Type::Kind::number, {}, false, nullptr}};
  locals["unit_price"] = {component.picked + PickColumn::price,
                          {Type::Kind::number, usd_per_second, false, nullptr}};
  for (std::size_t c = 0; c < query.columns.size(); ++c) {
    const CatalogColumn* column = query.from.front()->column(query.columns[c]);
    if (column == nullptr) continue;
    const auto figures = pick.sizes.columns[c].figures;
    const auto [low, high] = std::minmax_element(figures.begin(), figures.end());
    const Range range = figures.empty() ? Range{} : Range{std::min(0.0, *low), *high};
    locals["size." + column->name] = {graph_.candidate_column(component.picked, static_cast<int>(c), range),
                                      {Type::Kind::number, column->measure.dimension, false, nullptr}};
  }
}

void Components::size(Fields& fields, Component& component, Pick pick, int stage, std::vector<Limit>& limits,
                      Locals& locals) {
  const Node* node = fields.maybe("size");
  if (node == nullptr) return;
  Fields inner(*node, "size of " + fields.what(), declare_.report(), keys_of("size"));
  SizeQuery query;
  query.from = catalogs(inner, pick, stage);
  if (query.from.empty()) return;
  std::vector<Limit> own;
  needs(inner, pick, stage, query.from, own);
  if (pick.needs.size() > 12) {
    declare_.report().error(node->at, "R004", "a component can have at most 12 needs", "merge some of them");
    return;
  }
  for (const Need& need : pick.needs) query.needs.emplace_back(need.id);
  if (const Node* is = inner.maybe("is"); is != nullptr && has_row(query.from, *is)) query.is = is->text;
  const std::optional<Formula> where = declare_.maybe_formula(inner, "where");
  if (where && where->good) query.where = &*where;
  if (query.where != nullptr) query.where_text = where->text;
  selectors(inner, query, pick, stage);
  const Node* surcharge = inner.maybe("surcharge");
  pick.surcharge = surcharge == nullptr
                       ? graph_.constant(0)
                       : scope_.number(parse_formula(*surcharge, declare_.units(), declare_.report()),
                                       {stage}, usd_per_second, "surcharge");
  recognised_columns(query);
  for (const Entry& entry : fields.map("cost")) {
    const Node* is = entry.value.kind == Node::Kind::map ? entry.value.find("is") : &entry.value;
    if (is != nullptr && is->kind == Node::Kind::scalar && is->text.find("size.") != std::string::npos) {
      used_columns(parse_formula(*is, declare_.units(), declare_.report()).term, query.columns);
    }
  }
  inner.text("because");
  component.source.empty() ? void(component.source = declare_.cited(inner)) : void(declare_.cited(inner));
  inner.done();
  prices(query, pick, stage);
  pick.sizes = size_tables_.of(query);
  const auto same = std::find(program_.picks.begin(), program_.picks.end(), pick);
  component.pick = static_cast<std::int32_t>(same - program_.picks.begin());
  if (same == program_.picks.end()) program_.picks.push_back(pick);
  component.picked = graph_.pick(component.pick);
  component.count = component.picked;
  need_limits(component, pick, own);
  limits.insert(limits.end(), own.begin(), own.end());
  size_locals(query, component, pick, locals);
  CostLine machines;
  machines.id = declare_.keep("machines");
  machines.title = machines.id;
  machines.source = sources_of(query.from);
  if (surcharge != nullptr && !declare_.report().failed())
    machines.figures = prices_read(parse_formula(*surcharge, declare_.units(), declare_.report()));
  const Register units = graph_.apply(Op::multiply, component.count, component.copies);
  add_cost(component, machines, graph_.apply(Op::multiply, units, component.picked + PickColumn::price));
}

}  // namespace scaleplan::read
