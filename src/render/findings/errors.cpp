// Shows faults of a file as compilers do: place, line, and a caret below the spot.
#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "scaleplan/diagnostics.hpp"
#include "scaleplan/error.hpp"
#include "shown.hpp"
#include "utf8.hpp"

namespace scaleplan {
namespace {

constexpr std::size_t most_shown = 20;
constexpr std::size_t widest_excerpt = 100;
constexpr std::size_t longest_sentence = 400;
constexpr char32_t replacement = 0xFFFD;
constexpr char32_t ellipsis = 0x2026;

struct Band {
  char32_t first, last;
};

template <std::size_t n>
bool in_any(const std::array<Band, n>& bands, char32_t c) {
  return std::any_of(bands.begin(), bands.end(),
                     [&](Band band) { return c >= band.first && c <= band.last; });
}

/// Columns of a terminal that a character takes: East Asian scripts and emoji two, marks on letters
/// none.
std::size_t width(char32_t c) {
  constexpr std::array<Band, 7> none = {{{0x300, 0x36F},
                                         {0x483, 0x489},
                                         {0x1AB0, 0x1AFF},
                                         {0x200C, 0x200D},
                                         {0x20D0, 0x20FF},
                                         {0xFE00, 0xFE0F},
                                         {0xFE20, 0xFE2F}}};
  constexpr std::array<Band, 29> two = {{
      {0x1100, 0x115F}, {0x231A, 0x231B}, {0x23E9, 0x23EC},   {0x23F0, 0x23F0},   {0x23F3, 0x23F3},
      {0x25FD, 0x25FE}, {0x2614, 0x2615}, {0x2648, 0x2653},   {0x26A1, 0x26A1},   {0x26BD, 0x26BE},
      {0x26D4, 0x26D4}, {0x2705, 0x2705}, {0x270A, 0x270B},   {0x2728, 0x2728},   {0x274C, 0x274C},
      {0x2753, 0x2757}, {0x2795, 0x2797}, {0x2B50, 0x2B55},   {0x2E80, 0x303E},   {0x3041, 0x4DBF},
      {0x4E00, 0xA4CF}, {0xA960, 0xA97F}, {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},
      {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6}, {0x1F300, 0x1FAFF}, {0x20000, 0x3FFFD},
  }};
  if (c < 0x300) return 1;
  return in_any(none, c) ? 0 : in_any(two, c) ? 2 : 1;
}

/// At most `most` characters of `text`, what is hidden replaced.
std::u32string harmless(std::string_view text, std::size_t most) {
  std::u32string result;
  for (std::size_t at = 0; at < text.size() && result.size() < most;) {
    const Decoded next = decode(text, at);
    result += is_hidden(next.character) ? replacement : next.character;
    at += next.bytes;
  }
  return result;
}

std::string bytes_of(std::u32string_view characters) {
  std::string text;
  for (const char32_t c : characters) append_character(text, c);
  return text;
}

std::string sentence(std::string_view text) {
  std::u32string characters = harmless(text, longest_sentence + 1);
  std::replace(characters.begin(), characters.end(), U'\t', replacement);
  if (characters.size() > longest_sentence) characters.back() = ellipsis;
  return bytes_of(characters);
}

struct Paint {
  bool on;
  [[nodiscard]] std::string operator()(const char* code, const std::string& text) const {
    return on ? "\x1b[" + std::string(code) + "m" + text + "\x1b[0m" : text;
  }
  [[nodiscard]] std::string gutter(const std::string& text) const { return (*this)("34", text); }
};

struct Excerpt {
  std::string line, padding, carets;
};

/// The part of the line around the span, and what stands below it.
Excerpt cut(const Diagnostic& finding) {
  const auto column = static_cast<std::size_t>(std::max(1, finding.at.column - finding.excerpt_from + 1));
  const auto length = static_cast<std::size_t>(std::max(1, finding.at.length));
  constexpr std::size_t before = 40;
  std::u32string line = harmless(finding.excerpt, column + widest_excerpt);
  std::size_t begin = std::min(column - 1, line.size());
  // One past the end is enough to know that the line is too long; a shorter one is shown whole.
  if (line.size() > widest_excerpt) {
    const std::size_t start = begin > before ? begin - before : 0;
    const bool more = line.size() > start + widest_excerpt;
    line = line.substr(start, widest_excerpt);
    begin -= start;
    if (start > 0 || finding.excerpt_from > 1) line.front() = ellipsis;
    if (more) line.back() = ellipsis;
  }
  Excerpt result;
  result.line = bytes_of(line);
  for (std::size_t i = 0; i < begin; ++i) {
    result.padding += line[i] == U'\t' ? std::string("\t") : std::string(width(line[i]), ' ');
  }
  const std::size_t end = std::min(line.size(), begin + std::min(length, widest_excerpt));
  std::size_t carets = 0;
  for (std::size_t i = begin; i < end; ++i) carets += width(line[i]);
  result.carets = std::string(std::max<std::size_t>(1, carets), '^');
  return result;
}

std::string render_finding(const Diagnostic& finding, const Paint& paint) {
  const bool warning = finding.severity == Severity::warning;
  const char* colour = warning ? "1;33" : "1;31";
  std::string text = paint(colour, (warning ? "warning[" : "error[") + sentence(finding.code) + "]");
  text += paint("1", ": " + sentence(message_of(finding))) + "\n";
  const std::string number = finding.at.line > 0 ? std::to_string(finding.at.line) : "";
  const std::string pad(std::max<std::size_t>(1, number.size()), ' ');
  if (!finding.at.file.empty() || !number.empty()) {
    text += pad + paint.gutter("-->") + " " + sentence(finding.at.file);
    if (!number.empty()) text += ":" + number + ":" + std::to_string(finding.at.column);
    text += "\n";
  }
  const bool shows_line = !number.empty() && !finding.excerpt.empty();
  if (shows_line) {
    const Excerpt excerpt = cut(finding);
    const std::string bar = pad + paint.gutter(" |");
    text += bar + "\n" + paint.gutter(number + " |") + " " + excerpt.line + "\n";
    text += bar + " " + excerpt.padding + paint(colour, excerpt.carets) + "\n";
  }
  if (!finding.hint.empty()) {
    text += pad + paint.gutter(" =") + " hint: " + sentence(finding.hint) + "\n";
  }
  for (std::size_t at = 0; at < finding.paste.size();) {
    const std::size_t end = std::min(finding.paste.find('\n', at), finding.paste.size());
    text += "    " + sentence(finding.paste.substr(at, end - at)) + "\n";
    at = end + 1;
  }
  return text;
}

}  // namespace

std::string diagnostic_text(const Diagnostic& finding, bool colour) {
  return render_finding(finding, Paint{colour});
}

std::string error_text(const Error& error, bool colour) {
  const Paint paint{colour};
  const std::vector<Diagnostic>& found = error.diagnostics();
  const std::size_t shown = std::min(found.size(), most_shown);
  std::string text;
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) text += "\n";
    text += render_finding(found[i], paint);
  }
  if (found.size() > shown) {
    const std::size_t more = found.size() - shown;
    text += "\nand " + std::to_string(more) + (more == 1 ? " more error\n" : " more errors\n");
  }
  return text;
}

}  // namespace scaleplan
