// What a team has agreed to: waivers in a file, and findings that an earlier check had already.
#pragma once

#include <string>
#include <vector>

#include "scaleplan/check.hpp"

namespace scaleplan::cli {

/// Reads a waiver file (YAML); throws Error.
std::vector<Waiver> read_waivers(const std::string& path);

/// Marks the findings that the JSON of an earlier check has, too, as known, or as worse where less is
/// declared than then; throws Error when the file is none.
void mark_known(Check& check, const std::string& path);

}  // namespace scaleplan::cli
