// Puts a catalogue together: what it extends, the rows of its CSV files, and what a rule file lays over it.
#pragma once

#include <string_view>

#include "declare.hpp"
#include "texts/tree.hpp"

namespace scaleplan::read {

/// The catalogue that the entry `use` of `catalogs:` describes: its file, if it names one, with what that
/// file extends, and over it the catalogue's keys that stand in the rule file itself.
Node whole_catalog(const Entry& use, const Open& open, Report& report);

/// Whether a key of an entry of `catalogs:` belongs to the catalogue rather than to its use.
bool is_catalog_key(std::string_view key);

/// The rows under `rows` of `map` and of the CSV files that its `files` names, as one map.
void take_files(Node& map, const Open& open, Report& report);

/// Puts the rows of the CSV files that tables of a rule file name among their own.
void take_table_files(Node& root, const Open& open, Report& report);

}  // namespace scaleplan::read
