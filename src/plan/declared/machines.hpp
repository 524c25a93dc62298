// The machines of a stage's components as they are declared: how many, of which size, in how many zones.
#pragma once

#include <vector>

#include "answer/bought.hpp"
#include "scaleplan/carries.hpp"

namespace scaleplan::plan {

/// The declared machines of every component of `stage` that is sized, for workload 0 of `evaluation`.
std::vector<DeclaredMachines> declared_machines(const Program& program, const Architecture& architecture,
                                                const Stage& stage, const Evaluation& evaluation);

/// The price of one machine of a lot for workload `lane`, USD/s.
double price_of(const Program& program, const DeclaredMachines& machines, const MachineGroup& lot,
                const Evaluation& evaluation, std::size_t lane);

/// The fullest need of declared machines.
Fullest fullest(const Program& program, const DeclaredMachines& machines, const Evaluation& evaluation,
                std::size_t lane);

}  // namespace scaleplan::plan
