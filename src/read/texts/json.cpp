// Takes the events of nlohmann's parser, which carry no places, and finds each in the text by how far the
// parser has read.
#include "json.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <nlohmann/json.hpp>

#include "ascii.hpp"

namespace scaleplan::read {
namespace {

constexpr std::size_t most_json_levels = 256;

/// Reads a text and knows how far it was read, which the parser does not.
class Counted {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  Counted(const char* at, const char** seen) : at_(at), seen_(seen) {}
  reference operator*() const { return *at_; }
  Counted& operator++() {
    *seen_ = ++at_;
    return *this;
  }
  Counted operator++(int) {
    const Counted before = *this;
    ++*this;
    return before;
  }
  bool operator==(const Counted& other) const { return at_ == other.at_; }
  bool operator!=(const Counted& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  const char** seen_;
};

/// The events; all of them are called by the parser.
class JsonEvents {
 public:
  using Json = nlohmann::json;

  JsonEvents(std::string_view text, std::uint8_t root, const JsonShape& shape, JsonRead& into,
             int lines_before)
      : text_(text),
        shape_(shape),
        into_(into),
        root_(root),
        lines_before_(lines_before),
        seen_(text.data()) {}

  const char** seen() { return &seen_; }

  bool null() { return literal(JsonKind::nothing, 4); }
  bool boolean(bool yes) { return literal(yes ? JsonKind::yes : JsonKind::no, yes ? 4 : 5); }
  bool number_integer(Json::number_integer_t) { return number(); }
  bool number_unsigned(Json::number_unsigned_t) { return number(); }
  bool number_float(Json::number_float_t, const std::string&) { return number(); }
  bool string(std::string& value) {
    const std::size_t at = begin();
    last_end_ = consumed();
    if (skipping()) return count();
    add(JsonKind::text, at).text = view(value, at, last_end_);
    return count();
  }
  bool binary(Json::binary_t&) { return false; }
  bool key(std::string& value) {
    const std::size_t at = begin();
    last_end_ = consumed();
    Frame& frame = frames_.back();
    frame.after_key = true;
    frame.empty = false;
    if (skipping()) return true;
    key_ = view(value, at, last_end_);
    key_at_ = at;
    return true;
  }
  bool start_object(std::size_t) { return open(JsonKind::map); }
  bool start_array(std::size_t) { return open(JsonKind::list); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  bool parse_error(std::size_t, const std::string&, const Json::exception&) {
    if (into_.fault) return false;
    JsonProgress progress;
    progress.last_end = last_end_;
    progress.lines_before = lines_before_;
    progress.inside = !frames_.empty();
    if (progress.inside) {
      const Frame& frame = frames_.back();
      progress.map = frame.map;
      progress.after_key = frame.after_key;
      progress.empty = frame.empty;
      progress.opened = frame.at;
    }
    into_.fault = explain_json(text_, progress);
    return false;
  }

  [[nodiscard]] std::size_t last_end() const { return last_end_; }

 private:
  struct Frame {
    bool map = false;
    bool after_key = false;
    bool empty = true;
    std::uint8_t role = 0;  ///< json_skip inside of what is passed over
    std::uint32_t node = 0;
    std::size_t at = 0;
  };

  [[nodiscard]] std::size_t consumed() const { return static_cast<std::size_t>(seen_ - text_.data()); }

  /// Where the token of this event begins: between two tokens stand only blanks, commas and colons.
  [[nodiscard]] std::size_t begin() const {
    std::size_t at = last_end_;
    while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\n' || text_[at] == '\r' ||
                                 text_[at] == '\t' || text_[at] == ',' || text_[at] == ':')) {
      ++at;
    }
    return at;
  }

  /// A text without escapes is the text itself; with them it is shorter than written.
  std::string_view view(const std::string& value, std::size_t at, std::size_t end) {
    if (value.size() + 2 == end - at) return text_.substr(at + 1, value.size());
    return into_.tree.decoded.emplace_back(value);
  }

  [[nodiscard]] bool skipping() const { return !frames_.empty() && frames_.back().role == json_skip; }

  /// A value was read that holds nothing.
  bool count() {
    if (!frames_.empty()) {
      frames_.back().after_key = false;
      frames_.back().empty = false;
    }
    return true;
  }

  JsonNode& add(JsonKind kind, std::size_t at) {
    JsonNode& node = into_.tree.nodes.emplace_back();
    node.kind = kind;
    node.at = static_cast<std::uint32_t>(at);
    node.next = static_cast<std::uint32_t>(into_.tree.nodes.size());
    if (!frames_.empty() && frames_.back().map) {
      node.key = key_;
      node.key_at = static_cast<std::uint32_t>(key_at_);
    }
    return node;
  }

  bool literal(JsonKind kind, std::size_t bytes) {
    const std::size_t at = begin();
    last_end_ = at + bytes;
    if (!skipping()) add(kind, at);
    return count();
  }

