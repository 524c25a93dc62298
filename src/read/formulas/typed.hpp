// Turns formulas into steps of the program and checks that they make sense: types, dimensions, divisors.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "formula.hpp"
#include "program/graph.hpp"
#include "units.hpp"

namespace scaleplan::read {

/// The type of a value; `any` is a bare 0, which fits every dimension; a broken one was reported already.
struct Type {
  enum class Kind { number, yes_no, choice, broken };
  Kind kind = Kind::broken;
  Dimension dimension;
  bool any = false;
  const std::vector<std::string>* values = nullptr;
};

/// A column with its type.
struct Value {
  Register at = 0;
  Type type;
};

/// The meaning of names in a formula; an unknown name is reported by the lookup itself.
struct Lookup {
  std::function<Value(const Formula&, const Term&)> name;
  /// The column that says whether an input was given; nothing when there is no such input.
  std::function<std::optional<Register>(const std::string&)> given;
  /// The input that a word which is none was probably meant to be, or empty; may be left out.
  std::function<std::string(const std::string&)> near_input = {};
};

/// Compiles `formula`; a formula that was not read gives a broken value.
Value compile(const Formula& formula, const Lookup& lookup, Graph& graph, const Units& units, Report& report);

/// A type in words: its unit, "yes or no", "a choice".
std::string spell(const Type& type, const Units& units);

}  // namespace scaleplan::read
