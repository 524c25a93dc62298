// Walks UTF-8 text by characters; a byte that belongs to no character counts as one and is marked
// bad.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace scaleplan {

struct Decoded {
  char32_t character = 0xFFFD;
  std::size_t bytes = 1;
  bool good = false;
};

/// The character that begins at `at`, which must be inside `text`.
inline Decoded decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned first = byte(0);
  if (first < 0x80) return {first, 1, true};
  const std::size_t count = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || at + count > text.size()) return {};
  char32_t value = first & (0x7Fu >> count);
  for (std::size_t i = 1; i < count; ++i) {
    if ((byte(i) & 0xC0u) != 0x80u) return {};
    value = (value << 6) | (byte(i) & 0x3Fu);
  }
  // Longer than needed, half of a surrogate pair, or beyond Unicode: not a character.
  const bool overlong = (count == 3 && value < 0x800) || (count == 4 && value < 0x10000);
  if (overlong || (value >= 0xD800 && value <= 0xDFFF) || value > 0x10FFFF) return {};
  return {value, count, true};
}

/// Appends a character, which must be one of Unicode's, to `text`.
inline void append_character(std::string& text, char32_t c) {
  const auto add = [&](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (c < 0x80) return add(c);
  if (c < 0x800) {
    add(0xC0 | (c >> 6));
  } else {
    if (c < 0x10000) {
      add(0xE0 | (c >> 12));
    } else {
      add(0xF0 | (c >> 18));
      add(0x80 | ((c >> 12) & 0x3F));
    }
    add(0x80 | ((c >> 6) & 0x3F));
  }
  add(0x80 | (c & 0x3F));
}

/// How many characters `text` has.
inline std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += decode(text, at).bytes) ++count;
  return count;
}

/// Characters that steer a terminal instead of being shown (a tab and a line feed are not among
/// them).
inline bool is_control(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c <= 0x9F);
}

}  // namespace scaleplan
