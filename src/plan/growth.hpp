// One workload at other user counts, and the search for the last one at which something holds.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "scaleplan/evaluate.hpp"
#include "scaleplan/program.hpp"

namespace scaleplan::plan {

/// A workload whose users vary while everything else that was given stays, except a given load, which grows
/// with them.
class Growth {
 public:
  /// `users` is what the workload has now.
  Growth(const Program& program, const Block& workload, std::size_t input, double users)
      : program_(program), workload_(workload), input_(input), users_(users) {}

  /// A block with one lane for each of `counts`.
  [[nodiscard]] Block at(const std::vector<double>& counts) const;

  /// Says of lane i of an evaluation whether what is asked for holds.
  using Holds = std::function<bool(const Evaluation&, std::size_t)>;

  /// The last whole count from now on at which `holds`, which is taken to hold now and, once it fails, to
  /// fail for ever; nothing when it holds up to the greatest count that can be given. `guess` is a count near
  /// which it may end: if it does, one evaluation of two lanes finds it. `extent` is what `holds` reads.
  [[nodiscard]] std::optional<double> last(double guess, Extent extent, const Holds& holds) const;

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
