// Writes JSON front to back without building a tree of it first: an answer is written once and never looked
// at again.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace scaleplan::render {

/// Objects and arrays are begun and ended in order; one begun inside a compact one stays on its line.
class JsonWriter {
 public:
  JsonWriter() { text_.reserve(1 << 17); }
  void begin_object(bool compact = false) { begin('{', compact); }
  void end_object() { end('}'); }
  void begin_array(bool compact = false) { begin('[', compact); }
  void end_array() { end(']'); }
  /// A key that needs no escapes: an id of the rules or a word of ours.
  void key(std::string_view name);
  void text(std::string_view value);
  /// Twelve digits: what was computed, without the noise of binary fractions; null when it is not finite.
  void number(double value);
  void integer(std::int64_t value);
  void boolean(bool value);
  void null();
  /// The document, ending in a newline.
  std::string take();

 private:
  struct Level {
    bool compact = false;
    bool empty = true;
  };
  void begin(char bracket, bool compact);
  void end(char bracket);
  /// What stands before a value or a key: comma, line break, indentation.
  void separate();
  void indent();
  /// Where the next `size` characters go, at most a piece; they go through a piece because it stays in the
  /// cache and need not be cleared first.
  char* room(std::size_t size) {
    if (size > piece_.size() - used_) flush();
    char* at = &piece_[used_];
    used_ += size;
    return at;
  }
  void flush();
  void put(std::string_view characters);

  std::string text_;
  std::array<char, 2000> piece_;
  std::size_t used_ = 0;
  std::vector<Level> levels_;
  bool after_key_ = false;
};

}  // namespace scaleplan::render
