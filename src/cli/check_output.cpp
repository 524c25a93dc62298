// Renders a check in each format that is wanted, and takes the targets of --output apart.
#include "check_output.hpp"

#include <algorithm>
#include <ostream>

#include "files.hpp"
#include "nearest.hpp"

namespace scaleplan::cli {
namespace {

/// A format and the file that it goes to; stdout where that is empty.
struct Target {
  std::string format, path;
};

std::string rendered(const Program& program, const Check& check, const std::string& format, bool colour) {
  if (format == "text") return check_text(program, check, colour);
  if (format == "json") return check_json(program, check);
  if (format == "markdown") return check_markdown(program, check);
  Findings findings = check_findings(program, check);
  findings.version = program_version();
  if (format == "sarif") return findings_sarif(findings);
  if (format == "junit") return findings_junit(findings);
  if (format == "tap") return findings_tap(findings);
  return format == "github" ? findings_github(findings) : findings_gitlab(findings);
}

Target target(const std::string& output) {
  const std::size_t equals = output.find('=');
  const std::string format = output.substr(0, equals);
  const auto& formats = check_formats();
  if (std::find(formats.begin(), formats.end(), format) == formats.end()) {
    const std::string near = nearest(format, formats);
    throw usage_error("there is no format \"" + format + "\"",
                      did_you_mean(near, "write -o FORMAT or -o FORMAT=FILE; --help lists the formats"));
  }
  return {format, equals == std::string::npos ? "" : output.substr(equals + 1)};
}

}  // namespace

const std::vector<std::string>& check_formats() {
  static const std::vector<std::string> all = {"text",  "json", "markdown", "sarif",
                                               "junit", "tap",  "github",   "gitlab"};
  return all;
}

void write_check(Call& call, const Program& program, const Check& check,
                 const std::vector<std::string>& outputs, bool colour) {
  std::vector<Target> targets;
  targets.reserve(outputs.size());
  for (const std::string& output : outputs) targets.push_back(target(output));
  const auto shown =
      std::count_if(targets.begin(), targets.end(), [](const Target& t) { return t.path.empty(); });
  if (shown > 1) throw usage_error("two formats cannot both go to stdout", "write one as FORMAT=FILE");
  for (const Target& one : targets) {
    if (!one.path.empty()) write_file(one.path, rendered(program, check, one.format, false));
  }
  for (const Target& one : targets) {
    if (one.path.empty()) call.out << rendered(program, check, one.format, colour);
  }
}

}  // namespace scaleplan::cli
