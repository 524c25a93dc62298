// JSON read as a flat tree in which every value knows its place; parts nobody needs are passed over.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace scaleplan::read {

enum class JsonKind : std::uint8_t { nothing, yes, no, number, text, list, map, skipped };

/// One value; its children follow it, up to `next`.
struct JsonNode {
  JsonKind kind = JsonKind::nothing;
  std::uint32_t at = 0;      ///< byte where it begins
  std::uint32_t key_at = 0;  ///< byte where its key begins
  std::uint32_t next = 0;    ///< index of the value behind it and all it holds
  std::string_view key;      ///< in a map
  std::string_view text;     ///< of a text, without escapes; of a number, as written
};

class JsonTree;

/// A value of a tree; one that is not there is `nothing` and holds nothing.
class JsonValue {
 public:
  JsonValue() = default;
  JsonValue(const JsonTree* tree, std::uint32_t index) : tree_(tree), index_(index) {}

  [[nodiscard]] explicit operator bool() const { return tree_ != nullptr; }
  [[nodiscard]] const JsonNode& node() const;
  [[nodiscard]] JsonKind kind() const { return node().kind; }
  [[nodiscard]] std::string_view key() const { return node().key; }
  /// The text of a text; empty for all else.
  [[nodiscard]] std::string_view text() const { return kind() == JsonKind::text ? node().text : ""; }
  [[nodiscard]] JsonValue find(std::string_view key) const;
  /// The child at `index` of a list.
  [[nodiscard]] JsonValue item(std::size_t index) const;
  /// Children in order: for (JsonValue v = value.first(); v; v = value.after(v)).
  [[nodiscard]] JsonValue first() const;
  [[nodiscard]] JsonValue after(JsonValue child) const;
  [[nodiscard]] std::uint32_t index() const { return index_; }
  /// The root of its tree.
  [[nodiscard]] JsonValue root() const { return tree_ == nullptr ? JsonValue() : JsonValue(tree_, 0); }

 private:
  const JsonTree* tree_ = nullptr;
  std::uint32_t index_ = 0;
};

/// All values of a text in the order of the text; points into the text it was read from.
class JsonTree {
 public:
  std::vector<JsonNode> nodes;
  std::deque<std::string> decoded;  ///< texts with escapes
  [[nodiscard]] JsonValue root() const { return nodes.empty() ? JsonValue() : JsonValue(this, 0); }
};

/// The fault of a JSON text, with its place.
struct JsonFault {
  std::string code, message, hint;
  std::size_t at = 0;
  std::size_t bytes = 1;
};

/// Says which parts of a text are needed: the role of the value under `key` of a map with `role` (of each
/// item of a list: with an empty key). A role of 0 is kept with all it holds, and not asked about.
using JsonShape = std::function<std::uint8_t(std::uint8_t role, std::string_view key, JsonValue within)>;
inline constexpr std::uint8_t json_skip = 255;

struct JsonRead {
  JsonTree tree;
  std::size_t end = 0;  ///< byte behind the value; what follows is the caller's
  std::optional<JsonFault> fault;
};

/// Reads the value that begins `text`; the root has role `root`. Text of 4 GB and more is a fault.
/// `lines_before` lines stand before it in its file, and are counted in messages.
JsonRead read_json(std::string_view text, std::uint8_t root = 0, const JsonShape& shape = {},
                   int lines_before = 0);

/// How far reading had come when the parser stopped.
struct JsonProgress {
  std::size_t last_end = 0;  ///< behind the last good token
  bool inside = false;       ///< a map or list is open
  bool map = false;          ///< the innermost is a map
  bool after_key = false;
  bool empty = true;       ///< nothing was read in the innermost yet
  std::size_t opened = 0;  ///< where the innermost begins
  int lines_before = 0;    ///< of the file, before the text
};

/// The fault at the place where the parser stopped.
JsonFault explain_json(std::string_view text, const JsonProgress& progress);

}  // namespace scaleplan::read
