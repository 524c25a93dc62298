// How a scalar is written in the text: in quotes, as a block, or plain, and from where to where.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace scaleplan::read {

struct Written {
  std::size_t begin = 0;  ///< of the text, inside the quotes
  std::size_t end = 0;    ///< of the text; of its first line when it has more than one
  bool quoted = false;    ///< in quotes or as a block: text whatever it looks like
  bool closed = true;     ///< false when the closing quote is missing
  bool exact = false;     ///< each byte of the value is the character at the same place of the text
};

/// How `value`, which the parser found at `at`, is written there.
Written find_written(std::string_view content, std::size_t at, std::string_view value);

/// The hint to put a value in quotes, showing it when it is short enough and ends with its line.
std::string quoting_hint(std::string_view value);

/// The value that begins at `at` up to the end of its line or its comment.
std::string_view rest_of_line(std::string_view content, std::size_t at);

}  // namespace scaleplan::read
