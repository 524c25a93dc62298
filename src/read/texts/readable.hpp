// The kind of a file: its encoding, and the text around the part that counts.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "scaleplan/declared.hpp"

namespace scaleplan::read {

/// A file as UTF-8 text without a byte order mark.
struct ReadableText {
  std::string text;
  bool json = false;      ///< a JSON value begins at `begin`; else it is YAML
  bool wrapped = false;   ///< lines of a log stand before it
  std::size_t begin = 0;  ///< of the value
  bool stamped = false;   ///< a time stood before its lines, and is blank now
};

/// The text of a file; throws Error for what is no such text: empty, a saved plan, another binary file,
/// source code, a log.
ReadableText readable_text(const DeclaredText& file);

/// Where in what is left behind a value something is that is no log, such as a second value; npos without.
std::size_t behind_log(std::string_view rest);

}  // namespace scaleplan::read
