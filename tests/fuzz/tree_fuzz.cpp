// Feeds any bytes to the reader of trees: it may refuse them with an Error, and nothing else may
// happen.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "read/texts/tree.hpp"
#include "scaleplan/diagnostics.hpp"
#include "scaleplan/error.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view content(reinterpret_cast<const char*>(data), size);
  scaleplan::read::Report report;
  const scaleplan::read::Node root = scaleplan::read::read_tree(content, "fuzz.yaml", report);
  try {
    report.stop_if_failed();
    // An empty text is a fault, so whatever is read without one holds something or is an explicit
    // null.
    if (root.at.text == nullptr) std::abort();
  } catch (const scaleplan::Error& error) {
    for (const scaleplan::Diagnostic& finding : error.diagnostics()) {
      if (finding.code.empty() || finding.message.empty() || finding.at.length < 1) std::abort();
      if (finding.at.line > 0 && finding.at.column < 1) std::abort();
    }
    const std::string shown = scaleplan::error_text(error, false);
    if (shown.find('\x1b') != std::string::npos) std::abort();
  }
  return 0;
}
