// A lint's fixes mend what they say they do, and what a rule file accepts is accepted where it says so alone.
#include "scaleplan/lint.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "catch.hpp"
#include "folder.hpp"
#include "support.hpp"

using namespace scaleplan;

namespace {

constexpr const char* head =
    "ruleset: mine\nformat: 1\nextends: base.yaml\n"
    "inputs:\n"
    "  strict: ~\n";

/// The findings on a rule set beside the small ones of the tests.
LintReport lint(const std::string& text, const std::string& as_of = {}) {
  const test::Folder folder("tests/rules");
  return lint_rules(folder.write("mine.yaml", text), {as_of});
}

std::string without_lines(const std::string& text, int first, int last) {
  std::string left;
  int line = 1;
  for (std::size_t at = 0; at < text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    if (line < first || line > last) left += text.substr(at, end - at);
    at = end;
  }
  return left;
}

}  // namespace

TEST_CASE("a fix removes its finding and leaves rules that load", "[lint]") {
  const char* rows[] = {
      "metrics:\n  cold: {unit: req/s, is: rate / 2}\n  load: {help: what comes in}\n",
      "metrics:\n  cold:\n    unit: req/s\n    is: rate / 2\n  load: {help: what comes in}\n",
      "metrics:\n  load: {help: what comes in}\n  cold:\n    unit: req/s\n    is: rate / 2\n",
      "sources:\n  us: {as_of: 2026}\n  # nobody\n  them: {title: somebody}\n\n  they: {title: others}\n",
      "components:\n  lid:\n    title: Lid\n    source: us\n  box:\n    title: A box\n",
      "tables:\n  price:\n    tape: {north: $0.01/GiB/month, south: $0.02/GiB/month, source: us}\n    disk: "
      "{note: spins}\n",
      "stages:\n  small:\n    lint:\n      L027: nothing\n      L005: nothing\n    limits: {few: {limit: 2M "
      "user}}\n",
  };
  for (const char* row : rows) {
    INFO(row);
    std::string text = std::string(head) + row;
    LintReport report = lint(text);
    REQUIRE_FALSE(report.found.empty());
    for (int round = 0; round < 3 && !report.found.empty(); ++round) {
      REQUIRE(report.found.front().fix);
      text = without_lines(text, report.found.front().fix->first, report.found.front().fix->last);
      report = lint(text);
    }
    CHECK(report.found.empty());
  }
}

TEST_CASE("nothing is mended where a deletion would say something else", "[lint]") {
  const char* rows[] = {
      "metrics: {cold: {unit: req/s, is: rate / 2}}\n",
      "metrics:\n  cold: {unit: req/s, is: rate / 2}\n",
      "metrics:\n  {cold: {unit: req/s, is: rate / 2}, load: {help: what comes in}}\n",
      "tables:\n  price:\n    tape: {north: $0.01/GiB/month, south: $0.02/GiB/month, source: us}\n",
  };
  for (const char* row : rows) {
    INFO(row);
    const LintReport report = lint(std::string(head) + row);
    REQUIRE(report.found.size() == 1);
    CHECK_FALSE(report.found.front().fix);
  }
}

TEST_CASE("what is accepted at one rule is still found at another", "[lint]") {
  const std::string two =
      "metrics:\n  cold: {unit: req/s, is: rate / 2, lint: {L013: for later}}\n"
      "  warm: {unit: req/s, is: rate / 2}\n";
  const LintReport report = lint(head + two);
  REQUIRE(report.found.size() == 1);
  CHECK(report.found.front().subject == "metric warm");
  CHECK(report.accepted == 1);
  const LintReport all = lint(head + std::string("lint: {L013: for later}\nmetrics:\n"
                                                 "  cold: {unit: req/s, is: rate / 2}\n"
                                                 "  warm: {unit: req/s, is: rate / 2}\n"));
  CHECK(all.found.empty());
  CHECK(all.accepted == 2);
}

TEST_CASE("a price is old a year and a day after its date", "[lint]") {
  const auto old = [&](const std::string& dated, const std::string& now) {
    const LintReport report =
        lint(head + ("sources:\n  us: {as_of: " + dated + "}\n") + "tables:\n  price: {disk: {source: us}}\n",
             now);
    return std::count_if(report.found.begin(), report.found.end(), [](const LintFinding& f) {
      return f.code == "L025" && f.subject == "row price.disk";
    });
  };
  CHECK(old("2025-03-01", "2026-03-01") == 0);
  CHECK(old("2025-03-01", "2026-03-02") == 1);
  CHECK(old("2025-03", "2026-03-31") == 0);
  CHECK(old("2025", "2026-12-31") == 0);
  CHECK(old("2025", "2027-01-01") == 1);
  CHECK(old("2026-12-01", "2026-03-01") == 0);
}

TEST_CASE("the same rules are linted to the same findings", "[lint]") {
  const std::string text =
      std::string(head) +
      "stages:\n  small:\n    limits: {few: {need: 1M user - users, limit: 999000 user}}\n";
  const test::Folder folder("tests/rules");
  const std::string file = folder.write("mine.yaml", text);
  CHECK(lint_json(lint_rules(file, {})) == lint_json(lint_rules(file, {})));
}

TEST_CASE("every rule set that is shown as an example is clean", "[lint]") {
  const std::string folder = std::string(SCALEPLAN_SOURCE_DIR) + "/examples";
  int sets = 0;
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
    if (file.path().extension() != ".yaml") continue;
    std::ifstream in(file.path());
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    if (text.find("\nruleset: ") == std::string::npos) continue;
    ++sets;
    for (const LintFinding& finding : lint_rules(file.path().string(), {}).found) {
      CAPTURE(file.path(), finding.code, finding.subject, finding.at.file, finding.at.line);
      CHECK(finding.code.empty());
    }
  }
  CHECK(sets >= 4);
}
