// scaleplan schema: JSON Schemas of what the program reads and writes, for editors and programs.
#include "command_line.hpp"
#include "scaleplan/check.hpp"
#include "scaleplan/grammar.hpp"
#include "scaleplan/render.hpp"
#include "scaleplan/rules.hpp"
#include "verb.hpp"

namespace scaleplan::cli {
namespace {

std::string ruleset() {
  return language_schema("scaleplan.ruleset/1", "Rule file of scaleplan", rule_sections(), common_keys());
}

std::string catalog() {
  return language_schema("scaleplan.catalog/1", "Catalogue of scaleplan", catalog_sections(), common_keys());
}

std::string cases() {
  return language_schema("scaleplan.cases/1", "Cases of a rule set of scaleplan", case_sections(),
                         common_keys());
}

}  // namespace

int schema_verb(Call& call) {
  std::string name;
  std::string rules = "aws";
  CommandLine line("schema", "The JSON Schema of a file that is read, or of an answer.");
  line.option("name", name, "ruleset, catalog, cases, workload, recommendation, check")
      .required()
      .among({"ruleset", "catalog", "cases", "workload", "recommendation", "check"});
  line.option("--rules", rules, "rule set whose inputs a workload file holds: aws, learning-aws, or a file");
  line.parse(call.arguments);
  if (name == "ruleset") call.out << ruleset();
  if (name == "catalog") call.out << catalog();
  if (name == "cases") call.out << cases();
  if (name == "workload") call.out << workload_schema(load_rules(rules));
  if (name == "recommendation") call.out << recommendation_schema();
  if (name == "check") call.out << check_schema();
  return yes;
}

}  // namespace scaleplan::cli
