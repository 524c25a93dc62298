// Lays a YAML file out anew, line by line: what is said, its comments and its order stay as they are.
#include "scaleplan/format.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "layout.hpp"
#include "text.hpp"
#include "tree.hpp"

namespace scaleplan {
namespace read {
namespace {

bool same(const Node& a, const Node& b) {
  if (a.kind != b.kind || a.text != b.text || a.quoted != b.quoted || a.entries.size() != b.entries.size() ||
      a.items.size() != b.items.size())
    return false;
  for (std::size_t i = 0; i < a.entries.size(); ++i) {
    if (a.entries[i].key != b.entries[i].key || !same(a.entries[i].value, b.entries[i].value)) return false;
  }
  for (std::size_t i = 0; i < a.items.size(); ++i) {
    if (!same(a.items[i], b.items[i])) return false;
  }
  return true;
}

void trim(std::string& line) {
  while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.pop_back();
}

class Formatter {
 public:
  std::string all(const std::vector<std::string>& lines) {
    for (const std::string& line : lines) put(line);
    flush(0);
    while (out_.ends_with("\n\n")) out_.pop_back();
    return out_;
  }

 private:
  /// An open block: where it was indented, and where it is now.
  struct Level {
    std::size_t old = 0, now = 0;
  };

  void put(const std::string& line) {
    const std::size_t indent = indentation(line);
    const bool blank = indent == line.size();
    if (block_ && (blank || indent > block_from_)) return block_line(line, indent, blank);
    block_ = false;
    if (quote_ != 0) {
      std::size_t at = 0;
      std::string text;
      scan(line, at, text);  // what is in quotes stays as it is, its blanks too
      if (quote_ == 0) trim(text);
      out_ += text + "\n";
      return;
    }
    if (blank) {
      pending_.emplace_back();
      return;
    }
    if (depth_ == 0 && line[indent] == '#') {
      pending_.push_back(line.substr(indent));
      trim(pending_.back());
      return;
    }
    content(line, indent);
  }

  void block_line(const std::string& line, std::size_t indent, bool blank) {
    // Blanks at the end of a text that is kept as it stands belong to it.
    if (blank) {
      out_ += "\n";
      return;
    }
    const std::size_t now = indent - block_from_ + block_now_;
    out_ += std::string(now, ' ') + line.substr(indent) + "\n";
  }

  void content(const std::string& line, std::size_t indent) {
    std::size_t now = 0;
    if (depth_ > 0) {
      now = indent > flow_from_ ? indent - flow_from_ + flow_now_ : flow_now_ + indent;
      flush(now);
    } else {
      now = place(indent);
      flush(now);
      flow_from_ = indent;
      flow_now_ = now;
    }
    std::string text(now, ' ');
    std::size_t at = indent;
    starts_ = depth_ > 0 ? starts_ : true;
    line_from_ = indent;
    line_now_ = now;
    scan(line, at, text);
    if (quote_ == 0) trim(text);
    out_ += text + "\n";
  }

  /// Where a line of a block goes that was indented by `indent`.
  std::size_t place(std::size_t indent) {
    while (!levels_.empty() && levels_.back().old > indent) levels_.pop_back();
    if (!levels_.empty() && levels_.back().old == indent) return levels_.back().now;
    const std::size_t now = levels_.empty() ? 0 : levels_.back().now + 2;
    levels_.push_back({indent, now});
    return now;
  }

  /// Comments and blank lines before a line go where that line goes; of several blank lines one is left.
  void flush(std::size_t now) {
    for (const std::string& line : pending_) {
      if (!line.empty()) {
        out_ += std::string(now, ' ') + line + "\n";
      } else if (!out_.empty() && !out_.ends_with("\n\n")) {
        out_ += "\n";
      }
    }
    pending_.clear();
  }

  void scan(const std::string& line, std::size_t at, std::string& text) {
    while (at < line.size()) {
      const char c = line[at];
      if (quote_ != 0) {
        in_quotes(line, at, text);
      } else if (c == '#' && (at == 0 || line[at - 1] == ' ')) {
        text += line.substr(at);
        return;
      } else if (starts_ && c == ' ') {
        if (!opened_) text += c;
        ++at;
      } else if (starts_) {
        if (begin(line, at, text)) return;
      } else {
        inside(line, at, text);
      }
    }
    opened_ = false;
  }

