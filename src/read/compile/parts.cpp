// Compiles one component: what it is called, how many there are, its own limits, its bill.
#include "parts.hpp"

#include <algorithm>
#include <cmath>

#include "definitions/priced.hpp"

namespace scaleplan::read {

Register Components::number(const Node* node, int stage, double otherwise, const std::string& what) {
  if (node == nullptr) return graph_.constant(otherwise);
  return scope_.number(parse_formula(*node, declare_.units(), declare_.report()), {stage}, {}, what);
}

Register Components::share(Fields& fields, const std::string& key, int stage) {
  const Node* node = fields.maybe(key);
  const Register at = number(node, stage, 0, key);
  if (node != nullptr && declare_.report().found_in(node->at)) return at;
  const Range range = graph_.range(at);
  if (node != nullptr &&
      (range.high < 0 || range.low > 1 || (graph_.is_constant(at) && (range.low < 0 || range.high > 1)))) {
    declare_.report().error(node->at, "R030",
                            "\"" + key + "\" of " + fields.what() + " is a share of time, from 0 to 100%",
                            "write something like 0.5%");
  }
  return at;
}

Register Components::work(Fields& fields, int stage) {
  const Node* node = fields.maybe("upkeep");
  const Register at = number(node, stage, 0, "upkeep");
  if (node != nullptr && graph_.range(at).low < 0 && !declare_.report().found_in(node->at)) {
    declare_.report().error(node->at, "R030", "the upkeep of " + fields.what() + " can be negative",
                            "write something like 2 h/month");
  }
  return at;
}

Register Components::masked(Register amount, Register present) {
  return present == none ? amount : graph_.apply(Op::multiply, present, amount);
}

Unit Components::unit_for(const Dimension& dimension) {
  if (dimension == Dimension{}) return {declare_.keep("ratio"), 1};
  if (dimension == usd_per_second) return usd_a_month;
  return {declare_.keep(declare_.units().spell(dimension)), 1};
}

std::optional<Value> Components::by(const Node& node, const std::string& what, int stage) {
  Fields fields(node, what, declare_.report(), {"by"});
  const Node* by = fields.need("by");
  return by == nullptr ? std::nullopt : scope_.choice(by->text, stage, by->at);
}

Fields::Keys Components::with_by(const std::vector<std::string>& values) {
  Fields::Keys keys = values;
  keys.emplace_back("by");
  return keys;
}

void Components::service(Fields& fields, Component& component, int stage) {
  const Node* node = fields.maybe("service");
  if (node == nullptr) return;
  if (node->kind == Node::Kind::scalar) {
    component.service.texts.push_back(declare_.keep(node->text));
    return;
  }
  const std::string what = "service of " + fields.what();
  const auto choice = by(*node, what, stage);
  if (!choice) return;
  Fields inner(*node, what, declare_.report(), with_by(*choice->type.values));
  inner.maybe("by");
  component.service.by = choice->at;
  for (const std::string& value : *choice->type.values) {
    inner.need(value);
    component.service.texts.push_back(declare_.keep(inner.text(value)));
  }
  inner.done();
}

/// Reports impossible counts; `fixed` is the one value that stands for all of them, or nothing.
void Components::check_counts(const Node& fixed, Fields& counts, Text component, const Pick& pick) {
  const Node* reported = nullptr;
  const auto same = [](const Node& a, const Node& b) {
    return a.at.line == b.at.line && a.at.column == b.at.column && a.at.text == b.at.text;
  };
  for (const auto& [key, at] : {std::pair{"min", pick.least},
                                {"max", pick.greatest},
                                {"zones", pick.zones},
                                {"copies", pick.copies},
                                {"aim", pick.aim}}) {
    const Node* given = fixed.kind == Node::Kind::scalar ? &fixed : counts.maybe(key);
    const double is = graph_.range(at).low;
    if (given == nullptr || !graph_.is_constant(at) || (is >= 1 && is == std::floor(is))) continue;
    if (reported != nullptr && same(*reported, *given)) continue;
    reported = given;
    declare_.report().error(given->at, "R029",
                            std::string("\"") + key + "\" of the " + counts.what() +
                                (is < 1 ? " is less than 1" : " is not a whole number"),
                            given->text.find('-', 1) != std::string::npos
                                ? "write {min: 1, max: 4} for 1 to 4"
                                : "write a whole number from 1 on");
  }
  if (!graph_.is_constant(pick.greatest)) return;
  const double most = graph_.range(pick.greatest).low;
  if (graph_.range(pick.least).low > most && wrong_counts_.insert(component).second) {
    declare_.report().error(counts.node().at, "R028", "min is greater than max in the " + counts.what(),
                            "a change may have moved one of them only");
  }
  const Node* zones = counts.maybe("zones");
  if (zones != nullptr && graph_.range(pick.zones).low > most * graph_.range(pick.copies).high &&
      wrong_counts_.insert(component).second) {
    const Node* max = counts.maybe("max");
    const std::string where =
        max == nullptr ? "" : " (" + max->at.text->name + ":" + std::to_string(max->at.line) + ")";
    declare_.report().error(zones->at, "R028", "there are more zones than max in the " + counts.what(),
                            "one has to be in each zone: raise max" + where + ", or spread over fewer");
  }
}

void Components::counts(Fields& fields, Component& component, Pick& pick, int stage) {
  const Node* node = fields.maybe("count");
  static const Node nothing;
  const bool fixed = node != nullptr && node->kind == Node::Kind::scalar;
  Fields inner(node == nullptr || fixed ? nothing : *node, "count of " + fields.what(), declare_.report(),
               keys_of("count"));
  const Node* least = fixed ? node : inner.maybe("min");
  const Node* greatest = fixed ? node : inner.maybe("max");
  pick.least = number(least, stage, 1, "min");
  pick.greatest = greatest == nullptr ? pick.least : number(greatest, stage, 1, "max");
  pick.zones = number(inner.maybe("zones"), stage, 1, "zones");
  pick.copies = number(inner.maybe("copies"), stage, 1, "copies");
  const Node* aim = inner.maybe("aim");
  pick.aim = aim == nullptr ? pick.least : number(aim, stage, 1, "aim");
  inner.done();
  check_counts(fixed ? *node : nothing, inner, component.id, pick);
  component.zones = pick.zones;
  component.copies = pick.copies;
  component.count = pick.least;
}

void Components::used_columns(const Term& term, std::vector<std::string>& columns) const {
  if (term.kind == Term::Kind::name && term.word.starts_with("size.")) {
    const std::string column = term.word.substr(5);
    if (std::find(columns.begin(), columns.end(), column) == columns.end()) columns.push_back(column);
  }
  for (const Term& operand : term.operands) used_columns(operand, columns);
}

void Components::prices_read(const Term& term, std::set<std::string>& seen,
                             std::vector<std::int32_t>& figures) const {
  for (const Term& operand : term.operands) prices_read(operand, seen, figures);
  if (term.kind != Term::Kind::name || !seen.insert(term.word).second) return;
  std::int32_t index = 0;
  for (const auto& [name, table] : scope_.all().tables) {
    for (const auto& [row, cells] : table.rows) {
      if (term.word == name + "." + row) {
        if (is_price(cells)) figures.push_back(index);
        for (const auto& [value, formula] : cells.by_value) prices_read(formula.term, seen, figures);
        return;
      }
      ++index;
    }
  }
  const Definitions& all = scope_.all();
  for (const MetricDef& metric : all.metrics) {
    if (metric.shown.id == term.word) prices_read(metric.is.term, seen, figures);
  }
  const auto redefined = [&](const std::vector<Redefinition>& changes) {
    for (const Redefinition& change : changes) {
      if (change.metric == term.word) prices_read(change.is.term, seen, figures);
    }
  };
  for (const StageDef& stage : all.stages) redefined(stage.metrics);
  for (const MoveDef& move : all.moves) redefined(move.metrics);
}

std::vector<std::int32_t> Components::prices_read(const Formula& formula) const {
  std::set<std::string> seen;
  std::vector<std::int32_t> figures;
  prices_read(formula.term, seen, figures);
  std::sort(figures.begin(), figures.end());
  return figures;
}

void Components::add_cost(Component& component, CostLine line, Register amount) {
  line.usd_per_second = masked(amount, component.present);
  if (!graph_.is_constant(line.usd_per_second) || graph_.range(line.usd_per_second).high != 0)
    component.costs.push_back(line);
}

void Components::costs(Fields& fields, Component& component, int stage, const Locals& locals) {
  for (const Entry& entry : fields.map("cost")) {
    CostLine line;
    line.id = declare_.keep(entry.key);
    const Node* is = &entry.value;
    std::optional<Fields> inner;
    if (entry.value.kind == Node::Kind::map) {
      inner.emplace(entry, "cost \"" + entry.key + "\" of " + fields.what(), declare_.report(),
                    keys_of("cost"));
      is = inner->need("is");
      const std::string kind = inner->text("kind", "firm");
      line.firm = kind == "firm";
      inner->choice("kind", {"firm", "soft"});
      line.title = declare_.keep(inner->text("title", entry.key));
      line.source = declare_.cited(*inner);
      inner->text("because");
      if (const Node* quantity = inner->maybe("quantity")) {
        const Value amount =
            scope_.formula(parse_formula(*quantity, declare_.units(), declare_.report()), {stage, &locals});
        line.quantity = masked(amount.at, component.present);
        line.quantity_unit = unit_for(amount.type.dimension);
        const Measure measure = declare_.unit(*inner, "unit", line.quantity_unit);
        if (measure.dimension != amount.type.dimension && amount.type.kind == Type::Kind::number) {
          declare_.report().error(
              quantity->at, "R012",
              "the quantity is in " + declare_.units().spell(amount.type.dimension) + ", not in its unit",
              "check the units of its terms");
        }
      }
      inner->done();
    } else {
      line.title = line.id;
    }
    if (is == nullptr) continue;
    const Formula formula = parse_formula(*is, declare_.units(), declare_.report());
    const Register amount = scope_.number(formula, {stage, &locals}, usd_per_second, "a cost");
    if (!declare_.report().failed()) line.figures = prices_read(formula);
    add_cost(component, line, amount);
  }
}

std::optional<Limit> Components::limit(const Entry& entry, const std::string& component, const Where& where,
                                       LimitKind standard, Register present) {
  Fields fields(entry, "limit \"" + entry.key + "\"", declare_.report(), keys_of("limit"));
  Limit limit;
  limit.id = declare_.keep(component.empty() ? entry.key : component + "." + entry.key);
  limit.key = declare_.keep(entry.key);
  limit.component = declare_.keep(component);
  limit.present = present;
  limit.place = declare_.place(entry.at);
  const std::string kind = fields.text("kind");
  limit.kind = kind == "guidance"       ? LimitKind::guidance
               : kind == "availability" ? LimitKind::availability
               : kind == "capacity"     ? LimitKind::capacity
                                        : standard;
  fields.choice("kind", {"guidance", "capacity", "availability"});
  limit.title = declare_.keep(fields.text("title", entry.key));
  limit.because = declare_.keep(fields.text("because"));
  limit.source = declare_.cited(fields);
  const Node* need = fields.need("need");
  const Node* most = fields.need("limit");
  fields.maybe("unit");
  if (need != nullptr && most != nullptr) {
    const Value a = scope_.scalar(*need, where);
    limit.formula = declare_.keep(need->text + " <= " + most->text);
    const std::string what = "the limit, like its need,";
    const Formula bound = parse_formula(*most, declare_.units(), declare_.report());
    limit.limit = a.type.kind == Type::Kind::broken ? scope_.formula(bound, where).at
                                                    : scope_.number(bound, where, a.type.dimension, what);
    limit.need = masked(a.at, present);
    limit.unit = unit_for(a.type.dimension);
    if (fields.maybe("unit") != nullptr && a.type.kind != Type::Kind::broken &&
        declare_.unit(fields, "unit", limit.unit).dimension != a.type.dimension) {
      declare_.report().error(fields.maybe("unit")->at, "R012",
                              "the need is in " + declare_.units().spell(a.type.dimension),
                              "give the limit a unit of that kind");
    }
  }
  fields.done();
  if (limit.need == none || limit.limit == none) return std::nullopt;
  return limit;
}

int Components::compile(const StagedComponent& standing, int stage, std::vector<Limit>& limits) {
  const auto& [id, node, present, move, early] = standing;
  Fields fields(node, "component \"" + id + "\"", declare_.report(), keys_of("component"));
  Component component;
  component.id = declare_.keep(id);
  component.title = declare_.keep(fields.text("title", id));
  component.tier = declare_.keep(fields.text("tier"));
  component.because = declare_.keep(fields.text("because", fields.text("help")));
  component.source = declare_.cited(fields);
  component.place = declare_.place(node.at);
  component.present = present;
  component.move = move;
  component.early = early;
  if (const Node* when = fields.maybe("present")) {
    const Register there = scope_.yes_no(parse_formula(*when, declare_.units(), declare_.report()), {stage});
    component.present = present == none ? there : graph_.apply(Op::both, present, there);
  }
  if (component.present != none && graph_.is_constant(component.present)) {
    if (graph_.range(component.present).low == 0) return -1;
    component.present = none;
  }
  service(fields, component, stage);
  Pick pick;
  counts(fields, component, pick, stage);
  Locals locals{{"count", {component.count, {Type::Kind::number, {}, false, nullptr}}},
                {"copies", {component.copies, {Type::Kind::number, {}, false, nullptr}}},
                {"zones", {component.zones, {Type::Kind::number, {}, false, nullptr}}}};
  size(fields, component, std::move(pick), stage, limits, locals);
  component.outage = share(fields, "outage", stage);
  component.survives = share(fields, "survives", stage);
  component.upkeep = masked(work(fields, stage), component.present);
  costs(fields, component, stage, locals);
  for (const Entry& entry : fields.map("limits")) {
    if (auto own = limit(entry, id, {stage}, LimitKind::capacity, component.present)) limits.push_back(*own);
  }
  for (const std::string& link : declare_.component_ids(fields, "links"))
    component.links.push_back(declare_.keep(link));
  for (const std::string& covered : declare_.component_ids(fields, "covers"))
    component.covers.push_back(declare_.keep(covered));
  fields.maybe("found_as");
  fields.done();
  // A component that a stage leaves as it was is the same component.
  const auto same = std::find(program_.components.begin(), program_.components.end(), component);
  const auto index = static_cast<int>(same - program_.components.begin());
  if (same == program_.components.end()) program_.components.push_back(std::move(component));
  return index;
}

Register Components::cost(const std::vector<std::int32_t>& components, bool firm) {
  Register total = graph_.constant(0);
  for (const std::int32_t index : components) {
    for (const CostLine& line : program_.components[as_index(index)].costs) {
      if (line.firm == firm) total = graph_.apply(Op::add, total, line.usd_per_second);
    }
  }
  return total;
}

Register Components::upkeep(const std::vector<std::int32_t>& components) {
  Register total = graph_.constant(0);
  for (const std::int32_t index : components)
    total = graph_.apply(Op::add, total, program_.components[as_index(index)].upkeep);
  return total;
}

Register Components::outage(const std::vector<std::int32_t>& components) {
  const Register one = graph_.constant(1);
  Register up = one;
  for (const std::int32_t index : components) {
    const Component& component = program_.components[as_index(index)];
    const Register noticed =
        graph_.apply(Op::multiply, component.outage, graph_.apply(Op::subtract, one, component.survives));
    up = graph_.apply(Op::multiply, up, graph_.apply(Op::subtract, one, masked(noticed, component.present)));
  }
  return graph_.apply(Op::subtract, one, up);
}

}  // namespace scaleplan::read
