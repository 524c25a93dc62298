// The flags that every question about a workload shares: rule set, workload file, one flag for each input.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "command_line.hpp"
#include "scaleplan/rules.hpp"
#include "verb.hpp"

namespace scaleplan::cli {

/// A command line that asks about one workload. A verb adds flags of its own to line() before parse().
class Question {
 public:
  /// Loads the rule set that the arguments name and offers its inputs as flags; throws Error.
  Question(const std::string& name, const std::string& help, Call& call);

  CommandLine& line() { return line_; }
  /// Reads the command line; throws Error for an unknown flag, HelpWanted for --help.
  void parse();
  [[nodiscard]] const Program& program() const { return program_; }
  /// The workload from file and flags, flags winning; throws Error.
  Block workload() { return asked().workload; }
  /// The workload file; empty without one, and where it is stdin.
  [[nodiscard]] std::string workload_file() const { return workload_file_ == "-" ? "" : workload_file_; }
  /// The values of file and flags, in order; throws Error.
  std::vector<Given> given();
  /// Takes `value` for an input that neither a file nor a flag gives.
  void assume(const std::string& input, double value);
  /// Throws Error when the answer to `workload` needs a price that no rule gives.
  void require_prices(const Block& workload) const;
  /// As workload(), with the ranges that were given.
  Asked asked();

 private:
  void offer_inputs();

  Call& call_;
  Program program_;
  CommandLine line_;
  std::string rules_;
  std::string workload_file_;
  std::vector<std::string> with_, without_;
  std::vector<Given> assumed_;
  std::optional<std::string> stdin_;        ///< its content, when the workload is read from it
  std::vector<std::string> values_;         ///< by input
  std::vector<std::optional<Flag>> flags_;  ///< by input; only those that were built
};

}  // namespace scaleplan::cli