  void in_quotes(const std::string& line, std::size_t& at, std::string& text) {
    const char c = line[at];
    text += c;
    ++at;
    if (quote_ == '"' && c == '\\' && at < line.size()) {
      text += line[at++];
    } else if (c == quote_ && quote_ == '\'' && at < line.size() && line[at] == '\'') {
      text += line[at++];
    } else if (c == quote_) {
      quote_ = 0;
      starts_ = false;
      after_quotes_ = true;
    }
  }

  /// The first character of a key, a value or an item; true when the rest of the line was taken.
  bool begin(const std::string& line, std::size_t& at, std::string& text) {
    const char c = line[at];
    after_quotes_ = false;
    if (c == '"' || c == '\'') {
      quote_ = c;
      text += c;
      ++at;
      opened_ = false;
      return false;
    }
    if (c == '{' || c == '[') {
      ++depth_;
      text += c;
      ++at;
      opened_ = true;
      return false;
    }
    const bool followed = at + 1 >= line.size() || line[at + 1] == ' ';
    if (depth_ == 0 && c == '-' && followed) {
      text += c;
      ++at;
      const std::size_t next = line.find_first_not_of(' ', at);
      if (next == std::string::npos || line[next] == '#') return false;
      // An item's own keys stand below its first one.
      text += ' ';
      at = next;
      levels_.push_back({next, text.size()});
      return false;
    }
    if (depth_ == 0 && (c == '|' || c == '>')) {
      block_ = true;
      block_from_ = line_from_;
      block_now_ = line_now_;
      text += line.substr(at);
      return true;
    }
    starts_ = false;
    inside(line, at, text);
    return false;
  }

  void inside(const std::string& line, std::size_t& at, std::string& text) {
    const char c = line[at];
    const bool followed = at + 1 >= line.size() || line[at + 1] == ' ';
    if (depth_ > 0 && (c == '}' || c == ']')) {
      const std::size_t written = text.find_last_not_of(' ');
      if (written != std::string::npos && text[written] != ',') trim(text);
      --depth_;
      starts_ = false;
    } else if (depth_ > 0 && c == ',') {
      if (text.find_last_not_of(' ') != std::string::npos) trim(text);
      starts_ = true;
      if (!followed) {
        text += ", ";
        ++at;
        opened_ = false;
        return;
      }
    } else if (c == ':' && (followed || (depth_ > 0 && after_quotes_))) {
      starts_ = true;
      if (!followed) {
        text += ": ";
        ++at;
        opened_ = false;
        return;
      }
    }
    if (c != ' ') after_quotes_ = false;
    text += c;
    ++at;
    opened_ = false;
  }

  std::string out_;
  std::vector<Level> levels_;
  std::vector<std::string> pending_;
  int depth_ = 0;        ///< of flow brackets
  char quote_ = 0;       ///< the quote that is open
  bool starts_ = true;   ///< whether a key, value or item begins next
  bool opened_ = false;  ///< whether a bracket was just opened
  bool after_quotes_ = false;
  bool block_ = false;  ///< whether lines belong to a text block
  std::size_t block_from_ = 0, block_now_ = 0;
  std::size_t flow_from_ = 0, flow_now_ = 0;
  std::size_t line_from_ = 0, line_now_ = 0;
};

}  // namespace
}  // namespace read

std::string formatted(std::string_view text, const std::string& file) {
  read::Report report;
  const read::Node before = read::read_tree(text, file, report);
  report.stop_if_failed();
  const std::string whole = read::normalised(text);
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < whole.size();) {
    const std::size_t end = std::min(whole.find('\n', at), whole.size());
    lines.push_back(whole.substr(at, end - at));
    at = end + 1;
  }
  std::string result = read::Formatter().all(lines);
  read::Report again;
  const read::Node after = read::read_tree(result, file, again);
  // Better not formatted than changed.
  return again.failed() || !read::same(before, after) ? whole : result;
}

}  // namespace scaleplan
