// The open maps and lists stand on a stack of our own, so depth is counted before the parser can go
// too deep.
#include "builder.hpp"

#include <algorithm>
#include <utility>

#include "written.hpp"

namespace scaleplan::read {
namespace {

constexpr std::size_t most_yaml_levels = 64;
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
  count_fault();
}

void Builder::count_fault() {
  if (++faults_ >= most_faults) throw Stop{};
}

void Builder::document(std::size_t at) {
  if (++documents_ == 1) return refuse_directives(0, at);
  refuse_directives(read_to_, at);
  if (places_.content().substr(at, 3) == "---") {
    fault(at, 3, "Y009", "a second document begins here", "put it in a file of its own");
  } else {
    fault(at, 1, "Y008", "this does not belong to the value above, which is complete",
          "indent it like its neighbours, or delete it");
  }
  throw Stop{};
}

/// Where the value stands behind its tag and its anchor.
std::size_t Builder::behind_properties(std::size_t at) const {
  const std::string_view content = places_.content();
  while (at < content.size() &&
         ((content[at] == '!' && options_.tags) || (content[at] == '&' && options_.anchors))) {
    at = std::min(content.find_first_of(" \t\n,]}", at), content.size());
    at = std::min(content.find_first_not_of(" \t\n", at), content.size());
  }
  return at;
}

void Builder::remember(std::size_t anchor, const Node& node) {
  if (options_.anchors && anchor != 0) anchors_.keep(anchor, node);
}

/// Adds the keys of merged maps that the map itself does not have.
void Builder::merge(Level& level) {
  const auto add = [&](const Node& from) {
    for (const Entry& entry : from.entries) {
      if (level.lines.try_emplace(entry.key, entry.at.line).second) level.node.entries.push_back(entry);
    }
  };
  for (const Node& merged : level.merged) {
    add(merged);
    for (const Node& item : merged.items) add(item);
  }
}

void Builder::alias(std::size_t at, std::size_t anchor) {
  if (options_.anchors) {
    const Node* const known = anchors_.find(anchor);
    if (known == nullptr) {
      fault(at, 1, "Y011", "this alias stands inside the value it repeats", "write the value out");
      throw Stop{};
    }
    if (!anchors_.may_repeat(anchor, most_yaml_levels - levels_.size())) {
      fault(at, 1, "Y024", "the aliases of this file expand too far", "write the values out");
      throw Stop{};
    }
    return put(*known, at);
  }
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

void Builder::nothing(std::size_t at, std::size_t anchor) {
  refuse_properties(at, {}, anchor != 0);
  const std::size_t word = null_word(places_.content(), at);
  Node node;
  node.at = word > 0 ? places_.mark(at, word) : place_of_empty(at);
  read_to_ = std::max(read_to_, at + word);
  if (word == 0 && !levels_.empty() && levels_.back().has_key) key_without_value(levels_.back());
  remember(anchor, node);
  put(std::move(node), at);
}

void Builder::scalar(std::size_t at, const std::string& tag, std::size_t anchor, const std::string& value) {
  refuse_properties(at, tag, anchor != 0);
  at = behind_properties(at);
  const Written written = find_written(places_.content(), at, value);
  Node node;
  node.kind = Node::Kind::scalar;
  node.text = value;
  node.quoted = written.quoted;
  node.exact = written.exact;
  if (options_.tags && tag.size() > 1) node.tag = tag;
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
  if (!written.quoted && !levels_.empty() && levels_.back().node.kind == Node::Kind::list)
    rest_of_number(at, value);
  if (!levels_.empty() && levels_.back().has_key) levels_.back().value_at = written.quoted ? nowhere : at;
  remember(anchor, node);
  put(std::move(node), at);
}

void Builder::open(Node::Kind kind, std::size_t at, const std::string& tag, std::size_t anchor,
                   bool brackets) {
  refuse_properties(at, tag, anchor != 0);
  if (levels_.size() >= most_yaml_levels) {
    fault(at, 1, "Y015", "more than 64 nested levels of maps and lists",
          "check the brackets and the indentation");
    throw Stop{};
  }
  Level& level = levels_.emplace_back();
  level.node.kind = kind;
  level.node.at = places_.mark(at);
  if (options_.tags && tag.size() > 1) level.node.tag = tag;
  level.brackets = brackets;
  level.at = at;
  level.anchor = anchor;
  if (brackets) progress_.open_bracket = at;
}

void Builder::close() {
  Level level = std::move(levels_.back());
  levels_.pop_back();
  if (!levels_.empty()) levels_.back().value_at = nowhere;
  progress_.open_bracket = !levels_.empty() && levels_.back().brackets ? levels_.back().at : nowhere;
  merge(level);
  remember(level.anchor, level.node);
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
  if (options_.anchors && !level.keep && level.entry.key == "<<") level.merged.push_back(node);
  level.entry.value = std::move(node);
  level.entry.value.under = level.entry.at;
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
    level.entry.key = node.text;
    if (options_.anchors) return;
    fault(at, 2, "Y013", "merge keys (<<) are not accepted", "write the keys out");
    return;
  }
  const auto [first, fresh] = level.lines.try_emplace(node.text, node.at.line);
  if (!fresh && options_.twice) {
    report_.warning(node.at, "D206",
                    "the key " + shown(node.text) + " is already in line " + std::to_string(first->second) +
                        "; this one counts",
                    "delete or rename one of them");
    auto& entries = level.node.entries;
    entries.erase(std::remove_if(entries.begin(), entries.end(),
                                 [&](const Entry& one) { return one.key == node.text; }),
                  entries.end());
  } else if (!fresh) {
    report_.error(node.at, "Y014",
                  "the key " + shown(node.text) + " is already in line " + std::to_string(first->second),
                  "delete or rename one of them");
    count_fault();
    return;
  }
  level.keep = true;
  level.entry.key = std::move(node.text);
}

void Builder::finish() {
  refuse_directives(documents_ == 0 ? 0 : read_to_, places_.content().size());
  if (faults_ > 0 || root_.kind != Node::Kind::nothing) return;
  report_.error(places_.mark(0), "Y001", "the file is empty", "see examples/ for whole files");
}

Node Builder::take() {
  // Open maps and lists are closed when reading stops, so that the text before the fault can be
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
