// Published schemas: every JSON answer fits its own, every rule file, catalogue and workload file that ships
// fits the one that editors are given, and what is wrong in them does not.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "json_schema.hpp"
#include "scaleplan/recommend.hpp"
#include "scaleplan/rules.hpp"
#include "support.hpp"

using json = scaleplan::test::Json;
using scaleplan::test::schema_fault;
using scaleplan::test::yaml_file;

namespace {

namespace fs = std::filesystem;

json schema(const std::string& name) { return json::parse(scaleplan::test::invoke({"schema", name}).out); }

/// The YAML files in a folder of the source tree.
std::vector<std::string> yaml_files(const std::string& folder) {
  std::vector<std::string> files;
  for (const auto& entry : fs::directory_iterator(fs::path(SCALEPLAN_SOURCE_DIR) / folder)) {
    if (entry.path().extension() == ".yaml")
      files.push_back(fs::relative(entry.path(), SCALEPLAN_SOURCE_DIR).generic_string());
  }
  return files;
}

}  // namespace

TEST_CASE("JSON answers fit their schema", "[json]") {
  const json recommendation = schema("recommendation");
  int checked = 0;
  const auto root = fs::path(SCALEPLAN_SOURCE_DIR) / "tests/golden";
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    const std::string name = fs::relative(entry.path(), SCALEPLAN_SOURCE_DIR).generic_string();
    if (entry.path().extension() != ".golden") continue;
    const std::string text = scaleplan::test::content(name);
    if (text.rfind("$ scaleplan recommend ", 0) != 0 || text.find("--format json") > text.find('\n'))
      continue;
    if (text.find("\n--- exit 2\n") != std::string::npos) continue;  // no answer
    const std::size_t begin = text.find("--- stdout\n") + 11;
    const json answer = json::parse(text.substr(begin, text.find("--- stderr\n") - begin));
    INFO(name);
    CHECK(schema_fault(answer, recommendation).empty());
    ++checked;
  }
  CHECK(checked >= 5);
}

