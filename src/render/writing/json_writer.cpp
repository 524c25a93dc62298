// Puts commas, line breaks and escapes where JSON wants them.
#include "json_writer.hpp"
#include "numbers.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>

namespace scaleplan::render {
namespace {

/// Characters that cannot stand in a string as they are.
bool needs_escape(char c) { return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20; }

/// The escape of one character.
std::string escaped(char c) {
  constexpr std::string_view digits = "0123456789abcdef";
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
      return std::string("\\u00") + digits[static_cast<unsigned char>(c) >> 4U] +
             digits[static_cast<unsigned char>(c) & 15U];
  }
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

/// The characters of a text of up to eight in one word; what is missing reads as it does elsewhere in the
/// text, or as a space.
std::uint64_t word_of(std::string_view text) {
  std::uint64_t word = 0x2020202020202020ULL;
  if (text.size() >= 4) {
    std::memcpy(&word, text.data(), 4);
    std::memcpy(reinterpret_cast<char*>(&word) + 4, &text[text.size() - 4], 4);
  } else {
    for (std::size_t i = 0; i < text.size(); ++i) reinterpret_cast<char*>(&word)[i] = text[i];
  }
  return word;
}

bool plain(std::string_view value) {
  if (value.size() < 8) {
    const std::uint64_t word = word_of(value);
    return !eight_need_escape(reinterpret_cast<const char*>(&word));
  }
  for (std::size_t i = 0; i + 8 < value.size(); i += 8) {
    if (eight_need_escape(&value[i])) return false;
  }
  return !eight_need_escape(&value[value.size() - 8]);
}

/// Copies like memcpy, without a call for the few characters that most keys and values have.
inline void copy(char* to, std::string_view from) {
  const std::size_t size = from.size();
  if (size > 64) {
    std::memcpy(to, from.data(), size);
  } else if (size >= 8) {
    for (std::size_t i = 0; i + 8 < size; i += 8) std::memcpy(to + i, &from[i], 8);
    std::memcpy(to + size - 8, &from[size - 8], 8);
  } else if (size >= 4) {
    std::memcpy(to, from.data(), 4);
    std::memcpy(to + size - 4, &from[size - 4], 4);
  } else {
    for (std::size_t i = 0; i < size; ++i) to[i] = from[i];
  }
}

/// The value to twelve digits in `digits`, from its whole part and a fraction without zeros at its end;
/// returns how many characters. The value is at least 0.0001 and less than 10^12.
std::size_t write_digits(char* digits, double value) {
  constexpr std::array powers{1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                              1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
  std::size_t before = 0;
  while (value >= powers[before]) ++before;
  std::size_t places = 12 - before;
  for (double small = 0.1; places < 15 && value < small; small /= 10) ++places;
  auto scaled = std::llround(value * powers[places]);
  for (const auto& [zeros, power] : {std::pair{8U, 100000000}, {4U, 10000}, {2U, 100}}) {
    if (places < zeros || scaled % power != 0) continue;
    scaled /= power;
    places -= zeros;
  }
  while (places > 0 && scaled % 10 == 0) {
    scaled /= 10;
    --places;
  }
  char* end = std::to_chars(digits, digits + 24, scaled).ptr;
  auto length = static_cast<std::size_t>(end - digits);
  if (places == 0) return length;
  if (length <= places) {
    std::memmove(digits + (places + 1 - length), digits, length);
    std::memset(digits, '0', places + 1 - length);
    length = places + 1;
  }
  std::memmove(digits + (length - places + 1), digits + (length - places), places);
  digits[length - places] = '.';
  return length + 1;
}

}  // namespace

void JsonWriter::flush() {
  text_.append(piece_.data(), used_);
  used_ = 0;
}

void JsonWriter::put(std::string_view characters) {
  if (characters.size() <= piece_.size() / 2) return copy(room(characters.size()), characters);
  flush();
  text_ += characters;
}

void JsonWriter::indent() {
  const std::size_t spaces = 2 * levels_.size();
  char* at = room(1 + spaces);
  *at = '\n';
  std::memset(at + 1, ' ', spaces);
}

inline void JsonWriter::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (levels_.empty()) return;
  Level& level = levels_.back();
  if (level.compact && !level.empty) {  // by far the most
    std::memcpy(room(2), ", ", 2);
    return;
  }
  if (!level.empty) *room(1) = ',';
  if (!level.compact) indent();
  level.empty = false;
}

void JsonWriter::begin(char bracket, bool compact) {
  separate();
  const bool inside_compact = !levels_.empty() && levels_.back().compact;
  levels_.push_back({compact || inside_compact, true});
  *room(1) = bracket;
}

void JsonWriter::end(char bracket) {
  const Level level = levels_.back();
  levels_.pop_back();
  if (!level.compact && !level.empty) indent();
  *room(1) = bracket;
}

void JsonWriter::key(std::string_view name) {
  if (!levels_.empty() && levels_.back().compact && !levels_.back().empty && name.size() < 64) {
    char* at = room(name.size() + 6);
    std::memcpy(at, ", \"", 3);
    copy(at + 3, name);
    std::memcpy(at + 3 + name.size(), "\": ", 3);
    after_key_ = true;
    return;
  }
  separate();
  char* at = room(name.size() + 4);
  *at = '"';
  copy(at + 1, name);
  std::memcpy(at + 1 + name.size(), "\": ", 3);
  after_key_ = true;
}

void JsonWriter::text(std::string_view value) {
  separate();
  if (value.size() <= piece_.size() / 2 && plain(value)) {
    char* at = room(value.size() + 2);
    *at = '"';
    copy(at + 1, value);
    at[value.size() + 1] = '"';
    return;
  }
  put("\"");
  for (const char c : value) {
    if (needs_escape(c)) {
      put(escaped(c));
    } else {
      *room(1) = c;
    }
  }
  put("\"");
}

void JsonWriter::number(double value) {
  if (!std::isfinite(value)) return null();
  constexpr double exact = 1e12;
  const double size = std::abs(value);
  const auto whole = size < exact ? static_cast<std::int64_t>(value) : 0;
  if (static_cast<double>(whole) == value) return integer(whole);
  separate();
  if (size < 1e-4 || size >= exact / 2) return put(write_number(value));
  std::array<char, 48> digits{'-'};
  const std::size_t sign = value < 0 ? 1 : 0;
  put({digits.data(), sign + write_digits(digits.data() + sign, size)});
}

void JsonWriter::integer(std::int64_t value) {
  separate();
  char* at = room(24);
  const char* end = std::to_chars(at, at + 24, value).ptr;
  used_ -= static_cast<std::size_t>(at + 24 - end);
}

void JsonWriter::boolean(bool value) {
  separate();
  put(value ? "true" : "false");
}

void JsonWriter::null() {
  separate();
  put("null");
}

std::string JsonWriter::take() {
  *room(1) = '\n';
  flush();
  return std::move(text_);
}

}  // namespace scaleplan::render
