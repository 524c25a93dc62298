// The shape of messages: place, excerpt, caret, hint; and that no text of a file can steer the
// terminal.
#include <string>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "scaleplan/diagnostics.hpp"
#include "scaleplan/error.hpp"

using namespace scaleplan;

namespace {

Diagnostic finding(std::string excerpt, int column, int length) {
  Diagnostic result;
  result.code = "R014";
  result.at = {"rules/team.yaml", 12, column, length};
  result.message = "unknown key \"max_user\" in stage \"split-db\"";
  result.hint = "did you mean \"max_users\"?";
  result.excerpt = std::move(excerpt);
  return result;
}

/// The line with the carets.
std::string carets(const std::string& excerpt, int column, int length) {
  const std::string text = error_text(Error({finding(excerpt, column, length)}), false);
  const std::size_t end = text.find("\n   = hint");
  const std::size_t begin = text.rfind('\n', end - 1) + 1;
  return text.substr(begin, end - begin);
}

}  // namespace

TEST_CASE("a finding is shown the way compilers do", "[errors]") {
  const Error error({finding("      max_user: 5", 7, 8)});
  CHECK(error_text(error, false) ==
        "error[R014]: unknown key \"max_user\" in stage \"split-db\"\n"
        "  --> rules/team.yaml:12:7\n"
        "   |\n"
        "12 |       max_user: 5\n"
        "   |       ^^^^^^^^\n"
        "   = hint: did you mean \"max_users\"?\n");
  CHECK(std::string(error.what()) == "rules/team.yaml:12:7: unknown key \"max_user\" in stage \"split-db\"");
}

TEST_CASE("the caret is right below tabs, wide characters and marks on letters", "[errors]") {
  CHECK(carets("\ta: 1", 2, 1) == "   | \t^");
  CHECK(carets("漢字: x", 5, 1) == "   |       ^");
  CHECK(carets("a: 漢字", 4, 2) == "   |    ^^^^");
  CHECK(carets("😀 x", 3, 1) == "   |    ^");
  CHECK(carets("e\xCC\x81 x", 4, 1) == "   |   ^");
  CHECK(carets("abc", 4, 1) == "   |    ^");
  CHECK(carets("abc", 3, 50) == "   |   ^");
}

TEST_CASE("a long line is cut around the caret", "[errors]") {
  const std::string line = std::string(500, 'a') + "X" + std::string(500, 'b');
  const std::string text = error_text(Error({finding(line, 501, 1)}), false);
  CHECK(text.find("12 | …" + std::string(39, 'a') + "X" + std::string(58, 'b') + "…\n") != std::string::npos);
  CHECK(carets(line, 501, 1) == "   | " + std::string(40, ' ') + "^");
}

TEST_CASE("nothing in a file steers the terminal", "[errors]") {
  Diagnostic bad = finding("a\x1b[31m\xFF\xE2\x80\xAE", 1, 1);
  bad.message = "key \"\x1b]0;x\x07\n\xC2\x9B\"";
  bad.at.file = "a\x1b.yaml";
  const std::string text = error_text(Error({bad}), false);
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find('\x07') == std::string::npos);
  CHECK(text.find("\xC2\x9B") == std::string::npos);
  CHECK(text.find("a\uFFFD[31m\uFFFD\uFFFD\n") != std::string::npos);
}

TEST_CASE("colour comes only when asked for", "[errors]") {
  const Error error({finding("      max_user: 5", 7, 8)});
  CHECK(error_text(error, true).rfind("\x1b[1;31merror[R014]\x1b[0m", 0) == 0);
  CHECK(error_text(error, false).find('\x1b') == std::string::npos);
}

TEST_CASE("warnings, whole files and long lists", "[errors]") {
  Diagnostic whole;
  whole.code = "Y001";
  whole.severity = Severity::warning;
  whole.at.file = "f.yaml";
  whole.message = "the file is empty";
  CHECK(error_text(Error({whole}), false) == "warning[Y001]: the file is empty\n --> f.yaml\n");
  const std::string many = error_text(Error(std::vector<Diagnostic>(23, whole)), false);
  CHECK(many.find("\nand 3 more errors\n") != std::string::npos);
  const std::string one = error_text(Error(std::vector<Diagnostic>(21, whole)), false);
  CHECK(one.find("\nand 1 more error\n") != std::string::npos);
}
