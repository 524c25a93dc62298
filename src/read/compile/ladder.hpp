// Compiles the whole ladder: definitions in, program out.
#pragma once

#include "parts.hpp"

namespace scaleplan::read {

/// Compiles every stage of `all` into `program`, and what no pick would choose into `all_sizes`; faults go to
/// the report of `declare`. Returns what each column of the program can be.
std::vector<Range> compile_ladder(const Definitions& all, Declare& declare, Program& program);

}  // namespace scaleplan::read
