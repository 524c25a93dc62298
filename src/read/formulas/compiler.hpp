// Walks one formula and emits its steps: terms in typed.cpp, function calls in calls.cpp.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "scaleplan/grammar.hpp"
#include "typed.hpp"

namespace scaleplan::read {

/// A number of `dimension`, and yes or no, as types.
inline Type number_of(const Dimension& dimension) { return {Type::Kind::number, dimension, false, nullptr}; }
inline Type yes_no() { return {Type::Kind::yes_no, {}, false, nullptr}; }

class Compiler {
 public:
  Compiler(const Formula& formula, const Lookup& lookup, Graph& graph, const Units& units, Report& report)
      : formula_(formula), lookup_(lookup), graph_(graph), units_(units), report_(report) {}
  Value value(const Term& term);
  Register truth(const Term& term);
  Value number(const Term& term);

  /// One function of formulas: its description, and the method that emits its steps.
  struct Call {
    Function function;
    Value (Compiler::*compile)(const Term& term);
  };
  static std::span<const Call> calls();

 private:
  Value broken(const Term& term, std::string code, std::string message, std::string hint);
  Value negate(const Term& term);
  /// The dimension that both share; reports when they do not.
  std::optional<Type> shared(const Value& a, const Value& b, const Term& left, const Term& right);
  Value binary(const Term& term);
  Value product(const Value& a, const Value& b, bool divides, const Term& right);
  Value equality(const Term& term);
  /// Whether the choice in `choice` has the value named by `text`.
  Register matches(const Term& choice, const Term& text);
  Value membership(const Term& term);
  Value conditional(const Term& term);
  /// Whether a call has as many operands as its function takes; reports where it has not.
  bool counted(const Term& term, const Function& function);
  Value call(const Term& term);
  Value given(const Term& term);
  /// Rounding: one operand, whose dimension stays.
  template <Op op>
  Value rounded(const Term& term);
  /// The smallest or largest of all operands.
  template <Op op>
  Value extreme(const Term& term);
  Value clamp(const Term& term);
  /// tiers(x, upto1, price1, ..., price_n): each price for the share of x in its tier.
  Value tiers(const Term& term);
  Value servers(const Term& term);
  Value parallel(const Term& term);
  Value root(const Term& term);

  const Formula& formula_;
  const Lookup& lookup_;
  Graph& graph_;
  const Units& units_;
  Report& report_;
};

}  // namespace scaleplan::read
