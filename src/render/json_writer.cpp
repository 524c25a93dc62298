// Puts commas, line breaks and escapes where JSON wants them.
#include "json_writer.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstring>

namespace scaleplan::render {
namespace {

/// Characters that cannot stand in a string as they are.
bool needs_escape(char c) { return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20; }

void append_escaped(std::string& out, char c) {
  constexpr std::string_view digits = "0123456789abcdef";
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\t':
      out += "\\t";
      return;
    case '\r':
      out += "\\r";
      return;
    default:
      break;
  }
  out += "\\u00";
  out += digits[static_cast<unsigned char>(c) >> 4U];
  out += digits[static_cast<unsigned char>(c) & 15U];
}

/// Whether one of eight characters needs an escape, all eight looked at together: a byte below 0x20, a quote
/// or a backslash leaves its top bit set.
bool eight_need_escape(const char* at) {
  constexpr std::uint64_t ones = 0x0101010101010101ULL;
  constexpr std::uint64_t tops = 0x8080808080808080ULL;
  std::uint64_t eight = 0;
  std::memcpy(&eight, at, sizeof eight);
  const auto zero = [&](std::uint64_t x) { return (x - ones) & ~x & tops; };
  const std::uint64_t control = (eight - ones * 0x20) & ~eight & tops;
  return (control | zero(eight ^ (ones * '"')) | zero(eight ^ (ones * '\\'))) != 0;
}

void append_quoted(std::string& out, std::string_view value) {
  out += '"';
  std::size_t begin = 0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    while (i + 8 <= value.size() && !eight_need_escape(&value[i])) i += 8;
    if (i == value.size()) break;
    if (!needs_escape(value[i])) continue;
    out.append(value, begin, i - begin);
    append_escaped(out, value[i]);
    begin = i + 1;
  }
  out.append(value, begin, value.size() - begin);
  out += '"';
}

}  // namespace

void JsonWriter::indent() {
  text_ += '\n';
  text_.append(2 * levels_.size(), ' ');
}

void JsonWriter::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (levels_.empty()) return;
  Level& level = levels_.back();
  if (!level.empty) text_ += ',';
  if (!level.compact) {
    indent();
  } else if (!level.empty) {
    text_ += ' ';
  }
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
  text_ += '"';
  text_ += name;
  text_ += "\": ";
  after_key_ = true;
}

void JsonWriter::text(std::string_view value) {
  separate();
  append_quoted(text_, value);
}

void JsonWriter::number(double value) {
  if (!std::isfinite(value)) return null();
  constexpr double exact = 1e12;
  const auto whole = std::abs(value) < exact ? static_cast<std::int64_t>(value) : 0;
  if (static_cast<double>(whole) == value) return integer(whole);
  separate();
  std::array<char, 32> digits{};
  const auto end =
      std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::general, 12);
  text_.append(digits.data(), end.ptr);
}

void JsonWriter::integer(std::int64_t value) {
  separate();
  std::array<char, 24> digits{};
  text_.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr);
}

void JsonWriter::boolean(bool value) {
  separate();
  text_ += value ? "true" : "false";
}

void JsonWriter::null() {
  separate();
  text_ += "null";
}

std::string JsonWriter::take() {
  text_ += '\n';
  return std::move(text_);
}

}  // namespace scaleplan::render
