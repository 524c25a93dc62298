// The machines of a stage's components as they are declared: how many, of which size, in how many zones.
#pragma once

#include <vector>

#include "answer/bought.hpp"
#include "scaleplan/carries.hpp"
#include "size_index.hpp"

namespace scaleplan::plan {

/// The declared machines of every component of `stage` that is sized, for workload 0 of `evaluation`.
std::vector<DeclaredMachines> declared_machines(const Program& program, const SizeIndex& sizes,
                                                const Architecture& architecture, const Stage& stage,
                                                const Evaluation& evaluation);

/// The price of one machine of a lot, USD/s.
double price_of(const SizeIndex& sizes, const DeclaredMachines& machines, const MachineGroup& lot);

/// The fullest need of declared machines, with the need as `program` has it.
Fullest fullest(const Program& program, const SizeIndex& sizes, const DeclaredMachines& machines,
                const Evaluation& evaluation, std::size_t lane);

}  // namespace scaleplan::plan
