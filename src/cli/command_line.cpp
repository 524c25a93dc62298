// Passes flags to CLI11 and turns its errors into ours, each with a hint.
#include "command_line.hpp"

#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <map>

#include "nearest.hpp"
#include "scaleplan/rules.hpp"
#include "verb.hpp"

namespace scaleplan::cli {
namespace {

/// "--output,-o" as help shows it, with the kind of its value: "-o, --output TEXT".
std::string signature(const CLI::Option& option) {
  std::string text;
  for (const std::string& name : option.get_snames()) text += (text.empty() ? "-" : ", -") + name;
  for (const std::string& name : option.get_lnames()) text += (text.empty() ? "--" : ", --") + name;
  if (option.get_positional()) text = option.get_name();
  if (option.get_items_expected_max() == 0 || option.get_positional()) return text;
  return text + " " + option.get_type_name() + (option.get_items_expected_max() > 1 ? " ..." : "");
}

std::string help_line(const CLI::Option& option) {
  constexpr std::size_t column = 28;
  std::string line = "  " + signature(option);
  line += line.size() < column ? std::string(column - line.size(), ' ') : "\n" + std::string(column, ' ');
  return line + option.get_description() + "\n";
}

/// The help of a verb. It is laid out here, since each version of the library does it in its own way.
std::string help_text(const CLI::App& app) {
  std::string usage = "usage: scaleplan " + app.get_name();
  std::vector<std::string> headings{"arguments"};
  std::map<std::string, std::string> lines;
  for (const CLI::Option* option : app.get_options()) {
    const std::string heading = option->get_positional() ? "arguments" : option->get_group();
    if (std::find(headings.begin(), headings.end(), heading) == headings.end()) headings.push_back(heading);
    lines[heading] += help_line(*option);
    if (!option->get_positional()) continue;
    const std::string name = option->get_name() + (option->get_items_expected_max() > 1 ? "..." : "");
    usage += option->get_required() ? " " + name : " [" + name + "]";
  }
  std::string text = app.get_description() + "\n\n" + usage + " [options]\n";
  for (const std::string& heading : headings) {
    if (!lines[heading].empty()) text += "\n" + heading + ":\n" + lines[heading];
  }
  return text;
}

/// An error of the library in words that do not depend on its version.
std::string complaint(const CLI::App& app, const CLI::ParseError& error) {
  std::string text = error.what();
  if (error.get_name() != "ArgumentMismatch") return text;
  const std::string name = text.substr(0, text.find(':'));
  const CLI::Option* const option = app.get_option_no_throw(name);
  return name + (option == nullptr || option->count() < 2 ? " needs a value" : " is given more than once");
}

}  // namespace

std::string rule_set_choice() { return fmt::format("{}, or a file", fmt::join(builtin_rule_sets(), ", ")); }

Flag& Flag::required() {
  option_->required();
  return *this;
}

Flag& Flag::among(const std::vector<std::string>& values) {
  option_->check([values, option = option_](const std::string& given) {
    if (std::find(values.begin(), values.end(), given) != values.end()) return std::string();
    std::string fault = fmt::format("\"{}\" is not one of {}", given, fmt::join(values, ", "));
    const std::string near = nearest(given, values);
    if (near.empty()) return fault;
    throw usage_error(fmt::format("{}: {}", option->get_name(), fault), did_you_mean(near));
  });
  return *this;
}

Flag& Flag::within(int lowest, int highest) {
  option_->check([lowest, highest](const std::string& given) {
    int value = 0;
    const char* const end = given.data() + given.size();
    const bool whole = std::from_chars(given.data(), end, value).ptr == end && !given.empty();
    if (whole && value >= lowest && value <= highest) return std::string();
    return fmt::format("\"{}\" is not a whole number from {} to {}", given, lowest, highest);
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
    : app_(std::make_unique<CLI::App>(help, verb)) {
  app_->set_help_flag("-h,--help", "print this help and exit")->group("options");
  app_->option_defaults()->group("options");
}

CommandLine::~CommandLine() = default;

Flag CommandLine::option(const std::string& names, std::string& into, const std::string& help) {
  return Flag(app_->add_option(names, into, help)->type_name("TEXT"));
}

Flag CommandLine::option(const std::string& names, std::vector<std::string>& into, const std::string& help) {
  return Flag(app_->add_option(names, into, help)->type_name("TEXT"));
}

Flag CommandLine::option(const std::string& names, int& into, const std::string& help) {
  return Flag(app_->add_option(names, into, help)->type_name("NUMBER"));
}

Flag CommandLine::flag(const std::string& names, bool& into, const std::string& help) {
  return Flag(app_->add_flag(names, into, help));
}

Flag CommandLine::rules(std::string& into) {
  into = builtin_rule_sets().front();
  return option("--rules", into, "rule set: " + rule_set_choice());
}

void CommandLine::format(std::string& into, const std::vector<std::string>& formats) {
  std::string help;
  for (std::size_t i = 0; i < formats.size(); ++i) {
    if (i > 0) help += i + 1 == formats.size() ? " or " : ", ";
    help += formats[i];
  }
  option("--format", into, help).among(formats);
}

void CommandLine::after_parsing(std::function<void()> check) { checks_.push_back(std::move(check)); }

void CommandLine::color(std::string& into) {
  option("--color", into, "auto, always or never").among({"auto", "always", "never"});
}

void CommandLine::parse(const std::vector<std::string>& arguments, const Meant& meant) {
  app_->allow_extras();
  try {
    app_->parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::CallForHelp&) {
    throw HelpWanted{help_text(*app_)};
  } catch (const CLI::ParseError& error) {
    throw usage_error(complaint(*app_, error), "scaleplan " + app_->get_name() + " --help");
  }
  const std::vector<std::string> extras = app_->remaining();
  if (extras.empty()) {
    for (const auto& check : checks_) check();
    return;
  }
  const std::size_t equals = extras.front().find('=');
  const std::string flag = extras.front().substr(0, equals);
  std::string value = equals == std::string::npos ? "" : extras.front().substr(equals + 1);
  if (equals == std::string::npos && extras.size() > 1 && !extras[1].starts_with('-')) value = extras[1];
  std::vector<std::string> all;
  for (const CLI::Option* option : app_->get_options()) {
    for (const std::string& name : option->get_lnames()) all.push_back("--" + name);
  }
  const std::string near = meant ? meant(flag, value, all) : nearest(flag, all);
  const std::string what = flag.starts_with('-') ? "unknown flag \"" : "unexpected \"";
  throw usage_error(what + flag + "\"",
                    did_you_mean(near, "scaleplan " + app_->get_name() + " --help lists the flags"));
}

}  // namespace scaleplan::cli
