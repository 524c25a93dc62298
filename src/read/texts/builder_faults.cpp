// Forms that YAML allows and files here may not hold: found beside the building of the tree, each with its
// hint.
#include <algorithm>
#include <utility>

#include "ascii.hpp"
#include "builder.hpp"
#include "separators.hpp"
#include "written.hpp"

namespace scaleplan::read {

void Builder::refuse_directives(std::size_t from, std::size_t to) {
  const std::string_view content = places_.content();
  // yaml-cpp drops such lines without a word, also those that were meant as text.
  for (std::size_t line = from; line < to; line = places_.line_end(line) + 1) {
    if (content[line] != '%' || places_.line_begin(line) != line) continue;
    fault(line, rest_of_line(content, line).size(), "Y020",
          "a line cannot begin with %: directives are not accepted", "delete this line");
  }
}

void Builder::refuse_properties(std::size_t at, const std::string& tag, bool anchored) {
  const std::string_view content = places_.content();
  const char first = at < content.size() ? content[at] : '\0';
  const bool tagged = !options_.tags && (first == '!' || (!tag.empty() && tag != "?" && tag != "!"));
  if (options_.anchors) anchored = false;
  const bool named = anchored || (first == '&' && !options_.anchors);
  if (!named && !tagged) return;
  const std::string_view rest = rest_of_line(content, std::min(at, content.size()));
  const std::size_t word = std::max<std::size_t>(1, std::min(rest.find_first_of(" \t,]}"), rest.size()));
  if (named) {
    fault(at, word, "Y010", "anchors (&name) are not accepted",
          "if the value begins with &, put it in quotes");
  }
  if (tagged) {
    fault(at, word, "Y012", "tags (!name) are not accepted", "if the value begins with !, put it in quotes");
  }
}

void Builder::refuse_key(const Node& node) {
  const bool empty = node.kind == Node::Kind::nothing;
  report_.error(node.at, "Y016",
                empty ? "a key is missing or null" : "a key must be a text, not a map or a list",
                empty ? "write the key before the colon, in quotes if it is \"null\" or \"~\""
                      : "if this is text, put it in quotes");
  count_fault();
}

/// Among brackets a comma ends a plain scalar, so that `{is: max(20, x)}` becomes "max(20" and a
/// key "x)".
void Builder::watch_for_cut(std::string_view text, std::size_t at) {
  if (options_.tags || levels_.empty() || !levels_.back().brackets) return;
  Level& level = levels_.back();
  const auto opened = std::count(text.begin(), text.end(), '(');
  const auto closed = std::count(text.begin(), text.end(), ')');
  if (opened > closed && level.cut_at == nowhere) level.cut_at = at;
  if (closed > opened && level.cut_at != nowhere) {
    cut_formula(level.cut_at, at + text.size());
    level.cut_at = nowhere;
    level.reported_at = at;
  }
}

bool Builder::rest_of_number(std::size_t at, std::string_view text) {
  const std::string_view content = places_.content();
  const auto digit = [&](std::size_t i) { return i < content.size() && is_digit(content[i]); };
  if (options_.tags || levels_.empty() || !levels_.back().brackets || at < 2 || text.size() < 3) return false;
  if (content[at - 1] != ',' || !digit(at - 2) || !digit(at) || !digit(at + 1) || !digit(at + 2) ||
      digit(at + 3))
    return false;
  // In a list 1,200 may be two numbers; no number begins with 0.
  if (levels_.back().node.kind == Node::Kind::list && content[at] != '0') return false;
  std::size_t begin = at - 1;
  while (begin > 0 && (digit(begin - 1) || content[begin - 1] == ',')) --begin;
  std::size_t end = at + 3;
  while (content.substr(end, 1) == "," && digit(end + 1) && digit(end + 2) && digit(end + 3)) end += 4;
  const std::string_view number = content.substr(begin, end - begin);
  std::string hint = without_separators(number);
  if (hint.empty()) return false;
  fault(begin, number.size(), "Y017",
        "\"" + std::string(number) + "\" is not a number, and its comma ends a value here", std::move(hint));
  return true;
}

void Builder::key_without_value(Level& level) {
  const std::string& text = level.entry.key;
  if (level.keep && rest_of_number(level.key_at, text)) {
    level.keep = false;
    return;
  }
  if (options_.tags || !level.brackets || level.value_at == nowhere || !level.keep ||
      level.reported_at == level.key_at)
    return;
  // An open ( is reported once, where it is closed.
  if (level.cut_at != nowhere || text.find_first_of("()+*/<>=?") == std::string::npos) return;
  const std::size_t end = level.key_at + text.size();
  if (end > places_.content().size() || places_.content().substr(level.key_at, text.size()) != text) return;
  cut_formula(level.value_at, end);
}

void Builder::cut_formula(std::size_t from, std::size_t to) {
  const std::string_view content = places_.content();
  const std::string_view whole = content.substr(from, std::min(to, content.size()) - from);
  const bool one_line = whole.find('\n') == nowhere;
  fault(from, whole.size(), "Y017",
        "a formula is cut here: inside { } and [ ] a comma ends an unquoted value",
        one_line ? quoting_hint(whole) : quoting_hint({}));
}

void Builder::broken(std::string_view message, std::size_t at) {
  SyntaxFault found = explain(message, at, places_, progress_);
  fault(found.at, found.bytes, std::move(found.code), std::move(found.message), std::move(found.hint));
}

}  // namespace scaleplan::read
