// scaleplan workload new: a workload file with every input of a rule set, to fill in.
#include <fmt/format.h>

#include <filesystem>

#include "command_line.hpp"
#include "files.hpp"
#include "scaleplan/rules.hpp"
#include "scaleplan/workload.hpp"
#include "verb.hpp"

namespace scaleplan::cli {

int workload_new_verb(Call& call) {
  std::string rules;
  std::string output;
  CommandLine line("workload new", "A commented workload file with every input of a rule set.");
  line.option("file", output, "file to write; default: stdout");
  line.rules(rules);
  line.parse(call.arguments);
  const Program program = load_rules(rules);
  std::vector<std::string> accepted;
  for (const Input& input : program.inputs) accepted.push_back(accepted_values(input));
  const bool standard = rules == builtin_rule_sets().front();
  const std::string text = workload_template(program, standard ? "" : rules, accepted);
  if (output.empty()) {
    call.out << text;
    return yes;
  }
  if (std::filesystem::exists(output))
    throw usage_error(fmt::format("\"{}\" exists already", output), "nothing was written; take another name");
  write_file(output, text);
  return yes;
}

}  // namespace scaleplan::cli
