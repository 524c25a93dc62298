// Builds the flags of a question from the rule set, and the workload from the flags.
#include "question.hpp"

#include <algorithm>
#include <istream>
#include <iterator>

#include "arguments.hpp"
#include "ids.hpp"
#include "nearest.hpp"
#include "numbers.hpp"
#include "scaleplan/files.hpp"
#include "scaleplan/missing.hpp"

namespace scaleplan::cli {
namespace {

/// The rule set that --rules names, or the default one: the other flags come from it.
std::string rules_named_in(const std::vector<std::string>& arguments) {
  const std::vector<std::string> named = values_of(arguments, "rules");
  return named.empty() ? std::string(builtin_rule_sets().front()) : named.front();
}

/// Help of one flag: meaning, accepted values, default.
std::string help_of(const Input& input) {
  std::string help = std::string(input.help) + " [" + accepted_values(input) + "]";
  if (!input.default_text.empty()) help += "; assumed: " + std::string(input.default_text);
  return help;
}

/// "users: 50k, users-kind: monthly" as flags: "--users 50k --users-kind monthly".
std::string as_flags(std::string_view inputs) {
  std::string flags = "--";
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    if (inputs.substr(i).starts_with(", ")) {
      flags += " --";
      ++i;
    } else if (inputs[i] != ':') {
      flags += inputs[i];
    }
  }
  return flags;
}

}  // namespace

Question::Question(const std::string& name, const std::string& help, Call& call)
    : call_(call), program_(load_rules(rules_named_in(call.arguments))), line_(name, help) {
  line_.rules(rules_);
  line_.option("--workload", workload_file_, "workload file, YAML or JSON; - for stdin");
  line_.option("--with", with_, "move of a later stage to make now");
  line_.option("--without", without_, "move never to make, also where a stage makes it");
  offer_inputs();
}

/// Builds only the flags that the arguments use, or all for help: there are dozens, and building one takes
/// longer than reading it.
void Question::offer_inputs() {
  const auto& arguments = call_.arguments;
  const bool help = std::any_of(arguments.begin(), arguments.end(),
                                [](const auto& a) { return a == "--help" || a == "-h"; });
  values_.resize(program_.inputs.size());
  flags_.resize(program_.inputs.size());
  for (std::size_t i = 0; i < program_.inputs.size(); ++i) {
    const std::string name = flag_name(program_.inputs[i].id);
    const auto given = [&](const std::string& argument) { return is_flag(argument, name); };
    if (!help && std::none_of(arguments.begin(), arguments.end(), given)) continue;
    flags_[i] = line_.option("--" + name, values_[i], help ? help_of(program_.inputs[i]) : std::string());
    flags_[i]->under("Inputs of the rule set");
  }
}

void Question::parse() {
  line_.parse(call_.arguments,
              [&](std::string_view flag, std::string_view value, std::vector<std::string> known) {
                if (flag.starts_with("--")) {
                  const std::string instead = other_name(program_.inputs, flag.substr(2), value);
                  if (!instead.empty()) return as_flags(instead);
                }
                for (const Input& input : program_.inputs) known.push_back("--" + flag_name(input.id));
                return nearest(flag, known);
              });
}

void Question::assume(const std::string& input, double value) {
  assumed_.push_back({input, write_exact_number(value), {}, {}, {}});
}

std::vector<Given> Question::given() {
  std::vector<Given> given = assumed_;
  std::vector<Given> filed;
  if (workload_file_ == "-") {
    if (!stdin_) stdin_.emplace(std::istreambuf_iterator<char>(call_.in), std::istreambuf_iterator<char>());
    filed = read_workload(*stdin_, "<stdin>");
  } else if (!workload_file_.empty()) {
    filed = read_workload(read_file(workload_file_), workload_file_);
  }
  given.insert(given.end(), filed.begin(), filed.end());
  for (std::size_t i = 0; i < flags_.size(); ++i) {
    if (flags_[i] && flags_[i]->given())
      given.push_back({std::string(program_.inputs[i].id), values_[i], {}, {}, {}});
  }
  for (const std::string& move : with_) given.push_back({"with", move, {}, {}, {}});
  for (const std::string& move : without_) given.push_back({"without", move, {}, {}, {}});
  return given;
}

Asked Question::asked() {
  Asked asked = asked_workload(program_, given());
  require_prices(asked.workload);
  return asked;
}

void Question::require_prices(const Block& workload) const {
  if (const auto missing = missing_prices(program_, workload); !missing.empty())
    throw missing_prices_error(missing);
}

}  // namespace scaleplan::cli
