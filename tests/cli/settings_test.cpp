// Settings: flags before environment before project file, each group as a whole, and what each of them may
// say.
#include <cstdlib>
#include <filesystem>

#include "catch.hpp"
#include "project.hpp"
#include "support.hpp"

using scaleplan::test::invoke;
using scaleplan::test::Outcome;
using scaleplan::test::Project;

namespace {

/// An environment variable while it lives.
class Variable {
 public:
  Variable(const char* name, const std::string& value) : name_(name) { ::setenv(name, value.c_str(), 1); }
  ~Variable() { ::unsetenv(name_); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  const char* name_;
};

Outcome with_variable(const char* name, const std::string& value, const std::vector<std::string>& arguments) {
  const Variable variable(name, value);
  return invoke(arguments);
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("the environment says what is checked instead of the project file", "[check]") {
  const Project project;
  const auto stage = with_variable("SCALEPLAN_STAGE", "split-database", {"check"});
  CHECK(stage.code == 1);
  CHECK(has(stage.out, "split-database is declared"));
  CHECK(with_variable("SCALEPLAN_STAGE", "split-database", {"check", "--terraform", "plan.json"}).code == 0);
  project.write("stack.yaml",
                "Resources: {App: {Type: 'AWS::EC2::Instance', Properties: {InstanceType: t3.small}}}\n");
  const auto stack = with_variable("SCALEPLAN_CLOUDFORMATION", "stack.yaml", {"check"});
  CHECK(stack.code == 1);
  CHECK(has(stack.out, "web               1 instance"));
  project.write(".scaleplan.yaml",
                "workload: workload.yaml\nterraform: plan.json\noutput: [text, json=check.json]\n");
  CHECK(has(with_variable("SCALEPLAN_FORMAT", "tap", {"check"}).out, "TAP version 14"));
  CHECK_FALSE(std::filesystem::exists("check.json"));
}

TEST_CASE("an environment variable names several files", "[check]") {
  const Project project;
  project.write(".scaleplan.yaml", "workload: workload.yaml\n");
  project.write("none.json", R"({"format_version": "1.2", "resource_changes": []})");
  CHECK(with_variable("SCALEPLAN_TERRAFORM", "plan.json:none.json", {"check"}).code == 0);
  CHECK(with_variable("SCALEPLAN_TERRAFORM", "plan.json:gone.json", {"check"}).code == 2);
  CHECK(has(with_variable("SCALEPLAN_TERAFORM", "plan.json", {"check"}).err,
            "SCALEPLAN_TERAFORM is not a setting; did you mean SCALEPLAN_TERRAFORM?"));
  CHECK(with_variable("SCALEPLAN_EXPLAIN", "perhaps", {"check", "--terraform", "plan.json"}).code == 2);
}

TEST_CASE("a project file says all that a flag says, but no input", "[check]") {
  const Project project;
  project.write(
      ".scaleplan.yaml",
      "workload: workload.yaml\nterraform: plan.json\nwith: [cache]\nexplain: yes\n"
      "output: [text, json=check.json]\nwrite-baseline: before.json\nas-of: 2026-11-25\ncolor: always\n");
  const auto all = invoke({"check"});
  CHECK(all.code == 1);
  CHECK(has(all.out, "carries"));
  CHECK(has(all.out, "[cache.count]"));
  CHECK(has(all.out, "\x1b["));
  CHECK(std::filesystem::exists("check.json"));
  CHECK(std::filesystem::exists("before.json"));
  CHECK(has(invoke({"check", "-o", "markdown"}).out, "**scaleplan: too small.**"));
  CHECK(invoke({"check", "--stage", "multi-az"}).code == 0);
  project.write(".scaleplan.yaml", "terraform: plan.json\ndeclared-only: yes\n");
  CHECK(has(invoke({"check"}).out, "stage reached"));
  CHECK(invoke({"check", "--declared-only=false"}).code == 2);
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"users: 5k\n", "inputs belong in the workload file"},
      {"explain: perhaps\n", "\"explain\" must be yes or no"},
      {"unknown: [warn, fail]\n", "\"unknown\" must be one text"},
      {"terraform: [{a: b}]\n", "\"terraform\" must be text or a list of texts"},
      {"- terraform: plan.json\n", "a project file holds name: value pairs"},
      {"terraform\n", "a project file holds name: value pairs"}};
  for (const auto& [text, message] : rows) {
    INFO(text);
    project.write(".scaleplan.yaml", text);
    for (const auto& arguments : {std::vector<std::string>{"check"}, {"config", "show"}}) {
      const auto outcome = invoke(arguments);
      CHECK(outcome.code == 2);
      CHECK(has(outcome.err, message));
    }
  }
}

TEST_CASE("paths of a project file are beside it, with or without a dot", "[check]") {
  const Project project;
  project.write("workload", "users: 5000\n");
  project.write("tfplan_json", project.read("plan.json"));
  project.write(".scaleplan.yaml",
                "rules: aws\nworkload: workload\nterraform: tfplan_json\noutput: [json=out_json, out.md]\n");
  std::filesystem::create_directory("sub");
  std::filesystem::create_directory(".git");
  std::filesystem::current_path("sub");
  CHECK(invoke({"check"}).code == 0);
  std::filesystem::current_path("..");
  CHECK(std::filesystem::exists("out_json"));
  CHECK(std::filesystem::exists("out.md"));
}

TEST_CASE("a parameter of the project file is passed over where no template has it", "[check]") {
  const Project project;
  project.write(".scaleplan.yaml", "workload: workload.yaml\nparameter: Env=prod\n");
  CHECK(invoke({"check", "--terraform", "plan.json"}).code == 0);
  CHECK(has(invoke({"check", "--terraform", "plan.json", "--parameter", "Env=prod"}).err, "error[D023]"));
}
