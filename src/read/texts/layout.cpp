// Compares a line with those before and behind it, as its writer sees them.
#include "layout.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "written.hpp"

namespace scaleplan::read {
namespace {

/// A line with something in it: its first character and what it says without its comment.
struct Line {
  std::size_t first = nowhere;
  std::size_t indent = 0;
  std::string_view text;

  [[nodiscard]] bool there() const { return first != nowhere; }
  [[nodiscard]] bool item() const { return text == "-" || text.starts_with("- "); }
  /// Whether it is a key, with or without a value.
  [[nodiscard]] bool key() const { return text.ends_with(':') || text.find(": ") != std::string_view::npos; }
  /// Whether it goes on from the line above or in the next one: an open bracket, open quotes, a comma at its
  /// end.
  [[nodiscard]] bool part() const {
    const auto count = [&](char c) { return std::count(text.begin(), text.end(), c); };
    return count('[') != count(']') || count('{') != count('}') || count('"') % 2 != 0 || text.ends_with(',');
  }
  /// Whether a bracket follows its first word, or its colon without a space: `size {min: 1}`, `size:[1]`.
  [[nodiscard]] bool bracket_behind_word() const {
    const std::size_t end = text.find_first_of(" :{[\"'");
    if (end == std::string_view::npos || end == 0 || (text[end] != ' ' && text[end] != ':')) return false;
    const std::size_t next = text[end] == ':' ? end + 1 : text.find_first_not_of(' ', end);
    return text.front() != '-' && next < text.size() && (text[next] == '{' || text[next] == '[');
  }
  /// Whether it is a key whose value may begin in the next line.
  [[nodiscard]] bool opens() const {
    return text.ends_with(':') || text.ends_with('|') || text.ends_with('>') || text.ends_with("- ");
  }
};

Line line_at(std::size_t at, const Places& places) {
  Line line;
  const std::size_t begin = places.line_begin(at);
  const std::size_t end = places.line_end(at);
  const std::size_t first = places.content().find_first_not_of(" \t", begin);
  if (first == nowhere || first >= end || places.content()[first] == '#') return line;
  line.first = first;
  line.indent = first - begin;
  line.text = rest_of_line(places.content(), first);
  return line;
}

Line before(std::size_t at, const Places& places) {
  for (std::size_t begin = places.line_begin(at); begin > 0;) {
    begin = places.line_begin(begin - 1);
    const Line line = line_at(begin, places);
    if (line.there()) return line;
  }
  return {};
}

Line behind(std::size_t at, const Places& places) {
  for (std::size_t end = places.line_end(at); end + 1 < places.content().size();
       end = places.line_end(end + 1)) {
    const Line line = line_at(end + 1, places);
    if (line.there()) return line;
  }
  return {};
}

std::string spaces(std::size_t n) { return n == 1 ? "1 space" : std::to_string(n) + " spaces"; }

SyntaxFault fault(const Line& line, std::string message, std::string hint) {
  return {"Y008", std::move(message), std::move(hint), line.first, line.text.size()};
}

/// A line without ": ": the colon is missing, or the space behind it.
SyntaxFault no_key(const Line& line) {
  constexpr std::size_t longest = 60;
  const std::size_t end = std::min(line.text.find_first_of(" :="), line.text.size());
  std::size_t value = line.text.find_first_not_of(" :=", end);
  value = std::min(value, line.text.size());
  std::string right = std::string(line.text.substr(0, end)) + ":";
  if (value < line.text.size()) right += " " + std::string(line.text.substr(value));
  const bool glued = end + 1 < line.text.size() && line.text[end] == ':';
  return fault(line, glued ? "the space after the colon is missing" : "this line is not \"key: value\"",
               right.size() > longest ? "write a colon and a space after the key" : "write " + right);
}

}  // namespace

std::size_t indentation(std::string_view line) { return std::min(line.find_first_not_of(' '), line.size()); }

std::size_t indentation(std::size_t at, const Places& places) {
  const std::size_t begin = places.line_begin(at);
  const std::size_t first = places.content().find_first_not_of(' ', begin);
  return std::min(first, places.content().size()) - begin;
}

std::optional<SyntaxFault> bracket_behind_word(std::size_t at, const Places& places) {
  const Line now = line_at(at, places);
  return now.there() && now.bracket_behind_word() ? std::optional(no_key(now)) : std::nullopt;
}

std::optional<SyntaxFault> wrong_line(std::size_t at, const Places& places) {
  const Line now = line_at(at, places);
  const Line last = before(at, places);
  if (!now.there() || !last.there()) return std::nullopt;
  const Line earlier = before(last.first, places);
  const Line next = behind(at, places);
  const bool continued = earlier.there() && earlier.indent < last.indent && earlier.key() && !earlier.opens();
  if (last.bracket_behind_word() && !last.part()) return no_key(last);
  if (!last.key() && !last.item() && !last.part() && !continued) return no_key(last);
  if (now.indent == last.indent && last.item() && !now.item()) {
    if (!now.key() || (earlier.there() && earlier.item() && earlier.indent == now.indent))
      return fault(now, "this line lacks the - of the lines above", "begin it with \"- \"");
    return fault(last, "a list item among keys", "delete the \"- \" if this is a key");
  }
  if (now.indent > last.indent && last.key() && !last.opens() && !now.item()) {
    // Between two lines that hold a value like its own, the line above is where it belongs.
    const bool at_home = next.there() && next.indent == last.indent && !next.opens();
    const bool has_keys = (next.there() && next.indent == now.indent) ||
                          (earlier.there() && earlier.indent == now.indent && !at_home);
    if (has_keys) {
      return fault(last, "this line has a value, and keys stand below it",
                   "indent it by " + spaces(now.indent) + " like them, or delete its value");
    }
    return fault(now, "this line is indented more than its neighbours",
                 "indent it by " + spaces(last.indent));
  }
  if (now.indent < last.indent && now.key() && !now.item()) {
    // Below a list item that is the only one, what stands at its place is its sibling.
    Line above = last;
    while (above.there() && above.indent > now.indent) above = before(above.first, places);
    const Line over = above.there() ? before(above.first, places) : above;
    if (above.there() && above.indent == now.indent && above.item() && over.there() &&
        over.indent < now.indent)
      return fault(above, "a list item among keys", "delete the \"- \" if this is a key");
  }
  const bool odd = (last.indent + now.indent) % 2 != 0 && !(next.there() && next.indent == last.indent);
  const bool alone = earlier.there() && earlier.opens() && earlier.indent < now.indent;
  if (now.indent < last.indent && alone && last.key() &&
      (odd || (next.there() && next.indent == now.indent))) {
    return fault(last, "this line is indented more than its neighbours",
                 "indent it by " + spaces(now.indent));
  }
  return std::nullopt;
}

std::size_t open_inside(std::size_t at, const Places& places) {
  const std::string_view content = places.content();
  if (at >= content.size() || (content[at] != ']' && content[at] != '}')) return nowhere;
  const char outer = content[at] == ']' ? '[' : '{';
  std::vector<std::size_t> open;
  for (std::size_t c = places.line_begin(at); c < at; ++c) {
    if (content[c] == '[' || content[c] == '{') open.push_back(c);
    if ((content[c] == ']' || content[c] == '}') && !open.empty()) open.pop_back();
  }
  if (open.size() < 2 || content[open.back()] == outer) return nowhere;
  return content[open[open.size() - 2]] == outer ? open.back() : nowhere;
}

std::size_t open_bracket_before(std::size_t at, const Places& places) {
  constexpr int most_lines = 50;
  std::size_t line = places.line_begin(at);
  for (int i = 0; i < most_lines && line > 0; ++i) {
    line = places.line_begin(line - 1);
    const std::string_view text = rest_of_line(places.content(), line);
    std::vector<std::size_t> open;
    bool below = false;  // whether a bracket is closed here that a line above opens
    char quote = 0;
    for (std::size_t c = 0; c < text.size() && !below; ++c) {
      const bool begins = c == 0 || std::string_view(" ,[{(").find(text[c - 1]) != nowhere;
      if (quote != 0) {
        if (text[c] == quote) quote = 0;
      } else if ((text[c] == '"' || text[c] == '\'') && begins) {
        quote = text[c];
      } else if (text[c] == '[' || text[c] == '{') {
        open.push_back(c);
      } else if (text[c] == ']' || text[c] == '}') {
        below = open.empty();
        if (!below) open.pop_back();
      }
    }
    if (below) return nowhere;
    if (!open.empty()) return line + open.back();
  }
  return nowhere;
}

bool quotes_over_lines(std::size_t begin, std::size_t at, std::string_view content) {
  const char quote = begin < content.size() ? content[begin] : '\0';
  if (quote != '"' && quote != '\'') return false;
  for (std::size_t i = begin + 1; i < std::min(at, content.size()); ++i) {
    if (content[i] == '\n') return true;
    if (quote == '"' && content[i] == '\\') {
      ++i;
    } else if (content[i] == quote) {
      return false;
    }
  }
  return false;
}

}  // namespace scaleplan::read
