// Builds the flags of a question from the rule set, and the workload from the flags.
#include "question.hpp"

#include <algorithm>
#include <array>
#include <istream>
#include <iterator>

#include "colour.hpp"
#include "files.hpp"
#include "ids.hpp"
#include "numbers.hpp"
#include "scaleplan/files.hpp"

namespace scaleplan::cli {
namespace {

/// The rule set has to be known before the flags are: they come from it.
std::string rules_named_in(const std::vector<std::string>& arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--rules" && i + 1 < arguments.size()) return arguments[i + 1];
    if (arguments[i].starts_with("--rules=")) return arguments[i].substr(8);
  }
  return "aws";
}

/// Help of one flag: what it is, what is accepted, what is assumed.
std::string help_of(const Input& input) {
  std::string help = std::string(input.help) + " [" + accepted_values(input) + "]";
  if (!input.default_text.empty()) help += "; assumed: " + std::string(input.default_text);
  return help;
}

}  // namespace

Error usage_error(std::string message, std::string hint) {
  Diagnostic fault;
  fault.code = "U001";
  fault.message = std::move(message);
  fault.hint = std::move(hint);
  return Error({fault});
}

Question::Question(const std::string& name, const std::string& help, Call& call)
    : call_(call), program_(load_rules(rules_named_in(call.arguments))), line_(name, help) {
  line_.rules(rules_);
  line_.option("--workload", workload_file_, "workload file, YAML or JSON; - for stdin");
  line_.option("--with", with_, "take a part of a later stage early");
  line_.option("--output,-o", output, "write the answer to this file");
  line_.color(color);
  offer_inputs();
}

/// Only the flags that are used are built, unless help is wanted: there are dozens, and building one takes
/// longer than reading it.
void Question::offer_inputs() {
  const auto& arguments = call_.arguments;
  const bool help = std::any_of(arguments.begin(), arguments.end(),
                                [](const auto& a) { return a == "--help" || a == "-h"; });
  values_.resize(program_.inputs.size());
  flags_.resize(program_.inputs.size());
  for (std::size_t i = 0; i < program_.inputs.size(); ++i) {
    const std::string flag = "--" + flag_name(program_.inputs[i].id);
    const auto names = [&](const std::string& a) {
      return a.starts_with(flag) && (a.size() == flag.size() || a[flag.size()] == '=');
    };
    if (!help && std::none_of(arguments.begin(), arguments.end(), names)) continue;
    flags_[i] = line_.option(flag, values_[i], help ? help_of(program_.inputs[i]) : std::string());
    flags_[i]->under("Inputs of the rule set");
  }
}

void Question::parse() {
  line_.parse(call_.arguments, [&] {
    std::vector<std::string> known;
    for (const Input& input : program_.inputs) known.push_back("--" + flag_name(input.id));
    return known;
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
  return given;
}

Asked Question::asked() { return asked_workload(program_, given(), with_); }

bool Question::coloured() const { return output.empty() && cli::coloured(color, call_.out); }

void Question::answer(const std::string& text) {
  if (output.empty()) {
    call_.out << text;
  } else {
    write_file(output, text);
  }
}

}  // namespace scaleplan::cli
