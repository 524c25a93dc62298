// A text read as a tree in which every key and value knows its place; the form all readers work on.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "scaleplan/error.hpp"

namespace scaleplan::read {

/// A text that was read, kept for its excerpts; lines have no end marks.
struct SourceText {
  std::string name;
  std::vector<std::string> lines;
};

/// Where a value begins; `text` points into the Report that collects findings.
struct Mark {
  const SourceText* text = nullptr;
  int line = 0;    ///< from 1; 0 when only the file is known
  int column = 0;  ///< from 1, in characters (not bytes)
  int length = 1;  ///< characters of the key or scalar on its first line
};

struct Entry;

/// A value: nothing (`~`, null or empty), a scalar's text, a map in file order, or a list.
struct Node {
  enum class Kind { nothing, scalar, map, list };
  Kind kind = Kind::nothing;
  bool quoted = false;  ///< a quoted scalar is text even when it looks like something else
  bool exact = false;   ///< column + i is the place of text[i] (one line, no escapes)
  std::string text;     ///< of a scalar
  std::string tag;      ///< "!Ref"; empty where tags are refused
  std::vector<Entry> entries;
  std::vector<Node> items;
  Mark at;
  Mark under;  ///< of the key that it stands under; line 0 without one

  /// The value under `key`, or null.
  [[nodiscard]] const Node* find(std::string_view key) const;
};

struct Entry {
  std::string key;
  Mark at;  ///< of the key
  Node value;
};

/// Collects what is wrong with the texts of one run; owns the texts.
class Report {
 public:
  /// Keeps `content` (split in lines) under `name`; the pointer stays good.
  const SourceText* add(std::string name, std::string_view content);
  void error(const Mark& at, std::string code, std::string message, std::string hint = {},
             std::string subject = {});
  void warning(const Mark& at, std::string code, std::string message, std::string hint = {});
  /// An error about a word that nothing declares; `near` is the declared one that is probably meant, or
  /// empty.
  void unknown(const Mark& at, std::string code, const std::string& word, const std::string& near,
               std::string message, std::string hint);
  /// A value that stands in no text; the pointer stays good.
  const Node* keep(Node value) { return &nodes_.emplace_back(std::move(value)); }
  /// Whether something was found at a place within `mark`.
  [[nodiscard]] bool found_in(const Mark& mark) const;
  [[nodiscard]] bool failed() const { return failed_; }
  /// Throws Error with everything found, in order of finding, when there was an error.
  void stop_if_failed() const;
  [[nodiscard]] const std::vector<Diagnostic>& found() const { return found_; }

  /// A word that nothing declares, and the finding about it.
  struct Unknown {
    std::size_t finding = 0;
    std::string word, near;
  };
  [[nodiscard]] const std::vector<Unknown>& unknown_words() const { return unknown_; }
  /// Puts `finding` in the place of all the findings in `instead_of`, where the first of them was.
  void replace(const std::vector<std::size_t>& instead_of, const Mark& at, std::string code,
               std::string message, std::string hint);
  /// Puts another finding in the place of the one at `position`.
  void rewrite(std::size_t position, Diagnostic finding) { found_[position] = std::move(finding); }
  /// Drops the findings at these positions.
  void drop(std::vector<std::size_t> positions);

 private:
  Diagnostic finding(Severity severity, const Mark& at, std::string code, std::string message,
                     std::string hint) const;
  bool put(Severity severity, const Mark& at, std::string code, std::string message, std::string hint);
  std::deque<SourceText> texts_;
  std::deque<Node> nodes_;
  std::vector<Diagnostic> found_;
  std::vector<Unknown> unknown_;
  bool failed_ = false;
};

/// Forms that a file may hold beyond plain YAML.
struct TreeOptions {
  bool tags = false;     ///< tags are kept on their nodes, and texts are no formulas
  bool anchors = false;  ///< aliases are written out, and merge keys merged
  bool twice = false;    ///< of a key that is there twice the last one counts, with a warning
};

/// Reads YAML (and so JSON) into a tree. Faults go to `report`: anchors, aliases, tags and merge keys,
/// several documents, tabs in indentation, duplicate keys, more than 64 levels, more than 4 MB, text that is
/// not UTF-8, syntax. The result is usable as far as it was read.
Node read_tree(std::string_view content, const std::string& name, Report& report,
               const TreeOptions& options = {});

/// The bytes of a file, not many more than `most`; a missing file or a folder throws Error.
std::string read_bytes(const std::string& path, std::size_t most);

}  // namespace scaleplan::read
