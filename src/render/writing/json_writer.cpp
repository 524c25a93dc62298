// Puts commas, line breaks and escapes where JSON wants them.
#include "json_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <utility>

#include "numbers.hpp"
#include "shown.hpp"
#include "utf8.hpp"

namespace scaleplan::render {
namespace {

/// Whether a character cannot stand in a string as it is.
constexpr auto escapes = [] {
  std::array<bool, 256> all{};
  for (std::size_t c = 0; c < 0x20; ++c) all[c] = true;
  for (std::size_t c = 0x7F; c < 0x100; ++c) all[c] = true;  // perhaps the first byte of a hidden character
  all['"'] = all['\\'] = true;
  return all;
}();
bool needs_escape(char c) { return escapes[static_cast<unsigned char>(c)]; }

/// The escape of one character.
std::string escaped(char c) {
  switch (c) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\n':
      return "\\n";
    case '\t':
      return "\\t";
    case '\r':
      return "\\r";
    default:
      return fmt::format("\\u{:04x}", static_cast<unsigned char>(c));
  }
}

}  // namespace

void JsonWriter::indent() {
  text_ += '\n';
  text_.append(2 * levels_.size(), ' ');
}

void JsonWriter::separate() {
  if (std::exchange(after_key_, false) || levels_.empty()) return;
  Level& level = levels_.back();
  if (!level.empty) text_.append(", ", level.compact ? 2 : 1);
  if (!level.compact) indent();
  level.empty = false;
}

void JsonWriter::begin(char bracket, bool compact) {
  separate();
  const bool inside_compact = !levels_.empty() && levels_.back().compact;
  levels_.push_back({compact || inside_compact, true});
  text_ += bracket;
}

void JsonWriter::end(char bracket) {
  const Level level = levels_.back();
  levels_.pop_back();
  if (!level.compact && !level.empty) indent();
  text_ += bracket;
}

void JsonWriter::key(std::string_view name) {
  separate();
  // Put together first: one call for each of some thousand keys instead of three.
  std::array<char, 64> quoted{};
  const std::size_t length = std::min(name.size(), quoted.size() - 4);
  quoted[0] = '"';
  name.copy(&quoted[1], length);
  if (length == name.size()) {
    std::copy_n("\": ", 3, &quoted[1 + length]);
    text_.append(quoted.data(), length + 4);
  } else {
    text_.append("\"").append(name).append("\": ");
  }
  after_key_ = true;
}

/// Writes the character at `at`, which may need an escape, and returns the place after it.
std::string_view::iterator JsonWriter::special(std::string_view value, std::string_view::iterator at) {
  if (static_cast<unsigned char>(*at) < 0x7F) {
    text_ += escaped(*at);
    return std::next(at);
  }
  const Decoded next = decode(value, static_cast<std::size_t>(at - value.begin()));
  const auto end = at + static_cast<std::ptrdiff_t>(next.bytes);
  if (!next.good) {
    append_character(text_, 0xFFFD);
  } else if (is_hidden(next.character) && next.character <= 0xFFFF) {
    text_ += fmt::format("\\u{:04x}", static_cast<unsigned>(next.character));
  } else {
    text_.append(at, end);
  }
  return end;
}

void JsonWriter::text(std::string_view value) {
  separate();
  text_ += '"';
  for (auto at = value.begin(); at != value.end();) {
    const auto plain = std::find_if(at, value.end(), needs_escape);
    text_.append(at, plain);
    at = plain == value.end() ? plain : special(value, plain);
  }
  text_ += '"';
}

void JsonWriter::number(double value) {
  constexpr double exact = 1e12;
  if (!std::isfinite(value)) return null();
  if (std::abs(value) < exact && std::trunc(value) == value) return integer(static_cast<std::int64_t>(value));
  separate();
  text_ += write_number(value);
}

void JsonWriter::integer(std::int64_t value) {
  separate();
  const fmt::format_int digits(value);
  text_.append(digits.data(), digits.size());
}

void JsonWriter::boolean(bool value) {
  separate();
  text_ += value ? "true" : "false";
}

void JsonWriter::null() {
  separate();
  text_ += "null";
}

void JsonWriter::field(std::string_view name, std::string_view value) {
  key(name);
  text(value);
}

void JsonWriter::field(std::string_view name, double value) {
  key(name);
  number(value);
}

void JsonWriter::field(std::string_view name, int value) {
  key(name);
  integer(value);
}

void JsonWriter::field(std::string_view name, bool value) {
  key(name);
  boolean(value);
}

void JsonWriter::field(std::string_view name, const std::optional<double>& value) {
  key(name);
  value ? number(*value) : null();
}

void JsonWriter::field(std::string_view name, const Citations& sources) {
  key(name);
  inline_array();
  for (const Citation& citation : sources) text(citation.label);
  end_array();
}

void JsonWriter::field(std::string_view name, const Place& place) {
  key(name);
  inline_object();
  field("file", place.file);
  field("line", place.line);
  end_object();
}

void JsonWriter::field(std::string_view name, const Span& place) {
  key(name);
  if (place.file.empty()) return null();
  inline_object();
  field("file", place.file);
  field("line", place.line);
  field("column", place.column);
  field("length", place.length);
  end_object();
}

void JsonWriter::text_or_null(std::string_view name, std::string_view value) {
  key(name);
  value.empty() ? null() : text(value);
}

void JsonWriter::money(std::string_view name, const std::optional<double>& usd) {
  key(name);
  usd ? number(std::floor(*usd * 100 + 0.5) / 100) : null();
}

std::string JsonWriter::take() {
  text_ += '\n';
  return std::move(text_);
}

}  // namespace scaleplan::render
