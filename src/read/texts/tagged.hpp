// A text made readable for yaml-cpp, which takes a tag for the indentation of what follows it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace scaleplan::read {

/// A text with blanks added, and where.
struct Shifted {
  std::string text;
  std::vector<std::size_t> added;  ///< places of the blanks in `text`, ascending

  /// The place in the text as it was.
  [[nodiscard]] std::size_t origin(std::size_t at) const;
};

/// `content` where the lines of a text that begins behind a tag are indented further than the tag: that is no
/// change to YAML, but yaml-cpp refuses lines that are indented exactly as far.
Shifted shift_tagged(std::string_view content);

}  // namespace scaleplan::read
