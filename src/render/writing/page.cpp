// Lays text out in columns.
#include "page.hpp"

#include <algorithm>

#include "shown.hpp"

namespace scaleplan::render {
namespace {

constexpr std::size_t label_width = 18;

const char* code_of(Tone tone) {
  switch (tone) {
    case Tone::strong:
      return "1";
    case Tone::faint:
      return "2";
    case Tone::good:
      return "32";
    case Tone::warning:
      return "33";
    case Tone::bad:
      return "31";
    case Tone::plain:
      break;
  }
  return "0";
}

/// Whether a page's own colour begins at `at`; if so, its length.
std::size_t colour_at(std::string_view text, std::size_t at) {
  for (const std::string_view code : {"0", "1", "2", "31", "32", "33"}) {
    if (text.substr(at).starts_with("\033[" + std::string(code) + "m")) return code.size() + 3;
  }
  return 0;
}

/// The text as it can be shown, with the page's own colours where it has any.
std::string harmless(std::string_view text, bool colour) {
  if (!colour) return shown(text);
  std::string result;
  while (!text.empty()) {
    if (const std::size_t own = colour_at(text, 0); own > 0) {
      result += text.substr(0, own);
      text.remove_prefix(own);
      continue;
    }
    const std::size_t next = std::min(text.find('\033', 1), text.size());
    result += shown(text.substr(0, next));
    text.remove_prefix(next);
  }
  return result;
}

std::string padded(std::string_view text, std::size_t columns) {
  std::string result(text);
  const std::size_t taken = width(text);
  if (taken < columns) result.append(columns - taken, ' ');
  return result;
}

}  // namespace

std::size_t width(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::vector<std::string> wrapped(std::string_view text, std::size_t columns) {
  std::vector<std::string> lines;
  std::string line;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    if (!line.empty() && width(line) + 1 + width(word) > columns) {
      lines.push_back(std::move(line));
      line.clear();
    }
    if (!line.empty() && !word.empty()) line += ' ';
    line += word;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  if (!line.empty()) lines.push_back(std::move(line));
  return lines;
}

std::string Page::toned(std::string_view text, Tone tone) const {
  if (!colour_ || tone == Tone::plain) return std::string(text);
  return std::string("\033[") + code_of(tone) + "m" + std::string(text) + "\033[0m";
}

void Page::line(std::string_view text) {
  text_ += harmless(text, colour_);
  while (!text_.empty() && text_.back() == ' ') text_.pop_back();
  text_ += '\n';
}

void Page::paragraph(std::string_view text) {
  for (const std::string& piece : wrapped(text, columns - 1)) line(" " + piece);
}

void Page::labelled(std::string_view label, std::string_view text, Tone tone) {
  bool first = true;
  if (width(label) >= label_width) {
    line(" " + toned(label, tone));
    first = false;
  }
  for (const std::string& piece : wrapped(text, columns - label_width - 1)) {
    const std::string head = first ? toned(label, tone) + std::string(label_width - width(label), ' ')
                                   : std::string(label_width, ' ');
    line(" " + head + piece);
    first = false;
  }
}

void Page::edges(std::string_view left, std::string_view right, Tone tone) {
  const std::size_t taken = width(left) + width(right) + 1;
  if (taken >= columns && !left.empty()) {
    line(" " + toned(left, tone));
    return edges("", right, tone);
  }
  const std::string gap(taken < columns ? columns - taken : 1, ' ');
  line(" " + toned(left, tone) + gap + toned(right, tone));
}

std::string table_line(const std::vector<std::string>& cells) {
  std::string line = "|";
  for (const std::string& text : cells) {
    line += ' ';
    for (const char c : shown(text)) {
      if (c == '|') line += '\\';  // a bar in a cell would end it
      line += c;
    }
    line += " |";
  }
  return line + "\n";
}

std::string row(const std::vector<Column>& columns, const std::vector<std::string>& cells) {
  std::string line;
  std::size_t edge = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    edge += columns[i].width;
    const std::size_t taken = width(line);
    const std::size_t room = edge > taken ? edge - taken : 0;
    const std::size_t wanted = width(cells[i]);
    const bool apart = wanted < room || (wanted == room && (line.empty() || line.ends_with(' ')));
    if (columns[i].right && apart) line.append(room - wanted, ' ');
    if (columns[i].right && !apart) {
      // A figure that is too wide takes the blanks before it, all but one.
      for (std::size_t more = wanted > room ? wanted - room : 0; more > 0 && line.ends_with("  "); --more)
        line.pop_back();
      if (!line.ends_with(' ')) line += ' ';
    }
    line += columns[i].right ? cells[i] : padded(cells[i], room);
    if (!columns[i].right && wanted >= room && i + 1 < cells.size() && !cells[i].empty()) line += ' ';
  }
  return line;
}

}  // namespace scaleplan::render
