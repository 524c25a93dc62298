// The functions that queries may call, and how formulas become queries.
#include "query_compiler.hpp"

#include <algorithm>
#include <array>

#include "nearest.hpp"

namespace scaleplan::read {
namespace {

/// A function: how many operands it takes at least and at most (0: any number), which of them must be texts.
struct Function {
  std::string_view name;
  Query::Kind kind;
  std::size_t least, most;
  enum class Texts { none, all, all_but_first, all_but_last, all_but_two } texts = Texts::none;
  bool types = false;  ///< whether those texts are resource types
};

using T = Function::Texts;

constexpr std::array functions = {
    Function{"has", Query::Kind::has, 1, 1},
    Function{"given", Query::Kind::given, 1, 1},
    Function{"count", Query::Kind::count, 1, 1},
    Function{"min", Query::Kind::least, 1, 0},
    Function{"max", Query::Kind::greatest, 1, 0},
    Function{"first", Query::Kind::first, 1, 0},
    Function{"like", Query::Kind::like, 2, 2, T::all_but_first},
    Function{"mentions", Query::Kind::mentions, 1, 0, T::all},
    Function{"item", Query::Kind::item, 4, 4, T::all_but_first},
    Function{"exists", Query::Kind::exists, 1, 0, T::all, true},
    Function{"referred_by", Query::Kind::referred_by, 1, 0, T::all, true},
    Function{"referred_at", Query::Kind::referred_at, 2, 2, T::all, true},
    Function{"refers_to", Query::Kind::refers_to, 1, 0, T::all, true},
    Function{"any", Query::Kind::any, 2, 0, T::all_but_last, true},
    Function{"deleted", Query::Kind::deleted, 2, 0, T::all_but_last, true},
    Function{"any_referrer", Query::Kind::any_referrer, 2, 0, T::all_but_last, true},
    Function{"any_target", Query::Kind::any_target, 2, 0, T::all_but_last, true},
    Function{"of_referrer", Query::Kind::of_referrer, 2, 0, T::all_but_last, true},
    Function{"of_target", Query::Kind::of_target, 2, 0, T::all_but_last, true},
    Function{"of_naming", Query::Kind::of_naming, 3, 0, T::all_but_last, true},
    Function{"of_all", Query::Kind::of_all, 3, 0, T::all_but_two, true},
    Function{"total_of", Query::Kind::total_of, 3, 0, T::all_but_two, true},
    Function{"places", Query::Kind::places, 1, 0, T::all, true},
    Function{"number_behind", Query::Kind::number_behind, 2, 0, T::all_but_first},
    Function{"alike_referrers", Query::Kind::alike_referrers, 2, 0, T::all_but_last, true},
    Function{"most_of", Query::Kind::most_of, 2, 0, T::all_but_last, true},
    Function{"instances_of", Query::Kind::instances_of, 1, 1, T::all},
    Function{"zones_of", Query::Kind::zones_of, 1, 1, T::all},
    Function{"in_group", Query::Kind::in_group, 0, 0},
    Function{"self", Query::Kind::self, 0, 0},
    Function{"unknown", Query::Kind::unknown, 0, 0},
};

const Function* function_named(std::string_view name) {
  const auto found =
      std::find_if(functions.begin(), functions.end(), [&](const Function& f) { return f.name == name; });
  return found == functions.end() ? nullptr : &*found;
}

bool must_be_text(const Function& function, std::size_t i, std::size_t n) {
  switch (function.texts) {
    case T::none:
      return false;
    case T::all:
      return true;
    case T::all_but_first:
      return i > 0;
    case T::all_but_last:
      return i + 1 < n;
    case T::all_but_two:
      return i + 2 < n;
  }
  return false;
}

Query::Kind operator_named(std::string_view sign) {
  if (sign == "+") return Query::Kind::add;
  if (sign == "-") return Query::Kind::subtract;
  if (sign == "*") return Query::Kind::multiply;
  if (sign == "/") return Query::Kind::divide;
  if (sign == "&&") return Query::Kind::both;
  if (sign == "||") return Query::Kind::either;
  if (sign == "==") return Query::Kind::equal;
  if (sign == "!=") return Query::Kind::differs;
  return sign == "<" || sign == ">" ? Query::Kind::less : Query::Kind::less_equal;
}

}  // namespace

std::int32_t QueryCompiler::put(Query::Kind kind, std::vector<std::int32_t> operands, Text text,
                                double number) {
  if (std::find(operands.begin(), operands.end(), -1) != operands.end()) return -1;
  into_.queries.push_back({kind, number, text, std::move(operands)});
  return static_cast<std::int32_t>(into_.queries.size()) - 1;
}

std::int32_t QueryCompiler::broken(const Formula& formula, const Term& term, std::string code,
                                   const std::string& message, std::string hint) {
  report_.error(formula.place(term), std::move(code), "in the formula: " + message, std::move(hint));
  return -1;
}

std::int32_t QueryCompiler::compile(const Formula& formula) {
  return formula.good ? compile(formula, formula.term) : -1;
}

std::int32_t QueryCompiler::compile(const Formula& formula, const Term& term) {
  std::vector<std::int32_t> operands;
  if (term.kind == Term::Kind::call) return call(formula, term);
  for (const Term& operand : term.operands) operands.push_back(compile(formula, operand));
  switch (term.kind) {
    case Term::Kind::number:
      return put(Query::Kind::number, {}, {}, term.number);
    case Term::Kind::yes_no:
      return put(Query::Kind::yes_no, {}, {}, term.number);
    case Term::Kind::text:
      return put(Query::Kind::text, {}, texts_.keep(term.word));
    case Term::Kind::name:
      if (const auto known = term_(term.word)) return *known;
      return put(Query::Kind::attribute, {}, texts_.keep(term.word));
    case Term::Kind::negate:
      return put(Query::Kind::negate, operands);
    case Term::Kind::opposite:
      return put(Query::Kind::opposite, operands);
    case Term::Kind::conditional:
      return put(Query::Kind::conditional, operands);
    case Term::Kind::membership:
      return put(Query::Kind::one_of, operands);
    case Term::Kind::binary:
      if (term.word == ">" || term.word == ">=") std::swap(operands[0], operands[1]);
      return put(operator_named(term.word), operands);
    case Term::Kind::call:
      break;
  }
  return -1;
}

std::int32_t QueryCompiler::call(const Formula& formula, const Term& term) {
  const Function* function = function_named(term.word);
  if (function == nullptr) {
    std::vector<std::string> known;
    known.reserve(functions.size());
    for (const Function& one : functions) known.emplace_back(one.name);
    const std::string near = nearest(term.word, known);
    std::string all = "known:";
    for (const std::string& name : known) all += " " + name;
    return broken(formula, term, "R011", "unknown function \"" + term.word + "\"", did_you_mean(near, all));
  }
  const std::size_t n = term.operands.size();
  const bool fixed = function->most != 0 || function->least == 0;
  if (n < function->least || (fixed && n > function->most)) {
    return broken(formula, term, "R016",
                  term.word + " takes " + (fixed ? "" : "at least ") + std::to_string(function->least) +
                      (function->least == 1 ? " value" : " values") + ", not " + std::to_string(n),
                  n > function->least ? "delete the others" : "add the missing ones");
  }
  std::vector<std::int32_t> operands;
  for (std::size_t i = 0; i < n; ++i) {
    const Term& operand = term.operands[i];
    const bool text = must_be_text(*function, i, n);
    if (text && operand.kind != Term::Kind::text) {
      return broken(formula, operand, "R013", term.word + " takes a text in quotes here",
                    "write it in single quotes, such as 'name'");
    }
    operands.push_back(compile(formula, operand));
    const bool path = (function->kind == Query::Kind::referred_at && i > 0) ||
                      (function->kind == Query::Kind::of_naming && i + 2 == n);
    if (text && function->types && !path) type_(texts_.keep(operand.word));
  }
  return put(function->kind, std::move(operands));
}

}  // namespace scaleplan::read
