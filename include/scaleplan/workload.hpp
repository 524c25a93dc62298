// Workload files of a rule set: a template to fill in, and their schema.
#pragma once

#include <string>
#include <vector>

#include "scaleplan/program.hpp"

namespace scaleplan {

/// A workload file with every input of the rule set that is named `rules`, each with its range and default;
/// `accepted` has the values that each input takes.
std::string workload_template(const Program& program, const std::string& rules,
                              const std::vector<std::string>& accepted);

/// The JSON Schema (2020-12) of workload files for a rule set.
std::string workload_schema(const Program& program);

}  // namespace scaleplan
