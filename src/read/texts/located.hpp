// A text with its name, turning places in it into findings with line, column and excerpt.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "places.hpp"
#include "scaleplan/declaration.hpp"

namespace scaleplan::read {

class Located {
 public:
  /// Places count from `begin`, where the part of `text` that is read begins; `text` outlives this.
  Located(std::string name, std::string_view text, std::size_t begin = 0);

  /// A finding about `bytes` bytes at `at`.
  Diagnostic finding(Severity severity, std::string code, std::size_t at, std::size_t bytes,
                     std::string message, std::string hint = {});
  /// Writes the place of a value or resource into it.
  template <class Placed>
  void place(Placed& placed, std::size_t at) {
    const Mark mark = places_.mark(begin_ + at);
    placed.line = mark.line;
    placed.column = mark.column;
  }
  /// The part that is read.
  [[nodiscard]] std::string_view text() const { return places_.content().substr(begin_); }
  /// How many lines stand before it.
  [[nodiscard]] int lines_before() { return places_.mark(begin_).line - 1; }
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  std::string name_;
  std::size_t begin_;
  Places places_;
};

/// A finding about a whole file.
Diagnostic file_finding(Severity severity, std::string code, std::string file, std::string message,
                        std::string hint = {});

}  // namespace scaleplan::read
