// Finds lines by bisection and columns by counting on from the place asked for before.
#include "places.hpp"

#include <algorithm>

#include "utf8.hpp"

namespace scaleplan::read {

Places::Places(const SourceText* text, std::string_view content)
    : text_(text), content_(content), begins_{0} {
  for (std::size_t at = 0; at < content.size(); ++at) {
    if (content[at] == '\n') begins_.push_back(at + 1);
  }
}

std::size_t Places::line_begin(std::size_t at) const {
  return *std::prev(std::upper_bound(begins_.begin(), begins_.end(), at));
}

std::size_t Places::line_end(std::size_t at) const {
  const auto next = std::upper_bound(begins_.begin(), begins_.end(), at);
  return next == begins_.end() ? content_.size() : *next - 1;
}

bool Places::first_in_line(std::size_t at) const {
  const std::size_t begin = line_begin(at);
  return content_.substr(begin, at - begin).find_first_not_of(" \t") == std::string_view::npos;
}

Mark Places::mark(std::size_t at, std::size_t bytes) {
  at = std::min(at, content_.size());
  if (at == content_.size()) {
    while (at > 0 && content_[at - 1] == '\n') --at;
  }
  const auto line = std::prev(std::upper_bound(begins_.begin(), begins_.end(), at));
  const bool known = last_at_ >= *line && last_at_ <= at;
  const std::size_t from = known ? last_at_ : *line;
  last_column_ = (known ? last_column_ : 0) + count_characters(content_.substr(from, at - from));
  last_at_ = at;

  Mark mark;
  mark.text = text_;
  mark.line = static_cast<int>(line - begins_.begin()) + 1;
  mark.column = static_cast<int>(last_column_) + 1;
  const std::size_t end = std::min(line_end(at), at + std::min(bytes, content_.size() - at));
  mark.length = std::max(1, static_cast<int>(count_characters(content_.substr(at, end - at))));
  return mark;
}

}  // namespace scaleplan::read
