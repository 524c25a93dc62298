// scaleplan workload new: a workload file with every input of a rule set, to be filled in.
#include <CLI/CLI.hpp>

#include <filesystem>
#include <fstream>

#include "question.hpp"
#include "scaleplan/render.hpp"

namespace scaleplan::cli {

int workload_new_verb(Call& call) {
  std::string rules = "aws";
  std::string output;
  CLI::App app("A commented workload file with every input of a rule set.", "workload new");
  app.add_option("file", output, "file to write; stdout without one");
  app.add_option("--rules", rules, "rule set: aws, learning-aws, or a file");
  parse_arguments(app, call.arguments);
  const Program program = load_rules(rules);
  std::vector<std::string> accepted;
  for (const Input& input : program.inputs) accepted.push_back(accepted_values(input));
  const std::string text = workload_template(program, rules, accepted);
  if (output.empty()) {
    call.out << text;
    return yes;
  }
  if (std::filesystem::exists(output))
    throw usage_error("\"" + output + "\" is there already", "nothing was written; take another name");
  std::ofstream file(output, std::ios::binary);
  file << text;
  if (!file.flush())
    throw usage_error("\"" + output + "\" cannot be written", "name a file in a folder you may write to");
  return yes;
}

}  // namespace scaleplan::cli
