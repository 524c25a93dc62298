// The program under construction: equal steps are one step, and every step knows the range of its results.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

#include "scaleplan/operations.hpp"
#include "scaleplan/program.hpp"

namespace scaleplan::read {

class Graph {
 public:
  Register constant(double value);
  Register given_value(int column, Range range);
  Register is_given(int column);
  /// The result of an operation that has Operation::apply; folded where its operands allow it.
  Register apply(Op op, Register a, Register b = none, Register c = none);
  Register select(Register condition, Register yes, Register no);
  /// Of `values` the one that the choice at `by` names.
  Register lookup(Register by, const std::vector<double>& values);
  /// The first of the columns of pick number `pick`.
  Register pick(int pick);
  Register most(Register pick, int need);
  Register candidate_column(Register pick, int table, Range range);

  [[nodiscard]] Range range(Register at) const { return ranges_[as_index(at)]; }
  /// Whether the column is the same for every workload.
  [[nodiscard]] bool is_constant(Register at) const { return code_[as_index(at)].op == Op::constant; }
  [[nodiscard]] const std::vector<Instruction>& code() const { return code_; }
  [[nodiscard]] const std::vector<double>& constants() const { return constants_; }

 private:
  struct Hash {
    std::size_t operator()(const Instruction& i) const;
  };
  Register put(Instruction instruction, Range range);
  [[nodiscard]] double value(Register at) const;
  /// Whether the column is constant and holds `number`.
  [[nodiscard]] bool is(Register at, std::optional<double> number) const;
  /// The register that an operation of these operands comes down to; nothing where it must be computed.
  std::optional<Register> folded(const Operation& what, Register a, Register b, Register c);

  std::vector<Instruction> code_;
  std::vector<Range> ranges_;
  std::vector<double> constants_;
  std::unordered_map<Instruction, Register, Hash> known_;
  std::unordered_map<std::uint64_t, std::int32_t> constant_numbers_;
  std::map<std::vector<std::uint64_t>, std::int32_t> constant_lists_;  ///< where each begins, by its bits
};

}  // namespace scaleplan::read
