// Cuts excerpts from lines that may have megabytes, and knows at which column a cut one begins.
#include "located.hpp"

#include <algorithm>
#include <utility>

#include "utf8.hpp"

namespace scaleplan::read {
namespace {

constexpr std::size_t long_line = 1000;
constexpr std::size_t kept_before = 120;
constexpr std::size_t kept_behind = 400;

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0u) == 0x80u; }

}  // namespace

Located::Located(std::string name, std::string_view text, std::size_t begin)
    : name_(std::move(name)), begin_(begin), places_(nullptr, text) {}

Diagnostic Located::finding(Severity severity, std::string code, std::size_t at, std::size_t bytes,
                            std::string message, std::string hint) {
  Diagnostic finding;
  finding.code = std::move(code);
  finding.severity = severity;
  finding.message = std::move(message);
  finding.hint = std::move(hint);
  const std::string_view content = places_.content();
  at = std::min(begin_ + at, content.size());
  const Mark mark = places_.mark(at, bytes);
  finding.at = {name_, mark.line, mark.column, mark.length};
  // The end of the text is shown behind the last line.
  while (at == content.size() && at > 0 && content[at - 1] == '\n') --at;
  std::size_t from = places_.line_begin(at);
  std::size_t to = places_.line_end(at);
  if (to - from > long_line) {
    to = std::min(to, at + kept_behind);
    if (at - from > kept_before) {
      from = at - kept_before;
      while (from < at && continues(content[from])) ++from;
      finding.excerpt_from =
          mark.column - static_cast<int>(count_characters(content.substr(from, at - from)));
    }
  }
  finding.excerpt = content.substr(from, to - from);
  if (finding.excerpt.ends_with('\r')) finding.excerpt.pop_back();
  return finding;
}

Diagnostic file_finding(Severity severity, std::string code, std::string file, std::string message,
                        std::string hint) {
  Diagnostic finding;
  finding.code = std::move(code);
  finding.severity = severity;
  finding.at.file = std::move(file);
  finding.message = std::move(message);
  finding.hint = std::move(hint);
  return finding;
}

}  // namespace scaleplan::read
