// The functions of the rule language: how many values each takes, of which dimension, and their steps.
#include <map>

#include "compiler.hpp"
#include "nearest.hpp"
#include "scaleplan/grammar.hpp"

namespace scaleplan::read {

bool Compiler::counted(const Term& term, std::size_t least, std::size_t most) {
  const std::size_t n = term.operands.size();
  if (n >= least && (most == 0 || n <= most)) return true;
  std::string form;
  for (const Function& function : rule_functions()) {
    if (function.name == term.word) form = "write " + std::string(function.call);
  }
  broken(term, "R016",
         term.word + " takes " +
             (least == most ? std::to_string(least) : "at least " + std::to_string(least)) +
             (least == 1 && most == 1 ? " value" : " values") + ", and here " + (n == 1 ? "is " : "are ") +
             std::to_string(n),
         form);
  return false;
}

Value Compiler::call(const Term& term) {
  const std::string& name = term.word;
  static const std::map<std::string, Op> rounding = {
      {"ceil", Op::ceiling}, {"floor", Op::floor}, {"round", Op::round}};
  if (name == "given") return given(term);
  if (name == "min" || name == "max") return extreme(term);
  if (name == "clamp") return clamp(term);
  if (name == "tiers") return tiers(term);
  if (name == "servers") return servers(term);
  if (name == "parallel") return parallel(term);
  if (const auto found = rounding.find(name); found != rounding.end()) {
    if (!counted(term, 1, 1)) return {};
    const Value got = number(term.operands[0]);
    return {graph_.unary(found->second, got.at), got.type};
  }
  if (name == "sqrt") return root(term);
  const std::string near = nearest(name, function_names());
  return broken(
      term, "R011", "unknown function \"" + name + "\"",
      did_you_mean(near, "known: min max ceil floor round sqrt clamp given parallel tiers servers"));
}

Value Compiler::given(const Term& term) {
  if (!counted(term, 1, 1)) return {};
  const auto at = lookup_.given(term.operands[0].word);
  if (!at && term.operands[0].kind != Term::Kind::name)
    return broken(term.operands[0], "R011", "given() takes the name of an input",
                  "write given(name) with the name of an input");
  if (!at) {
    const std::string& word = term.operands[0].word;
    const std::string near = lookup_.near_input ? lookup_.near_input(word) : std::string();
    report_.unknown(formula_.place(term.operands[0]), "R011", word, near,
                    "given() takes the name of an input",
                    did_you_mean(near, "write given(name) with the name of an input"));
    return {graph_.constant(1), {}};
  }
  return {*at, yes_no()};
}

Value Compiler::extreme(const Term& term) {
  if (!counted(term, 2, 0)) return {};
  Value result = number(term.operands[0]);
  for (std::size_t i = 1; i < term.operands.size(); ++i) {
    const Value next = number(term.operands[i]);
    const auto type = shared(result, next, term.operands[i - 1], term.operands[i]);
    if (!type) return {graph_.constant(1), {}};
    result = {graph_.binary(term.word == "min" ? Op::minimum : Op::maximum, result.at, next.at), *type};
  }
  return result;
}

Value Compiler::clamp(const Term& term) {
  if (!counted(term, 3, 3)) return {};
  const Value x = number(term.operands[0]);
  const Value low = number(term.operands[1]);
  const Value high = number(term.operands[2]);
  const auto type = shared(x, low, term.operands[0], term.operands[1]);
  if (!type || !shared(x, high, term.operands[0], term.operands[2])) return {graph_.constant(1), {}};
  return {graph_.binary(Op::minimum, graph_.binary(Op::maximum, x.at, low.at), high.at), *type};
}

Value Compiler::tiers(const Term& term) {
  if (!counted(term, 2, 0)) return {};
  if (term.operands.size() % 2 != 0) {
    return broken(term, "R016", "tiers takes an amount, pairs of bound and price, and a last price",
                  "tiers(x, upto1, price1, ..., price_n)");
  }
  const Value x = number(term.operands[0]);
  Register total = graph_.constant(0);
  Register below = graph_.constant(0);
  Type type;
  for (std::size_t i = 1; i < term.operands.size(); i += 2) {
    const bool last = i + 1 == term.operands.size();
    const Term& price_term = term.operands[last ? i : i + 1];
    const Value price = number(price_term);
    Register top = x.at;
    if (!last) {
      const Value bound = number(term.operands[i]);
      if (!shared(x, bound, term.operands[0], term.operands[i])) return {graph_.constant(1), {}};
      if (i > 1 && graph_.range(bound.at).high <= graph_.range(below).low) {
        return broken(term.operands[i], "R018", "this bound of tiers is not above the one before",
                      "write the bounds in rising order, each with the price up to it");
      }
      top = graph_.binary(Op::minimum, x.at, bound.at);
    }
    const Register inside =
        graph_.binary(Op::maximum, graph_.binary(Op::subtract, top, below), graph_.constant(0));
    total = graph_.binary(Op::add, total, graph_.binary(Op::multiply, inside, price.at));
    const Type now = number_of(x.type.dimension * price.type.dimension);
    if (i > 1 && type.dimension != now.dimension && !price.type.any) {
      return broken(price_term, "R012", "this price is in another dimension than the one before",
                    "give all prices one unit, such as $/GiB");
    }
    if (i == 1 || !price.type.any) type = now;
    below = last ? below : number(term.operands[i]).at;
  }
  return {total, type};
}

Value Compiler::servers(const Term& term) {
  if (!counted(term, 3, 3)) return {};
  const Value rate = number(term.operands[0]);
  const Value time = number(term.operands[1]);
  const Value wait = number(term.operands[2]);
  return {graph_.servers(rate.at, time.at, wait.at), number_of({})};
}

Value Compiler::parallel(const Term& term) {
  if (!counted(term, 2, 2)) return {};
  const Value outage = number(term.operands[0]);
  return {graph_.binary(Op::power, outage.at, number(term.operands[1]).at), number_of({})};
}

Value Compiler::root(const Term& term) {
  if (!counted(term, 1, 1)) return {};
  const Value got = number(term.operands[0]);
  Type type = got.type;
  for (auto& power : type.dimension.power) {
    if (power % 2 != 0)
      return broken(term, "R012", "the root of " + units_.spell(got.type.dimension) + " has no unit",
                    "take the root of a plain number: divide by one of the unit first");
    power = static_cast<std::int8_t>(power / 2);
  }
  return {graph_.unary(Op::root, got.at), type};
}

}  // namespace scaleplan::read