  bool number() {
    const std::size_t at = begin();
    last_end_ = std::min(text_.find_first_not_of("+-.0123456789Ee", at), text_.size());
    // A zero at the front ends the number, and what follows is a fault: 01.
    const std::size_t zero = text_[at] == '-' ? at + 1 : at;
    if (text_[zero] == '0' && zero + 1 < last_end_ && is_digit(text_[zero + 1])) last_end_ = zero + 1;
    if (!skipping()) add(JsonKind::number, at).text = text_.substr(at, last_end_ - at);
    return count();
  }

  std::uint8_t role_of_next() const {
    if (frames_.empty()) return root_;
    const Frame& frame = frames_.back();
    if (frame.role == 0 || frame.role == json_skip || !shape_) return frame.role;
    return shape_(frame.role, frame.map ? key_ : std::string_view(), JsonValue(&into_.tree, frame.node));
  }

  bool open(JsonKind kind) {
    const std::size_t at = begin();
    last_end_ = consumed();
    if (frames_.size() >= most_json_levels) {
      into_.fault = JsonFault{"D006", "more than 256 nested levels of maps and lists",
                              "check that this is the file you meant", at, 1};
      return false;
    }
    Frame frame;
    frame.map = kind == JsonKind::map;
    frame.role = role_of_next();
    frame.at = at;
    frame.node = static_cast<std::uint32_t>(into_.tree.nodes.size());
    const bool passed_over = frame.role == json_skip;
    if (!passed_over) {
      add(kind, at).next = std::numeric_limits<std::uint32_t>::max();
    } else if (frames_.back().role != json_skip) {
      add(JsonKind::skipped, at);
    }
    count();
    frames_.push_back(frame);
    return true;
  }

  bool close() {
    last_end_ = consumed();
    const Frame frame = frames_.back();
    frames_.pop_back();
    if (frame.role == json_skip) return true;
    JsonNode& node = into_.tree.nodes[frame.node];
    node.next = static_cast<std::uint32_t>(into_.tree.nodes.size());
    return !frame.map || all_keys_differ(frame.node);
  }

  bool all_keys_differ(std::uint32_t map) {
    siblings_.clear();
    const JsonValue object(&into_.tree, map);
    for (JsonValue child = object.first(); child; child = object.after(child)) {
      siblings_.push_back(child.index());
    }
    const auto key = [&](std::uint32_t index) { return into_.tree.nodes[index].key; };
    std::sort(siblings_.begin(), siblings_.end(),
              [&](std::uint32_t a, std::uint32_t b) { return key(a) != key(b) ? key(a) < key(b) : a < b; });
    const auto twice = std::adjacent_find(siblings_.begin(), siblings_.end(),
                                          [&](std::uint32_t a, std::uint32_t b) { return key(a) == key(b); });
    if (twice == siblings_.end()) return true;
    const JsonNode& second = into_.tree.nodes[twice[1]];
    into_.fault = JsonFault{"D007", "the key \"" + std::string(second.key.substr(0, 60)) + "\" appears twice",
                            "delete one of them", second.key_at, second.key.size() + 2};
    return false;
  }

  std::string_view text_;
  const JsonShape& shape_;
  JsonRead& into_;
  std::uint8_t root_;
  int lines_before_;
  const char* seen_;
  std::size_t last_end_ = 0;
  std::string_view key_;
  std::size_t key_at_ = 0;
  std::vector<Frame> frames_;
  std::vector<std::uint32_t> siblings_;
};

}  // namespace

const JsonNode& JsonValue::node() const {
  static const JsonNode none;
  return tree_ == nullptr ? none : tree_->nodes[index_];
}

JsonValue JsonValue::first() const {
  if (tree_ == nullptr || index_ + 1 >= std::min<std::size_t>(node().next, tree_->nodes.size())) return {};
  return {tree_, index_ + 1};
}

JsonValue JsonValue::after(JsonValue child) const {
  const std::uint32_t next = child.node().next;
  if (next >= std::min<std::size_t>(node().next, tree_->nodes.size())) return {};
  return {tree_, next};
}

JsonValue JsonValue::find(std::string_view key) const {
  if (kind() != JsonKind::map) return {};
  for (JsonValue child = first(); child; child = after(child)) {
    if (child.key() == key) return child;
  }
  return {};
}

JsonValue JsonValue::item(std::size_t index) const {
  if (kind() != JsonKind::list) return {};
  JsonValue child = first();
  for (std::size_t i = 0; child && i < index; ++i) child = after(child);
  return child;
}

JsonRead read_json(std::string_view text, std::uint8_t root, const JsonShape& shape, int lines_before) {
  JsonRead result;
  if (text.size() >= std::numeric_limits<std::uint32_t>::max()) {
    result.fault = JsonFault{"D002", "the text is larger than 4 GB", {}, 0, 0};
    return result;
  }
  JsonEvents events(text, root, shape, result, lines_before);
  const char* const end = text.data() + text.size();
  nlohmann::json::sax_parse(Counted(text.data(), events.seen()), Counted(end, events.seen()), &events,
                            nlohmann::json::input_format_t::json, false);
  result.end = events.last_end();
  return result;
}

}  // namespace scaleplan::read
