// The functions of the rule language: how many values each takes, of which dimension, and their steps.
#include <algorithm>
#include <array>
#include <utility>

#include "compiler.hpp"
#include "nearest.hpp"
#include "scaleplan/grammar.hpp"

namespace scaleplan::read {

std::span<const Compiler::Call> Compiler::calls() {
  static constexpr std::array all = {
      Call{
          {"min", "min(a, b, ...)", "the smallest; all in one dimension", "min(3 GiB, 2 GiB)", "2 GiB", 2, 0},
          &Compiler::extreme<Op::minimum>},
      Call{{"max", "max(a, b, ...)", "the largest; all in one dimension", "max(20, 30, 10)", "30", 2, 0},
           &Compiler::extreme<Op::maximum>},
      Call{{"ceil", "ceil(x)", "the next whole number up, in the engine's units (s, B, USD)", "ceil(2.1)",
            "3"},
           &Compiler::rounded<Op::ceiling>},
      Call{{"floor", "floor(x)", "the next whole number down, in the engine's units", "floor(2.9)", "2"},
           &Compiler::rounded<Op::floor>},
      Call{{"round", "round(x)", "the nearest whole number, in the engine's units", "round(2.6)", "3"},
           &Compiler::rounded<Op::round>},
      Call{{"sqrt", "sqrt(x)", "the square root; the dimension of x must be a square", "sqrt(9)", "3"},
           &Compiler::root},
      Call{{"clamp", "clamp(x, low, high)", "x, but at least low and at most high; all in one dimension",
            "clamp(50 ms, 100 ms, 200 ms)", "100 ms", 3, 3},
           &Compiler::clamp},
      Call{{"given", "given(input)",
            "whether a person gave this input; its name only, not a formula. Choices and yes/no too"},
           &Compiler::given},
      Call{{"parallel", "parallel(outage, n)", "outage when n of it must fail together: outage to the nth",
            "parallel(1%, 2)", "0.01%", 2, 2},
           &Compiler::parallel},
      Call{{"tiers", "tiers(x, upto1, price1, ..., price_n)",
            "what x costs where each part of it has its own price, as price lists do",
            "tiers(15 GiB, 10 GiB, $2/GiB, $1/GiB)", "$25", 2, 0},
           &Compiler::tiers},
      Call{{"servers", "servers(rate, time, wait)",
            "how many servers a queue needs so that the mean wait stays under wait (Erlang C)",
            "servers(10 /s, 0.5 s, 0.1 s)", "7", 3, 3},
           &Compiler::servers},
  };
  return all;
}

bool Compiler::counted(const Term& term, const Function& function) {
  const std::size_t n = term.operands.size();
  const auto [least, most] = std::pair(function.least, function.most);
  if (n >= least && (most == 0 || n <= most)) return true;
  broken(term, "R016",
         term.word + " takes " +
             (least == most ? std::to_string(least) : "at least " + std::to_string(least)) +
             (least == 1 && most == 1 ? " value" : " values") + ", not " + std::to_string(n),
         "write " + std::string(function.call));
  return false;
}

Value Compiler::call(const Term& term) {
  std::vector<std::string> known;
  for (const Call& call : calls()) {
    if (call.function.name == term.word)
      return counted(term, call.function) ? (this->*call.compile)(term) : Value{};
    known.emplace_back(call.function.name);
  }
  std::string all = "known:";
  for (const std::string& name : known) all += " " + name;
  return broken(term, "R011", "unknown function \"" + term.word + "\"",
                did_you_mean(nearest(term.word, known), all));
}

template <Op op>
Value Compiler::rounded(const Term& term) {
  const Value got = number(term.operands[0]);
  return {graph_.apply(op, got.at), got.type};
}

template <Op op>
Value Compiler::extreme(const Term& term) {
  Value result = number(term.operands[0]);
  for (std::size_t i = 1; i < term.operands.size(); ++i) {
    const Value next = number(term.operands[i]);
    const auto type = shared(result, next, term.operands[i - 1], term.operands[i]);
    if (!type) return {graph_.constant(1), {}};
    result = {graph_.apply(op, result.at, next.at), *type};
  }
  return result;
}

Value Compiler::given(const Term& term) {
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

Value Compiler::clamp(const Term& term) {
  const Value x = number(term.operands[0]);
  const Value low = number(term.operands[1]);
  const Value high = number(term.operands[2]);
  const auto type = shared(x, low, term.operands[0], term.operands[1]);
  if (!type || !shared(x, high, term.operands[0], term.operands[2])) return {graph_.constant(1), {}};
  return {graph_.apply(Op::minimum, graph_.apply(Op::maximum, x.at, low.at), high.at), *type};
}

Value Compiler::tiers(const Term& term) {
  if (term.operands.size() % 2 != 0) {
    return broken(term, "R016", "tiers takes an amount, pairs of bound and price, and a last price",
                  "tiers(x, upto1, price1, ..., price_n)");
  }
  const Value x = number(term.operands[0]);
  const auto faulty = [](const Value& value) { return value.type.kind == Type::Kind::broken; };
  bool all = !faulty(x);
  Register total = graph_.constant(0);
  Register below = graph_.constant(0);
  Type type;
  for (std::size_t i = 1; i < term.operands.size(); i += 2) {
    const bool last = i + 1 == term.operands.size();
    const Term& price_term = term.operands[last ? i : i + 1];
    const Value price = number(price_term);
    const Value bound = last ? x : number(term.operands[i]);
    // What is wrong in an operand is reported there; nothing follows from it.
    all = all && !faulty(price) && !faulty(bound);
    if (!all) continue;
    Register top = x.at;
    if (!last) {
      if (!shared(x, bound, term.operands[0], term.operands[i])) return {graph_.constant(1), {}};
      if (i > 1 && graph_.range(bound.at).high <= graph_.range(below).low) {
        return broken(term.operands[i], "R018", "this bound of tiers is not above the one before",
                      "write the bounds in rising order, each with the price up to it");
      }
      top = graph_.apply(Op::minimum, x.at, bound.at);
    }
    const Register inside =
        graph_.apply(Op::maximum, graph_.apply(Op::subtract, top, below), graph_.constant(0));
    total = graph_.apply(Op::add, total, graph_.apply(Op::multiply, inside, price.at));
    const Type now = number_of(x.type.dimension * price.type.dimension);
    if (i > 1 && type.dimension != now.dimension && !price.type.any) {
      return broken(price_term, "R012", "this price is in another dimension than the one before",
                    "give all prices one unit, such as $/GiB");
    }
    if (i == 1 || !price.type.any) type = now;
    below = last ? below : bound.at;
  }
  return all ? Value{total, type} : Value{graph_.constant(1), {}};
}

Value Compiler::servers(const Term& term) {
  const Value rate = number(term.operands[0]);
  const Value time = number(term.operands[1]);
  const Value wait = number(term.operands[2]);
  return {graph_.apply(Op::servers, rate.at, time.at, wait.at), number_of({})};
}

Value Compiler::parallel(const Term& term) {
  const Value outage = number(term.operands[0]);
  return {graph_.apply(Op::power, outage.at, number(term.operands[1]).at), number_of({})};
}

Value Compiler::root(const Term& term) {
  const Value got = number(term.operands[0]);
  Type type = got.type;
  for (auto& power : type.dimension.power) {
    if (power % 2 != 0)
      return broken(term, "R012", "the root of " + units_.spell(got.type.dimension) + " has no unit",
                    "take the root of a plain number: divide by one of the unit first");
    power = static_cast<std::int8_t>(power / 2);
  }
  return {graph_.apply(Op::root, got.at), type};
}

}  // namespace scaleplan::read

namespace scaleplan {

std::span<const Function> rule_functions() {
  static const std::vector<Function> all = [] {
    std::vector<Function> functions;
    for (const read::Compiler::Call& call : read::Compiler::calls()) functions.push_back(call.function);
    return functions;
  }();
  return all;
}

bool is_function(std::string_view name) {
  const auto functions = rule_functions();
  return std::any_of(functions.begin(), functions.end(), [&](const Function& f) { return f.name == name; });
}

}  // namespace scaleplan
