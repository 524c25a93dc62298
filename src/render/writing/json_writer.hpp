// Writes JSON front to back without building a tree of it first: an answer is written once and never looked
// at again.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scaleplan/error.hpp"
#include "scaleplan/program.hpp"

namespace scaleplan::render {

/// Objects and arrays are begun and ended in order; one begun inside an inline one stays on its line.
class JsonWriter {
 public:
  JsonWriter() { text_.reserve(std::size_t{1} << 17U); }  // of most answers

  void begin_object() { begin('{', false); }
  void inline_object() { begin('{', true); }
  void end_object() { end('}'); }
  void begin_array() { begin('[', false); }
  void inline_array() { begin('[', true); }
  void end_array() { end(']'); }

  /// A key that needs no escapes: an id of the rules or a word of ours.
  void key(std::string_view name);
  void text(std::string_view value);
  /// Twelve digits: what was computed, without the noise of binary fractions; null when it is not finite.
  void number(double value);
  void integer(std::int64_t value);
  void boolean(bool value);
  void null();

  void field(std::string_view name, std::string_view value);
  void field(std::string_view name, const char* value) { field(name, std::string_view(value)); }
  void field(std::string_view name, double value);
  void field(std::string_view name, int value);
  void field(std::string_view name, bool value);
  /// Null where there is no value.
  void field(std::string_view name, const std::optional<double>& value);
  /// The labels of the sources.
  void field(std::string_view name, const Citations& sources);
  /// {"file", "line"}: a rule.
  void field(std::string_view name, const Place& place);
  /// {"file", "line", "column", "length"}, or null where no file is known.
  void field(std::string_view name, const Span& place);

  /// A text, or null where it is empty.
  void text_or_null(std::string_view name, std::string_view value);
  /// A sum in USD, rounded to cents, or null.
  void money(std::string_view name, const std::optional<double>& usd);
  /// An array of texts on one line.
  template <class Texts>
  void texts(std::string_view name, const Texts& all) {
    key(name);
    inline_array();
    for (const auto& one : all) text(one);
    end_array();
  }

  /// The document, ending in a newline.
  std::string take();

 private:
  std::string_view::iterator special(std::string_view value, std::string_view::iterator at);
  struct Level {
    bool compact = false;
    bool empty = true;
  };
  void begin(char bracket, bool compact);
  void end(char bracket);
  /// What stands before a value or a key: comma, line break, indentation.
  void separate();
  void indent();

  std::string text_;
  std::vector<Level> levels_;
  bool after_key_ = false;
};

}  // namespace scaleplan::render
