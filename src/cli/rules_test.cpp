// scaleplan rules test: tries the cases of a rule set, and says what they have seen of it.
#include <algorithm>

#include "colour.hpp"
#include "command_line.hpp"
#include "nearest.hpp"
#include "numbers.hpp"
#include "scaleplan/cases.hpp"
#include "scaleplan/files.hpp"
#include "scaleplan/render.hpp"
#include "scaleplan/rule_tree.hpp"
#include "scaleplan/rules.hpp"
#include "verb.hpp"

namespace scaleplan::cli {
namespace {

std::string beside(const std::string& file, const std::string& name) {
  const std::size_t slash = file.find_last_of('/');
  return slash == std::string::npos ? name : file.substr(0, slash + 1) + name;
}

/// The rule set that a file of cases names: a built-in one, or a file beside it.
std::string rules_of(const CaseText& cases) {
  std::string name = rules_of_cases(cases.text, cases.file);
  if (name.find_first_of("./") != std::string::npos)
    return name.front() == '/' ? name : beside(cases.file, name);
  const auto builtin = builtin_rule_sets();
  if (std::find(builtin.begin(), builtin.end(), name) != builtin.end()) return name;
  std::string file = beside(cases.file, name + ".yaml");
  return file.find('/') == std::string::npos ? "./" + file : file;
}

/// "90%" or "0.9".
double threshold_of(const std::string& text) {
  std::string_view digits = text;
  const bool percent = digits.ends_with('%');
  if (percent) digits.remove_suffix(1);
  const double value = read_number(digits).value_or(-1) / (percent ? 100 : 1);
  if (value < 0 || value > 1)
    throw usage_error("--threshold: \"" + text + "\" is no share", "write a share such as 90%");
  return value;
}

/// Only what `filter` occurs in.
void keep(std::vector<CaseFile>& files, const std::string& filter) {
  for (CaseFile& file : files) {
    std::erase_if(file.cases, [&](const Case& one) {
      return (one.table + ": " + one.name).find(filter) == std::string::npos;
    });
  }
}

struct Options {
  std::vector<std::string> files;
  std::string rules, filter, threshold;
  std::string format = "text";
  std::string color = "auto";
  bool inherited = false;
  bool suggest = false;
};

Options parsed(Call& call) {
  Options options;
  CommandLine line("rules test",
                   "Tries the cases of a rule set; exit 1 when one fails or too little is seen.");
  line.option("files", options.files, "files of cases; without one those beside the rule set");
  line.option("--rules", options.rules, "rule set: aws, learning-aws, or a file; else the cases say it");
  line.option("--filter", options.filter, "only cases with this text in their name");
  line.option("--threshold", options.threshold,
              "share of limits, options and stages to be seen, such as 90%");
  line.flag("--suggest", options.suggest, "print cases at the boundaries that are not seen");
  line.flag("--inherited", options.inherited, "count also what is as in the rule set that is extended");
  line.format(options.format, {"text", "json", "junit", "tap"});
  line.color(options.color);
  line.parse(call.arguments);
  if (options.suggest && options.format != "text")
    throw usage_error("--suggest prints cases, which are YAML", "leave --format out");
  return options;
}

/// The cases that are meant, by rule set, in order.
std::vector<std::pair<std::string, std::vector<CaseText>>> gathered(const Options& options) {
  std::vector<std::pair<std::string, std::vector<CaseText>>> sets;
  if (options.files.empty()) {
    const std::string rules = options.rules.empty() ? "aws" : options.rules;
    const Program known = load_rules(rules);  // an unknown name is told before missing cases
    const auto found = cases_of(rules);
    if (found.empty())
      throw usage_error("there are no cases of " + std::string(known.id), "name a file of cases");
    return {{rules, found}};
  }
  for (const std::string& file : options.files) {
    const CaseText cases{file, read_file(file)};
    const std::string rules = options.rules.empty() ? rules_of(cases) : options.rules;
    auto set = std::find_if(sets.begin(), sets.end(), [&](const auto& s) { return s.first == rules; });
    if (set == sets.end()) set = sets.insert(sets.end(), {rules, {}});
    set->second.push_back(cases);
  }
  return sets;
}

/// The rule set; one that a file of cases names and that is not there is told where it is named.
Program rules_named_by(const std::vector<CaseText>& texts, const Options& options, const std::string& rules) {
  try {
    return load_rules(rules);
  } catch (const Error& error) {
    Diagnostic fault = error.diagnostics().front();
    if (fault.code != "Y021" || fault.at.file != rules || !options.rules.empty() || options.files.empty())
      throw;
    const std::string& text = texts.front().text;
    int line = 1;
    for (std::size_t at = 0; at < text.size(); ++line) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      const std::string here = text.substr(at, end - at);
      at = end + 1;
      if (!here.starts_with("rules:")) continue;
      const std::size_t begin = std::min(here.find_first_not_of(' ', 6), here.size());
      const std::size_t word = std::min(here.find_first_of(" #", begin), here.size()) - begin;
      const std::string name = here.substr(begin, word);
      std::vector<std::string> known;
      for (const std::string_view one : builtin_rule_sets()) known.emplace_back(one);
      if (const std::string near = nearest(name, known); !near.empty() && fault.hint.empty())
        fault.hint = did_you_mean(near);
      fault.code = "R026";
      fault.message += ": " + rules;
      fault.at = {texts.front().file, line, static_cast<int>(begin) + 1, static_cast<int>(word)};
      fault.excerpt = here;
      throw Error({fault});
    }
    throw;
  }
}

}  // namespace

int rules_test_verb(Call& call) {
  const Options options = parsed(call);
  std::optional<double> threshold;
  if (!options.threshold.empty()) threshold = threshold_of(options.threshold);
  std::vector<CaseRun> runs;
  std::size_t tried = 0;
  bool good = true;
  const auto sets = gathered(options);
  runs.reserve(sets.size());  // results point into their run
  for (const auto& [rules, texts] : sets) {
    CaseRun& run = runs.emplace_back();
    run.program = rules_named_by(texts, options, rules);
    if (rules != "aws") run.rules = rules;
    for (const CaseText& text : texts) run.files.push_back(read_cases(run.program, text.text, text.file));
    keep(run.files, options.filter);
    run.results = run_cases(run.program, run.files);
    const std::string base = options.inherited ? std::string() : extended_by(rules);
    std::optional<Program> extended;
    if (!base.empty()) extended = load_rules(base);
    run.seen = coverage(run.program, run.files, run.results, extended ? &*extended : nullptr);
    tried += run.results.size();
    good = good && run.failed() == 0 && (!threshold || run.covers(*threshold));
  }
  if (tried == 0)
    throw usage_error("no case has \"" + options.filter + "\" in its name", "leave --filter out to try all");
  if (options.suggest) {
    for (const CaseRun& run : runs) call.out << suggestions_text(run.program, suggest(run.program, run.seen));
  } else if (options.format == "json") {
    call.out << cases_json(runs, threshold);
  } else if (options.format == "junit") {
    call.out << findings_junit(cases_findings(runs, threshold));
  } else if (options.format == "tap") {
    call.out << findings_tap(cases_findings(runs, threshold));
  } else {
    call.out << cases_text(runs, threshold, coloured(options.color, call.out));
  }
  return good ? yes : no;
}

}  // namespace scaleplan::cli
