// Findings as JUnit XML, which every build server reads: by the schema that Jenkins publishes, so without a
// file attribute, which others add.
#include <algorithm>
#include <string_view>

#include "scaleplan/findings.hpp"
#include "shown.hpp"

namespace scaleplan {
namespace {

/// Text or an attribute of XML, which cannot hold every character.
std::string xml_escaped(std::string_view text) {
  std::string out;
  for (const char c : lines_shown(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\n':
        out += "&#10;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + xml_escaped(value) + "\"";
}

std::string test_case(const Finding& finding, const std::string& suite) {
  std::string text = "    <testcase" +
                     attribute("classname", finding.subject.empty() ? suite : finding.subject) +
                     attribute("name", finding.name);
  if (finding.outcome == Outcome::passed) return text + "/>\n";
  text += ">\n";
  std::string words = finding.message;
  if (!finding.hint.empty()) words += "\n" + finding.hint;
  if (!place(finding).empty()) words += "\n" + place(finding);
  if (finding.outcome == Outcome::skipped) {
    text += "      <skipped" + attribute("message", finding.message) + "/>\n";
  } else if (finding.outcome == Outcome::failed) {
    text += "      <failure" + attribute("message", finding.message) + attribute("type", finding.code) + ">" +
            xml_escaped(words) + "</failure>\n";
  } else {
    text += "      <system-out>" + xml_escaped(words) + "</system-out>\n";
  }
  return text + "    </testcase>\n";
}

}  // namespace

std::string findings_junit(const Findings& findings) {
  const auto count = [&](Outcome outcome) {
    return std::to_string(std::count_if(findings.all.begin(), findings.all.end(),
                                        [&](const Finding& f) { return f.outcome == outcome; }));
  };
  const std::string counts = attribute("tests", std::to_string(findings.all.size())) +
                             attribute("failures", count(Outcome::failed)) + attribute("errors", "0");
  std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" +
                     attribute("name", findings.suite) + counts + ">\n  <testsuite" +
                     attribute("name", findings.suite) + counts +
                     attribute("skipped", count(Outcome::skipped)) + ">\n";
  for (const Finding& finding : findings.all) text += test_case(finding, findings.suite);
  return text + "  </testsuite>\n</testsuites>\n";
}

}  // namespace scaleplan
