// Workloads at the boundaries that no case has seen: what to write next.
#pragma once

#include <string>
#include <vector>

#include "scaleplan/cases.hpp"

namespace scaleplan {

/// An input with a value, in engine units.
struct SetInput {
  const Input* input = nullptr;
  double value = 0;
};

/// A limit with two workloads: one at which it just holds, one at which it just breaks.
struct Suggestion {
  const Boundary* boundary = nullptr;
  int stage = 0;                       ///< in which it is looked at
  const Move* with = nullptr;          ///< taken early by both, because the limit is not there otherwise
  std::vector<SetInput> given;         ///< by both workloads
  const Input* varied = nullptr;       ///< null when no such workload was found
  double holds_at = 0, breaks_at = 0;  ///< of the varied input, in engine units
};

/// For each limit that `seen` lacks, two workloads near its boundary, found by varying one input, if need be
/// with another one at an end of its range.
std::vector<Suggestion> suggest(const Program& program, const Coverage& seen);

/// Suggested cases as rows for a file of cases.
std::string suggestions_text(const Program& program, const std::vector<Suggestion>& all);

}  // namespace scaleplan
