// A checker of JSON Schemas, as far as ours go: the tests of answers, rule files and workload files share it.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "read/texts/tree.hpp"

namespace scaleplan::test {

using Json = nlohmann::ordered_json;  ///< in file order, which means something in rule files

/// The first reason why `value` is not what `schema` says, or nothing. A keyword that is not known is a
/// reason.
std::string schema_fault(const Json& value, const Json& schema);

/// A tree as YAML 1.2 reads it, as editors check it.
Json as_json(const read::Node& node);

/// A YAML file of the source tree.
Json yaml_file(const std::string& path);

}  // namespace scaleplan::test
