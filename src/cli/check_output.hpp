// Where a check is written to: several formats at once.
#pragma once

#include <string>
#include <vector>

#include "scaleplan/check.hpp"
#include "verb.hpp"

namespace scaleplan::cli {

/// The formats of a check, by the names that --format takes.
const std::vector<std::string>& check_formats();

/// Writes a check to each of `outputs`, "FORMAT" or "FORMAT=FILE"; throws Error before anything is written
/// when one cannot be meant, and when a file cannot be written. `colour` is for text on stdout.
void write_check(Call& call, const Program& program, const Check& check,
                 const std::vector<std::string>& outputs, bool colour);

}  // namespace scaleplan::cli
