// Compiles the dialects of a rule set: their types, and queries in their words for the attributes that rules
// name.
#include <fmt/format.h>

#include <algorithm>

#include "query_compiler.hpp"
#include "recognition_compiler.hpp"

namespace scaleplan::read {

/// A query in the words of a dialect, which has no terms.
std::int32_t RecognitionCompiler::native_query(const Node* scalar) {
  if (scalar == nullptr) return -1;
  QueryCompiler queries(
      into_, declare_.texts(), declare_.report(), [](const std::string&) { return std::nullopt; },
      [&](Text type) { remember(type); });
  return queries.compile(parse_formula(*scalar, declare_.units(), declare_.report()));
}

/// Whether a dialect spells that type or attribute in its own way.
bool RecognitionCompiler::spelled(Text name) const {
  return std::any_of(into_.dialects.begin(), into_.dialects.end(), [&](const DialectTable& table) {
    return std::any_of(table.types.begin(), table.types.end(),
                       [&](const DialectType& one) { return one.type == name; }) ||
           std::any_of(table.attributes.begin(), table.attributes.end(),
                       [&](const DialectAttribute& one) { return one.path == name; });
  });
}

/// Attributes that are spelled otherwise by `natives`; an empty name stands for every type.
void RecognitionCompiler::attributes(Fields& fields, const std::vector<Text>& natives, DialectTable& into) {
  for (const Entry& one : fields.map("attributes")) {
    const Text path = declare_.keep(one.key);
    const std::int32_t answer = native_query(&one.value);
    for (const Text native : natives) into.attributes.push_back({native, path, answer});
  }
}

/// One type of a dialect: more native types, a condition on them, attributes of its own.
void RecognitionCompiler::single_type(const Entry& entry, DialectTable& into) {
  Fields fields(entry, fmt::format("type \"{}\" of dialect \"{}\"", entry.key, into.id), declare_.report(),
                keys_of("dialect_type"));
  const Text type = declare_.keep(entry.key);
  const std::int32_t where = native_query(fields.maybe("where"));
  for (const Node* native : fields.list("also"))
    into.types.push_back({declare_.keep(native->text), type, where});
  std::vector<Text> natives;
  for (const DialectType& one : into.types) {
    if (one.type == type) natives.push_back(one.native);
  }
  if (natives.empty()) {
    declare_.report().error(entry.at, "R002", fields.what() + " names no type of the dialect",
                            "write it under types:, or add also: TYPE");
  }
  attributes(fields, natives, into);
  fields.done();
}

void RecognitionCompiler::dialect(const Entry& entry) {
  Fields fields(entry, fmt::format("dialect \"{}\"", entry.key), declare_.report(), keys_of("dialect"));
  DialectTable table;
  table.id = declare_.keep(entry.key);
  table.written = fields.yes_no("written", false);
  for (const Entry& one : fields.map("types")) {
    if (one.value.kind != Node::Kind::scalar) {
      declare_.report().error(
          one.value.at, "R003",
          fmt::format("\"{}\" of {} must be text, not {}", one.key, fields.what(), kind_name(one.value)),
          "write the one type of the rules that it maps to");
    }
    table.types.push_back({declare_.keep(one.key), declare_.keep(one.value.text), -1});
  }
  attributes(fields, {Text()}, table);
  for (const Entry& one : fields.map("by_type")) single_type(one, table);
  fields.done();
  into_.dialects.push_back(std::move(table));
}

/// Adds the native types of all types that are mentioned.
void RecognitionCompiler::native_types() {
  const std::vector<Text> mentioned = into_.types;
  for (const DialectTable& table : into_.dialects) {
    for (const DialectType& one : table.types) {
      if (std::find(mentioned.begin(), mentioned.end(), one.type) != mentioned.end()) remember(one.native);
    }
  }
}

}  // namespace scaleplan::read
