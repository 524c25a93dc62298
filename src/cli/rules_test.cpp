// scaleplan rules test: runs the cases of a rule set, and reports their coverage.
#include <fmt/format.h>

#include <algorithm>

#include "command_line.hpp"
#include "nearest.hpp"
#include "numbers.hpp"
#include "output.hpp"
#include "scaleplan/cases.hpp"
#include "scaleplan/error.hpp"
#include "scaleplan/files.hpp"
#include "scaleplan/rule_tree.hpp"
#include "scaleplan/rules.hpp"
#include "scaleplan/suggest.hpp"
#include "verb.hpp"

namespace scaleplan::cli {
namespace {

std::string beside(const std::string& file, const std::string& name) {
  const std::size_t slash = file.find_last_of('/');
  return slash == std::string::npos ? name : file.substr(0, slash + 1) + name;
}

/// The rule set that a file of cases names: a built-in one, or a file beside it.
std::string rules_of(const CaseText& cases) {
  std::string name = rules_of_cases(cases.text, cases.file).name;
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
    throw usage_error(fmt::format("--threshold: \"{}\" is not a share", text), "write a share such as 90%");
  return value;
}

/// Keeps the cases whose name contains `filter`.
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
  bool inherited = false;
  bool suggest = false;
};

void offer(CommandLine& line, Options& options) {
  line.option("files", options.files, "files of cases; default: those beside the rule set");
  line.option("--rules", options.rules,
              fmt::format("rule set: {}; default: the one that the cases name", rule_set_choice()));
  line.option("--filter", options.filter, "only cases with this text in their name");
  line.option("--threshold", options.threshold,
              "share of limits, options and stages that the cases have to cover, such as 90%");
  line.flag("--suggest", options.suggest, "print cases at the boundaries that no case covers");
  line.flag("--inherited", options.inherited, "also count rules unchanged from the extended rule set");
}

/// The cases of the command line by rule set, in order.
std::vector<std::pair<std::string, std::vector<CaseText>>> gathered(const Options& options) {
  std::vector<std::pair<std::string, std::vector<CaseText>>> sets;
  if (options.files.empty()) {
    const std::string rules =
        options.rules.empty() ? std::string(builtin_rule_sets().front()) : options.rules;
    const Program known = load_rules(rules);  // an unknown name is reported before missing cases
    const auto found = cases_of(rules);
    if (found.empty())
      throw usage_error(fmt::format("there are no cases of {}", known.id), "name a file of cases");
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

/// The rule set; a missing one that a file of cases names is reported at that place.
Program rules_named_by(const std::vector<CaseText>& texts, const Options& options, const std::string& rules) {
  try {
    return load_rules(rules);
  } catch (const Error& error) {
    Diagnostic fault = error.diagnostics().front();
    if (fault.code != "Y021" || fault.at.file != rules || !options.rules.empty() || options.files.empty())
      throw;
    const NamedRules named = rules_of_cases(texts.front().text, texts.front().file);
    std::vector<std::string> known;
    for (const std::string_view one : builtin_rule_sets()) known.emplace_back(one);
    if (fault.hint.empty()) fault.hint = did_you_mean(nearest(named.name, known));
    fault.code = "R026";
    fault.message += ": " + rules;
    fault.at = named.at;
    fault.excerpt = named.excerpt;
    throw Error({fault});
  }
}

/// Fills `run` where it stays: its results point into it.
void run_in_place(CaseRun& run, const std::string& rules, const std::vector<CaseText>& texts,
                  const Options& options) {
  run.program = rules_named_by(texts, options, rules);
  if (rules != builtin_rule_sets().front()) run.rules = rules;
  for (const CaseText& text : texts) run.files.push_back(read_cases(run.program, text.text, text.file));
  keep(run.files, options.filter);
  run.results = run_cases(run.program, run.files);
  const std::string base = options.inherited ? std::string() : extended_by(rules);
  std::optional<Program> extended;
  if (!base.empty()) extended = load_rules(base);
  run.seen = coverage(run.program, run.files, run.results, extended ? &*extended : nullptr);
}

std::string suggestions(const std::vector<CaseRun>& runs) {
  std::string text;
  for (const CaseRun& run : runs) text += suggestions_text(run.program, suggest(run.program, run.seen));
  return text;
}

}  // namespace

int rules_test_verb(Call& call) {
  Options options;
  std::vector<CaseRun> runs;
  std::optional<double> threshold;
  CommandLine line("rules test",
                   "Runs the cases of a rule set; exit 1 when one fails or too few limits are covered.");
  Output output(line,
                {{"text",
                  [&](bool colour) {
                    return options.suggest ? suggestions(runs) : cases_text(runs, threshold, colour);
                  }},
                 {"json", [&](bool) { return cases_json(runs, threshold); }},
                 {"junit", [&](bool) { return findings_junit(cases_findings(runs, threshold)); }},
                 {"tap", [&](bool) { return findings_tap(cases_findings(runs, threshold)); }}},
                call.out);
  offer(line, options);
  line.parse(call.arguments);
  if (options.suggest && !output.only("text"))
    throw usage_error("--suggest prints cases, which are YAML", "leave --format out");
  if (!options.threshold.empty()) threshold = threshold_of(options.threshold);
  std::size_t tried = 0;
  bool good = true;
  const auto sets = gathered(options);
  runs.reserve(sets.size());
  for (const auto& [rules, texts] : sets) {
    CaseRun& run = runs.emplace_back();
    run_in_place(run, rules, texts, options);
    tried += run.results.size();
    good = good && run.failed() == 0 && (!threshold || run.covers(*threshold));
  }
  if (tried == 0)
    throw usage_error(fmt::format("no case name contains \"{}\"", options.filter),
                      "leave --filter out to run all");
  output.write();
  return good ? yes : no;
}

}  // namespace scaleplan::cli
