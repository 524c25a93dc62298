// scaleplan schema: the JSON Schema of what the program writes.
#include <CLI/CLI.hpp>

#include "question.hpp"
#include "scaleplan/render.hpp"

namespace scaleplan::cli {

int schema_verb(Call& call) {
  std::string name;
  CLI::App app("The JSON Schema of an output.", "schema");
  app.add_option("name", name, "recommendation")->required()->check(CLI::IsMember({"recommendation"}));
  parse_arguments(app, call.arguments);
  call.out << recommendation_schema();
  return yes;
}

}  // namespace scaleplan::cli
