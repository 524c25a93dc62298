// The formats of a verb's answer: one table makes --format, -o and --color, and writes what they ask for.
#pragma once

#include <functional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "command_line.hpp"
#include "targets.hpp"

namespace scaleplan::cli {

/// A format by its name, and the text of the answer in it, in colour where the format has any.
struct Format {
  std::string_view name;
  std::function<std::string(bool colour)> text;
};

/// The answer of a verb in every format; has to outlive the parsing of its command line.
class Output {
 public:
  /// Offers the flags; the first format is the default one, and `out` is stdout.
  Output(CommandLine& line, std::vector<Format> formats, std::ostream& out);
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  /// Adds a file to the targets of the command line; after parsing.
  void add(std::string format, std::string file);
  /// Whether the command line asks for no other format; after parsing.
  [[nodiscard]] bool only(std::string_view format) const;
  /// Writes the answer to every target, files first; throws Error when a file cannot be written.
  void write() const;

 private:
  [[nodiscard]] std::string text(const Target& target) const;

  std::vector<Format> formats_;
  std::ostream& out_;
  std::string format_, color_ = "auto";
  std::vector<std::string> outputs_;
  std::vector<Target> targets_;
};

}  // namespace scaleplan::cli
