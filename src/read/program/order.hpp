// Orders a program's instructions by who needs them, so that a search for the stage runs the fewest.
#pragma once

#include <vector>

#include "pool.hpp"

namespace scaleplan::read {

/// Puts `code` into `program`: first what the limits of all stages need, then what an answer needs, then what
/// explains it; what nobody needs is left out. Every register of `program` is renumbered. Returns, for each
/// instruction of the program, its place in `code`.
std::vector<Register> put_in_order(Program& program, const std::vector<Instruction>& code, Texts& texts);

}  // namespace scaleplan::read
