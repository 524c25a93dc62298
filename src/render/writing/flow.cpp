// Reads one line of YAML from left to right; what it takes are our own examples, so nothing can be wrong.
#include "flow.hpp"
#include "numbers.hpp"

#include <algorithm>

namespace scaleplan::render {
namespace {

class Flow {
 public:
  Flow(JsonWriter& out, std::string_view text) : out_(out), text_(text) {}

  void whole() {
    // `a: {...}` is a map that has lost its braces.
    const std::size_t colon = text_.find(": ");
    if (text_.starts_with('{') || text_.starts_with('[') || text_.starts_with('"') ||
        colon == std::string_view::npos)
      return value("");
    out_.inline_object();
    out_.key(text_.substr(0, colon));
    at_ = colon + 2;
    value("");
    out_.end_object();
  }

 private:
  void skip() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }

  void value(std::string_view ends) {
    skip();
    if (text_[at_] == '{') return map();
    if (text_[at_] == '[') return list();
    if (text_[at_] == '"') return quoted();
    const std::size_t end = ends.empty() ? text_.size() : text_.find_first_of(ends, at_);
    scalar(text_.substr(at_, end - at_));
    at_ = end;
  }

  void quoted() {
    const std::size_t end = text_.find('"', at_ + 1);
    out_.text(text_.substr(at_ + 1, end - at_ - 1));
    at_ = end + 1;
  }

  void scalar(std::string_view word) {
    if (const auto number = read_number(word)) return out_.number(*number);
    out_.text(word);
  }

  void list() {
    out_.inline_array();
    for (++at_; text_[at_] != ']'; skip()) {
      if (text_[at_] == ',') ++at_;
      value(",]");
    }
    ++at_;
    out_.end_array();
  }

  void map() {
    out_.inline_object();
    for (++at_; text_[at_] != '}'; skip()) {
      if (text_[at_] == ',') ++at_;
      skip();
      const std::size_t colon = text_.find(':', at_);
      out_.key(text_.substr(at_, colon - at_));
      at_ = colon + 1;
      value(",}");
    }
    ++at_;
    out_.end_object();
  }

  JsonWriter& out_;
  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

void write_flow(JsonWriter& out, std::string_view yaml) { Flow(out, yaml).whole(); }

}  // namespace scaleplan::render
