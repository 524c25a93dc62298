// Every JSON answer is what the published schema says: a checker of the keywords that the schema uses, and no
// other.
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>

#include "catch.hpp"
#include "scaleplan/recommend.hpp"
#include "scaleplan/render.hpp"
#include "scaleplan/rules.hpp"
#include "support.hpp"

using nlohmann::json;

namespace {

bool is_type(const json& value, const std::string& type) {
  if (type == "null") return value.is_null();
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_boolean();
  if (type == "integer") return value.is_number_integer();
  return type == "number" && value.is_number();
}

/// The first reason why `value` is not what `schema` says, or nothing.
std::string fault(const json& value, const json& schema, const json& root, const std::string& at) {
  static const std::set<std::string> known = {
      "$schema",  "$id",     "$defs",  "$ref",     "title",      "description",          "type",
      "const",    "enum",    "anyOf",  "required", "properties", "additionalProperties", "items",
      "minItems", "minimum", "maximum"};
  for (const auto& [key, ignored] : schema.items()) {
    if (known.count(key) == 0) return "the schema uses " + key + ", which is not checked";
  }
  if (schema.contains("$ref")) {
    const std::string name = schema["$ref"].get<std::string>().substr(std::string("#/$defs/").size());
    if (!root["$defs"].contains(name)) return "no definition " + name;
    return fault(value, root["$defs"][name], root, at);
  }
  if (schema.contains("const") && value != schema["const"]) return at + " is not the constant";
  if (schema.contains("enum")) {
    bool found = false;
    for (const json& one : schema["enum"]) found = found || one == value;
    if (!found) return at + " is none of the values";
  }
  if (schema.contains("anyOf")) {
    bool found = false;
    std::string why;
    for (const json& one : schema["anyOf"]) {
      const std::string reason = fault(value, one, root, at);
      found = found || reason.empty();
      why += reason + "; ";
    }
    if (!found) return why;
  }
  if (schema.contains("type")) {
    bool fits = false;
    if (schema["type"].is_string()) fits = is_type(value, schema["type"]);
    if (schema["type"].is_array()) {
      for (const json& type : schema["type"]) fits = fits || is_type(value, type);
    }
    if (!fits) return at + " has another type: " + value.dump();
  }
  if (schema.contains("minimum") && value.is_number() && value < schema["minimum"])
    return at + " is too small";
  if (schema.contains("maximum") && value.is_number() && value > schema["maximum"])
    return at + " is too large";
  if (value.is_array()) {
    if (schema.contains("minItems") && value.size() < schema["minItems"].get<std::size_t>())
      return at + " is too short";
    for (std::size_t i = 0; schema.contains("items") && i < value.size(); ++i) {
      const std::string why = fault(value[i], schema["items"], root, at + "[" + std::to_string(i) + "]");
      if (!why.empty()) return why;
    }
  }
  if (!value.is_object()) return {};
  for (const json& key : schema.value("required", json::array())) {
    if (!value.contains(key.get<std::string>())) return at + " lacks " + key.get<std::string>();
  }
  for (const auto& [key, inner] : value.items()) {
    const std::string where = at + "." + key;
    const json& properties = schema.contains("properties") ? schema["properties"] : json::object();
    std::string why;
    if (properties.contains(key)) {
      why = fault(inner, properties[key], root, where);
    } else if (schema.contains("additionalProperties")) {
      const json& other = schema["additionalProperties"];
      why = other == false ? where + " is not in the schema" : fault(inner, other, root, where);
    }
    if (!why.empty()) return why;
  }
  return {};
}

}  // namespace

TEST_CASE("JSON answers fit their schema", "[json]") {
  const json schema = json::parse(scaleplan::test::invoke({"schema", "recommendation"}).out);
  int checked = 0;
  const auto root = std::filesystem::path(SCALEPLAN_SOURCE_DIR) / "tests/golden";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    const std::string name = std::filesystem::relative(entry.path(), SCALEPLAN_SOURCE_DIR).generic_string();
    if (entry.path().extension() != ".golden") continue;
    const std::string text = scaleplan::test::content(name);
    if (text.rfind("$ scaleplan recommend ", 0) != 0 || text.find("--format json") > text.find('\n'))
      continue;
    const std::size_t begin = text.find("--- stdout\n") + 11;
    const json answer = json::parse(text.substr(begin, text.find("--- stderr\n") - begin));
    INFO(name);
    CHECK(fault(answer, schema, schema, "answer").empty());
    ++checked;
  }
  CHECK(checked >= 5);
}

TEST_CASE("JSON of generated answers fits its schema, and the text says the same", "[json][property]") {
  const json schema = json::parse(scaleplan::recommendation_schema());
  const scaleplan::Program program = scaleplan::load_rules("aws");
  scaleplan::test::Random random(6);
  for (std::size_t done = 0; done < scaleplan::test::cases(300); ++done) {
    scaleplan::Block block(static_cast<std::size_t>(program.columns), 1);
    scaleplan::test::random_workload(program, random, block, 0);
    const auto answer = scaleplan::recommend(program, block);
    const json document = json::parse(scaleplan::render_json(answer));
    const std::string why = fault(document, schema, schema, "answer");
    if (!why.empty()) FAIL(why);
    // Text and JSON say the same: stage and sum.
    const std::string text = scaleplan::render_text(answer, false);
    if (answer.chosen >= 0)
      REQUIRE(text.rfind(" " + document["stage"]["id"].get<std::string>() + " ", 0) == 0);
  }
  SUCCEED();
}

TEST_CASE("a string is escaped and a number keeps twelve digits", "[json]") {
  // Texts with every kind of character come in through a rule file.
  const auto outcome = scaleplan::test::invoke({"recommend", "--users", "10", "--rules",
                                                std::string(SCALEPLAN_SOURCE_DIR) + "/tests/rules/odd.yaml",
                                                "--format", "json"});
  REQUIRE(outcome.code == 0);
  const json answer = json::parse(outcome.out);
  CHECK(answer["stage"]["title"] == "a \"quoted\" \\ title\twith\nlines and \xC3\xA9");
  for (const json& limit : answer["stages"][0]["limits"]) {
    if (limit["id"] == "few") CHECK(limit["need"].get<double>() == Approx(10.0 / 3).epsilon(1e-11));
  }
}
