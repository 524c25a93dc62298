// The open maps and lists stand on a stack of our own, so depth is counted before the parser can go
// too deep.
#include "builder.hpp"

#include <algorithm>
#include <utility>

#include "written.hpp"

namespace scaleplan::read {
namespace {

constexpr std::size_t most_levels = 64;
constexpr int most_faults = 1000;

/// The length of a null that is written out at `at`, or 0.
std::size_t null_word(std::string_view content, std::size_t at) {
  for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
    if (at < content.size() && content.substr(at, word.size()) == word) return word.size();
  }
  return 0;
}

std::string shown(std::string_view text) {
  constexpr std::size_t most_shown = 60;
  return "\"" + std::string(text.substr(0, most_shown)) + (text.size() > most_shown ? "...\"" : "\"");
}

}  // namespace

void Builder::fault(std::size_t at, std::size_t bytes, std::string code, std::string message,
                    std::string hint) {
  report_.error(places_.mark(at, bytes), std::move(code), std::move(message), std::move(hint));
  if (++faults_ >= most_faults) throw Stop{};
}

void Builder::document(std::size_t at) {
  if (++documents_ == 1) return refuse_directives(0, at);
  refuse_directives(read_to_, at);
  if (places_.content().substr(at, 3) == "---") {
    fault(at, 3, "Y009", "a second document begins here", "put it into a file of its own");
  } else {
    fault(at, 1, "Y008", "this does not belong to the value above, which is complete",
          "indent it like its neighbours, or delete it");
  }
  throw Stop{};
}

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
  const bool tagged = first == '!' || (!tag.empty() && tag != "?" && tag != "!");
  if (!anchored && first != '&' && !tagged) return;
  const std::string_view rest = rest_of_line(content, std::min(at, content.size()));
  const std::size_t word = std::max<std::size_t>(1, std::min(rest.find_first_of(" \t,]}"), rest.size()));
  if (anchored || first == '&') {
    fault(at, word, "Y010", "anchors (&name) are not accepted",
          "if the value begins with &, put it in quotes");
  }
  if (tagged) {
    fault(at, word, "Y012", "tags (!name) are not accepted", "if the value begins with !, put it in quotes");
  }
}

void Builder::alias(std::size_t at) {
  const std::string_view rest = rest_of_line(places_.content(), std::min(at, places_.content().size()));
  fault(at, std::min(rest.find_first_of(" \t,]}"), rest.size()), "Y011", "aliases (*name) are not accepted",
        "write the value out; if it begins with *, put it in quotes");
  Node node;
  node.at = places_.mark(at);
  put(std::move(node), at, true);
}

Mark Builder::place_of_empty(std::size_t at) {
  if (levels_.empty()) return places_.mark(at);
  const Level& level = levels_.back();
  if (level.has_key) return level.entry.at;
  if (level.node.kind == Node::Kind::map || level.brackets) return places_.mark(at);
  // The parser names what comes next; the dash stands before it, with nothing but comments between.
  const std::string_view content = places_.content();
  std::size_t end = std::min(at, content.size());
  while (true) {
    const std::size_t begin = places_.line_begin(end);
    std::string_view line = content.substr(begin, end - begin);
    const std::size_t first = line.find_first_not_of(" \t");
    if (first != nowhere && line[first] != '#') {
      line = line.substr(0, std::min(line.find(" #"), line.size()));
      const std::size_t dash = line.find_last_not_of(" \t");
      return places_.mark(line[dash] == '-' ? begin + dash : at);
    }
    if (begin <= level.at) return places_.mark(level.at);
    end = begin - 1;
  }
}

void Builder::nothing(std::size_t at, bool anchored) {
  refuse_properties(at, {}, anchored);
  const std::size_t word = null_word(places_.content(), at);
  Node node;
  node.at = word > 0 ? places_.mark(at, word) : place_of_empty(at);
  read_to_ = std::max(read_to_, at + word);
  if (word == 0 && !levels_.empty() && levels_.back().has_key) key_without_value(levels_.back());
  put(std::move(node), at);
}

void Builder::scalar(std::size_t at, const std::string& tag, bool anchored, const std::string& value) {
  refuse_properties(at, tag, anchored);
  const Written written = find_written(places_.content(), at, value);
  Node node;
  node.kind = Node::Kind::scalar;
  node.text = value;
  node.quoted = written.quoted;
  node.exact = written.exact;
  const std::size_t begin = written.exact && !value.empty() ? written.begin : at;
  node.at = places_.mark(begin, written.end - begin);
  if (!written.closed) {
    fault(at, 1, "Y019", "these quotes are never closed", "add the closing quote");
    throw Stop{};
  }
  progress_.scalar_begin = at;
  progress_.scalar_quoted = written.quoted;
  read_to_ = std::max(read_to_, written.end);
  if (!written.quoted) watch_for_cut(value, at);
  if (!levels_.empty() && levels_.back().has_key) levels_.back().value_at = written.quoted ? nowhere : at;
  put(std::move(node), at);
}

