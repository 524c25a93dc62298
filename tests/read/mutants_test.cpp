// Measures the messages: mistakes in the shipped rule files are found, at their place, with what was meant.
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <map>
#include <sstream>

#include "catch.hpp"
#include "mutants.hpp"
#include "scaleplan/lint.hpp"
#include "scaleplan/render.hpp"
#include "scaleplan/rules.hpp"
#include "support.hpp"

using namespace scaleplan;

namespace {

struct Rates {
  int all = 0, found = 0, placed = 0, meant = 0, to_mean = 0, alone = 0;
};

/// The shipped rules in a folder of their own, in which one file at a time is wrong.
class Rules {
 public:
  Rules()
      : path_(std::filesystem::temp_directory_path() / ("scaleplan-mutants-" + std::to_string(::getpid()))) {
    std::filesystem::remove_all(path_);
    std::filesystem::copy(std::string(SCALEPLAN_SOURCE_DIR) + "/rules", path_,
                          std::filesystem::copy_options::recursive);
  }
  ~Rules() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Rules(const Rules&) = delete;
  Rules& operator=(const Rules&) = delete;

  /// What is said about the rules with the mistake in them: by loading, else by the lint.
  std::vector<Diagnostic> told(const test::Mutant& mutant) const {
    const std::string right = test::content("rules/" + mutant.file);
    write(mutant.file, mutant.text);
    std::vector<Diagnostic> told;
    try {
      for (const LintFinding& finding : lint_rules((path_ / mutant.root).string(), {}).found)
        told.push_back({finding.code, finding.severity, finding.at, finding.subject, {}, finding.excerpt});
    } catch (const Error& error) {
      told = error.diagnostics();
    }
    write(mutant.file, right);
    return told;
  }

 private:
  void write(const std::string& file, const std::string& text) const {
    std::ofstream(path_ / file, std::ios::binary) << text;
  }
  std::filesystem::path path_;
};

bool placed(const Diagnostic& first, const test::Mutant& mutant) {
  return first.at.line == mutant.line && first.at.column == mutant.column &&
         first.at.file.ends_with(mutant.file);
}

bool means(const Diagnostic& first, const std::string& word) {
  return first.hint.find('"' + word + '"') != std::string::npos ||
         first.hint.find("'" + word + "'") != std::string::npos;
}

std::string shown(const std::vector<Diagnostic>& told) {
  return told.empty() ? "nothing" : render_error(Error(told), false);
}

std::string table(const std::map<std::string, Rates>& rates) {
  std::ostringstream text;
  text << "\n"
       << std::left << std::setw(22) << "mistakes" << std::right << std::setw(8) << "all" << std::setw(8)
       << "found" << std::setw(8) << "placed" << std::setw(8) << "meant" << std::setw(8) << "alone"
       << "\n";
  for (const auto& [name, r] : rates) {
    text << std::left << std::setw(22) << name << std::right << std::setw(8) << r.all << std::setw(8)
         << r.found << std::setw(8) << r.placed << std::setw(8)
         << (r.to_mean == 0 ? std::string("-") : std::to_string(r.meant) + "/" + std::to_string(r.to_mean))
         << std::setw(8) << r.alone << "\n";
  }
  return text.str();
}

}  // namespace

TEST_CASE("a mistake in a rule file is found at its place, with what was meant", "[mutants]") {
  const Rules rules;
  std::vector<test::Mutant> all = test::other_mistakes();
  for (test::Mutant& mutant : test::typing_mistakes(test::cases(200))) all.push_back(std::move(mutant));
  std::map<std::string, Rates> rates;
  for (const test::Mutant& mutant : all) {
    const std::vector<Diagnostic> told = rules.told(mutant);
    INFO(mutant.category << " in " << mutant.file << ":" << mutant.line << ":" << mutant.column << " "
                         << mutant.what);
    INFO(shown(told));
    CHECK_FALSE(told.empty());
    for (Rates* r : {&rates[mutant.category], &rates["together"]}) {
      ++r->all;
      if (told.empty()) continue;
      ++r->found;
      r->placed += placed(told.front(), mutant) ? 1 : 0;
      r->alone += told.size() == 1 ? 1 : 0;
      if (mutant.meant.empty()) continue;
      ++r->to_mean;
      r->meant += means(told.front(), mutant.meant) ? 1 : 0;
    }
    if (told.empty()) continue;
    CHECK_NOFAIL(placed(told.front(), mutant));
    if (!mutant.meant.empty()) CHECK_NOFAIL(means(told.front(), mutant.meant));
    const std::string first = render_diagnostic(told.front(), false);
    CHECK(std::count(first.begin(), first.end(), '\n') <= 8);
  }
  INFO(table(rates));
  const Rates& together = rates["together"];
  CHECK(together.found == together.all);
  if (test::cases(200) < 200) return;  // too few for rates
  // What is reached; a change may raise these and not lower them.
  CHECK(together.placed * 100 >= together.all * 94);
  CHECK(together.meant * 100 >= together.to_mean * 91);
}
