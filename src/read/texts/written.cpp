// Looks at the text itself: the parser says where a scalar begins, but neither where it ends nor
// its quotes.
#include "written.hpp"

#include <algorithm>

namespace scaleplan::read {
namespace {

std::size_t closing_quote(std::string_view content, std::size_t at) {
  const char quote = content[at];
  for (std::size_t i = at + 1; i < content.size(); ++i) {
    if (quote == '"' && content[i] == '\\') {
      ++i;
    } else if (content[i] == quote) {
      if (quote == '"' || i + 1 >= content.size() || content[i + 1] != '\'') return i;
      ++i;
    }
  }
  return std::string_view::npos;
}

std::string_view without_end_blanks(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \t");
  return last == std::string_view::npos ? std::string_view() : text.substr(0, last + 1);
}

bool plain_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < '\x7F'; });
}

}  // namespace

Written find_written(std::string_view content, std::size_t at, std::string_view value) {
  Written written;
  written.begin = written.end = at;
  if (at >= content.size()) return written;
  const char first = content[at];
  if (first == '"' || first == '\'') {
    const std::size_t end = closing_quote(content, at);
    written.quoted = true;
    written.closed = end != std::string_view::npos;
    written.begin = at + 1;
    const std::string_view inside = content.substr(at + 1, std::min(end, content.size()) - at - 1);
    written.end = written.begin + std::min(inside.find('\n'), inside.size());
  } else if (first == '|' || first == '>') {
    written.quoted = true;
    written.end = at + 1;
    return written;
  } else if (content.substr(at, value.size()) == value) {
    written.end = at + value.size();
  } else {
    const std::size_t line_end = std::min(content.find('\n', at), content.size());
    written.end = at + without_end_blanks(content.substr(at, line_end - at)).size();
  }
  const std::string_view there = content.substr(written.begin, written.end - written.begin);
  // Columns count characters and a place in a value counts bytes: only in ASCII are they the same.
  written.exact = there == value && plain_ascii(value);
  return written;
}

std::string_view rest_of_line(std::string_view content, std::size_t at) {
  // A line can have megabytes, and this is asked for every fault.
  constexpr std::size_t most_looked_at = 1000;
  std::string_view rest = content.substr(at, most_looked_at);
  rest = rest.substr(0, std::min(rest.find('\n'), rest.size()));
  rest = rest.substr(0, std::min(rest.find(" #"), rest.size()));
  return without_end_blanks(rest);
}

std::string quoting_hint(std::string_view value) {
  constexpr std::size_t most_shown = 60;
  const bool single = value.find_first_of("\"\\") != std::string_view::npos;
  if (value.empty() || value.size() > most_shown || (single && value.find('\'') != std::string_view::npos)) {
    return "put the whole value in quotes";
  }
  const std::string quote = single ? "'" : "\"";
  return "put the whole value in quotes: " + quote + std::string(value) + quote;
}

}  // namespace scaleplan::read
