// Faults of an input text: one Error carries every finding of a file, each with its place.
#pragma once

#include <cstddef>
#include <exception>
#include <string>
#include <vector>

namespace scaleplan {

/// How much a finding matters: an error stops the work, a warning does not.
enum class Severity { error, warning };

/// A span of a text: file as the person named it, line and column from 1 (0 = the whole file), length in
/// characters.
struct Span {
  std::string file;
  int line = 0;
  int column = 0;
  int length = 1;
};

/// One finding: a stable code such as "R014", where, what is wrong, and what to do about it.
struct Diagnostic {
  std::string code;
  Severity severity = Severity::error;
  Span at;
  std::string message;
  std::string hint;          ///< the remedy; may be empty
  std::string excerpt = {};  ///< the line of the file at `at.line`, without its end; may be empty
  int excerpt_from = 1;      ///< column of the first character of `excerpt`: not 1 where a long line was cut
  std::string subject =
      {};  ///< the id or key that it is about, where a code has one (W004, R002); may be empty
  std::string paste = {};      ///< lines to put into a file, with what is unknown left open; may be empty
  std::size_t more_below = 0;  ///< how often the same is wrong further down
};

/// Thrown by the reading wing alone; holds at least one finding, in order of place.
class Error : public std::exception {
 public:
  explicit Error(std::vector<Diagnostic> found);
  /// Every finding of the file, first cause first.
  [[nodiscard]] const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }
  [[nodiscard]] const char* what() const noexcept override { return first_.c_str(); }

 private:
  std::vector<Diagnostic> diagnostics_;
  std::string first_;
};

}  // namespace scaleplan
