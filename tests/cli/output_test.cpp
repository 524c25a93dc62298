// The values of -o: formats, files, and the format that a file's ending names.
#include <filesystem>

#include "catch.hpp"
#include "project.hpp"
#include "scaleplan/error.hpp"
#include "support.hpp"
#include "targets.hpp"

using scaleplan::cli::file_begin;
using scaleplan::cli::Target;
using scaleplan::cli::targets_of;
using scaleplan::test::invoke;
using scaleplan::test::Project;

namespace {

const std::vector<std::string> formats = {"text", "json", "csv", "sarif", "junit", "tap", "gitlab"};

/// "json -> out.json" of each target, or the message of the error.
std::string shown(const std::vector<std::string>& outputs, const std::string& asked = {}) {
  try {
    std::string text;
    for (const Target& target : targets_of(outputs, formats, asked))
      text += (text.empty() ? "" : "; ") + target.format + " -> " + target.file;
    return text;
  } catch (const scaleplan::Error& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("the values of -o name formats, files, or both", "[output]") {
  struct Row {
    std::vector<std::string> outputs;
    std::string asked, targets;
  };
  const std::vector<Row> rows = {
      {{}, "", "text -> "},
      {{}, "json", "json -> "},
      {{"json"}, "", "json -> "},
      {{"json="}, "", "json -> "},
      {{"json"}, "text", "json -> "},
      {{"a.json"}, "", "json -> a.json"},
      {{"a.txt"}, "", "text -> a.txt"},
      {{"a.csv"}, "", "csv -> a.csv"},
      {{"a.xml"}, "", "junit -> a.xml"},
      {{"out.d/answer"}, "", "text -> out.d/answer"},
      {{"answer"}, "csv", "csv -> answer"},
      {{"a.log"}, "csv", "csv -> a.log"},
      {{"a.json"}, "gitlab", "gitlab -> a.json"},
      {{"a.json"}, "sarif", "sarif -> a.json"},
      {{"a.txt"}, "tap", "tap -> a.txt"},
      {{"sarif=a.json"}, "", "sarif -> a.json"},
      {{"json=a.csv"}, "text", "json -> a.csv"},
      {{"./a=b"}, "", "text -> ./a=b"},
      {{"./json"}, "", "text -> ./json"},
      {{"text", "json=a", "b.csv"}, "", "text -> ; json -> a; csv -> b.csv"},
      {{"text", "json"}, "", "two formats cannot both go to stdout"},
      {{"markdown"}, "", "there is no format \"markdown\""},
      {{"jsn"}, "", "there is no format \"jsn\""},
      {{"txt"}, "", "there is no format \"txt\""},
      {{"yaml=a"}, "", "there is no format \"yaml\""},
      {{"a.md"}, "", "the ending of \"a.md\" names no format of this answer"},
      {{"a.log"}, "", "the ending of \"a.log\" names no format of this answer"},
      {{"a.csv"}, "json", "--format is json, but \"a.csv\" has the ending of another format"},
      {{"a.md"}, "json", "--format is json, but \"a.md\" has the ending of another format"}};
  for (const Row& row : rows) {
    INFO(row.targets << " with " << row.outputs.size() << " outputs, --format " << row.asked);
    CHECK(shown(row.outputs, row.asked).find(row.targets) != std::string::npos);
  }
}

TEST_CASE("the file of an -o value begins behind its format", "[output]") {
  CHECK(file_begin("json") == 4);
  CHECK(file_begin("json=out") == 5);
  CHECK(file_begin("out.json") == 0);
  CHECK(file_begin("sub/a=b") == 0);
}

TEST_CASE("a file of -o holds what --format prints, and stdout stays empty", "[output]") {
  const Project project;
  const std::vector<std::vector<std::string>> verbs = {{"recommend", "--users", "50000"},
                                                       {"compare", "--users", "50000"},
                                                       {"headroom", "--users", "50000"},
                                                       {"flips", "--users", "50000"},
                                                       {"explain", "web_cpu", "--users", "50000"},
                                                       {"explain", "R014"},
                                                       {"roadmap", "--users", "2k", "--growth", "12%/month"},
                                                       {"rules", "show"},
                                                       {"rules", "diff", "aws", "learning-aws"},
                                                       {"rules", "lint"},
                                                       {"check", "--users", "300", "--stage", "cdn"}};
  for (const auto& verb : verbs) {
    INFO(verb.front() << " " << verb[1]);
    const auto with = [&](const std::vector<std::string>& more) {
      auto arguments = verb;
      arguments.insert(arguments.end(), more.begin(), more.end());
      return invoke(arguments);
    };
    const std::string json = with({"--format", "json"}).out;
    REQUIRE(json.front() == '{');
    CHECK(with({"-o", "json"}).out == json);
    CHECK(with({"-o", "answer.json"}).out.empty());
    CHECK(project.read("answer.json") == json);
    CHECK(with({"--output=json=other", "-o", "again.json"}).out.empty());
    CHECK(project.read("other") == json);
    CHECK(project.read("again.json") == json);
    CHECK(with({"--format", "json", "-o", "answer"}).out.empty());
    CHECK(project.read("answer") == json);
  }
  CHECK(invoke({"stages", "-o", "stages.txt", "--color", "always"}).out.empty());
  CHECK(project.read("stages.txt") == invoke({"stages"}).out);
  CHECK(invoke({"schema", "check", "-o", "check.json"}).out.empty());
  CHECK(project.read("check.json") == invoke({"schema", "check"}).out);
  CHECK(invoke({"rules", "test", "--rules", "learning-aws", "-o", "text", "-o", "cases.xml"}).code == 0);
  CHECK(project.read("cases.xml").find("<testsuite") != std::string::npos);
}

TEST_CASE("nothing is written when one output cannot be meant", "[output]") {
  const Project project;
  const auto outcome = invoke({"compare", "--users", "5", "-o", "a.csv", "-o", "a.pdf"});
  CHECK(outcome.code == 2);
  CHECK(outcome.err.find("write -o FORMAT=FILE") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists("a.csv"));
}

TEST_CASE("an error is reported in the format that -o wants on stdout", "[output]") {
  const auto outcome = invoke({"check", "--users", "5", "--stage", "none", "-o", "json"});
  CHECK(outcome.code == 2);
  CHECK(outcome.err == invoke({"check", "--users", "5", "--stage", "none", "--format", "json"}).err);
  CHECK(outcome.err.front() == '{');
}
