// Walks over words, dots and brackets; a key in brackets may hold dots, brackets and escaped quotes.
#include "address.hpp"

#include <algorithm>

namespace scaleplan::read {
namespace {

/// Where the brackets that begin at `at` end.
std::size_t behind_brackets(std::string_view text, std::size_t at) {
  bool quoted = false;
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (quoted && text[i] == '\\') {
      ++i;
    } else if (text[i] == '"') {
      quoted = !quoted;
    } else if (!quoted && text[i] == ']') {
      return i + 1;
    }
  }
  return text.size();
}

}  // namespace

Word take_word(std::string_view& rest) {
  Word word;
  const std::size_t end = std::min(rest.find_first_of(".["), rest.size());
  word.name = rest.substr(0, end);
  std::size_t behind = end;
  if (behind < rest.size() && rest[behind] == '[') {
    behind = behind_brackets(rest, behind);
    word.index = rest.substr(end, behind - end);
  }
  rest.remove_prefix(behind);
  if (rest.starts_with('.')) rest.remove_prefix(1);
  return word;
}

Address parse_address(std::string_view address) {
  Address result;
  while (address.starts_with("module.")) {
    address.remove_prefix(7);
    const Word word = take_word(address);
    result.modules.push_back({word.name, word.index});
  }
  result.resource = address;
  return result;
}

std::string without_indexes(std::string_view address) {
  std::string result;
  while (!address.empty()) {
    const std::size_t before = address.size();
    const Word word = take_word(address);
    if (!result.empty()) result += '.';
    result += word.name;
    if (address.size() == before) break;
  }
  return result;
}

bool is_meant(std::string_view pattern, std::string_view address) {
  while (!pattern.empty() && !address.empty()) {
    const Word asked = take_word(pattern);
    const Word here = take_word(address);
    if (asked.name != here.name || (!asked.index.empty() && asked.index != here.index)) return false;
  }
  return pattern.empty() && address.empty();
}

}  // namespace scaleplan::read
