// Hands flags to CLI11 and turns its complaints into errors of ours, each with a hint.
#include "command_line.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>

#include "read/texts/tree.hpp"
#include "scaleplan/rules.hpp"
#include "verb.hpp"

namespace scaleplan::cli {

Flag& Flag::required() {
  option_->required();
  return *this;
}

Flag& Flag::among(const std::vector<std::string>& values) {
  option_->check([values](const std::string& given) {
    if (std::find(values.begin(), values.end(), given) != values.end()) return std::string();
    std::string all;
    for (const std::string& value : values) all += (all.empty() ? "" : ", ") + value;
    return "\"" + given + "\" is none of " + all;
  });
  return *this;
}

Flag& Flag::within(int lowest, int highest) {
  option_->check([lowest, highest](const std::string& given) {
    int value = 0;
    const char* const end = given.data() + given.size();
    const bool whole = std::from_chars(given.data(), end, value).ptr == end && !given.empty();
    if (whole && value >= lowest && value <= highest) return std::string();
    return "\"" + given + "\" is no whole number from " + std::to_string(lowest) + " to " +
           std::to_string(highest);
  });
  return *this;
}

Flag& Flag::one_at_a_time() {
  option_->allow_extra_args(false);
  return *this;
}

Flag& Flag::under(const std::string& heading) {
  option_->group(heading);
  return *this;
}

bool Flag::given() const { return option_->count() > 0; }

CommandLine::CommandLine(const std::string& verb, const std::string& help)
    : app_(std::make_unique<CLI::App>(help, verb)) {}

CommandLine::~CommandLine() = default;

Flag CommandLine::option(const std::string& names, std::string& into, const std::string& help) {
  return Flag(app_->add_option(names, into, help));
}

Flag CommandLine::option(const std::string& names, std::vector<std::string>& into, const std::string& help) {
  return Flag(app_->add_option(names, into, help));
}

Flag CommandLine::option(const std::string& names, int& into, const std::string& help) {
  return Flag(app_->add_option(names, into, help));
}

Flag CommandLine::flag(const std::string& names, bool& into, const std::string& help) {
  return Flag(app_->add_flag(names, into, help));
}

void CommandLine::drop(const std::string& name) { app_->remove_option(app_->get_option(name)); }

Flag CommandLine::rules(std::string& into) {
  std::string help = "rule set: ";
  for (const std::string_view name : builtin_rule_sets()) help += std::string(name) + ", ";
  return option("--rules", into, help + "or a file");
}

void CommandLine::format(std::string& into, const std::vector<std::string>& formats) {
  std::string help;
  for (std::size_t i = 0; i < formats.size(); ++i) {
    if (i > 0) help += i + 1 == formats.size() ? " or " : ", ";
    help += formats[i];
  }
  option("--format", into, help).among(formats);
}

void CommandLine::color(std::string& into) {
  option("--color", into, "auto, always or never").among({"auto", "always", "never"});
}

void CommandLine::parse(const std::vector<std::string>& arguments,
                        const std::function<std::vector<std::string>()>& known) {
  app_->allow_extras();
  try {
    app_->parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::CallForHelp&) {
    throw HelpWanted{app_->help()};
  } catch (const CLI::ParseError& error) {
    throw usage_error(error.what(), "scaleplan " + app_->get_name() + " --help");
  }
  const std::vector<std::string> extras = app_->remaining();
  if (extras.empty()) return;
  const std::string flag = extras.front().substr(0, extras.front().find('='));
  std::vector<std::string> all = known ? known() : std::vector<std::string>();
  for (const CLI::Option* option : app_->get_options()) {
    for (const std::string& name : option->get_lnames()) all.push_back("--" + name);
  }
  const std::string near = read::nearest(flag, all);
  const std::string what = flag.starts_with('-') ? "unknown flag \"" : "unexpected \"";
  throw usage_error(what + flag + "\"", near.empty()
                                            ? "scaleplan " + app_->get_name() + " --help lists the flags"
                                            : "did you mean \"" + near + "\"?");
}

}  // namespace scaleplan::cli
