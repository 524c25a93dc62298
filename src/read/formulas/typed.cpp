// Walks a formula's tree, checks it and emits its steps.
#include "typed.hpp"

#include <algorithm>

#include "compiler.hpp"
#include "nearest.hpp"

namespace scaleplan::read {
namespace {

/// How what is no number becomes one.
std::string as_number(const Type& type) {
  if (type.kind != Type::Kind::choice || type.values->empty()) return "write condition ? 1 : 0 for a number";
  return "compare it with a value, such as == '" + type.values->front() + "', for a condition";
}

/// The values that one that is not a number can be compared with.
std::string compared(const Type& type) {
  if (type.kind != Type::Kind::choice || type.values->empty())
    return "a condition needs no comparison: write it, or !(...)";
  return "compare it with one of its values in quotes, such as '" + type.values->front() + "'";
}

}  // namespace

Value Compiler::value(const Term& term) {
  switch (term.kind) {
    case Term::Kind::number: {
      const bool any = term.bare && term.number == 0;
      return {graph_.constant(term.number), {Type::Kind::number, term.dimension, any, nullptr}};
    }
    case Term::Kind::yes_no:
      return {graph_.constant(term.number), yes_no()};
    case Term::Kind::text:
      return broken(term, "R013", "a text can only be compared with a choice",
                    "write name == 'text' or name in ['a', 'b']");
    case Term::Kind::name:
      return lookup_.name(formula_, term);
    case Term::Kind::negate:
      return negate(term);
    case Term::Kind::opposite:
      return {graph_.apply(Op::opposite, truth(term.operands[0])), yes_no()};
    case Term::Kind::binary:
      return binary(term);
    case Term::Kind::conditional:
      return conditional(term);
    case Term::Kind::call:
      return call(term);
    case Term::Kind::membership:
      return membership(term);
  }
  return {};
}

Register Compiler::truth(const Term& term) {
  const Value got = value(term);
  if (got.type.kind != Type::Kind::yes_no) {
    if (got.type.kind != Type::Kind::broken) {
      broken(term, "R013", "yes or no is expected here, not " + spell(got.type, units_),
             "compare it with something");
    }
    return graph_.constant(0);
  }
  return got.at;
}

Value Compiler::number(const Term& term) {
  const Value got = value(term);
  if (got.type.kind == Type::Kind::number || got.type.kind == Type::Kind::broken) return got;
  return broken(term, "R013", "a number is expected here, not " + spell(got.type, units_),
                as_number(got.type));
}

Value Compiler::broken(const Term& term, std::string code, std::string message, std::string hint) {
  report_.error(formula_.place(term), std::move(code), std::move(message), std::move(hint));
  return {graph_.constant(1), {}};
}

Value Compiler::negate(const Term& term) {
  const Value got = number(term.operands[0]);
  return {graph_.apply(Op::negate, got.at), got.type};
}

std::optional<Type> Compiler::shared(const Value& a, const Value& b, const Term& left, const Term& right) {
  if (a.type.kind == Type::Kind::broken || b.type.kind == Type::Kind::broken) return std::nullopt;
  if (a.type.any) return b.type;
  if (b.type.any || a.type.dimension == b.type.dimension) return a.type;
  const auto text = [&](const Term& t) {
    std::string part =
        formula_.text.substr(static_cast<std::size_t>(t.begin), static_cast<std::size_t>(t.length));
    while (part.ends_with(' ')) part.pop_back();
    return "\"" + part + "\"";
  };
  broken(right, "R012",
         text(left) + " is in " + units_.spell(a.type.dimension) + ", and " + text(right) + " is in " +
             units_.spell(b.type.dimension),
         "values can be added or compared in one dimension only; give the number its unit");
  return std::nullopt;
}

Value Compiler::binary(const Term& term) {
  const std::string& op = term.word;
  const Term& left = term.operands[0];
  const Term& right = term.operands[1];
  if (op == "&&" || op == "||") {
    const Register a = truth(left);
    return {graph_.apply(op == "&&" ? Op::both : Op::either, a, truth(right)), yes_no()};
  }
  if (op == "==" || op == "!=") return equality(term);
  const Value a = number(left);
  const Value b = number(right);
  if (op == "*" || op == "/") return product(a, b, op == "/", right);
  const auto type = shared(a, b, left, right);
  if (!type) return {graph_.constant(1), {}};
  if (op == "+" || op == "-") return {graph_.apply(op == "+" ? Op::add : Op::subtract, a.at, b.at), *type};
  if (op == "<" || op == "<=")
    return {graph_.apply(op == "<" ? Op::less : Op::less_equal, a.at, b.at), yes_no()};
  return {graph_.apply(op == ">" ? Op::less : Op::less_equal, b.at, a.at), yes_no()};
}

Value Compiler::product(const Value& a, const Value& b, bool divides, const Term& right) {
  if (a.type.kind == Type::Kind::broken || b.type.kind == Type::Kind::broken) return {graph_.constant(1), {}};
  const Dimension& x = a.type.dimension;
  const Dimension& y = b.type.dimension;
  if (!divides) return {graph_.apply(Op::multiply, a.at, b.at), number_of(x * y)};
  const Range divisor = graph_.range(b.at);
  if (!(divisor.low > 0) && !(divisor.high < 0)) {
    return broken(right, "R015", "this divisor can be 0 within the ranges of the inputs",
                  "write max(..., smallest value that makes sense)");
  }
  return {graph_.apply(Op::divide, a.at, b.at), number_of(x / y)};
}

Value Compiler::equality(const Term& term) {
  const Term& left = term.operands[0];
  const Term& right = term.operands[1];
  const bool text_left = left.kind == Term::Kind::text;
  Register at = 0;
  if (text_left || right.kind == Term::Kind::text) {
    at = matches(text_left ? right : left, text_left ? left : right);
  } else {
    const Value a = value(left);
    if (a.type.kind == Type::Kind::choice && right.kind == Term::Kind::name &&
        std::find(a.type.values->begin(), a.type.values->end(), right.word) != a.type.values->end()) {
      return broken(right, "R013", "a value in quotes is expected here", "write '" + right.word + "'");
    }
    const Value b = value(right);
    if (a.type.kind == Type::Kind::broken || b.type.kind == Type::Kind::broken)
      return {graph_.constant(0), {}};
    if (a.type.kind != b.type.kind) {
      return broken(right, "R013", spell(a.type, units_) + " is compared with " + spell(b.type, units_),
                    compared(a.type.kind == Type::Kind::choice ? a.type : b.type));
    }
    if (a.type.kind == Type::Kind::number && !shared(a, b, left, right)) return {graph_.constant(0), {}};
    if (a.type.kind == Type::Kind::choice && *a.type.values != *b.type.values) {
      return broken(right, "R013", "these two choices have different values",
                    "compare each of them with a value in quotes");
    }
    at = graph_.apply(Op::equal, a.at, b.at);
  }
  return {term.word == "==" ? at : graph_.apply(Op::opposite, at), yes_no()};
}

Register Compiler::matches(const Term& choice, const Term& text) {
  const Value got = value(choice);
  if (got.type.kind == Type::Kind::broken) return graph_.constant(0);
  if (got.type.kind != Type::Kind::choice) {
    broken(choice, "R013", "a text can only be compared with a choice, not " + spell(got.type, units_),
           "leave the quotes out, or name a choice");
    return graph_.constant(0);
  }
  if (text.kind != Term::Kind::text) {
    broken(text, "R013", "a value in quotes is expected here",
           "write '" + (text.kind == Term::Kind::name ? text.word : std::string("value")) + "'");
    return graph_.constant(0);
  }
  const auto& values = *got.type.values;
  const auto found = std::find(values.begin(), values.end(), text.word);
  if (found == values.end()) {
    const std::string near = nearest(text.word, values);
    report_.unknown(formula_.place(text), "R004", text.word, near,
                    "\"" + text.word + "\" is not a value of this choice",
                    near.empty() ? near_hint(near, values, "known: ") : "did you mean '" + near + "'?");
    return graph_.constant(0);
  }
  return graph_.apply(Op::equal, got.at, graph_.constant(static_cast<double>(found - values.begin())));
}

Value Compiler::membership(const Term& term) {
  Register any = graph_.constant(0);
  for (std::size_t i = 1; i < term.operands.size(); ++i) {
    any = graph_.apply(Op::either, any, matches(term.operands[0], term.operands[i]));
  }
  return {any, yes_no()};
}

Value Compiler::conditional(const Term& term) {
  const Register condition = truth(term.operands[0]);
  const Value a = value(term.operands[1]);
  const Value b = value(term.operands[2]);
  if (a.type.kind == Type::Kind::broken || b.type.kind == Type::Kind::broken) return {graph_.constant(1), {}};
  if (a.type.kind != b.type.kind) {
    return broken(term.operands[2], "R013",
                  "one side is " + spell(a.type, units_) + ", the other is " + spell(b.type, units_),
                  "make both sides the same kind");
  }
  Type type = a.type;
  if (a.type.kind == Type::Kind::number) {
    const auto both = shared(a, b, term.operands[1], term.operands[2]);
    if (!both) return {graph_.constant(1), {}};
    type = *both;
  }
  return {graph_.select(condition, a.at, b.at), type};
}

std::string spell(const Type& type, const Units& units) {
  switch (type.kind) {
    case Type::Kind::number:
      return units.spell(type.dimension);
    case Type::Kind::yes_no:
      return "yes or no";
    case Type::Kind::choice:
      return "a choice";
    case Type::Kind::broken:
      break;
  }
  return "broken";
}

Value compile(const Formula& formula, const Lookup& lookup, Graph& graph, const Units& units,
              Report& report) {
  if (!formula.good) return {graph.constant(1), {}};
  return Compiler(formula, lookup, graph, units, report).value(formula.term);
}

}  // namespace scaleplan::read
