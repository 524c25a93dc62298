// One workload at other user counts, and the search for the last counts at which things hold.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "evaluate/slice.hpp"
#include "scaleplan/evaluate.hpp"
#include "scaleplan/program.hpp"

namespace scaleplan::plan {

/// A workload whose users vary while everything else that was given stays, except a given load, which grows
/// with them.
class GrowthSearch {
 public:
  /// `users` is what the workload has now.
  GrowthSearch(const Program& program, const Block& workload, std::size_t input, double users)
      : program_(program), workload_(workload), input_(input), users_(users) {}

  /// A block with one lane for each of `counts`.
  [[nodiscard]] Block at(const std::vector<double>& counts) const;

  /// The columns that vary with the users.
  [[nodiscard]] Columns varying() const;

  /// How full things are for lane i of an evaluation: what is asked for holds up to 1.
  using Fill = std::function<double(const Evaluation&, std::size_t)>;

  /// For each of `fills` the last whole count from now on at which it holds, which it is taken to do now and,
  /// once it fails, to fail for ever; nothing when it holds up to the greatest count that can be given. `now`
  /// is how full they are now; `slice` holds what they read. All are looked for in the same blocks.
  [[nodiscard]] std::vector<std::optional<double>> last(const std::vector<Fill>& fills,
                                                        const std::vector<double>& now,
                                                        const Slice& slice) const;

  [[nodiscard]] double users() const { return users_; }

 private:
  const Program& program_;
  const Block& workload_;
  std::size_t input_;
  double users_;
};

/// The input that others grow with, or nothing.
std::optional<std::size_t> growing_input(const Program& program);

}  // namespace scaleplan::plan
