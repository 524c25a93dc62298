// Splits lines into cells and puts cells where their heading says.
#include "csv.hpp"

#include <algorithm>
#include <unordered_set>

#include "utf8.hpp"

namespace scaleplan::read {
namespace {

constexpr std::string_view blanks = " \t\r";

/// Reads one text, character by character.
class CsvReader {
 public:
  explicit CsvReader(std::string_view text) : text_(text) {
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = begin_ = 3;
  }

  std::vector<CsvLine> all() {
    std::vector<CsvLine> lines;
    while (at_ < text_.size()) {
      CsvLine line{line_, {}};
      do line.cells.push_back(cell());
      while (take(','));
      if (at_ < text_.size()) end_line();
      const bool empty = line.cells.size() == 1 && line.cells[0].text.empty();
      if (!empty) lines.push_back(std::move(line));
    }
    return lines;
  }

 private:
  bool take(char wanted) {
    if (at_ >= text_.size() || text_[at_] != wanted) return false;
    ++at_;
    return true;
  }

  void end_line() {
    ++at_;
    ++line_;
    begin_ = at_;
  }

  [[nodiscard]] int column() const {
    return static_cast<int>(count_characters(text_.substr(begin_, at_ - begin_))) + 1;
  }

  CsvCell cell() {
    at_ = std::min(text_.find_first_not_of(blanks, at_), text_.size());
    CsvCell cell;
    cell.column = column();
    const std::size_t begin = at_;
    if (take('"')) {
      cell.closed = quoted(cell.text);
    }
    const std::size_t end = std::min(text_.find_first_of(",\n", at_), text_.size());
    cell.text += text_.substr(at_, end - at_);
    at_ = end;
    cell.text.erase(cell.text.find_last_not_of(blanks) + 1);
    cell.length = std::max(1, static_cast<int>(count_characters(trimmed(text_.substr(begin, end - begin)))));
    return cell;
  }

  static std::string_view trimmed(std::string_view text) {
    return text.substr(0, text.find_last_not_of(blanks) + 1);
  }

  /// Reads what stands in quotes, in which two quotes are one; false where they do not end.
  bool quoted(std::string& into) {
    for (; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\n') {
        ++line_;
        begin_ = at_ + 1;
      }
      if (text_[at_] == '"' && !(at_ + 1 < text_.size() && text_[at_ + 1] == '"')) {
        ++at_;
        return true;
      }
      if (text_[at_] == '"') ++at_;
      into += text_[at_];
    }
    return false;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;  ///< of the line
  int line_ = 1;
};

/// Builds the tree of one text.
class CsvTree {
 public:
  CsvTree(const SourceText* text, Report& report) : text_(text), report_(report) {}

  Node build(const std::vector<CsvLine>& lines) {
    Node tree;
    tree.kind = Node::Kind::map;
    tree.at = {text_, 1, 1, 1};
    if (lines.empty()) {
      report_.error({text_, 0, 0, 1}, "R025", "the file has no lines",
                    "begin with a heading: name, and a name for each column");
      return tree;
    }
    headings(lines.front());
    std::unordered_set<std::string> known;
    for (std::size_t i = 1; i < lines.size(); ++i) {
      const CsvCell& name = lines[i].cells.front();
      if (!known.insert(name.text).second) {
        faults_ = true;
        report_.error(mark(lines[i], name), "R025", "\"" + name.text + "\" has a line already",
                      "merge the two lines");
        continue;
      }
      tree.entries.push_back(row(lines[i]));
    }
    // What is read in part would only be wrong further on.
    return faults_ ? Node{} : tree;
  }

 private:
  [[nodiscard]] Mark mark(const CsvLine& line, const CsvCell& cell) const {
    return {text_, line.line, cell.column, cell.length};
  }

  void headings(const CsvLine& line) {
    for (const CsvCell& cell : line.cells) {
      std::vector<std::string>& path = headings_.emplace_back();
      for (std::size_t at = 0; at <= cell.text.size();) {
        const std::size_t end = std::min(cell.text.find('.', at), cell.text.size());
        path.push_back(cell.text.substr(at, end - at));
        at = end + 1;
      }
    }
  }

  Entry row(const CsvLine& line) {
    Entry entry{line.cells.front().text, mark(line, line.cells.front()), {}};
    entry.value.kind = Node::Kind::map;
    entry.value.at = entry.value.under = entry.at;
    for (std::size_t i = 0; i < line.cells.size(); ++i) {
      const CsvCell& cell = line.cells[i];
      faults_ = faults_ || !cell.closed || i >= headings_.size();
      if (!cell.closed) {
        report_.error(mark(line, cell), "R025", "the quotes of this cell do not end", "close them with \"");
      } else if (i >= headings_.size()) {
        report_.error(mark(line, cell), "R025", "this line has more cells than the heading",
                      "quote a cell that holds a comma");
        break;
      } else if (i > 0 && !cell.text.empty()) {
        put(entry.value, headings_[i], 0, scalar(line, cell, headings_[i]));
      }
    }
    return entry;
  }

  Node scalar(const CsvLine& line, const CsvCell& cell, const std::vector<std::string>& heading) const {
    Node node;
    node.kind = Node::Kind::scalar;
    node.text = cell.text;
    node.at = mark(line, cell);
    node.exact = true;
    const bool words = heading.back() == "source" || heading.back() == "estimated";
    if (!words || cell.text.find(' ') == std::string::npos) return node;
    Node list;
    list.kind = Node::Kind::list;
    list.at = node.at;
    for (std::size_t at = 0; at < cell.text.size();) {
      const std::size_t end = std::min(cell.text.find(' ', at), cell.text.size());
      node.text = cell.text.substr(at, end - at);
      if (end > at) list.items.push_back(node);
      at = end + 1;
    }
    return list;
  }

  static void put(Node& map, const std::vector<std::string>& path, std::size_t depth, Node value) {
    const std::string& key = path[depth];
    if (depth + 1 == path.size()) {
      map.entries.push_back({key, value.at, std::move(value)});
      return;
    }
    if (map.entries.empty() || map.entries.back().key != key) {
      Entry entry{key, value.at, {}};
      entry.value.kind = Node::Kind::map;
      entry.value.at = entry.value.under = value.at;
      map.entries.push_back(std::move(entry));
    }
    put(map.entries.back().value, path, depth + 1, std::move(value));
  }

  const SourceText* text_;
  Report& report_;
  std::vector<std::vector<std::string>> headings_;
  bool faults_ = false;
};

}  // namespace

std::vector<CsvLine> csv_lines(std::string_view content) { return CsvReader(content).all(); }

Node csv_tree(std::string_view content, const std::string& name, Report& report) {
  return CsvTree(report.add(name, content), report).build(csv_lines(content));
}

}  // namespace scaleplan::read
