// Builds the flags of a question from the rule set, and the workload from the flags.
#include "question.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <iterator>

#include "read/texts/tree.hpp"

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

std::string dashed(std::string_view id) {
  std::string flag(id);
  std::replace(flag.begin(), flag.end(), '_', '-');
  return flag;
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

void parse_arguments(CLI::App& app, const std::vector<std::string>& arguments,
                     std::vector<std::string> known) {
  app.allow_extras();
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::CallForHelp&) {
    throw HelpWanted{app.help()};
  } catch (const CLI::ParseError& error) {
    throw usage_error(error.what(), "scaleplan " + app.get_name() + " --help");
  }
  const std::vector<std::string> extras = app.remaining();
  if (extras.empty()) return;
  const std::string flag = extras.front().substr(0, extras.front().find('='));
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
  }
  const std::string near = read::nearest(flag, known);
  const std::string what = flag.starts_with('-') ? "unknown flag \"" : "unexpected \"";
  throw usage_error(what + flag + "\"", near.empty()
                                            ? "scaleplan " + app.get_name() + " --help lists the flags"
                                            : "did you mean \"" + near + "\"?");
}

Question::Question(std::string name, std::string help, Call& call)
    : call_(call),
      program_(load_rules(rules_named_in(call.arguments))),
      app_(std::move(help), std::move(name)) {
  app_.add_option("--rules", rules_, "rule set: aws, learning-aws, or a file");
  app_.add_option("--workload", workload_file_, "workload file, YAML or JSON; - for stdin");
  app_.add_option("--with", with_, "take a part of a later stage early");
  app_.add_option("--output,-o", output, "write the answer to this file");
  app_.add_option("--color", color, "auto, always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}));
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
    const std::string flag = "--" + dashed(program_.inputs[i].id);
    const auto names = [&](const std::string& a) {
      return a.starts_with(flag) && (a.size() == flag.size() || a[flag.size()] == '=');
    };
    if (!help && std::none_of(arguments.begin(), arguments.end(), names)) continue;
    flags_[i] = app_.add_option(flag, values_[i], help ? help_of(program_.inputs[i]) : std::string());
    flags_[i]->group("Inputs of the rule set");
  }
}

void Question::parse() {
  std::vector<std::string> known;
  for (const Input& input : program_.inputs) known.push_back("--" + dashed(input.id));
  parse_arguments(app_, call_.arguments, std::move(known));
}

void Question::assume(const std::string& input, double value) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  assumed_.push_back({input, std::string(digits.data(), end), {}, {}, {}});
}

std::vector<Given> Question::given() {
  std::vector<Given> given = assumed_;
  std::vector<Given> filed;
  if (workload_file_ == "-") {
    const std::string text{std::istreambuf_iterator<char>(call_.in), {}};
    filed = read_workload(text, "<stdin>");
  } else if (!workload_file_.empty()) {
    filed = read_workload(read::read_file(workload_file_), workload_file_);
  }
  given.insert(given.end(), filed.begin(), filed.end());
  for (std::size_t i = 0; i < flags_.size(); ++i) {
    if (flags_[i] != nullptr && flags_[i]->count() > 0)
      given.push_back({std::string(program_.inputs[i].id), values_[i], {}, {}, {}});
  }
  return given;
}

Asked Question::asked() { return asked_workload(program_, given(), with_); }

void Question::answer(const std::string& text) {
  if (output.empty()) {
    call_.out << text;
    return;
  }
  std::ofstream file(output, std::ios::binary);
  file << text;
  if (!file.flush())
    throw usage_error("\"" + output + "\" cannot be written", "name a file in a folder you may write to");
}

}  // namespace scaleplan::cli