void Builder::open(Node::Kind kind, std::size_t at, const std::string& tag, bool anchored, bool brackets) {
  refuse_properties(at, tag, anchored);
  if (levels_.size() >= most_levels) {
    fault(at, 1, "Y015", "more than 64 levels of maps and lists inside each other",
          "check the brackets and the indentation");
    throw Stop{};
  }
  Level& level = levels_.emplace_back();
  level.node.kind = kind;
  level.node.at = places_.mark(at);
  level.brackets = brackets;
  level.at = at;
  if (brackets) progress_.open_bracket = at;
}

void Builder::close() {
  Level level = std::move(levels_.back());
  levels_.pop_back();
  if (!levels_.empty()) levels_.back().value_at = nowhere;
  progress_.open_bracket = !levels_.empty() && levels_.back().brackets ? levels_.back().at : nowhere;
  put(std::move(level.node), level.at);
}

void Builder::put(Node node, std::size_t at, bool refused) {
  if (levels_.empty()) {
    root_ = std::move(node);
    return;
  }
  Level& level = levels_.back();
  if (level.node.kind == Node::Kind::list) {
    level.node.items.push_back(std::move(node));
    return;
  }
  if (!level.has_key) return key(std::move(node), at, refused);
  level.entry.value = std::move(node);
  level.has_key = false;
  if (level.keep) level.node.entries.push_back(std::move(level.entry));
  level.entry = Entry();
}

void Builder::key(Node node, std::size_t at, bool refused) {
  Level& level = levels_.back();
  level.has_key = true;
  level.keep = false;
  level.key_at = at;
  level.entry.at = node.at;
  if (refused) return;
  if (node.kind != Node::Kind::scalar) return refuse_key(node);
  if (node.text == "<<" && !node.quoted) {
    fault(at, 2, "Y013", "merge keys (<<) are not accepted", "write the keys out");
    return;
  }
  const auto [first, fresh] = level.lines.try_emplace(node.text, node.at.line);
  if (!fresh) {
    report_.error(node.at, "Y014",
                  "the key " + shown(node.text) + " is already in line " + std::to_string(first->second),
                  "delete or rename one of them");
    if (++faults_ >= most_faults) throw Stop{};
    return;
  }
  level.keep = true;
  level.entry.key = std::move(node.text);
}

void Builder::refuse_key(const Node& node) {
  const bool empty = node.kind == Node::Kind::nothing;
  report_.error(node.at, "Y016",
                empty ? "a key is missing or null" : "a key must be a text, not a map or a list",
                empty ? "write the key before the colon, in quotes if it is \"null\" or \"~\""
                      : "if this is text, put it in quotes");
  if (++faults_ >= most_faults) throw Stop{};
}

/// Among brackets a comma ends a plain scalar, so that `{is: max(20, x)}` becomes "max(20" and a
/// key "x)".
void Builder::watch_for_cut(std::string_view text, std::size_t at) {
  if (levels_.empty() || !levels_.back().brackets) return;
  Level& level = levels_.back();
  const auto opened = std::count(text.begin(), text.end(), '(');
  const auto closed = std::count(text.begin(), text.end(), ')');
  if (opened > closed && level.cut_at == nowhere) level.cut_at = at;
  if (closed > opened && level.cut_at != nowhere) {
    cut_formula(level.cut_at, at + text.size());
    level.cut_at = nowhere;
    level.told_at = at;
  }
}

void Builder::key_without_value(const Level& level) {
  const std::string& text = level.entry.key;
  if (!level.brackets || level.value_at == nowhere || !level.keep || level.told_at == level.key_at) return;
  // A ( that is open is told once, where it is closed.
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
        "a formula is cut here: inside { } and [ ] a comma ends a value that is not quoted",
        one_line ? quoting_hint(whole) : quoting_hint({}));
}

void Builder::broken(std::string_view message, std::size_t at) {
  SyntaxFault found = explain(message, at, places_, progress_);
  fault(found.at, found.bytes, std::move(found.code), std::move(found.message), std::move(found.hint));
}

void Builder::finish() {
  refuse_directives(documents_ == 0 ? 0 : read_to_, places_.content().size());
  if (faults_ > 0 || root_.kind != Node::Kind::nothing) return;
  Mark file = places_.mark(0);
  file.line = file.column = 0;
  report_.error(file, "Y001", "the file is empty", "see examples/ for what belongs into it");
}

Node Builder::take() {
  // What is open when reading stopped is closed, so that what was read before the fault can be
  // used.
  while (!levels_.empty()) {
    Level level = std::move(levels_.back());
    levels_.pop_back();
    if (levels_.empty() || levels_.back().node.kind == Node::Kind::list || levels_.back().has_key) {
      put(std::move(level.node), level.at);
    }
  }
  return std::move(root_);
}

}  // namespace scaleplan::read
