// Workload files of a rule set: a template to fill in, and their schema.
#pragma once

#include <string>
#include <vector>

#include "scaleplan/program.hpp"

namespace scaleplan {

/// A workload file with every input of a rule set, each with its range and default; `rules` names the rule
/// set where it is not the default one, `accepted` has the values that each input takes.
std::string workload_template(const Program& program, const std::string& rules,
                              const std::vector<std::string>& accepted);

/// The JSON Schema (2020-12) of workload files for a rule set.
std::string workload_schema(const Program& program);

}  // namespace scaleplan
