// Measures the messages: mistakes in the shipped rule files are found, at their place, with what was meant.
// SCALEPLAN_SHOW_MUTANTS=missed (or all) prints what is said about those that miss something (or all);
// SCALEPLAN_MUTANTS=1000 makes so many typing mistakes.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <future>
#include <iomanip>
#include <iostream>
#include <map>
#include <sstream>

#include "catch.hpp"
#include "folder.hpp"
#include "mutants.hpp"
#include "scaleplan/cases.hpp"
#include "scaleplan/diagnostics.hpp"
#include "scaleplan/error.hpp"
#include "scaleplan/lint.hpp"
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
  Rules() {
    // The part without mistakes is read for every mutant: a quarter of it will do.
    for (const auto& entry : std::filesystem::directory_iterator(folder_.file("catalog"))) {
      const std::string file = "catalog/" + entry.path().filename().string();
      if (file.starts_with("catalog/ec2") && file.ends_with(".csv"))
        folder_.write(file, is_prices(file) ? heading(file) : a_quarter_of_rows(file));
    }
    folder_.write("catalog/cache.yaml", test::right_file("catalog/cache.yaml"));
    folder_.write("recognition/aws.yaml", "recognition:\n  names: [name]\n");
  }

  /// The findings on the rules with the mistake in them: of loading, else of the lint.
  std::vector<Diagnostic> faults_of(const test::Mutant& mutant) const {
    if (mutant.root == test::cases_of_book) return told_of_cases(mutant);
    const std::string before = test::right_file(mutant.file);
    folder_.write(mutant.file, mutant.text);
    std::vector<Diagnostic> faults;
    try {
      for (const LintFinding& finding : lint_rules(folder_.file(mutant.root), {}).found)
        faults.push_back({finding.code, finding.severity, finding.at, finding.subject, {}, finding.excerpt});
    } catch (const Error& error) {
      faults = error.diagnostics();
    }
    folder_.write(mutant.file, before);
    return faults;
  }

 private:
  static std::vector<Diagnostic> told_of_cases(const test::Mutant& mutant) {
    static const Program program = load_rules("learning-aws");
    try {
      rules_of_cases(mutant.text, mutant.file);
      read_cases(program, mutant.text, mutant.file);
    } catch (const Error& error) {
      return error.diagnostics();
    }
    return {};
  }

  /// Whether a file holds further prices for rows that may have been left out.
  static bool is_prices(const std::string& file) { return file.find('-') != std::string::npos; }

  static std::string heading(const std::string& file) {
    const std::string all = test::content("rules/" + file);
    return all.substr(0, all.find('\n') + 1);
  }

  static std::string a_quarter_of_rows(const std::string& file) {
    const std::string all = test::content("rules/" + file);
    std::string shorter = heading(file);
    int row = 0;
    for (std::size_t at = shorter.size(); at < all.size();) {
      const std::size_t end = all.find('\n', at) + 1;
      if (row++ % 4 == 0) shorter += all.substr(at, end - at);
      at = end;
    }
    return shorter;
  }

  test::Folder folder_{"rules"};
};

bool placed(const Diagnostic& first, const test::Mutant& mutant) {
  return first.at.line == mutant.line && first.at.column == mutant.column &&
         first.at.file.ends_with(mutant.file);
}

bool means(const Diagnostic& first, const std::string& word) {
  return first.hint.find('"' + word + '"') != std::string::npos ||
         first.hint.find("'" + word + "'") != std::string::npos;
}

std::string shown(const std::vector<Diagnostic>& faults) {
  return faults.empty() ? "nothing" : error_text(Error(faults), false);
}

std::string table(const std::map<std::string, Rates>& rates) {
  std::ostringstream text;
  text << "\n"
       << std::left << std::setw(22) << "mistakes" << std::right << std::setw(8) << "all" << std::setw(8)
       << "found" << std::setw(8) << "placed" << std::setw(10) << "meant" << std::setw(8) << "alone"
       << "\n";
  for (const auto& [name, r] : rates) {
    text << std::left << std::setw(22) << name << std::right << std::setw(8) << r.all << std::setw(8)
         << r.found << std::setw(8) << r.placed << std::setw(10)
         << (r.to_mean == 0 ? std::string("-") : std::to_string(r.meant) + "/" + std::to_string(r.to_mean))
         << std::setw(8) << r.alone << "\n";
  }
  return text.str();
}

/// The findings on each mutant; the work is shared by two threads, since most of it is reading YAML.
std::vector<std::vector<Diagnostic>> told_of(const std::vector<test::Mutant>& all) {
  std::vector<std::vector<Diagnostic>> faults(all.size());
  const auto half = [&](int number) {
    const Rules rules;
    for (std::size_t i = static_cast<std::size_t>(number); i < all.size(); i += 2)
      faults[i] = rules.faults_of(all[i]);
  };
  std::future<void> other = std::async(std::launch::async, half, 1);
  half(0);
  other.get();
  return faults;
}

}  // namespace

TEST_CASE("a mistake in a rule file is found at its place, with what was meant", "[mutants]") {
  std::vector<test::Mutant> all = test::other_mistakes();
  for (test::Mutant& mutant : test::typing_mistakes(test::cases(130))) all.push_back(std::move(mutant));
  const std::vector<std::vector<Diagnostic>> every = told_of(all);
  const char* show = std::getenv("SCALEPLAN_SHOW_MUTANTS");
  std::map<std::string, Rates> rates;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const test::Mutant& mutant = all[i];
    const std::vector<Diagnostic>& faults = every[i];
    std::ostringstream about;
    about << mutant.category << " in " << mutant.file << ":" << mutant.line << ":" << mutant.column << " "
          << mutant.what << "\n"
          << shown(faults);
    INFO(about.str());
    CHECK_FALSE(faults.empty());
    const bool found = !faults.empty();
    const bool at_place = found && placed(faults.front(), mutant);
    // Further findings of the lint may have another reason.
    const bool alone = faults.size() == 1 || (found && faults.front().code.starts_with('L'));
    const bool meant = found && !mutant.meant.empty() && means(faults.front(), mutant.meant);
    for (Rates* r : {&rates[mutant.category], &rates["together"]}) {
      ++r->all;
      r->found += found ? 1 : 0;
      r->placed += at_place ? 1 : 0;
      r->alone += alone ? 1 : 0;
      r->to_mean += mutant.meant.empty() ? 0 : 1;
      r->meant += meant ? 1 : 0;
    }
    const bool missed = !at_place || (!mutant.meant.empty() && !meant) || !alone;
    if (show != nullptr && (missed || std::string_view(show) == "all"))
      std::cout << "#### " << (at_place ? "" : "[place] ")
                << (mutant.meant.empty() || meant ? "" : "[meant] ") << (alone ? "" : "[alone] ")
                << about.str() << "\n";
    for (const Diagnostic& one : faults) {
      const std::string first = diagnostic_text(one, false);
      CHECK(std::count(first.begin(), first.end(), '\n') <= 8);
    }
  }
  if (show != nullptr) std::cout << table(rates);
  INFO(table(rates));
  const Rates& together = rates["together"];
  CHECK(together.found == together.all);
  if (test::cases(260) < 260) return;  // too few for rates
  // The rates reached; a change may raise these but not lower them.
  CHECK(together.placed * 100 >= together.all * 97);
  CHECK(together.meant * 100 >= together.to_mean * 97);
  CHECK(together.alone * 100 >= together.all * 99);
}
