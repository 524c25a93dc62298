// Builds the located tree from what a YAML parser meets, and finds what YAML allows but files here
// may not hold.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "anchors.hpp"
#include "places.hpp"
#include "syntax.hpp"
#include "tree.hpp"

namespace scaleplan::read {

class Builder {
 public:
  /// Thrown when reading on makes no sense; the reason is in the report.
  struct Stop {};

  Builder(Places& places, Report& report, const TreeOptions& options)
      : places_(places), report_(report), options_(options) {}

  /// An event of the parser: `at` is its place in the content, `anchor` its number or 0.
  void document(std::size_t at);
  void nothing(std::size_t at, std::size_t anchor);
  void alias(std::size_t at, std::size_t anchor);
  void scalar(std::size_t at, const std::string& tag, std::size_t anchor, const std::string& value);
  void open(Node::Kind kind, std::size_t at, const std::string& tag, std::size_t anchor, bool brackets);
  void close();
  /// The parser stopped with `message`.
  void broken(std::string_view message, std::size_t at);
  /// The parser is done; looks for what it skipped silently.
  void finish();

  /// The tree as far as it was read.
  Node take();

 private:
  struct Level {
    Node node;
    bool brackets = false;
    std::size_t at = 0;
    std::size_t anchor = 0;
    std::vector<Node> merged;  ///< values of merge keys
    bool has_key = false;
    bool keep = true;  ///< whether the entry goes into the tree: not after a refused key
    Entry entry;
    std::unordered_map<std::string, int> lines;  ///< of each key
    std::size_t key_at = 0;
    std::size_t value_at = nowhere;     ///< of the last value, when it is a plain scalar
    std::size_t reported_at = nowhere;  ///< of the scalar that ends a formula reported as cut
    std::size_t cut_at = nowhere;       ///< of a scalar with a ( that is not closed
  };

  void fault(std::size_t at, std::size_t bytes, std::string code, std::string message, std::string hint);
  void count_fault();
  void refuse_properties(std::size_t at, const std::string& tag, bool anchored);
  void refuse_directives(std::size_t from, std::size_t to);
  std::size_t behind_properties(std::size_t at) const;
  void remember(std::size_t anchor, const Node& node);
  void merge(Level& level);
  void put(Node node, std::size_t at, bool refused = false);
  void key(Node node, std::size_t at, bool refused);
  void refuse_key(const Node& node);
  void watch_for_cut(std::string_view text, std::size_t at);
  void key_without_value(Level& level);
  /// Whether what stands at `at`, among brackets and right behind a comma, is the rest of a number such as
  /// 10,000.
  bool rest_of_number(std::size_t at, std::string_view text);
  void cut_formula(std::size_t from, std::size_t to);
  Mark place_of_empty(std::size_t at);

  Places& places_;
  Report& report_;
  const TreeOptions& options_;
  std::vector<Level> levels_;
  Anchors anchors_;
  Node root_;
  Progress progress_;
  std::size_t read_to_ = 0;
  int documents_ = 0;
  int faults_ = 0;
};

}  // namespace scaleplan::read
