// The one table of what instructions do: meaning, operands, range and what folds, read by evaluation, by the
// compiler's folding and range analysis, and by everything that walks a program.
#pragma once

#include <array>
#include <cstddef>
#include <optional>

#include "scaleplan/instruction.hpp"

namespace scaleplan {

/// The least and the greatest value that a column can hold, whatever the workload.
struct Range {
  double low = 0;
  double high = 0;
};

struct Operation {
  /// Writes `lanes` results from the columns of the operands; those that an operation does not read may be
  /// null.
  using Apply = void (*)(double* out, const double* a, const double* b, const double* c, std::size_t lanes);
  /// The range of the results from the ranges of the operands.
  using Bounds = Range (*)(Range a, Range b, Range c);

  int reads = 0;                       ///< how many of a, b and c, from a on, are registers
  Apply apply = nullptr;               ///< null where the result takes more than columns: workloads and picks
  Bounds bounds = nullptr;             ///< null with `apply`
  bool commutes = false;               ///< whether a and b may change places
  std::optional<double> neutral = {};  ///< as b, or as a where it commutes: the other operand is the result
  std::optional<double> absorbing = {};  ///< as a or b: it is the result
};

/// The rows, by operation.
extern const std::array<Operation, static_cast<std::size_t>(Op::column) + 1> operations;

/// The row of an operation.
inline const Operation& operation(Op op) { return operations[static_cast<std::size_t>(op)]; }

}  // namespace scaleplan
