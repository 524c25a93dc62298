// Makes the one line that an Error is known by where nobody renders it.
#include "scaleplan/error.hpp"

#include <utility>

namespace scaleplan {
namespace {

std::string first_line(const std::vector<Diagnostic>& found) {
  if (found.empty()) return "unknown error";
  const Diagnostic& first = found.front();
  std::string text = first.at.file;
  if (first.at.line > 0) text += ":" + std::to_string(first.at.line) + ":" + std::to_string(first.at.column);
  return text.empty() ? first.message : text + ": " + first.message;
}

}  // namespace

Error::Error(std::vector<Diagnostic> found)
    : diagnostics_(std::move(found)), first_(first_line(diagnostics_)) {}

}  // namespace scaleplan
