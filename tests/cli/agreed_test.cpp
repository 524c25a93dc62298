// Accepted findings: a baseline keeps the declared amounts, and passes no smaller ones.
#include "catch.hpp"
#include "project.hpp"
#include "support.hpp"

using scaleplan::test::invoke;
using scaleplan::test::Outcome;
using scaleplan::test::Project;

namespace {

Outcome check(std::vector<std::string> more) {
  more.insert(more.begin(), {"check", "--terraform", "plan.json"});
  return invoke(more);
}

}  // namespace

TEST_CASE("a baseline passes what is no worse than then", "[check]") {
  const Project project;
  const std::string plan = project.read("plan.json");
  const std::vector<std::string> ask = {"--users",           "5k",   "--users-kind", "typical",
                                        "--cpu-per-request", "60ms", "--fail-on",    "sized-below"};
  const auto asked = [&](const std::string& flag) {
    auto all = ask;
    all.insert(all.end(), {flag, "before.json"});
    return check(all);
  };
  CHECK(asked("--write-baseline").code == 1);
  CHECK(asked("--baseline").code == 0);
  project.write_with("plan.json", plan, "m7g.large", "m7g.xlarge");
  CHECK(asked("--baseline").code == 0);
  project.write_with("plan.json", plan, "m7g.large", "m7g.medium");
  CHECK(asked("--baseline").code == 1);
  CHECK(asked("--baseline").out.find("(too small, worse than the baseline)") != std::string::npos);
  // A baseline of before keeps no numbers: what it names is known.
  std::string old = project.read("before.json");
  for (std::size_t at = 0; (at = old.find("\"utilization\": ", at)) != std::string::npos;)
    old.erase(at, old.find('\n', at) - at);
  project.write("before.json", old);
  CHECK(asked("--baseline").code == 0);
}

TEST_CASE("a baseline passes no fewer units, zones or copies, whatever is needed", "[check]") {
  const Project project;
  project.shrink();
  CHECK(check({"--users", "5k", "--write-baseline", "before.json"}).code == 1);
  CHECK(check({"--users", "5k", "--baseline", "before.json"}).code == 0);
  CHECK(check({"--users", "9k", "--baseline", "before.json"}).code == 0);
  const std::string before = project.read("before.json");
  project.write_with("before.json", before, "\"declared_least\": 1", "\"declared_least\": 2");
  CHECK(check({"--users", "5k", "--baseline", "before.json"}).code == 1);
  project.write_with("before.json", before, "\"status\": \"not-met\"", "\"status\": \"unknown\"");
  CHECK(check({"--users", "5k", "--baseline", "before.json"}).code == 1);
}

TEST_CASE("a baseline of a stage passes no later need of it", "[check]") {
  const Project project;
  const auto stage = [](const char* users, const char* flag) {
    return invoke({"check", "--stage", "split-database", "--users", users, flag, "before.json"}).code;
  };
  CHECK(stage("20k", "--write-baseline") == 1);
  CHECK(stage("20k", "--baseline") == 0);
  CHECK(stage("19k", "--baseline") == 0);
  CHECK(stage("40k", "--baseline") == 1);
}
