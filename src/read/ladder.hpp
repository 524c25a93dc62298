// Compiles the whole ladder: definitions in, program out.
#pragma once

#include "parts.hpp"

namespace scaleplan::read {

/// Compiles every stage of `all` into `program`; faults go to the report of `declare`.
void compile_ladder(const Definitions& all, Declare& declare, Program& program);

}  // namespace scaleplan::read
