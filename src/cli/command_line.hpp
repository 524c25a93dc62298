// The flags of one verb. The only place that knows the argument parser, whose headers take longer to compile
// than all verbs together.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace scaleplan::cli {

/// The values of a flag that takes a rule set: "aws, learning-aws, or a file".
std::string rule_set_choice();

/// One flag or word that a command line may hold; valid as long as its CommandLine.
class Flag {
 public:
  explicit Flag(CLI::Option* option) : option_(option) {}

  Flag& required();
  Flag& among(const std::vector<std::string>& values);
  Flag& within(int lowest, int highest);
  /// Takes one value each time it is given, and may be given again.
  Flag& one_at_a_time();
  Flag& under(const std::string& heading);
  /// Whether the command line has it; known after parse().
  [[nodiscard]] bool given() const;

 private:
  CLI::Option* option_;
};

/// The flags and arguments of a verb, and the variables that they fill. `names` are "--output,-o", or a word
/// without dashes for an argument without a flag.
class CommandLine {
 public:
  CommandLine(const std::string& verb, const std::string& help);
  ~CommandLine();
  CommandLine(const CommandLine&) = delete;
  CommandLine& operator=(const CommandLine&) = delete;

  Flag option(const std::string& names, std::string& into, const std::string& help);
  Flag option(const std::string& names, std::vector<std::string>& into, const std::string& help);
  Flag option(const std::string& names, int& into, const std::string& help);
  Flag flag(const std::string& names, bool& into, const std::string& help);

  /// The flags that many verbs share, with their words. Without --rules the default rule set is taken.
  Flag rules(std::string& into);
  void format(std::string& into, const std::vector<std::string>& formats);
  void color(std::string& into);

  /// Adds a check that parse() runs at its end; the check throws Error.
  void after_parsing(std::function<void()> check);
  /// Reads the arguments after the verb; throws Error for unknown ones, HelpWanted for --help.
  /// `meant` returns the flags to give instead of one that is not known, with its value; else empty.
  using Meant = std::function<std::string(std::string_view flag, std::string_view value,
                                          std::vector<std::string> known)>;
  void parse(const std::vector<std::string>& arguments, const Meant& meant = {});

 private:
  std::unique_ptr<CLI::App> app_;
  std::vector<std::function<void()>> checks_;
};

}  // namespace scaleplan::cli
