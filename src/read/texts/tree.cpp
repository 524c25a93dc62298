// The small parts of the tree: looking a key up, keeping texts, and gathering what is wrong with
// them.
#include "tree.hpp"

#include <algorithm>
#include <utility>

#include "text.hpp"

namespace scaleplan::read {
namespace {

// Only so many findings are shown; beyond them a long line is not copied once more for each.
constexpr std::size_t always_excerpted = 20;
constexpr std::size_t short_line = 1000;

}  // namespace

const Node* Node::find(std::string_view key) const {
  const auto found =
      std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.key == key; });
  return found == entries.end() ? nullptr : &found->value;
}

const SourceText* Report::add(std::string name, std::string_view content) {
  SourceText& text = texts_.emplace_back();
  text.name = std::move(name);
  const std::string whole = normalised(content);
  for (std::size_t at = 0; at < whole.size();) {
    const std::size_t end = std::min(whole.find('\n', at), whole.size());
    text.lines.push_back(whole.substr(at, end - at));
    at = end + 1;
  }
  return &text;
}

void Report::error(const Mark& at, std::string code, std::string message, std::string hint,
                   std::string subject) {
  failed_ = true;
  if (put(Severity::error, at, std::move(code), std::move(message), std::move(hint)))
    found_.back().subject = std::move(subject);
}

void Report::warning(const Mark& at, std::string code, std::string message, std::string hint) {
  put(Severity::warning, at, std::move(code), std::move(message), std::move(hint));
}

void Report::unknown(const Mark& at, std::string code, const std::string& word, const std::string& near,
                     std::string message, std::string hint) {
  failed_ = true;
  if (put(Severity::error, at, std::move(code), std::move(message), std::move(hint)))
    unknown_.push_back({found_.size() - 1, word, near});
}

Diagnostic Report::finding(Severity severity, const Mark& at, std::string code, std::string message,
                           std::string hint) const {
  Diagnostic finding;
  finding.code = std::move(code);
  finding.severity = severity;
  finding.message = std::move(message);
  finding.hint = std::move(hint);
  finding.at = {at.text ? at.text->name : std::string(), at.line, at.column, at.length};
  if (at.text && at.line > 0 && static_cast<std::size_t>(at.line) <= at.text->lines.size()) {
    const std::string& line = at.text->lines[static_cast<std::size_t>(at.line) - 1];
    if (found_.size() < always_excerpted || line.size() <= short_line) finding.excerpt = line;
  }
  return finding;
}

bool Report::put(Severity severity, const Mark& at, std::string code, std::string message, std::string hint) {
  Diagnostic one = finding(severity, at, std::move(code), std::move(message), std::move(hint));
  // A formula is compiled once for each stage, and says the same thing each time.
  const bool known = std::any_of(found_.begin(), found_.end(), [&](const Diagnostic& other) {
    return other.at.line == one.at.line && other.at.column == one.at.column && other.code == one.code &&
           other.message == one.message && other.at.file == one.at.file;
  });
  if (!known) found_.push_back(std::move(one));
  return !known;
}

bool Report::found_in(const Mark& mark) const {
  return std::any_of(found_.begin(), found_.end(), [&](const Diagnostic& one) {
    return mark.text != nullptr && one.at.file == mark.text->name && one.at.line == mark.line &&
           one.at.column >= mark.column && one.at.column < mark.column + mark.length;
  });
}

void Report::replace(const std::vector<std::size_t>& instead_of, const Mark& at, std::string code,
                     std::string message, std::string hint) {
  found_[instead_of.front()] =
      finding(Severity::error, at, std::move(code), std::move(message), std::move(hint));
}

void Report::drop(std::vector<std::size_t> positions) {
  std::sort(positions.rbegin(), positions.rend());
  for (const std::size_t at : positions) found_.erase(found_.begin() + static_cast<std::ptrdiff_t>(at));
  unknown_.clear();
}

void Report::stop_if_failed() const {
  if (failed_) throw Error(found_);
}

}  // namespace scaleplan::read
