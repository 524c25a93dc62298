// Instructions of a compiled rule set, each of which writes a column.
#pragma once

#include <cstddef>
#include <cstdint>

namespace scaleplan {

using Register = std::int32_t;  ///< index of an instruction and of the column it writes
constexpr Register none = -1;   ///< no such column

/// The place in a vector that a number of a program, which must not be negative, stands for.
constexpr std::size_t as_index(std::int32_t number) { return static_cast<std::size_t>(number); }
/// The same for a number that a column holds, such as the index of an enumerated value.
constexpr std::size_t as_index(double number) { return static_cast<std::size_t>(number); }

/// The operation of one instruction on whole columns; yes is 1, no is 0, an enumerated value is its index.
enum class Op : std::uint8_t {
  constant,
  given_value,
  is_given,
  negate,
  add,
  subtract,
  multiply,
  divide,
  less,
  less_equal,
  equal,
  both,
  either,
  opposite,
  select,
  minimum,
  maximum,
  ceiling,
  floor,
  round,
  root,
  power,
  servers,
  lookup,   ///< of `c` constants from `b` on, the one that the choice at `a` names; it may be missing: no
            ///< number
  pick,     ///< writes the columns of PickColumn; this and what follows reads catalogues
  written,  ///< a column that the pick before it writes
  most,     ///< the most of need `b` that the pick at `a` can ever be: best candidate x greatest count
  column,   ///< a number of the candidate that the pick at `a` chose, from table `b`; the last one
};

/// The columns that a pick writes, by their distance from its register.
struct PickColumn {
  static constexpr Register count = 0;
  static constexpr Register candidate = 1;  ///< row of the pick's size table, -1 if none is offered
  static constexpr Register price = 2;      ///< of one unit with its surcharge, USD/s
  static constexpr Register fits = 3;   ///< 1: all needs are met; 0: not together; -1: one alone is too much
  static constexpr Register group = 4;  ///< of candidates, by the selectors
  static constexpr Register greatest = 5;  ///< units there can be
  static constexpr Register left = 6;      ///< of the greatest, while a zone is lost
  static constexpr Register columns = 7;
};

/// One step; `a`, `b`, `c` are registers, except: constant and input number in `a`, need and table in `b`.
struct Instruction {
  Op op = Op::constant;
  std::int32_t a = none;
  std::int32_t b = none;
  std::int32_t c = none;

  friend bool operator==(const Instruction&, const Instruction&) = default;
};

}  // namespace scaleplan
