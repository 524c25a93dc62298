// Refuses what is not a text, each kind with its own words, and makes all line ends alike.
#include "text.hpp"

#include <array>
#include <cstdint>

#include "utf8.hpp"

namespace scaleplan::read {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

std::string hexadecimal(std::uint32_t value, int digits) {
  constexpr std::string_view figures = "0123456789ABCDEF";
  std::string text;
  for (int i = digits - 1; i >= 0; --i) text += figures[(value >> (4 * i)) & 0xFu];
  return text;
}

std::optional<TextFault> wide_encoding(std::string_view content) {
  struct Known {
    std::string_view mark, name;
  };
  // The marks of UTF-32 come first: the little-endian one begins like that of UTF-16.
  constexpr std::array<Known, 4> known = {{{"\xFF\xFE\0\0"sv, "UTF-32LE"},
                                           {"\0\0\xFE\xFF"sv, "UTF-32BE"},
                                           {"\xFF\xFE"sv, "UTF-16LE"},
                                           {"\xFE\xFF"sv, "UTF-16BE"}}};
  for (const Known& encoding : known) {
    if (!content.starts_with(encoding.mark)) continue;
    const std::string name(encoding.name);
    // With its mark kept, iconv wants the name without the byte order.
    return TextFault{"Y005", "the file is " + name + "; only UTF-8 is read",
                     "convert it: iconv -f " + name.substr(0, 6) + " -t UTF-8 old.yaml > new.yaml"};
  }
  return std::nullopt;
}

}  // namespace

std::optional<TextFault> find_text_fault(std::string_view content) {
  if (content.size() > most_bytes) {
    return TextFault{"Y002", "the file is larger than 4 MB",
                     "split it, or check that it is the file you meant"};
  }
  if (auto fault = wide_encoding(content)) return fault;
  if (content.find('\0') != std::string_view::npos) {
    return TextFault{"Y004", "this is a binary file, not text", "give a YAML or JSON file"};
  }
  for (std::size_t at = 0; at < content.size();) {
    const Decoded next = decode(content, at);
    if (!next.good) {
      const auto byte = static_cast<unsigned char>(content[at]);
      return TextFault{"Y003", "the byte 0x" + hexadecimal(byte, 2) + " is not UTF-8",
                       "save the file as UTF-8", at};
    }
    // yaml-cpp takes U+0004 for the end of the file, and no control character is text anyway.
    if (next.character != U'\r' && is_control(next.character)) {
      return TextFault{"Y006",
                       "the control character U+" + hexadecimal(next.character, 4) + " is not allowed",
                       "delete it, or write it as an escape in double quotes", at};
    }
    at += next.bytes;
  }
  return std::nullopt;
}

std::string normalised(std::string_view content) {
  while (content.starts_with(utf8_mark)) content.remove_prefix(utf8_mark.size());
  std::string text;
  text.reserve(content.size() + 1);
  for (std::size_t at = 0; at < content.size(); ++at) {
    if (content[at] != '\r') {
      text += content[at];
    } else if (at + 1 == content.size() || content[at + 1] != '\n') {
      text += '\n';
    }
  }
  if (!text.empty() && text.back() != '\n') text += '\n';
  return text;
}

}  // namespace scaleplan::read
