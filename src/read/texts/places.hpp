// Turns places in a text (bytes) into marks (line and column in characters).
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "tree.hpp"

namespace scaleplan::read {

class Places {
 public:
  /// `content` has `\n` at its line ends and outlives this; `text` is the same text kept by the
  /// report.
  Places(const SourceText* text, std::string_view content);

  /// The mark of `bytes` bytes from `at`, its length cut at the end of the line. The end of the
  /// text is shown behind the last line.
  Mark mark(std::size_t at, std::size_t bytes = 1);

  [[nodiscard]] std::string_view content() const { return content_; }
  [[nodiscard]] std::size_t line_begin(std::size_t at) const;
  /// Where the line feed of the line of `at` stands, or the end of the text.
  [[nodiscard]] std::size_t line_end(std::size_t at) const;
  /// Whether only blanks stand before `at` in its line.
  [[nodiscard]] bool first_in_line(std::size_t at) const;

 private:
  const SourceText* text_;
  std::string_view content_;
  std::vector<std::size_t> begins_;
  // The last place and its column: on a line of megabytes, counting every column from its start
  // takes hours.
  std::size_t last_at_ = 0;
  std::size_t last_column_ = 0;
};

}  // namespace scaleplan::read
