// Tests of a rule set: cases with what a workload gives and what the answer has to be, and which limits,
// options and stages they have seen.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scaleplan/error.hpp"
#include "scaleplan/explain.hpp"
#include "scaleplan/findings.hpp"

namespace scaleplan {

/// The subject of an expectation.
enum class Subject : std::uint8_t {
  error,     ///< the code of the first fault of the workload
  stage,     ///< the chosen stage
  binding,   ///< the worst limit of the stage before the chosen one
  holds,     ///< that a limit holds
  breaks,    ///< that a limit does not hold
  cost,      ///< USD/s of a stage
  outage,    ///< share of time that a stage is down
  headroom,  ///< the last user count at which the stage is still chosen
  input,
  metric,
  figure,
  decision,
  present,  ///< whether a component is there
  count,    ///< of a component, as are the next six
  copies,
  zones,
  size,
  service,
  component_cost,
  full,  ///< how full a component's units are of a need, healthy or with a zone lost, whichever is more
  utilization,  ///< of a limit
  need,         ///< of a limit, as it is computed
  limit,        ///< of a limit: the most there may be
};

/// Numbers that are right, both ends included; nothing: any.
struct Bounds {
  std::optional<double> low, high;
};

/// One thing that a case expects.
struct Expectation {
  Subject subject = Subject::stage;
  std::string name;     ///< as written: "stage", "web.count", "cost in multi-az"
  std::string written;  ///< the value as written
  int stage = -1;       ///< index of the stage it is about; -1: the one that the answer shows
  std::string id;    ///< of the input, metric, figure, decision, component or limit ("web.cpu") it is about
  std::string word;  ///< the right word: a stage, limit, option, size, error code; "none", "holds"
  Bounds right;      ///< the right numbers, in engine units
  Unit unit;         ///< of a number
  Span at;           ///< of the value
  std::string excerpt;
};

/// One case: a workload and what is expected of its answer.
struct Case {
  std::string table;  ///< name of the table it is a row of; empty for a case by itself
  std::string name;   ///< unique in its table
  std::string given;  ///< the workload in words of a command line: "--users 900 --availability 99%"
  std::optional<Block> workload;    ///< nothing when it was refused
  std::vector<Diagnostic> refused;  ///< why the workload was refused, where a case expects that
  std::vector<Expectation> expected;
  Span at;
  std::string excerpt;
};

/// A limit that no workload breaks, as its author says, with the reason.
struct Unreachable {
  std::string limit;  ///< "nosql.writes"
  int stage = -1;     ///< -1: in every stage
  std::string because;
  Span at;
  std::string excerpt;
};

/// A file of cases, read for one rule set.
struct CaseFile {
  std::string file;
  std::vector<Case> cases;
  std::vector<Unreachable> unreachable;
};

/// An expectation that was not met, what came instead, and how that came about.
struct Mismatch {
  const Expectation* expected = nullptr;
  std::optional<double> number;  ///< in engine units
  std::string word;              ///< where it is no number
  std::optional<Derivation> derivation;
};

/// How one case went.
struct CaseResult {
  const Case* tested = nullptr;
  std::vector<Mismatch> wrong;
  [[nodiscard]] bool passed() const { return wrong.empty(); }
};

/// A limit as cases have seen it. Limits of several stages that are the same formula are one.
struct Boundary {
  const Limit* limit = nullptr;
  std::vector<int> stages;      ///< that have it, in order
  std::optional<double> held;   ///< the highest utilization at which a case says, rightly, that it holds
  std::optional<double> broke;  ///< the lowest at which a case says, rightly, that it does not
  const Unreachable* set_aside = nullptr;
  double seen = 0;         ///< the highest utilization in any case, whatever it says
  bool inherited = false;  ///< whether it is as in the rule set that this one extends

  static constexpr double near = 0.1;  ///< how near to its boundary a limit has to be seen
  /// Whether it does not count: set aside, and no case breaks it, or it is a switch of which cases have seen
  /// both sides: it holds at no use alone.
  [[nodiscard]] bool aside() const {
    return set_aside != nullptr && (holds(seen) || (held && *held == 0 && broke));
  }
  [[nodiscard]] bool held_near() const { return held && *held >= 1 - near; }
  [[nodiscard]] bool broke_near() const { return broke && *broke <= 1 + near; }
};

/// The expectations of each option and stage that were met.
struct OptionSeen {
  const Decision* decision = nullptr;
  const Option* option = nullptr;
  bool seen = false;
  bool inherited = false;
};
struct StageSeen {
  const Stage* stage = nullptr;
  bool seen = false;
  bool inherited = false;
};

/// Which of a rule set its cases have seen. Only what a case expects and finds counts.
struct Coverage {
  std::vector<Boundary> limits;
  std::vector<OptionSeen> options;
  std::vector<StageSeen> stages;

  /// Shares from 0 to 1; what is inherited or set aside does not count.
  [[nodiscard]] double limit_share() const;
  [[nodiscard]] double option_share() const;
  [[nodiscard]] double stage_share() const;
};

/// The cases of one rule set, tried.
struct CaseRun {
  Program program;
  std::string rules;  ///< as --rules names the rule set; empty when it need not be named
  std::vector<CaseFile> files;
  std::vector<CaseResult> results;
  Coverage seen;

  [[nodiscard]] std::size_t failed() const;
  /// Whether limits, options and stages have each been seen to at least `threshold` (0 to 1).
  [[nodiscard]] bool covers(double threshold) const;
};

/// The name of a rule set, with its place in the file that names it.
struct NamedRules {
  std::string name;
  Span at;
  std::string excerpt;
};

/// The rule set that a file of cases is about, as its `rules:` names it; throws Error.
NamedRules rules_of_cases(std::string_view text, const std::string& file);

/// Reads a file of cases for `program`; throws Error with every fault found.
CaseFile read_cases(const Program& program, std::string_view text, const std::string& file);

/// A file that holds cases, from the disk or from inside the binary.
struct CaseText {
  std::string file, text;
};

/// The files of cases that belong to a rule set, by name or path: NAME.cases.yaml beside it, or none inside
/// the binary; throws Error when there is no such file on the disk.
std::vector<CaseText> cases_of(const std::string& name_or_path);

/// Tries every case.
std::vector<CaseResult> run_cases(const Program& program, const std::vector<CaseFile>& files);

/// The coverage of the cases; `results` are those of run_cases. Rules that equal those of `base`, the rule
/// set that this one extends, are inherited; null: no rule is.
Coverage coverage(const Program& program, const std::vector<CaseFile>& files,
                  const std::vector<CaseResult>& results, const Program* base);

/// The results of cases and their coverage: for a terminal, as `scaleplan.cases/1`, and as findings for the
/// formats of other tools. `threshold`: the share that has to be covered, if any.
std::string cases_text(const std::vector<CaseRun>& runs, std::optional<double> threshold, bool colour);
std::string cases_json(const std::vector<CaseRun>& runs, std::optional<double> threshold);
Findings cases_findings(const std::vector<CaseRun>& runs, std::optional<double> threshold);

}  // namespace scaleplan
