// The commands of examples/ci run and pass; every format of one check; waivers, baselines and settings.
#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

#include "catch.hpp"
#include "json_schema.hpp"
#include "project.hpp"
#include "support.hpp"

using scaleplan::test::content;
using scaleplan::test::invoke;
using scaleplan::test::Project;
using scaleplan::test::split;

namespace {

namespace fs = std::filesystem;

const std::vector<std::string> ask = {"check", "--workload", "workload.yaml", "--terraform", "plan.json"};

std::vector<std::string> asked(std::vector<std::string> more) {
  std::vector<std::string> all = ask;
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace

TEST_CASE("the commands of examples/ci run and pass", "[check]") {
  int commands = 0;
  for (const char* name : {"github.yml", "gitlab-ci.yml", "pre-commit-config.yaml", "Makefile"}) {
    const Project project;
    std::istringstream lines(project.read(name));
    for (std::string line; std::getline(lines, line);) {
      const std::size_t at = line.find("scaleplan check --workload");
      if (at == std::string::npos) continue;
      INFO(name << ": " << line);
      auto arguments = split(line.substr(at));
      arguments.erase(arguments.begin());
      const auto outcome = invoke(arguments);
      INFO(outcome.out << outcome.err);
      CHECK(outcome.code == 0);
      ++commands;
    }
  }
  CHECK(commands == 4);
}

TEST_CASE("a check fails on what is too small and passes on what is agreed to", "[check]") {
  const Project project;
  CHECK(invoke(ask).code == 0);
  project.shrink();
  const auto failed = invoke(asked({"--write-baseline", "before.json"}));
  CHECK(failed.code == 1);
  CHECK(failed.out.find("too small") != std::string::npos);
  CHECK(failed.out.find("aws_autoscaling_group.web") != std::string::npos);
  CHECK(invoke(asked({"--baseline", "before.json"})).code == 0);
  project.write(
      "waivers.yaml",
      "waivers:\n  - {address: aws_autoscaling_group.*, requirement: web.*, reason: quiet season, expires: "
      "2027-01-31}\n  - {requirement: database.copies, reason: moved soon, expires: 2026-12-31}\n");
  const auto on = [&](const char* day) {
    return invoke(asked({"--waivers", "waivers.yaml", "--as-of", day}));
  };
  CHECK(on("2026-12-31").code == 0);
  CHECK(on("2027-01-01").code == 1);
  CHECK(on("2027-01-01").err.find("expired on 2026-12-31") != std::string::npos);
  CHECK(on("soon").code == 2);
}

TEST_CASE("several formats are written at once, stdout by one of them", "[check]") {
  const Project project;
  project.shrink();
  const auto outcome = invoke(asked({"-o", "text", "-o", "sarif=check.sarif", "-o", "junit=check.xml", "-o",
                                     "json=check.json", "-o", "markdown=comment.md"}));
  CHECK(outcome.code == 1);
  CHECK(outcome.out.rfind(" too small", 0) == 0);
  const auto sarif = nlohmann::json::parse(project.read("check.sarif"));
  CHECK(sarif["runs"][0]["results"].size() >= 2);
  CHECK(project.read("check.xml").find("<failure") != std::string::npos);
  const std::string comment = project.read("comment.md");
  CHECK(comment.rfind("<!-- scaleplan-check -->\n**scaleplan: too small.**", 0) == 0);
  CHECK(comment.size() < 65000);
  const auto json = scaleplan::test::Json::parse(project.read("check.json"));
  const auto schema = scaleplan::test::Json::parse(invoke({"schema", "check"}).out);
  CHECK(scaleplan::test::schema_fault(json, schema).empty());
  CHECK(json["verdict"] == "too-small");
  const auto& components = json["declared"]["components"];
  const auto web =
      std::find_if(components.begin(), components.end(), [](const auto& one) { return one["id"] == "web"; });
  REQUIRE(web != components.end());
  CHECK((*web)["instances"] == 1);
  CHECK(invoke(asked({"-o", "text", "-o", "json"})).code == 2);
  CHECK(invoke(asked({"-o", "txt"})).err.find("did you mean \"text\"?") != std::string::npos);
}

TEST_CASE("the project file says what the command line does not", "[check]") {
  const Project project;
  CHECK(invoke({"check"}).code == 0);
  project.shrink();
  CHECK(invoke({"check"}).code == 1);
  CHECK(invoke({"check", "--stage", "multi-az"}).code == 0);
  const auto shown = invoke({"config", "show"});
  CHECK(shown.out.find("terraform       plan.json") != std::string::npos);
  CHECK(shown.out.find(".scaleplan.yaml:3") != std::string::npos);
  fs::create_directory("deep");
  fs::create_directory(".git");
  fs::current_path("deep");
  CHECK(invoke({"check"}).code == 1);
  CHECK(invoke({"config", "show"}).out.find("../plan.json") != std::string::npos);
  fs::current_path("..");
  project.write(".scaleplan.yaml", "failon: larger\n");
  CHECK(invoke({"check"}).err.find("did you mean \"fail-on\"?") != std::string::npos);
}

TEST_CASE("nothing checked is no pass, and what is no plan is no answer", "[check]") {
  const Project project;
  const std::string head = R"({"format_version": "1.2", "resource_changes": [)";
  project.write("empty.json", head + "]}");
  CHECK(invoke({"check", "--users", "10", "--terraform", "empty.json"}).code == 1);
  project.write("site.json",
                head + R"({"address": "aws_s3_bucket.site", "mode": "managed", "type": "aws_s3_bucket",
    "name": "site", "change": {"actions": ["create"], "before": null, "after": {"bucket": "site"}}}]})");
  const auto site = invoke({"check", "--users", "50000", "--terraform", "site.json"});
  CHECK(site.code == 0);
  CHECK(site.out.find("off the ladder") != std::string::npos);
  CHECK(invoke({"check", "--users", "10", "--stage", "cdn", "--terraform", "empty.json"}).code == 2);
  project.write(".scaleplan.yaml", "unknown: warn\n");
  CHECK(invoke({"check", "--users", "10"}).code == 2);
  project.write("cut.json", head);
  CHECK(invoke({"check", "--users", "10", "--terraform", "cut.json"}).code == 2);
}

