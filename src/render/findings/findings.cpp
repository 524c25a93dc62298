// Findings as lines: a fingerprint of each, annotations of a GitHub workflow, the Test Anything Protocol.
#include "scaleplan/findings.hpp"

#include "shown.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace scaleplan {
namespace {

constexpr std::string_view from_stdin = "<stdin>";

void replace(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
}

/// Text of a workflow command: a line feed would end it.
std::string escaped(const std::string& outside) {
  std::string text = lines_shown(outside);
  replace(text, "%", "%25");
  replace(text, "\r", "%0D");
  replace(text, "\n", "%0A");
  return text;
}

/// A property of a workflow command, where `:` and `,` mean something too.
std::string property(const std::string& outside) {
  std::string text = escaped(outside);
  replace(text, ":", "%3A");
  replace(text, ",", "%2C");
  return text;
}

std::string annotation(const Finding& finding) {
  std::string line = finding.outcome == Outcome::failed    ? "::error "
                     : finding.outcome == Outcome::warning ? "::warning "
                                                           : "::notice ";
  if (!finding.at.file.empty() && finding.at.file != from_stdin) {
    line += "file=" + property(finding.at.file) + ",";
    if (finding.at.line > 0) {
      line += "line=" + std::to_string(finding.at.line) + ",";
      if (finding.at.column > 0) line += "col=" + std::to_string(finding.at.column) + ",";
    }
  }
  line += "title=" + property(finding.code + (finding.subject.empty() ? "" : " " + finding.subject)) + "::";
  line += escaped(finding.message + (finding.hint.empty() ? "" : "\n" + finding.hint));
  return line + "\n";
}

/// A name in TAP: # would begin a directive, a line feed end it.
std::string tap_name(const Finding& finding) {
  std::string name = finding.subject.empty() ? finding.name : finding.subject + ": " + finding.name;
  name = shown(name);
  replace(name, "\\", "\\\\");
  replace(name, "#", "\\#");
  return name;
}

std::string quoted(const std::string& outside) {
  std::string text = lines_shown(outside);
  replace(text, "\\", "\\\\");
  replace(text, "\"", "\\\"");
  replace(text, "\n", "\\n");
  return '"' + text + '"';
}

void diagnosis(std::string& text, const Finding& finding) {
  if (finding.message.empty()) return;
  text += "  ---\n  code: " + quoted(finding.code) + "\n  message: " + quoted(finding.message) + "\n";
  if (!finding.hint.empty()) text += "  hint: " + quoted(finding.hint) + "\n";
  if (!finding.at.file.empty()) {
    text += "  at: " + quoted(place(finding)) + "\n";
  }
  text += "  ...\n";
}

}  // namespace

std::string fingerprint(const Finding& finding) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;  // FNV-1a
  for (const std::string& part : {finding.code, finding.subject, finding.at.file, finding.excerpt}) {
    for (const char c : part) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    hash = (hash ^ 0xFF) * 0x100000001B3ULL;  // no byte of UTF-8: parts do not run together
  }
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text(16, '0');
  for (auto at = text.rbegin(); at != text.rend(); ++at, hash >>= 4) *at = digits[hash & 15];
  return text;
}

std::string upload_path(const Finding& finding, const std::string& otherwise) {
  if (finding.at.file == from_stdin) return "stdin";
  return finding.at.file.empty() ? otherwise : finding.at.file;
}

std::string place(const Finding& finding) {
  std::string text = finding.at.file;
  if (text.empty() || finding.at.line <= 0) return text;
  text += ":" + std::to_string(finding.at.line);
  if (finding.at.column > 0) text += ":" + std::to_string(finding.at.column);
  return text;
}

std::string findings_github(const Findings& findings) {
  std::string text;
  for (const Finding& finding : findings.all) {
    if (finding.outcome != Outcome::passed && finding.outcome != Outcome::skipped)
      text += annotation(finding);
  }
  return text;
}

std::string findings_tap(const Findings& findings) {
  std::string text = "TAP version 14\n1.." + std::to_string(findings.all.size()) + "\n";
  std::size_t number = 0;
  for (const Finding& finding : findings.all) {
    const std::string count = std::to_string(++number);
    text += (finding.outcome == Outcome::failed ? "not ok " : "ok ") + count + " - " + tap_name(finding);
    if (finding.outcome == Outcome::skipped) text += " # SKIP " + shown(finding.message);
    text += "\n";
    if (finding.outcome != Outcome::skipped) diagnosis(text, finding);
  }
  return text;
}

}  // namespace scaleplan
