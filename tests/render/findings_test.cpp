// The findings of a run, in the formats that other tools read.
#include "scaleplan/findings.hpp"

#include <nlohmann/json.hpp>

#include "catch.hpp"

namespace {

using namespace scaleplan;
using nlohmann::json;

Finding finding(const char* code, const char* name, Outcome outcome) {
  Finding one;
  one.code = code;
  one.name = name;
  one.outcome = outcome;
  return one;
}

Findings some() {
  Findings all;
  all.suite = "scaleplan try";
  all.version = "1.2";
  all.rules = {{"T001", "first", "The first rule."}, {"T002", "second", ""}};
  Finding passes = finding("T001", "passes", Outcome::passed);
  passes.subject = "web";
  Finding fails = finding("T002", "50% <of> #1", Outcome::failed);
  fails.subject = "module.x.web[0]";
  fails.message = "a: 1, b \"2\"\nnext";
  fails.hint = "do: it";
  fails.at = {"a,b.tf", 3, 5, 2};
  Finding warns = finding("T001", "careful", Outcome::warning);
  warns.message = "look";
  warns.at = {"c.yaml", 7, 0, 1};
  Finding waits = finding("T001", "later", Outcome::skipped);
  waits.message = "not known";
  all.all = {passes, fails, warns, waits};
  return all;
}

}  // namespace

TEST_CASE("annotations escape what would end them", "[render]") {
  CHECK(findings_github(some()) ==
        "::error file=a%2Cb.tf,line=3,col=5,title=T002 module.x.web[0]::a: 1, b \"2\"%0Anext%0Ado: it\n"
        "::warning file=c.yaml,line=7,title=T001::look\n");
}

TEST_CASE("TAP counts every finding and diagnoses those that say something", "[render]") {
  CHECK(findings_tap(some()) ==
        "TAP version 14\n1..4\nok 1 - web: passes\nnot ok 2 - module.x.web[0]: 50% <of> \\#1\n  ---\n"
        "  code: \"T002\"\n  message: \"a: 1, b \\\"2\\\"\\nnext\"\n  hint: \"do: it\"\n"
        "  at: \"a,b.tf:3:5\"\n  ...\nok 3 - careful\n  ---\n  code: \"T001\"\n  message: \"look\"\n"
        "  at: \"c.yaml:7\"\n  ...\nok 4 - later # SKIP not known\n");
}

TEST_CASE("JUnit counts failures and skips", "[render]") {
  const std::string xml = findings_junit(some());
  CHECK(xml.find("tests=\"4\" failures=\"1\" errors=\"0\" skipped=\"1\"") != std::string::npos);
  CHECK(xml.find("name=\"50% &lt;of&gt; #1\"") != std::string::npos);
  CHECK(xml.find("message=\"a: 1, b &quot;2&quot;&#10;next\" type=\"T002\"") != std::string::npos);
}

TEST_CASE("a place says no more than is known", "[render]") {
  Finding one;
  CHECK(place(one).empty());
  one.at.file = "plan.json";
  CHECK(place(one) == "plan.json");
  one.at.line = 3;
  CHECK(place(one) == "plan.json:3");
  one.at.column = 5;
  CHECK(place(one) == "plan.json:3:5");
}

TEST_CASE("SARIF names files by URIs", "[render]") {
  for (const auto& [file, uri] : {std::pair{"a/b.tf", "a/b.tf"},
                                  {"/home/me/b.tf", "file:///home/me/b.tf"},
                                  {"my plan#1%.json", "my%20plan%231%25.json"},
                                  {"a<b>.json", "a%3Cb%3E.json"},
                                  {"<stdin>", "stdin"}}) {
    Findings all = some();
    all.all[1].at = {file, 0, 0, 0};
    const json where =
        json::parse(findings_sarif(all))["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    CHECK(where["artifactLocation"]["uri"] == uri);
    CHECK(where["region"] == json{{"startLine", 1}});
  }
}

TEST_CASE("SARIF and GitLab's report hold what was found, with a fingerprint that outlives lines and words",
          "[render]") {
  const json sarif = json::parse(findings_sarif(some()));
  const json& run = sarif["runs"][0];
  REQUIRE(run["results"].size() == 2);
  CHECK(run["tool"]["driver"]["rules"].size() == 2);
  CHECK(run["results"][0]["ruleIndex"] == 1);
  CHECK(run["results"][0]["level"] == "error");
  CHECK(run["results"][0]["locations"][0]["physicalLocation"]["region"]["endColumn"] == 7);
  const json gitlab = json::parse(findings_gitlab(some()));
  REQUIRE(gitlab.size() == 2);
  CHECK(gitlab[1]["location"]["lines"]["begin"] == 7);
  CHECK(gitlab[0]["fingerprint"] == run["results"][0]["partialFingerprints"]["scaleplan/v1"]);

  Findings moved = some();
  moved.all[1].at.line = 99;
  CHECK(fingerprint(moved.all[1]) == fingerprint(some().all[1]));
  moved.all[1].name = "said otherwise";
  moved.all[1].message = "also otherwise";
  CHECK(fingerprint(moved.all[1]) == fingerprint(some().all[1]));
  moved.all[1].subject = "web";
  CHECK(fingerprint(moved.all[1]) != fingerprint(some().all[1]));
}
