// The program under construction: equal steps are one step, and every step knows the range of its results.
#pragma once

#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "scaleplan/program.hpp"

namespace scaleplan::read {

/// What a column's values can be, whatever the workload.
struct Range {
  double low = 0;
  double high = 0;
};

class Graph {
 public:
  Register constant(double value);
  Register given_value(int column, Range range);
  Register is_given(int column);
  Register unary(Op op, Register a);
  Register binary(Op op, Register a, Register b);
  Register select(Register condition, Register yes, Register no);
  Register servers(Register rate, Register time, Register wait);
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

  std::vector<Instruction> code_;
  std::vector<Range> ranges_;
  std::vector<double> constants_;
  std::unordered_map<Instruction, Register, Hash> known_;
  std::unordered_map<std::uint64_t, std::int32_t> constant_numbers_;
};

}  // namespace scaleplan::read