TEST_CASE("plans in other encodings are read, and files that are not text are named", "[check]") {
  const Project project;
  const std::string plan = project.read("plan.json");
  const auto wide = [&](bool big) {
    std::string text = big ? "\xFE\xFF" : "\xFF\xFE";
    for (const char c : plan) text += big ? std::string{'\0', c} : std::string{c, '\0'};
    return text;
  };
  const auto plain = invoke(ask);
  for (const bool big : {false, true}) {
    INFO("big-endian " << big);
    project.write("plan.json", wide(big));
    const auto outcome = invoke(ask);
    CHECK(outcome.code == 0);
    CHECK(outcome.out == plain.out);
  }
  project.write("plan.json", "\xEF\xBB\xBF" + plan);
  CHECK(invoke(ask).out == plain.out);
  const std::vector<std::pair<std::string, std::string>> rows = {
      {std::string("PK\x03\x04\x14\x00\x08\x00", 8) + std::string(40, '\1'), "error[D013]"},
      {std::string("\x1f\x8b\x08\x00", 4) + std::string(40, '\2'), "error[D014]"},
      {std::string("\x7f"
                   "ELF",
                   4) +
           std::string(40, '\0'),
       "error[D014]"},
      {wide(false).substr(0, plan.size()), "error[D005]"},
      {"", "error[D001]"},
  };
  for (const auto& [content, code] : rows) {
    project.write("plan.json", content);
    const auto outcome = invoke(ask);
    INFO(code << " " << outcome.err);
    CHECK(outcome.code == 2);
    CHECK(outcome.out.empty());
    CHECK(outcome.err.rfind(code, 0) == 0);
    CHECK(outcome.err.find("hint: ") != std::string::npos);
  }
}

TEST_CASE("the load of a declaration matches the schema, known or not", "[check]") {
  const Project project;
  const auto schema = scaleplan::test::Json::parse(invoke({"schema", "check"}).out);
  const auto explained = [&] {
    const auto outcome = invoke({"check", "--declared-only", "--explain", "--users-kind", "typical", "--file",
                                 "plan.json", "--format", "json"});
    REQUIRE(outcome.code <= 1);
    auto json = scaleplan::test::Json::parse(outcome.out);
    CHECK(scaleplan::test::schema_fault(json, schema).empty());
    return json["carries"];
  };
  CHECK(explained()["machines_users"] == 10174);
  std::string plan = project.read("plan.json");
  const std::size_t at = plan.find("m7g.large");
  project.write("plan.json", plan.replace(at, 9, "m0x.large"));
  CHECK(explained()["components"][0]["state"] == "not-in-catalogue");
  CHECK(explained()["all_known"] == false);
  project.write("plan.json", R"({"format_version": "1.2", "resource_changes": []})");
  CHECK(explained()["stage"].is_null());
}

TEST_CASE("machines that are too small fail unless --fail-on leaves them out, and can be waived", "[check]") {
  const Project project;
  const auto asked_more = [&](std::vector<std::string> more) {
    more.insert(more.begin(), {"check", "--terraform", "plan.json", "--users", "5k", "--users-kind",
                               "typical", "--cpu-per-request", "60ms"});
    return invoke(more);
  };
  CHECK(asked_more({}).code == 1);
  CHECK(asked_more({}).out.find(" machines too small\n") == 0);
  CHECK(asked_more({}).out.find("[web.sized-below]") != std::string::npos);
  CHECK(asked_more({"--fail-on", "too-small"}).code == 0);
  CHECK(asked_more({"--fail-on", "too-small"}).out.find(" machines too small\n") == 0);
  CHECK(asked_more({"--fail-on", "never"}).code == 0);
  CHECK(asked_more({"--fail-on", "larger,never"}).code == 2);
  CHECK(asked_more({"--fail-on", ""}).code == 2);
  CHECK(asked_more({"--write-baseline", "before.json"}).code == 1);
  CHECK(asked_more({"--fail-on", "sized-below"}).code == 1);
  CHECK(asked_more({"--fail-on", "sized-below", "--baseline", "before.json"}).code == 0);
  project.write("waivers.yaml",
                "waivers: [{requirement: \"*.sized-below\", reason: quiet season, expires: 2027-01-31}]\n");
  CHECK(asked_more({"--fail-on", "sized-below", "--waivers", "waivers.yaml", "--as-of", "2026-12-01"}).code ==
        0);
  CHECK(asked_more({"--fail-on", "sized-below", "--waivers", "waivers.yaml", "--as-of", "2027-02-01"}).code ==
        1);
}
