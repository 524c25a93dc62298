// Reads rule sets from files, with those inside the binary as files like any other.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "program/text_file.hpp"
#include "scaleplan/rule_tree.hpp"
#include "scaleplan/rules.hpp"
#include "texts/tree.hpp"

namespace scaleplan::read {

/// Reads the rule set named among `builtin`, or in a file of the disk, and everything it extends; throws
/// Error.
Program read_program(const std::string& name_or_path, const std::vector<TextFile>& builtin);

/// The tree of a rule set with everything it extends, its catalogues as `catalogs` says, the names of their
/// files as seen from where the program runs; the report owns its texts.
Node resolved_tree(const std::string& name_or_path, const std::vector<TextFile>& builtin, Catalogs catalogs,
                   Report& report);

/// The rule set that the named one extends, as read_program takes it; may be empty; throws Error.
std::string base_of(const std::string& name_or_path, const std::vector<TextFile>& builtin);

}  // namespace scaleplan::read
