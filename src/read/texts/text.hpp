// Checks bytes before they are read as YAML: small enough, UTF-8, and text.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace scaleplan::read {

inline constexpr std::size_t most_bytes = 4u * 1024u * 1024u;

/// Why bytes are not a text; `at` is a place in the content, or npos when the fault is the file
/// itself.
struct TextFault {
  std::string code;
  std::string message;
  std::string hint;
  std::size_t at = std::string_view::npos;
};

/// The first reason why `content` cannot be read at all.
std::optional<TextFault> find_text_fault(std::string_view content);

/// `content` without a byte order mark and with `\n` at the end of every line, the last one too.
std::string normalised(std::string_view content);

}  // namespace scaleplan::read
