// Formulas as written: the tree of one expression, before names mean anything.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "texts/tree.hpp"
#include "units.hpp"

namespace scaleplan::read {

/// One node of an expression; `begin` and `length` are its place in the formula's text.
struct Term {
  enum class Kind { number, yes_no, text, name, negate, opposite, binary, conditional, call, membership };
  Kind kind = Kind::number;
  double number = 0;  ///< of a literal, in engine units
  Dimension dimension;
  bool bare = false;  ///< a literal without unit
  std::string word;   ///< name, text, operator or function
  std::vector<Term> operands;
  int begin = 0;
  int length = 1;
};

/// A formula with its place; `at` is where its text begins.
struct Formula {
  Term term;
  std::string text;
  Mark at;
  bool exact = false;
  bool good = false;  ///< false when it could not be read; the report says why

  /// The place of `term` in the file, as exactly as the YAML allows.
  [[nodiscard]] Mark place(const Term& term) const;
};

/// Reads the formula in a scalar; faults go to `report`.
Formula parse_formula(const Node& scalar, const Units& units, Report& report);

}  // namespace scaleplan::read
