// scaleplan schema: JSON Schemas of input files and answers, for editors and programs.
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "command_line.hpp"
#include "output.hpp"
#include "scaleplan/check.hpp"
#include "scaleplan/grammar.hpp"
#include "scaleplan/recommend.hpp"
#include "scaleplan/rules.hpp"
#include "scaleplan/workload.hpp"
#include "verb.hpp"

namespace scaleplan::cli {
namespace {

std::string ruleset(const std::string&) {
  return language_schema("scaleplan.ruleset/1", "Rule file of scaleplan", rule_sections(), common_keys());
}

std::string catalog(const std::string&) {
  return language_schema("scaleplan.catalog/1", "Catalogue of scaleplan", catalog_sections(), common_keys());
}

std::string cases(const std::string&) {
  return language_schema("scaleplan.cases/1", "Cases of a rule set of scaleplan", case_sections(),
                         common_keys());
}

std::string workload(const std::string& rules) { return workload_schema(load_rules(rules)); }

std::string recommendation(const std::string&) { return recommendation_schema(); }

std::string check(const std::string&) { return check_schema(); }

/// A kind of document, and its schema under a rule set.
struct Schema {
  std::string_view name;
  std::string (*text)(const std::string& rules);
};

constexpr std::array schemas = {Schema{"ruleset", ruleset},
                                Schema{"catalog", catalog},
                                Schema{"cases", cases},
                                Schema{"workload", workload},
                                Schema{"recommendation", recommendation},
                                Schema{"check", check}};

std::string schema_text(const std::string& name, const std::string& rules) {
  const auto schema =
      std::find_if(schemas.begin(), schemas.end(), [&](const Schema& one) { return one.name == name; });
  return schema->text(rules);
}

}  // namespace

int schema_verb(Call& call) {
  std::vector<std::string> names;
  names.reserve(schemas.size());
  for (const Schema& schema : schemas) names.emplace_back(schema.name);
  std::string name;
  std::string rules(builtin_rule_sets().front());
  CommandLine line("schema", "The JSON Schema of an input file, or of an answer.");
  line.option("name", name, fmt::format("{}", fmt::join(names, ", "))).required().among(names);
  line.option("--rules", rules, "rule set whose inputs a workload file may hold: " + rule_set_choice());
  Output output(line, {{"json", [&](bool) { return schema_text(name, rules); }}}, call.out);
  line.parse(call.arguments);
  output.write();
  return yes;
}

}  // namespace scaleplan::cli
