// The front door: finds the verb, runs it, and turns every error into a message and an exit code.
#include "scaleplan/run.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <exception>
#include <iostream>
#include <ostream>

#include "arguments.hpp"
#include "colour.hpp"
#include "nearest.hpp"
#include "scaleplan/diagnostics.hpp"
#include "scaleplan/error.hpp"
#include "scaleplan/findings.hpp"
#include "scaleplan/rules.hpp"
#include "verb.hpp"

#ifndef SCALEPLAN_VERSION
#define SCALEPLAN_VERSION "0.0.0"
#endif

namespace scaleplan {
namespace cli {
namespace {

constexpr std::array verbs = {
    Verb{"recommend", "the stage a workload needs, its topology, its bill and why", recommend_verb},
    Verb{"ask", "the same by a short dialogue: at most seven questions, no flags", ask_verb},
    Verb{"check", "whether declared infrastructure is enough; exit 1 when it is not", check_verb},
    Verb{"explain", "the derivation of a number, limit, size or stage", explain_verb},
    Verb{"compare", "every stage side by side: whether it holds, how full it is, its cost", compare_verb},
    Verb{"headroom", "how many users, or how much load, stage and machines carry", headroom_verb},
    Verb{"flips", "which assumed values would change the answer", flips_verb},
    Verb{"roadmap", "which stage is needed in which month, as users grow", roadmap_verb},
    Verb{"stages", "the ladder of a rule set", stages_verb},
    Verb{"rules new", "writes a first rule set, its cases and a CI job that runs them", rules_new_verb},
    Verb{"rules show", "a rule set with everything it extends, each line with its origin", rules_show_verb},
    Verb{"rules diff", "the differences of two rule sets, in meaning and in answers", rules_diff_verb},
    Verb{"rules test", "runs the cases of a rule set", rules_test_verb},
    Verb{"rules fmt", "formats rule files; comments and order stay", rules_fmt_verb},
    Verb{"rules lint", "reports suspicious lines of a rule set that loads", rules_lint_verb},
    Verb{"workload new", "writes a workload file with every input, to fill in", workload_new_verb},
    Verb{"config show", "settings of environment and .scaleplan.yaml, with their origin", config_show_verb},
    Verb{"schema", "JSON Schemas of input files and answers, for editors", schema_verb},
};

/// The verbs that begin with `prefix`, one a line.
std::string verb_list(std::string_view prefix) {
  std::string text;
  for (const Verb& verb : verbs) {
    if (!verb.name.starts_with(prefix)) continue;
    constexpr std::size_t widest = 12;
    text += "  " + std::string(verb.name) + std::string(widest - verb.name.size() + 1, ' ') +
            std::string(verb.help) + "\n";
  }
  return text;
}

std::string help() {
  std::string text =
      "scaleplan answers: which architecture do the expected users need, why not less,\n"
      "why not more, and what does it cost?\n\n"
      "  scaleplan recommend --users 50000\n\nverbs:\n";
  text += verb_list("");
  return text + "\nscaleplan VERB --help lists its flags; scaleplan --version lists the rule sets.\n" +
         "Exit codes: 0 yes, 1 no, 2 error in the input, 3 internal error.\n";
}

std::string version() {
  std::string text = "scaleplan " + std::string(program_version()) + "\n";
  for (const std::string_view name : builtin_rule_sets()) {
    const Program program = load_rules(name);
    text += fmt::format("rule set {} {}, prices as of:\n", name, program.version);
    for (const PriceDates& dates : program.price_dates) {
      text += fmt::format("  {:8} {}", dates.id, dates.oldest);
      text += dates.newest == dates.oldest ? "\n" : fmt::format(" to {}\n", dates.newest);
    }
  }
  return text;
}

/// A format of answers in which errors are reported, too.
struct ErrorFormat {
  std::string_view name;
  std::string (*text)(const Error& error);
};

template <std::string (*write)(const Findings&)>
std::string as_findings(const Error& error) {
  return write(error_findings(error, SCALEPLAN_VERSION));
}

constexpr std::array error_formats = {
    ErrorFormat{"json", diagnostics_json}, ErrorFormat{"sarif", as_findings<findings_sarif>},
    ErrorFormat{"github", as_findings<findings_github>}, ErrorFormat{"junit", as_findings<findings_junit>},
    ErrorFormat{"tap", as_findings<findings_tap>}};

/// The errors in the format of the answer where errors have it, else as text.
std::string error_report(const Error& error, const std::vector<std::string>& args, std::ostream& err) {
  std::vector<std::string> asked = values_of(args, "format");
  if (asked.empty()) asked = values_of(args, "output");
  for (const ErrorFormat& format : error_formats) {
    if (std::find(asked.begin(), asked.end(), format.name) != asked.end()) return format.text(error);
  }
  return error_text(error, coloured("auto", err));
}

bool is_terminal(const std::istream& in, Stdin stdin_is) {
  if (stdin_is != Stdin::look) return stdin_is == Stdin::terminal;
  return &in == &std::cin && isatty(STDIN_FILENO) != 0;
}

int dispatch(const std::vector<std::string>& args, std::istream& in, std::ostream& out, std::ostream& err,
             Stdin stdin_is) {
  if (args.empty()) {
    err << help();
    return could_not_ask;
  }
  if (args[0] == "--help" || args[0] == "-h" || args[0] == "help") {
    out << help();
    return yes;
  }
  if (args[0] == "--version") {
    out << version();
    return yes;
  }
  // Verbs of two words, such as `rules lint`, come first.
  const std::string two = args.size() > 1 ? args[0] + " " + args[1] : args[0];
  for (const std::string& name : {two, args[0]}) {
    const auto verb = std::find_if(verbs.begin(), verbs.end(), [&](const Verb& v) { return v.name == name; });
    if (verb == verbs.end()) continue;
    const auto words = 1 + std::count(name.begin(), name.end(), ' ');
    Call call{{args.begin() + words, args.end()}, in, out, err, is_terminal(in, stdin_is)};
    return verb->run(call);
  }
  std::vector<std::string> known;
  known.reserve(verbs.size());
  for (const Verb& v : verbs) known.emplace_back(v.name);
  const bool group = std::any_of(known.begin(), known.end(),
                                 [&](const std::string& name) { return name.starts_with(args[0] + " "); });
  const bool wants_help = args.size() > 1 && (args[1] == "--help" || args[1] == "-h" || args[1] == "help");
  if (group && (args.size() == 1 || wants_help)) {
    (wants_help ? out : err) << "verbs of scaleplan " + args[0] + ":\n" + verb_list(args[0] + " ") +
                                    "\nscaleplan " + args[0] + " VERB --help lists its flags.\n";
    return wants_help ? yes : could_not_ask;
  }
  const std::string& word = group ? two : args[0];
  const std::string near = nearest(word, known);
  throw usage_error("unknown verb \"" + word + "\"", did_you_mean(near, "scaleplan --help lists the verbs"));
}

}  // namespace

std::string_view program_version() { return SCALEPLAN_VERSION; }

}  // namespace cli

int run(const std::vector<std::string>& args, std::istream& in, std::ostream& out, std::ostream& err,
        Stdin stdin_is) {
  try {
    return cli::dispatch(args, in, out, err, stdin_is);
  } catch (const cli::HelpWanted& wanted) {
    out << wanted.text;
    return cli::yes;
  } catch (const Error& error) {
    err << cli::error_report(error, args, err);
    return cli::could_not_ask;
  } catch (const std::exception& error) {
    err << "scaleplan: internal error: " << error.what() << "\n";
    return cli::internal_error;
  }
}

}  // namespace scaleplan
