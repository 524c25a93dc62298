// Why a formula cannot be read, and what its numbers were meant to be.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "units.hpp"

namespace scaleplan::read {

/// A fault at `length` bytes from `begin` of a formula's text.
struct FormulaFault {
  std::size_t begin = 0;
  std::size_t length = 1;
  std::string message;
  std::string hint;
  std::string word = {}, near = {};  ///< of an unknown unit
};

/// The fault of a number that begins at `begin` and cannot be read.
FormulaFault wrong_literal(std::string_view text, std::size_t begin, const Units& units);

/// The fault of the word or the number behind the number that ends at `at`; nothing when neither
/// follows.
std::optional<FormulaFault> behind_literal(std::string_view text, std::size_t begin, std::size_t at,
                                           const Units& units);

/// The fault where the literal that ends at `at` goes on with the plural of a unit, as 2 req/s/users
/// does; nothing otherwise.
std::optional<FormulaFault> plural_behind_unit(std::string_view text, std::size_t at, const Literal& literal,
                                               const Units& units);

/// A number with separators, such as 10,000 or 1.000.000, of which `at` is within or right behind.
std::optional<FormulaFault> separated_number(std::string_view text, std::size_t at);

}  // namespace scaleplan::read
