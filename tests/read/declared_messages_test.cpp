// Messages on files that are neither a plan nor a template.
#include "catch.hpp"
#include "declared_support.hpp"
#include "scaleplan/diagnostics.hpp"
#include "scaleplan/error.hpp"

using namespace scaleplan;
using namespace scaleplan::test;

namespace {

/// The message about a file of that name and content, or the notes about it.
std::string said(const std::string& name, const std::string& content) {
  try {
    const Declaration read = read_declaration({{name, content, {}}}, {});
    return read.notes.empty() ? "" : error_text(Error(read.notes), false);
  } catch (const Error& error) {
    return error_text(error, false);
  }
}

}  // namespace

TEST_CASE("messages about plans name the place and what to run", "[declared]") {
  CHECK(said("tfplan.json", "PK\x03\x04...") ==
        "error[D013]: this is a saved plan (or another zip file), not its JSON\n"
        " --> tfplan.json\n"
        "  = hint: in its folder: terraform show -json tfplan.json > plan.json\n");
  CHECK(said("plan.json", "") ==
        "error[D001]: the file is empty\n"
        " --> plan.json\n"
        "  = hint: the command that wrote it failed: run it again and read its output\n");
  CHECK(said("main.tf", "resource \"box\" \"a\" {\n}\n") ==
        "error[D015]: this is Terraform source, not a plan\n"
        " --> main.tf\n"
        "  = hint: terraform plan -out tfplan && terraform show -json tfplan > plan.json\n");
  CHECK(said("plan.json", "{\n  \"planned_values\": {\n") ==
        "error[D005]: the file ends before the { of line 2 is closed: it was cut off\n"
        " --> plan.json:2:22\n"
        "  |\n"
        "2 |   \"planned_values\": {\n"
        "  |                      ^\n"
        "  = hint: write the file again with the tool that made it\n");
  CHECK(said("plan.json", "{\"planned_values\": {}, \"planned_values\": {}}\n") ==
        "error[D007]: the key \"planned_values\" appears twice\n"
        " --> plan.json:1:24\n"
        "  |\n"
        "1 | {\"planned_values\": {}, \"planned_values\": {}}\n"
        "  |                        ^^^^^^^^^^^^^^^^\n"
        "  = hint: delete one of them\n");
}

TEST_CASE("lines of a log count as lines of the file", "[declared]") {
  CHECK(said("plan.json", "[command]terraform show\n{\"format_version\": \"1.0\",\n").substr(0, 92) ==
        "error[D005]: the file ends before the { of line 2 is closed: it was cut off\n --> plan.json:2");
  CHECK(
      said("plan.json", "[command]terraform show\n{\"format_version\": \"1.0\", \"planned_values\": {}}\n") ==
      "warning[D103]: log lines around the plan are ignored\n"
      " --> plan.json\n"
      "  = hint: with setup-terraform, set terraform_wrapper: false\n");
}