TEST_CASE("JSON of generated answers fits its schema, and the text says the same", "[json][property]") {
  const json recommendation = json::parse(scaleplan::recommendation_schema());
  const scaleplan::Program program = scaleplan::load_rules("aws");
  scaleplan::test::Random random(6);
  for (std::size_t done = 0; done < scaleplan::test::cases(300); ++done) {
    scaleplan::Block block(static_cast<std::size_t>(program.columns), 1);
    scaleplan::test::random_workload(program, random, block, 0);
    const auto answer = scaleplan::recommend(program, block);
    const json document = json::parse(scaleplan::recommend_json(answer));
    const std::string why = schema_fault(document, recommendation);
    if (!why.empty()) FAIL(why);
    // Text and JSON say the same: stage, moves and sum.
    const std::string text = scaleplan::recommend_text(answer, false);
    if (answer.chosen >= 0) {
      std::string headline = " " + document["stage"]["id"].get<std::string>();
      std::string between = ", with ";
      for (const json& move : document["arrangement"]["moves"]) {
        if (move["taken"] == true)
          headline += std::exchange(between, " and ") + move["id"].get<std::string>();
      }
      REQUIRE(text.rfind(headline + "  stage ", 0) == 0);
    }
    REQUIRE(document["cost"]["usd_per_month"] == document["arrangement"]["usd_per_month"]);
    const json& headroom = document["headroom"];
    if (answer.chosen >= 0 && !headroom["stage_users"].is_null()) {
      REQUIRE(headroom["stage_users"] == headroom["ends"][0]["breaks_at_users"].get<double>() - 1);
      REQUIRE(headroom["stage_users"].get<double>() >= headroom["users"].get<double>() - 1);
      REQUIRE(headroom["ends_by"].is_string());
    }
    std::size_t flips = 0;
    for (const auto& one : answer.flips) {
      flips += (one.below ? 1 : 0) + (one.above ? 1 : 0) + one.choices.size() +
               (one.mistaken && one.mistaken->stage != answer.chosen ? 1 : 0);
    }
    REQUIRE(document["flips"].size() == flips);
    REQUIRE((flips == 0 || text.find("FIND OUT NEXT") != std::string::npos));
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
  CHECK(answer["stages"][0]["title"] == "a \"quoted\" \\ title\twith\nlines and \xC3\xA9");
  for (const json& limit : answer["stages"][0]["limits"]) {
    if (limit["id"] == "few") CHECK(limit["need"].get<double>() == Approx(10.0 / 3).epsilon(1e-11));
  }
}

TEST_CASE("schemas in the tree are what the command prints", "[schema]") {
  for (const std::string name : {"ruleset", "catalog", "cases", "workload"}) {
    INFO(name);
    const std::string path = "rules/schema/" + name + ".schema.json";
    const std::string printed = scaleplan::test::invoke({"schema", name}).out;
    if (std::getenv("SCALEPLAN_UPDATE_GOLDENS") != nullptr)
      std::ofstream(fs::path(SCALEPLAN_SOURCE_DIR) / path, std::ios::binary) << printed;
    CHECK(scaleplan::test::content(path) == printed);
  }
}

TEST_CASE("every YAML file fits the schema that it names in its modeline", "[schema]") {
  const std::string modeline = "# yaml-language-server: $schema=";
  int checked = 0;
  for (const std::string folder :
       {"rules", "rules/catalog", "examples", "examples/rules", "examples/rules/catalog",
        "examples/new-stage", "examples/own-prices", "examples/own-thresholds", "tests/rules"}) {
    for (const std::string& file : yaml_files(folder)) {
      INFO(file);
      const std::string text = scaleplan::test::content(file);
      const std::size_t at = text.find(modeline);
      if (folder == "tests/rules" && at == std::string::npos) continue;
      REQUIRE(at != std::string::npos);
      const std::size_t begin = at + modeline.size();
      const fs::path named = fs::path(file).parent_path() / text.substr(begin, text.find('\n', at) - begin);
      const json its = json::parse(scaleplan::test::content(named.lexically_normal().generic_string()));
      CHECK(schema_fault(yaml_file(file), its).empty());
      ++checked;
    }
  }
  CHECK(checked >= 12);
  CHECK(schema_fault(yaml_file("tests/rules/base.yaml"), schema("ruleset")).empty());
  CHECK(schema_fault(yaml_file("tests/rules/odd.yaml"), schema("ruleset")).empty());
  CHECK(schema_fault(json::parse(scaleplan::test::content("examples/telemetry.json")), schema("workload"))
            .empty());
}

TEST_CASE("the schema of rule files refuses what the reader refuses", "[schema]") {
  struct Row {
    const char* place;
    const char* value;  ///< as JSON
    const char* why;    ///< null: it is accepted
  };
  const Row rows[] = {
      {"/stages/small/limts", "{}", "limts is not in the schema"},
      {"/stages/small/limits/few/kind", R"("guidence")", "none of the values"},
      {"/stages/small/limits/few/kind", R"("capacity")", nullptr},
      {"/metrics/load/staged", R"("true")", nullptr},
      {"/metrics/load/staged", "false", nullptr},
      {"/stages/small/limits/few/because", R"(["a", "b"])", "another type"},
      {"/stages/small/limits/few", "[1]", "another type"},
      {"/stages/small/limits/few", R"({"need": 1})", "lacks limit"},
      {"/stages/small/limits/few", "null", nullptr},
      {"/stages/large/change/shop/count", R"("2 * 3")", nullptr},
      {"/stages/large/change/shop/count/maxi", "3", "maxi is not in the schema"},
      {"/stages/large/change/shop/limits/disk", R"({"limit": 1})", nullptr},
      {"/inputs/rate/range", R"({"low": 1})", "another type"},
      {"/inputs/strict/type", R"("bool")", "none of the values"},
      {"/metrics/load", R"({"unit": "s"})", "lacks is"},
      {"/metrics/load/staged", R"("maybe")", "none of the values"},
      {"/metrics/load/after", R"("rate")", nullptr},
      {"/metrics/load/note", R"("why")", nullptr},
      {"/components/shop/size/needs/cpu/each", "1", "each is not in the schema"},
      {"/format", "2", "none of the values"},
      {"/tables/price/disk/north", R"(["$1"])", "another type"},
      {"/moves/all_sizes/metrics/load", R"("before / 3")", nullptr},
  };
  const json rules = schema("ruleset");
  const json whole = yaml_file("tests/rules/every-key.yaml");
  for (const Row& row : rows) {
    INFO(row.place << ": " << row.value);
    json changed = whole;
    changed[json::json_pointer(row.place)] = json::parse(row.value);
    const std::string why = schema_fault(changed, rules);
    INFO(why);
    if (row.why == nullptr) {
      CHECK(why.empty());
    } else {
      CHECK(why.find(row.why) != std::string::npos);
    }
  }
  // The extended file may hold the missing keys.
  json component = {
      {"ruleset", "mine"}, {"extends", "aws"}, {"stages", {{"a", {{"limits", {{"b", {{"limit", 1}}}}}}}}}};
  CHECK(schema_fault(component, rules).empty());
  component.erase("extends");
  CHECK(schema_fault(component, rules) == "it lacks format");
}

TEST_CASE("the schema of workload files refuses what the reader refuses", "[schema]") {
  const char* accepted[] = {R"({"users": 50})",
                            R"({"users": "50k"})",
                            R"({"peak-rps": "1.5k req/s"})",
                            R"({"availability": "99.9%"})",
                            R"({"analytics": true})",
                            R"({"region": "eu-west-1"})",
                            R"({"cpu_per_request": "20ms"})"};
  const char* refused[] = {R"({"users": 0})",       R"({"users": "many"})",  R"({"peak_rsp": 1})",
                           R"({"region": "moon"})", R"({"analytics": 1})",   R"({"availability": 2})",
                           R"({"users": [1]})",     R"({"users": "50 k x"})"};
  const json workload = schema("workload");
  for (const char* text : accepted) {
    INFO(text);
    CHECK(schema_fault(json::parse(text), workload).empty());
  }
  for (const char* text : refused) {
    INFO(text);
    CHECK_FALSE(schema_fault(json::parse(text), workload).empty());
  }
}
