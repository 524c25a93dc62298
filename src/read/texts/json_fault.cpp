// Says in plain words why a JSON text cannot be read on: looks at what stands where the parser stopped.
#include <algorithm>
#include <charconv>
#include <cmath>

#include "ascii.hpp"
#include "json.hpp"
#include "numbers.hpp"
#include "utf8.hpp"

namespace scaleplan::read {
namespace {

constexpr std::string_view save_again = "write the file again with the tool that made it";

class Explainer {
 public:
  Explainer(std::string_view text, const JsonProgress& progress)
      : text_(text), progress_(progress), at_(progress.last_end) {}

  JsonFault explain() {
    blanks();
    if (!progress_.inside) return value();
    if (progress_.map && progress_.after_key) {
      if (ended()) return cut_off();
      if (text_[at_] != ':') return syntax("a colon is expected between a key and its value");
      step();
      return value();
    }
    const std::string close = progress_.map ? "}" : "]";
    if (!progress_.empty) {
      if (ended()) return cut_off();
      if (text_[at_] != ',') return syntax("a comma or " + close + " is expected here");
      step();
      if (!ended() && text_[at_] == close.front()) {
        return syntax("a value is expected after the comma", "delete the comma before it");
      }
    }
    return progress_.map ? key() : value();
  }

 private:
  void blanks() { at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size()); }
  void step() {
    ++at_;
    blanks();
  }
  [[nodiscard]] bool ended() const { return at_ >= text_.size(); }

  [[nodiscard]] JsonFault cut_off() const {
    if (!progress_.inside)
      return {"D005", "the file ends where a value is expected", std::string(save_again), at_, 1};
    const auto line =
        std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(progress_.opened), '\n');
    return {"D005",
            std::string("the file ends before the ") + (progress_.map ? "{" : "[") + " of line " +
                std::to_string(line + 1 + progress_.lines_before) + " is closed: it was cut off",
            std::string(save_again), at_, 1};
  }

  [[nodiscard]] JsonFault syntax(std::string message, std::string hint = {}) const {
    const char c = at_ < text_.size() ? text_[at_] : ' ';
    if (c == '/' || c == '#') return {"D004", "JSON has no comments", "delete the comment", at_, 1};
    return {"D004", std::move(message), std::move(hint), at_, 1};
  }

  JsonFault key() {
    if (ended()) return cut_off();
    if (text_[at_] == '"') return quoted();
    return syntax("a key in double quotes is expected here");
  }

  JsonFault value() {
    if (ended()) return cut_off();
    const char c = text_[at_];
    if (c == '"') return quoted();
    if (c == '-' || is_digit(c)) return number();
    if (c == '\'') return syntax("texts need double quotes in JSON");
    if (static_cast<unsigned char>(c) >= 0x80 && !decode(text_, at_).good) return not_utf8(at_);
    return syntax("this is not a JSON value");
  }

  [[nodiscard]] JsonFault number() const {
    const std::size_t end = std::min(text_.find_first_not_of("+-.0123456789Ee", at_), text_.size());
    if (end == text_.size() && progress_.inside) return cut_off();
    const std::string_view written = text_.substr(at_, end - at_);
    const bool large = number_length(written) == written.size() && !read_number(written);
    return {
        "D004", large ? "this number is too large" : "this is not a JSON number", {}, at_, written.size()};
  }

  [[nodiscard]] static JsonFault not_utf8(std::size_t at) {
    return {"D003", "this byte is not UTF-8", "save the file as UTF-8", at, 1};
  }

  /// The first thing wrong inside of double quotes.
  [[nodiscard]] JsonFault quoted() const {
    for (std::size_t i = at_ + 1; i < text_.size();) {
      const auto c = static_cast<unsigned char>(text_[i]);
      if (c == '"') break;
      if (c == '\n' || c == '\r') {
        return {"D004", "the line ends inside quotes", "close the quotes, or write the line end as \\n", at_,
                1};
      }
      if (c < 0x20) {
        return {"D004", "a control character is not allowed inside quotes", "write it as an escape", i, 1};
      }
      if (c == '\\') {
        if (const auto bad = escape(i)) return *bad;
        i += 2;
        continue;
      }
      const Decoded next = decode(text_, i);
      const bool may_go_on = c >= 0xC2 && c <= 0xF4 && i + 4 > text_.size();
      if (!next.good) return may_go_on ? cut_in_quotes() : not_utf8(i);
      i += next.bytes;
    }
    return cut_in_quotes();
  }

  [[nodiscard]] JsonFault cut_in_quotes() const {
    return {"D005", "the file ends inside the quotes that open here: it was cut off", std::string(save_again),
            at_, 1};
  }

  [[nodiscard]] std::optional<JsonFault> escape(std::size_t at) const {
    if (at + 1 >= text_.size()) return cut_in_quotes();
    const JsonFault bad{"D004", "JSON has no such escape", "write a backslash as \\\\", at, 2};
    if (text_[at + 1] != 'u') {
      return std::string_view("\"\\/bfnrt").find(text_[at + 1]) == std::string_view::npos ? std::optional(bad)
                                                                                          : std::nullopt;
    }
    const auto unit = [&](std::size_t from) {
      unsigned code = 0;
      if (from + 4 > text_.size()) return -1;
      const auto [stopped, fault] = std::from_chars(text_.data() + from, text_.data() + from + 4, code, 16);
      return fault != std::errc() || stopped != text_.data() + from + 4 ? -1 : static_cast<int>(code);
    };
    const int code = unit(at + 2);
    if (code < 0) return at + 6 > text_.size() ? cut_in_quotes() : bad;
    const bool high = code >= 0xD800 && code < 0xDC00;
    const bool low = code >= 0xDC00 && code < 0xE000;
    const bool after_high =
        at >= 6 && text_.substr(at - 6, 2) == "\\u" && unit(at - 4) >= 0xD800 && unit(at - 4) < 0xDC00;
    const bool followed =
        high && text_.substr(at + 6, 2) == "\\u" && unit(at + 8) >= 0xDC00 && unit(at + 8) < 0xE000;
    if ((high && !followed) || (low && !after_high)) {
      return JsonFault{"D004", "this escape is half of a character",
                       "write both halves, or the character itself", at, 6};
    }
    return std::nullopt;
  }

  std::string_view text_;
  const JsonProgress& progress_;
  std::size_t at_;
};

}  // namespace

JsonFault explain_json(std::string_view text, const JsonProgress& progress) {
  return Explainer(text, progress).explain();
}

}  // namespace scaleplan::read
