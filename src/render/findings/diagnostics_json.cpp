// What is wrong with a file, for programs: every finding with its place.
#include "scaleplan/diagnostics.hpp"

#include "render/writing/json_writer.hpp"

namespace scaleplan {

std::string diagnostics_json(const Error& error) {
  render::JsonWriter out;
  const auto text = [&](std::string_view key, std::string_view value) {
    out.key(key);
    out.text(value);
  };
  const auto number = [&](std::string_view key, int value) {
    out.key(key);
    out.integer(value);
  };
  out.begin_object();
  text("schema", "scaleplan.diagnostics/1");
  out.key("diagnostics");
  out.begin_array();
  for (const Diagnostic& one : error.diagnostics()) {
    out.begin_object();
    text("code", one.code);
    text("severity", one.severity == Severity::error ? "error" : "warning");
    text("message", one.message);
    if (!one.hint.empty()) text("hint", one.hint);
    if (!one.at.file.empty()) text("file", one.at.file);
    if (one.at.line > 0) {
      number("line", one.at.line);
      number("column", one.at.column);
      number("length", one.at.length);
      text("excerpt", one.excerpt);
    }
    out.end_object();
  }
  out.end_array();
  out.end_object();
  return out.take();
}

}  // namespace scaleplan
