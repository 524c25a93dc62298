// The keys and forms of the nodes of a resolved rule set.
#pragma once

#include <string>
#include <string_view>

#include "scaleplan/grammar.hpp"
#include "scaleplan/rule_tree.hpp"

namespace scaleplan::read {

/// Where `catalog_use` holds the catalogue's content once it is read in.
constexpr std::string_view catalog_content = "content";

/// Whether every map takes this key, and no figure hangs on it.
bool is_common(std::string_view name);

/// The key `name` of a section; one without a name where the author chooses the keys.
Key key_of(const Section& section, std::string_view name);

/// The section of the maps below a key; null where there is none.
const Section* section_of(const Key& key);

/// Whether nothing but words for people is in such a map.
bool all_prose(const Section& section);

/// A single value as the map that it stands for; the node itself where it stands for none.
RuleNode as_map(const Section& section, const RuleNode& node);

/// A value on one line, as it is written, without what only people read.
std::string written(const Key& key, const RuleNode& node);

}  // namespace scaleplan::read
