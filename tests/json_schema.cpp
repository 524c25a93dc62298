// Keywords one by one, each as the standard has it.
#include "json_schema.hpp"

#include <regex>
#include <set>

#include "catch.hpp"
#include "support.hpp"

namespace scaleplan::test {
namespace {

using json = Json;

bool is_type(const json& value, const std::string& type) {
  if (type == "null") return value.is_null();
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_boolean();
  if (type == "integer") return value.is_number_integer();
  return type == "number" && value.is_number();
}

bool has_type(const json& value, const json& types) {
  if (types.is_string()) return is_type(value, types);
  return std::any_of(types.begin(), types.end(), [&](const json& type) { return is_type(value, type); });
}

class Checker {
 public:
  explicit Checker(const json& root) : root_(root) {}

  std::string fault(const json& value, const json& schema, const std::string& at) const {
    static const std::set<std::string> known = {"$schema",
                                                "$id",
                                                "$defs",
                                                "$ref",
                                                "title",
                                                "description",
                                                "examples",
                                                "default",
                                                "type",
                                                "const",
                                                "enum",
                                                "anyOf",
                                                "if",
                                                "then",
                                                "else",
                                                "required",
                                                "properties",
                                                "patternProperties",
                                                "additionalProperties",
                                                "items",
                                                "minItems",
                                                "minimum",
                                                "maximum",
                                                "pattern"};
    for (const auto& [key, ignored] : schema.items()) {
      if (known.count(key) == 0) return "the schema uses " + key + ", which is not checked";
    }
    for (const std::string& why : {choices(value, schema, at), scalar(value, schema, at),
                                   list(value, schema, at), keys(value, schema, at)}) {
      if (!why.empty()) return why;
    }
    return {};
  }

 private:
  std::string choices(const json& value, const json& schema, const std::string& at) const {
    if (schema.contains("$ref")) {
      const json::json_pointer target(schema["$ref"].get<std::string>().substr(1));
      if (!root_.contains(target)) return "no definition " + schema["$ref"].get<std::string>();
      const std::string why = fault(value, root_[target], at);
      if (!why.empty()) return why;
    }
    if (schema.contains("anyOf")) {
      std::string reasons;
      for (const json& one : schema["anyOf"]) {
        const std::string why = fault(value, one, at);
        if (why.empty()) return {};
        reasons += why + "; ";
      }
      return reasons;
    }
    if (!schema.contains("if")) return {};
    const char* branch = fault(value, schema["if"], at).empty() ? "then" : "else";
    return schema.contains(branch) ? fault(value, schema[branch], at) : "";
  }

  static std::string scalar(const json& value, const json& schema, const std::string& at) {
    if (schema.contains("const") && value != schema["const"]) return at + " is not the constant";
    if (schema.contains("enum")) {
      const json& all = schema["enum"];
      if (std::find(all.begin(), all.end(), value) == all.end()) return at + " is none of the values";
    }
    if (schema.contains("type") && !has_type(value, schema["type"]))
      return at + " has another type: " + value.dump();
    if (schema.contains("minimum") && value.is_number() && value < schema["minimum"])
      return at + " is too small";
    if (schema.contains("maximum") && value.is_number() && value > schema["maximum"])
      return at + " is too large";
    if (schema.contains("pattern") && value.is_string() &&
        !std::regex_search(value.get<std::string>(), std::regex(schema["pattern"].get<std::string>())))
      return at + " is written in another way: " + value.dump();
    return {};
  }

  std::string list(const json& value, const json& schema, const std::string& at) const {
    if (!value.is_array()) return {};
    if (schema.contains("minItems") && value.size() < schema["minItems"].get<std::size_t>())
      return at + " is too short";
    for (std::size_t i = 0; schema.contains("items") && i < value.size(); ++i) {
      const std::string why = fault(value[i], schema["items"], at + "[" + std::to_string(i) + "]");
      if (!why.empty()) return why;
    }
    return {};
  }

  std::string keys(const json& value, const json& schema, const std::string& at) const {
    if (!value.is_object()) return {};
    for (const json& key : schema.value("required", json::array())) {
      if (!value.contains(key.get<std::string>())) return at + " lacks " + key.get<std::string>();
    }
    for (const auto& [key, inner] : value.items()) {
      const std::string why = key_fault(key, inner, schema, at + "." + key);
      if (!why.empty()) return why;
    }
    return {};
  }

  std::string key_fault(const std::string& key, const json& inner, const json& schema,
                        const std::string& at) const {
    bool listed = false;
    if (schema.contains("properties") && schema["properties"].contains(key)) {
      listed = true;
      const std::string why = fault(inner, schema["properties"][key], at);
      if (!why.empty()) return why;
    }
    const json patterns = schema.value("patternProperties", json::object());
    for (const auto& [pattern, one] : patterns.items()) {
      if (!std::regex_search(key, std::regex(pattern))) continue;
      listed = true;
      const std::string why = fault(inner, one, at);
      if (!why.empty()) return why;
    }
    if (listed || !schema.contains("additionalProperties")) return {};
    const json& other = schema["additionalProperties"];
    if (other.is_boolean()) return other.get<bool>() ? "" : at + " is not in the schema";
    return fault(inner, other, at);
  }

  const json& root_;
};

}  // namespace

std::string schema_fault(const Json& value, const json& schema) {
  return Checker(schema).fault(value, schema, "it");
}

Json as_json(const read::Node& node) {
  if (node.kind == read::Node::Kind::nothing) return nullptr;
  if (node.kind == read::Node::Kind::map) {
    Json map = Json::object();
    for (const read::Entry& entry : node.entries) map[entry.key] = as_json(entry.value);
    return map;
  }
  if (node.kind == read::Node::Kind::list) {
    Json list = Json::array();
    for (const read::Node& item : node.items) list.push_back(as_json(item));
    return list;
  }
  static const std::regex number(R"(-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?)");
  if (node.quoted) return node.text;
  if (node.text == "true" || node.text == "false") return node.text == "true";
  if (std::regex_match(node.text, number)) return Json::parse(node.text);
  return node.text;
}

Json yaml_file(const std::string& path) {
  read::Report report;
  const read::Node tree = read::read_tree(content(path), path, report);
  INFO(path);
  REQUIRE_FALSE(report.failed());
  return as_json(tree);
}

}  // namespace scaleplan::test
