// Runs a program over a block of workloads, a column at a time.
#pragma once

#include <cstddef>
#include <limits>
#include <memory>
#include <span>
#include <vector>

#include "scaleplan/program.hpp"

namespace scaleplan {

/// Workloads as columns: for each column of the program what was given (engine units), and whether it was.
class Block {
 public:
  Block(std::size_t columns, std::size_t lanes);
  /// Each lane of `from` as often as `times` says, one after the other.
  Block(const Block& from, std::span<const std::size_t> times);
  /// Lane 0 of `from`, `lanes` times.
  static Block repeated(const Block& from, std::size_t lanes);
  [[nodiscard]] std::size_t lanes() const { return lanes_; }
  [[nodiscard]] std::size_t columns() const { return columns_; }
  void give(std::size_t column, std::size_t lane, double value);
  void forget(std::size_t column, std::size_t lane);
  [[nodiscard]] bool given(std::size_t column, std::size_t lane) const {
    return given_[column * lanes_ + lane] != 0;
  }
  [[nodiscard]] double value(std::size_t column, std::size_t lane) const {
    return values_[column * lanes_ + lane];
  }
  [[nodiscard]] const double* values(std::size_t column) const { return &values_[column * lanes_]; }
  [[nodiscard]] const double* givens(std::size_t column) const { return &given_[column * lanes_]; }
  /// Copies every column of `lane` of `from` to lane `to` of this block; both must have the same columns.
  void copy(std::size_t to, const Block& from, std::size_t lane);

 private:
  std::size_t columns_;
  std::size_t lanes_;
  std::vector<double> values_;
  std::vector<double> given_;
};

/// Every column of a program for every workload of a block.
class Evaluation {
 public:
  Evaluation(std::size_t registers, std::size_t lanes)
      : lanes_(lanes), columns_(std::make_unique_for_overwrite<double[]>(registers * lanes)) {}
  [[nodiscard]] std::size_t lanes() const { return lanes_; }
  /// The value of `column` for workload `lane`, in engine units.
  [[nodiscard]] double at(Register column, std::size_t lane) const {
    return columns_[static_cast<std::size_t>(column) * lanes_ + lane];
  }
  [[nodiscard]] double* column(Register column) {
    return &columns_[static_cast<std::size_t>(column) * lanes_];
  }

 private:
  std::size_t lanes_;
  std::unique_ptr<double[]> columns_;  ///< not zeroed: every column is written before it is read
};

/// The extent to which a program runs: enough to choose the stage (that something fits, not the cheapest), to
/// answer, or also to explain.
enum class Extent { stages, answer, explanation };

/// Evaluates every stage for every workload; lane i depends on workload i alone. Never fails.
Evaluation evaluate(const Program& program, const Block& workloads, Extent extent = Extent::answer);

/// Units that are there already, instead of those that the pick at `picked` would choose.
struct FixedPick {
  Register picked = none;
  double count = 1;
  std::size_t row = 0;    ///< of their size in the pick's table
  std::size_t group = 0;  ///< at whose price
};

/// Evaluates what an answer needs where some components are as they are: what is billed follows `taken`.
Evaluation evaluate(const Program& program, const Block& workloads, std::span<const FixedPick> taken);

/// The instructions that some results need, in order.
using Slice = std::vector<std::int32_t>;

/// The instructions that `wanted` needs and no others, so that searches stay cheap.
Slice slice_of(const Program& program, std::span<const Register> wanted);

/// How the components in a slice are picked: in full, or no more than whether something fits.
enum class Picking { choose, fit };

/// Evaluates a slice alone: only what it was made for may be read.
Evaluation evaluate(const Program& program, const Block& workloads, const Slice& slice, Picking picking);

/// need / limit as the ladder reads it: nothing needed is 0, something of nothing is infinite.
inline double utilization(double need, double limit) {
  if (need <= 0) return 0;
  if (limit <= 0) return std::numeric_limits<double>::infinity();
  return need / limit;
}

/// Whether a limit holds: utilization of at most 1, with room for rounding.
inline bool holds(double utilization) { return utilization <= 1 + 1e-9; }

/// Index of the first stage whose limits all hold for workload `lane`, or -1.
int chosen_stage(const Program& program, const Evaluation& evaluation, std::size_t lane);

/// The chosen stage of every workload, evaluated in blocks that fit the cache.
std::vector<int> chosen_stages(const Program& program, const Block& workloads);

}  // namespace scaleplan
