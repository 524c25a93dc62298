// Resolves names in formulas, and says what was probably meant by those that mean nothing.
#include <algorithm>

#include "ascii.hpp"
#include "ids.hpp"
#include "indices.hpp"
#include "nearest.hpp"
#include "scope.hpp"

namespace scaleplan::read {

Value Scope::broken(const Mark& at, const std::string& word, const std::vector<std::string>& known) {
  if (word == "yes" || word == "no") {
    report_.error(at, "R011", "\"" + word + "\" is not a name", "write true or false");
    return {graph_.constant(1), {}};
  }
  if (word == "count" || word == "unit_price" || word.starts_with("size.")) {
    report_.error(at, "R011", "\"" + word + "\" is picked, so only the cost of its own component can read it",
                  "needs and limits read inputs and metrics: a pick may fall while the load grows");
    return {graph_.constant(1), {}};
  }
  const std::string near = nearest(word, known);
  report_.unknown(at, "R011", word, near, "unknown name \"" + word + "\"",
                  did_you_mean(near, "names are inputs, metrics, decisions and table.row; quote texts"));
  return {graph_.constant(1), {}};
}

std::vector<std::string> Scope::known_names(const Where& where) const {
  std::vector<std::string> known;
  for (const auto& def : all_.inputs) known.emplace_back(def.shown.id);
  for (const auto& def : all_.metrics) known.emplace_back(def.shown.id);
  for (const auto& def : all_.decisions) known.push_back(formula_id(def.shown.id));
  for (const auto& [name, table] : all_.tables) {
    for (const auto& [row, cells] : table.rows) known.push_back(name + "." + row);
  }
  for (const auto& def : all_.moves) known.push_back("move." + formula_id(def.shown.id));
  if (where.locals != nullptr) {
    for (const auto& [name, value] : *where.locals) known.push_back(name);
  }
  return known;
}

namespace {

/// The words around `term` that dashes without blanks join, as in rps-per-user.
Term with_dashes(const Formula& formula, const Term& term) {
  const std::string& text = formula.text;
  const auto component = [&](std::size_t i) {
    return starts_name(text[i]) || is_digit(text[i]) || text[i] == '-';
  };
  auto begin = static_cast<std::size_t>(term.begin);
  auto end = begin + term.word.size();
  while (begin > 0 && component(begin - 1)) --begin;
  while (end < text.size() && component(end)) ++end;
  Term whole = term;
  whole.word = text.substr(begin, end - begin);
  whole.begin = static_cast<int>(begin);
  whole.length = static_cast<int>(end - begin);
  return whole;
}

}  // namespace

Value Scope::name(const Formula& formula, const Term& term, const Where& where) {
  if (where.locals != nullptr) {
    const auto local = where.locals->find(term.word);
    if (local != where.locals->end()) return local->second;
  }
  if (term.word.starts_with("move.")) return of_move(formula, term, where);
  if (term.word.find('.') != std::string::npos) return table_row(formula, term, where);
  if (const int index = index_of(all_.inputs, term.word); index >= 0) {
    if (where.raw >= 0 && index != where.raw) {
      std::set<std::string> seen;
      const auto& standard = at(all_.inputs, index).standard;
      if (standard && depends(standard->term, where.raw, seen)) {
        where.raw_read->insert(index);
        return raw_input(index);
      }
    }
    return entered(term.word, formula.place(term)) ? input(index) : Value{graph_.constant(1), {}};
  }
  if (const int index = index_of(all_.metrics, term.word); index >= 0) {
    return entered("metric " + term.word, formula.place(term)) ? metric(where.stage, index)
                                                               : Value{graph_.constant(1), {}};
  }
  if (const int index = index_of(all_.decisions, term.word); index >= 0) {
    return entered("decision " + term.word, formula.place(term)) ? decision(where.stage, index)
                                                                 : Value{graph_.constant(1), {}};
  }
  // A word right behind "/" and a unit, as in 20 GiB/moth, is meant as a unit too.
  const auto begin = static_cast<std::size_t>(term.begin);
  if (begin >= 2 && formula.text[begin - 1] == '/' && formula.text[begin - 2] != ' ') {
    const std::string near = all_.units.near(term.word);
    if (!near.empty()) {
      report_.unknown(formula.place(term), "R010", term.word, near, "unknown unit \"" + term.word + "\"",
                      did_you_mean(near));
      return {graph_.constant(1), {}};
    }
  }
  const std::vector<std::string> known = known_names(where);
  if (const Term whole = with_dashes(formula, term); whole.length > term.length) {
    const std::string spelled = formula_id(whole.word);
    if (std::find(known.begin(), known.end(), spelled) != known.end()) {
      report_.error(formula.place(whole), "R011",
                    "unknown name \"" + whole.word + "\": in formulas - means minus", did_you_mean(spelled));
      return {graph_.constant(1), {}};
    }
  }
  return broken(formula.place(term), term.word, known);
}

Value Scope::of_move(const Formula& formula, const Term& term, const Where& where) {
  for (std::size_t m = 0; m < all_.moves.size(); ++m) {
    if ("move." + formula_id(all_.moves[m].shown.id) == term.word)
      return {standing(where.stage, static_cast<int>(m)), {Type::Kind::yes_no, {}, false, nullptr}};
  }
  return broken(formula.place(term), term.word, known_names(where));
}

/// Whether the name may be read here: not while it is itself being computed.
bool Scope::entered(const std::string& key, const Mark& mark) {
  const auto first =
      std::find_if(under_way_.begin(), under_way_.end(), [&](const std::string& k) { return k == key; });
  if (first == under_way_.end()) return true;
  std::string path;
  for (auto i = first; i != under_way_.end(); ++i) path += *i + " -> ";
  report_.error(mark, "R014", "this formula depends on itself: " + path + key,
                "break the circle at one of these");
  return false;
}

bool Scope::is_choice(const std::string& name) const {
  const int input = index_of(all_.inputs, name);
  return index_of(all_.decisions, name) >= 0 ||
         (input >= 0 && at(all_.inputs, input).shown.type == InputType::choice);
}

std::optional<Value> Scope::choice(const std::string& word, int stage, const Mark& mark) {
  const std::string name = formula_id(word);
  if (const int index = index_of(all_.inputs, name);
      index >= 0 && at(all_.inputs, index).shown.type == InputType::choice) {
    return entered(name, mark) ? std::optional(input(index)) : std::nullopt;
  }
  if (const int index = index_of(all_.decisions, name); index >= 0) {
    return entered("decision " + name, mark) ? std::optional(decision(stage, index)) : std::nullopt;
  }
  std::vector<std::string> known;
  for (const InputDef& def : all_.inputs) {
    if (def.shown.type == InputType::choice) known.emplace_back(def.shown.id);
  }
  for (const DecisionDef& def : all_.decisions) known.emplace_back(def.shown.id);
  std::string near = nearest(word, known);
  if (word.find('-') == std::string::npos) near = formula_id(near);
  report_.unknown(mark, "R023", word, near, "\"" + word + "\" is not a choice",
                  did_you_mean(near, "name an input with values, or a decision"));
  return std::nullopt;
}

}  // namespace scaleplan::read
