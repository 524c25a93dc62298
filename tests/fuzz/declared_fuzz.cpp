// Feeds any bytes to the readers of plans and templates: they may refuse them with an Error, and nothing else
// may happen.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "scaleplan/declared.hpp"
#include "scaleplan/diagnostics.hpp"
#include "scaleplan/error.hpp"

namespace {

void check(const std::vector<scaleplan::Diagnostic>& found) {
  for (const scaleplan::Diagnostic& finding : found) {
    if (finding.code.empty() || finding.message.empty() || finding.at.length < 1) std::abort();
    if (finding.at.line > 0 && finding.at.column < 1) std::abort();
    if (finding.excerpt_from < 1 || finding.excerpt_from > std::max(1, finding.at.column)) std::abort();
  }
  if (found.empty()) return;
  const std::string shown = scaleplan::error_text(scaleplan::Error(found), false);
  if (shown.find('\x1b') != std::string::npos) std::abort();
}

void check(const scaleplan::Attribute& value) {
  if (value.kind == scaleplan::Attribute::Kind::map && value.keys.size() != value.items.size()) std::abort();
  for (const scaleplan::Attribute& item : value.items) check(item);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string content(reinterpret_cast<const char*>(data), size);
  scaleplan::DeclaredOptions options;
  // Each nested template is the same text again.
  options.load = [&](const std::string& path) -> std::optional<std::string> {
    return path.size() < 40 ? std::optional(content) : std::nullopt;
  };
  try {
    const scaleplan::Declaration read = scaleplan::read_declaration({{"fuzz", content, {}}}, options);
    check(read.notes);
    for (const scaleplan::Resource& resource : read.resources) {
      if (resource.address.empty()) std::abort();
      if (static_cast<std::size_t>(resource.file) >= read.files.size()) std::abort();
      check(resource.attributes);
    }
  } catch (const scaleplan::Error& error) {
    check(error.diagnostics());
    if (error.diagnostics().empty()) std::abort();
  }
  return 0;
}
