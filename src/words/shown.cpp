// Escapes characters by tables of what steers or hides.
#include "shown.hpp"

#include <algorithm>
#include <array>

#include "utf8.hpp"

namespace scaleplan {
namespace {

struct Band {
  char32_t first, last;
};

constexpr std::array<Band, 10> hidden = {{{0xAD, 0xAD},
                                          {0x61C, 0x61C},
                                          {0x180E, 0x180E},
                                          {0x200B, 0x200B},
                                          {0x200E, 0x200F},
                                          {0x2028, 0x202E},
                                          {0x2060, 0x206F},
                                          {0xFDD0, 0xFDEF},
                                          {0xFEFF, 0xFEFF},
                                          {0xE0000, 0xE0FFF}}};

void append_escape(std::string& into, char32_t c) {
  constexpr std::string_view digits = "0123456789abcdef";
  into += c > 0xFFFF ? "\\U" : "\\u";
  for (int shift = c > 0xFFFF ? 28 : 12; shift >= 0; shift -= 4)
    into += digits[static_cast<std::size_t>((c >> static_cast<unsigned>(shift)) & 0xF)];
}

bool is_plain(char c) { return (c >= ' ' && c != 0x7F) || c == '\t'; }

}  // namespace

bool is_hidden(char32_t c) {
  if (c == '\n' || is_control(c) || (c & 0xFFFE) == 0xFFFE) return true;
  return c >= 0xAD && std::any_of(hidden.begin(), hidden.end(),
                                  [&](Band band) { return c >= band.first && c <= band.last; });
}

std::string shown(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), is_plain)) return std::string(text);
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode(text, at);
    if (!next.good) {
      append_escape(result, static_cast<unsigned char>(text[at]));
    } else if (is_hidden(next.character)) {
      append_escape(result, next.character);
    } else {
      result += text.substr(at, next.bytes);
    }
    at += next.bytes;
  }
  return result;
}

std::string lines_shown(std::string_view text) {
  std::string result;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (begin > 0) result += '\n';
    result += shown(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return result;
}

std::string shown_in_markdown(std::string_view text) {
  std::string result;
  for (const char c : shown(text)) {
    switch (c) {
      case '<':
        result += "&lt;";
        break;
      case '&':
        result += "&amp;";
        break;
      case '@':
        result += "&#64;";
        break;
      case '`':
      case '[':
      case '*':
        result += '\\';
        result += c;
        break;
      default:
        result += c;
    }
  }
  return result;
}

std::string markdown_code(std::string_view text) {
  const std::string inside = shown(text);
  std::size_t longest = 0;
  for (std::size_t at = 0, run = 0; at < inside.size(); ++at) {
    run = inside[at] == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  return longest == 0 ? fence + inside + fence : fence + " " + inside + " " + fence;
}

}  // namespace scaleplan
