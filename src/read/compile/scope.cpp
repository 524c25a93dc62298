// Computes what names stand for; every name once for each stage that sees it differently.
#include "scope.hpp"

#include <algorithm>

#include "ids.hpp"
#include "indices.hpp"
#include "nearest.hpp"

namespace scaleplan::read {
namespace {

/// A number as it is written in the unit `shown`, or else in `unit`: "20 ms", "$0.03/month".
std::string with_unit(const std::string& number, std::string_view shown, const std::string& unit) {
  if (shown.starts_with('$')) return "$" + number + std::string(shown.substr(1));
  return number + " " + (shown.empty() ? unit : std::string(shown));
}

}  // namespace

Value Scope::formula(const Formula& formula, const Where& where) {
  const Lookup lookup{[&](const Formula& f, const Term& term) { return name(f, term, where); },
                      [&](const std::string& word) -> std::optional<Register> {
                        const int index = index_of(all_.inputs, word);
                        if (index < 0) return std::nullopt;
                        return graph_.is_given(index);
                      },
                      [&](const std::string& word) {
                        std::vector<std::string> inputs;
                        inputs.reserve(all_.inputs.size());
                        for (const InputDef& def : all_.inputs) inputs.emplace_back(def.shown.id);
                        return nearest(word, inputs);
                      }};
  return compile(formula, lookup, graph_, all_.units, report_);
}

Register Scope::number(const Formula& text, const Where& where, const Dimension& dimension,
                       const std::string& what, std::string_view shown) {
  const Value got = formula(text, where);
  const bool fits = got.type.kind == Type::Kind::number && (got.type.any || got.type.dimension == dimension);
  if (!fits && got.type.kind != Type::Kind::broken) {
    const std::string unit = all_.units.spell(dimension);
    if (shown.empty() && dimension == usd_per_second) shown = "$/month";
    const bool bare = text.term.kind == Term::Kind::number && text.term.bare && dimension != Dimension{};
    report_.error(text.place(text.term), "R012",
                  what + " must be in " + unit + ", but this formula is in " + spell(got.type, all_.units),
                  bare ? "write a unit behind the number, such as " + with_unit(text.text, shown, unit)
                       : "check the units of its terms");
  }
  return got.at;
}

Value Scope::own(const Formula& text, const Where& where, const Type& type, bool no_unit, const Mark& mark,
                 const std::string& what, std::string_view shown) {
  if (type.kind == Type::Kind::yes_no) return {yes_no(text, where), type};
  const Value got = formula(text, where);
  if (got.type.kind == Type::Kind::number && (got.type.any || got.type.dimension == type.dimension))
    return {got.at, type};
  if (got.type.kind == Type::Kind::number && no_unit) {
    const std::string unit = all_.units.spell(got.type.dimension);
    report_.error(mark, "R002", what + " has no unit, but its formula is in " + unit, "add unit: " + unit,
                  "unit");
    return got;
  }
  return {number(text, where, type.dimension, what, shown), {}};
}

Register Scope::yes_no(const Formula& text, const Where& where) {
  const Value got = formula(text, where);
  if (got.type.kind != Type::Kind::yes_no && got.type.kind != Type::Kind::broken) {
    report_.error(text.place(text.term), "R013",
                  "a condition is expected here, but this formula is in " + spell(got.type, all_.units),
                  "compare it with something");
    return graph_.constant(0);
  }
  return got.at;
}

Value Scope::scalar(const Node& node, const Where& where) {
  return formula(parse_formula(node, all_.units, report_), where);
}

Register Scope::standing(int stage, int move) {
  const Register asked = graph_.given_value(column_of_move(move), {0, 1});
  if (!taken(stage, move)) return asked;
  return graph_.select(graph_.is_given(column_of_move(move)), asked, graph_.constant(1));
}

bool Scope::taken(int stage, int move) const {
  for (int s = 0; s <= stage; ++s) {
    const auto& moves = at(all_.stages, s).moves;
    if (std::find(moves.begin(), moves.end(), move) != moves.end()) return true;
  }
  return false;
}

bool Scope::depends(const Term& term, int on, std::set<std::string>& seen) const {
  if (term.kind == Term::Kind::name && seen.insert(term.word).second) {
    const int input = index_of(all_.inputs, term.word);
    if (input == on) return true;
    if (input >= 0 && at(all_.inputs, input).standard &&
        depends(at(all_.inputs, input).standard->term, on, seen))
      return true;
    const int metric = index_of(all_.metrics, term.word);
    if (metric >= 0 && depends(at(all_.metrics, metric).is.term, on, seen)) return true;
  }
  return std::any_of(term.operands.begin(), term.operands.end(),
                     [&](const Term& t) { return depends(t, on, seen); });
}

Value Scope::raw_input(int index) {
  const InputDef& def = at(all_.inputs, index);
  const Register raw = graph_.given_value(index, {def.shown.low, def.shown.high});
  if (def.shown.type == InputType::yes_no) return {raw, {Type::Kind::yes_no, {}, false, nullptr}};
  if (def.shown.type == InputType::choice) return {raw, {Type::Kind::choice, {}, false, &def.values}};
  return {raw, {Type::Kind::number, def.shown.dimension, false, nullptr}};
}

Value Scope::input(int index) {
  const std::string key(at(all_.inputs, index).shown.id);
  if (const auto found = done_.find(key); found != done_.end()) return found->second;
  under_way_.push_back(key);
  const Value value = compute_input(index);
  under_way_.pop_back();
  return done_[key] = value;
}

/// The inputs under `given:` of one way to derive an input; an unknown one is reported.
std::set<int> Scope::inputs_named(const Otherwise& way) {
  std::set<int> all;
  for (const std::string& name : way.given) {
    const int input = index_of(all_.inputs, formula_id(name));
    if (input >= 0) {
      all.insert(input);
      continue;
    }
    std::vector<std::string> inputs;
    for (const InputDef& other : all_.inputs) inputs.emplace_back(other.shown.id);
    const std::string near = nearest(formula_id(name), inputs);
    report_.unknown(way.is.at, "R023", name, near, "\"" + name + "\" is not an input",
                    did_you_mean(near, "name an input"));
  }
  return all;
}

Value Scope::compute_input(int index) {
  const InputDef& def = at(all_.inputs, index);
  Value value = raw_input(index);
  Register otherwise = none;
  const auto read = [&](const Formula& text, const Where& where) {
    const std::string id = "\"" + std::string(def.shown.id) + "\"";
    const Value got = own(text, where, value.type, def.no_unit, def.at,
                          def.no_unit ? "input " + id : "the default of " + id, def.shown.unit.text);
    value.type = got.type;
    return got.at;
  };
  if (!def.standard_value.empty()) {
    const auto found = std::find(def.values.begin(), def.values.end(), def.standard_value);
    otherwise = graph_.constant(def.shown.type == InputType::yes_no
                                    ? (def.standard_value == "yes" ? 1 : 0)
                                    : static_cast<double>(found - def.values.begin()));
  } else if (def.standard) {
    otherwise = read(*def.standard, {});
    const std::vector<Diagnostic>& found = report_.found();
    const bool sound = std::all_of(found.begin(), found.end(), [](const Diagnostic& one) {
      return one.severity != Severity::error || one.code == "R033";
    });
    const Range is = graph_.range(otherwise);
    const bool number = def.shown.type == InputType::number && def.shown.low < def.shown.high;
    if (number && sound && (is.high < def.shown.low || is.low > def.shown.high)) {
      report_.error(def.standard->place(def.standard->term), "R033",
                    "the default of \"" + std::string(def.shown.id) + "\" is outside its range",
                    "correct its number or its unit, or widen range:");
    }
  }
  Register derivable = graph_.constant(0);
  std::vector<std::pair<Register, Register>> ways;  // whether one can be read, and what it says
  for (const Otherwise& way : def.otherwise) {
    std::set<int> needed = inputs_named(way);
    const Register other = read(way.is, {-1, nullptr, index, &needed});
    Register all_given = graph_.constant(1);
    for (const int input : needed) all_given = graph_.apply(Op::both, all_given, graph_.is_given(input));
    derivable = graph_.apply(Op::either, derivable, all_given);
    instead_[index].emplace_back(needed.begin(), needed.end());
    ways.emplace_back(all_given, other);
  }
  if (!ways.empty())
    derived_[index] = graph_.apply(Op::both, derivable, graph_.apply(Op::opposite, graph_.is_given(index)));
  for (auto way = ways.rbegin(); way != ways.rend(); ++way)
    otherwise = otherwise == none ? way->second : graph_.select(way->first, way->second, otherwise);
  if (otherwise != none) value.at = graph_.select(graph_.is_given(index), value.at, otherwise);
  return value;
}

Register Scope::derived(int index) const {
  const auto found = derived_.find(index);
  return found == derived_.end() ? none : found->second;
}

std::vector<std::vector<std::int32_t>> Scope::instead(int index) const {
  const auto found = instead_.find(index);
  return found == instead_.end() ? std::vector<std::vector<std::int32_t>>() : found->second;
}

Value Scope::metric(int stage, int index) {
  const std::string id(at(all_.metrics, index).shown.id);
  const std::string key = std::to_string(stage) + " " + id;
  if (const auto found = done_.find(key); found != done_.end()) return found->second;
  under_way_.push_back("metric " + id);
  const Value value = compute_metric(stage, index);
  under_way_.pop_back();
  return done_[key] = value;
}

Value Scope::compute_metric(int stage, int index) {
  const MetricDef& def = at(all_.metrics, index);
  const std::string what = "metric \"" + std::string(def.shown.id) + "\"";
  Type type = def.yes_no ? Type{Type::Kind::yes_no, {}, false, nullptr}
                         : Type{Type::Kind::number, def.dimension, false, nullptr};
  const Where plain{stage, nullptr, -1, nullptr};
  const Value first = own(def.is, plain, type, def.no_unit, def.at, what, def.shown.unit.text);
  Register now = first.at;
  const Type declared = first.type.kind == Type::Kind::broken ? type : first.type;
  type = first.type;
  if (!def.shown.staged) return {now, type};
  const auto apply = [&](const Redefinition& change) {
    if (change.metric != def.shown.id) return;
    const Locals before{{"before", {now, type}}};
    const Register next =
        own(change.is, {stage, &before, -1, nullptr}, declared, false, def.at, what, def.shown.unit.text).at;
    now = change.move < 0 ? next : graph_.select(standing(stage, change.move), next, now);
  };
  for (int s = 0; s <= stage; ++s) {
    for (const Redefinition& change : at(all_.stages, s).metrics) apply(change);
  }
  for (std::size_t m = 0; m < all_.moves.size() && stage >= 0; ++m) {
    if (taken(stage, static_cast<int>(m))) continue;
    for (const Redefinition& change : all_.moves[m].metrics) apply(change);
  }
  return {now, type};
}

Register Scope::option_when(int stage, int decision, int option) {
  const auto& when = at(at(all_.decisions, decision).options, option).when;
  return when ? yes_no(*when, {stage, nullptr, -1, nullptr}) : graph_.constant(1);
}

Value Scope::decision(int stage, int index) {
  const DecisionDef& def = at(all_.decisions, index);
  const std::string id(def.shown.id);
  const std::string key = "decision " + formula_id(id);
  const std::string memo = std::to_string(stage) + " " + key;
  if (const auto found = done_.find(memo); found != done_.end()) return found->second;
  under_way_.push_back(key);
  Register now = graph_.constant(static_cast<double>(def.options.size()) - 1);
  for (int option = static_cast<int>(def.options.size()) - 2; option >= 0; --option) {
    now = graph_.select(option_when(stage, index, option), graph_.constant(option), now);
  }
  under_way_.pop_back();
  return done_[memo] = {now, {Type::Kind::choice, {}, false, &def.values}};
}

}  // namespace scaleplan::read
