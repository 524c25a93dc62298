// Compiles the size of a component: what it needs, from which catalogue, and the limits that follow from
// both.
#include <algorithm>

#include "nearest.hpp"
#include "parts.hpp"

namespace scaleplan::read {
namespace {}  // namespace

std::vector<const Catalog*> Components::catalogs(Fields& fields, Pick& pick, int stage) {
  std::vector<const Catalog*> from;
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

bool Components::has_column(const SizeQuery& size_query, const Entry& entry) {
  std::vector<std::string> known;
  for (const Catalog* catalog : size_query.from) {
    for (const CatalogColumn& column : catalog->columns) known.push_back(column.name);
  }
  if (std::find(known.begin(), known.end(), entry.key) != known.end()) return true;
  const std::string near = nearest(entry.key, known);
  declare_.report().unknown(entry.at, "R023", entry.key, near,
                            "\"" + entry.key + "\" is not a column of the catalogue",
                            near_hint(near, known, "known: "));
  return false;
}

void Components::size(Fields& fields, Component& component, Pick pick, int stage, std::vector<Limit>& limits,
                      Locals& locals) {
  const Node* node = fields.maybe("size");
  if (node == nullptr) return;
  Fields inner(*node, "size of " + fields.what(), declare_.report(), keys_of("size"));
  SizeQuery size_query;
  size_query.from = catalogs(inner, pick, stage);
  if (size_query.from.empty()) return;
  std::vector<Limit> own;
  needs(inner, pick, stage, size_query.from, own);
  if (pick.needs.size() > 12) {
    declare_.report().error(node->at, "R004", "a component can have at most 12 needs", "merge some of them");
    return;
  }
  const Catalog& first = *size_query.from.front();
  if (!first.price_by.empty()) {
    if (const auto by = scope_.choice(first.price_by, stage, node->at)) {
      pick.selectors.push_back(by->at);
      pick.radix.push_back(static_cast<std::int32_t>(by->type.values->size()));
      size_query.price_by = first.price_by;
    }
  }
  for (const Entry& entry : inner.map("match")) {
    const auto by = scope_.choice(entry.value.text, stage, entry.value.at);
    if (!by || !has_column(size_query, entry)) continue;
    pick.selectors.push_back(by->at);
    pick.radix.push_back(static_cast<std::int32_t>(by->type.values->size()));
    size_query.match.emplace_back(entry.key, by->type.values);
  }
  std::optional<Formula> where = declare_.maybe_formula(inner, "where");
  if (where && where->good) size_query.where = &*where;
  const Node* surcharge = inner.maybe("surcharge");
  pick.surcharge = surcharge == nullptr
                       ? graph_.constant(0)
                       : scope_.number(parse_formula(*surcharge, declare_.units(), declare_.report()),
                                       {stage}, usd_per_second, "surcharge");
  for (const Entry& entry : fields.map("cost")) {
    const Node* is = entry.value.kind == Node::Kind::map ? entry.value.find("is") : &entry.value;
    if (is != nullptr && is->kind == Node::Kind::scalar && is->text.find("size.") != std::string::npos) {
      used_columns(parse_formula(*is, declare_.units(), declare_.report()).term, size_query.columns);
    }
  }
  inner.text("because");
  component.source.empty() ? void(component.source = declare_.cited(inner)) : void(declare_.cited(inner));
  inner.done();
  DominatedSizes dominated =
      prune_to_frontier(pick, size_query, program_, declare_.texts(), declare_.report());
  const auto same = std::find(program_.picks.begin(), program_.picks.end(), pick);
  component.pick = static_cast<std::int32_t>(same - program_.picks.begin());
  if (same == program_.picks.end()) {
    program_.picks.push_back(pick);
    auto& lists = all_sizes_.lists;
    const auto list = std::find(lists.begin(), lists.end(), dominated);
    all_sizes_.of_pick.push_back(static_cast<std::int32_t>(list - lists.begin()));
    if (list == lists.end()) lists.push_back(std::move(dominated));
  }
  component.picked = graph_.pick(component.pick);
  component.count = component.picked;
  need_limits(component, pick, own);
  limits.insert(limits.end(), own.begin(), own.end());
  const Type ratio{Type::Kind::number, {}, false, nullptr};
  locals["count"] = {component.count, ratio};
  locals["unit_price"] = {component.picked + PickColumn::price,
                          {Type::Kind::number, usd_per_second, false, nullptr}};
  for (std::size_t t = 0; t < size_query.columns.size(); ++t) {
    for (const CatalogColumn& column : first.columns) {
      if (column.name != size_query.columns[t]) continue;
      const auto& table = pick.tables[t];
      const auto [low, high] = std::minmax_element(table.begin(), table.end());
      const Range range = table.empty() ? Range{} : Range{std::min(0.0, *low), *high};
      locals["size." + column.name] = {graph_.candidate_column(component.picked, static_cast<int>(t), range),
                                       {Type::Kind::number, column.measure.dimension, false, nullptr}};
    }
  }
  CostLine machines;
  machines.id = declare_.keep("machines");
  machines.title = machines.id;
  machines.source = sources_of(size_query.from);
  const Register units = graph_.apply(Op::multiply, component.count, component.copies);
  add_cost(component, machines, graph_.apply(Op::multiply, units, component.picked + PickColumn::price));
}

}  // namespace scaleplan::read
