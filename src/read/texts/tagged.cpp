// Looks for lines that begin with a tag and a text behind it, and at how far the next lines are indented.
#include "tagged.hpp"

#include <algorithm>

#include "ascii.hpp"
#include "layout.hpp"

namespace scaleplan::read {
namespace {

constexpr std::size_t none = std::string_view::npos;

/// The column of a tag that begins `line`, behind dashes of a list, when a text of more lines may follow it.
std::size_t tag_before_text(std::string_view line) {
  std::size_t at = line.find_first_not_of(' ');
  while (at != none && line.substr(at, 2) == "- ") at = line.find_first_not_of(' ', at + 1);
  if (at == none || line[at] != '!' || at + 1 >= line.size() || !is_letter(line[at + 1])) return none;
  const std::size_t end = line.find(' ', at);
  const std::size_t text = end == none ? none : line.find_first_not_of(' ', end);
  if (text == none) return none;
  const char first = line[text];
  const bool block = first == '|' || first == '>';
  // How far a text is indented may be said by a figure.
  if (block) return line.find_first_of("123456789", text) == none ? at : none;
  return std::string_view("\"'[{#&*!-").find(first) == none ? at : none;
}

}  // namespace

std::size_t Shifted::origin(std::size_t at) const {
  return at - static_cast<std::size_t>(std::lower_bound(added.begin(), added.end(), at) - added.begin());
}

Shifted shift_tagged(std::string_view content) {
  Shifted shifted;
  shifted.text.reserve(content.size());
  std::size_t tag = none;  // column of the tag whose text the lines belong to
  bool first = false;      // the next line is the first of that text
  bool shifting = false;
  for (std::size_t begin = 0; begin < content.size();) {
    const std::size_t end = std::min(content.find('\n', begin), content.size());
    const std::string_view line = content.substr(begin, end - begin);
    const bool blank = line.find_first_not_of(' ') == none;
    if (!blank && tag != none) {
      if (first) shifting = indentation(line) == tag;
      first = false;
      if (indentation(line) < tag || !shifting) tag = none;
    }
    if (!blank && tag == none) {
      tag = tag_before_text(line);
      first = tag != none;
      shifting = false;
    } else if (!blank && shifting) {
      shifted.added.push_back(shifted.text.size());
      shifted.text += ' ';
    }
    shifted.text += line;
    shifted.text += '\n';
    begin = end + 1;
  }
  return shifted;
}

}  // namespace scaleplan::read
