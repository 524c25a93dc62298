// Checks a declared stage, or declared resources, against the needs of a workload.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scaleplan/carries.hpp"
#include "scaleplan/findings.hpp"
#include "scaleplan/recommend.hpp"

namespace scaleplan {

enum class Verdict : std::uint8_t {
  enough,
  too_small,
  machines_too_small,  ///< the stage is enough, its machines are not
  larger,
  not_provable,
  off_ladder,
  reaches
};

/// One reason why a declaration is too small, or not provably enough: a requirement on declared components,
/// a limit of a declared stage, or machines that are too small.
struct CheckFinding {
  const Requirement* demand = nullptr;
  const Move* early = nullptr;  ///< the move, taken early, that makes the demand
  const LimitResult* limit = nullptr;
  std::optional<Undersized> below;
  Truth met = Truth::no;
  std::string code;     ///< "web.zones", "outage"; with the address it names the finding
  std::string address;  ///< of the resource to look at; empty when there is none
  bool waived = false;  ///< a waiver covers it, until a date
  bool known = false;   ///< an earlier check had it, too
  bool worse = false;   ///< an earlier check had it, when more was declared or it was less full
  std::string agreed;   ///< the reason of a waiver

  /// Whether it can fail the check.
  [[nodiscard]] bool counts() const { return !waived && !known; }
  /// The use of the declared capacity, where the finding concerns it; 1 is full.
  [[nodiscard]] std::optional<double> fill() const {
    return below              ? (below->fill > 0 ? std::optional(below->fill) : std::nullopt)
           : limit != nullptr ? std::optional(limit->utilization)
                              : std::nullopt;
  }
};

/// The conditions that fail a check.
struct FailOn {
  enum class Unknown : std::uint8_t { warn, fail, pass };
  bool too_small = true;    ///< the stage is
  bool sized_below = true;  ///< machines are fewer or smaller than needed
  bool larger = false;      ///< less would do
  Unknown unknown = Unknown::warn;
};

/// A check: the declaration, the answer it is compared with, and the result.
struct Check {
  Verdict verdict = Verdict::enough;
  const Recommendation* answer = nullptr;      ///< null: without a workload
  const Architecture* architecture = nullptr;  ///< null: a stage is declared by its name
  const Declaration* declaration = nullptr;
  Span named_at;      ///< where a stage is declared or asked about; file may be empty
  int declared = -1;  ///< the stage that is declared or reached, -1 if none
  int needed = -1;    ///< -1 when no stage holds, or nothing is asked
  std::optional<double> usd_per_month_needed;  ///< of the needed stage less that of the declared one
  std::vector<CheckFinding> findings;
  std::size_t checked = 0;         ///< number of requirements or limits checked
  bool cannot_tell_stage = false;  ///< no declaration can show a stage up to the needed one
  std::optional<Carries> carries;  ///< set for --explain
  std::vector<InputValue> ends;    ///< the end checked of each input given as a range
  FailOn fail_on;
  std::vector<std::string> agreed;  ///< settings of a file that can loosen it: "unknown pass (ours.yaml:3)"

  /// Whether the answer is no; where nothing at all was checked it is.
  [[nodiscard]] bool failed() const;
  /// Whether a finding counts and a requirement (`below` no) or a size (`below` yes) is met in this way.
  [[nodiscard]] bool counts(bool below, Truth met) const;
  /// Whether a component that is taken early is among the findings.
  [[nodiscard]] bool lacks_early() const;
};

/// Checks the stage at index `declared` against the answer; all arguments must outlive the check.
Check check_stage(const Recommendation& answer, int declared);

/// Checks declared resources against the answer; without one, only finds the stage that they reach.
Check check_declared(const Recommendation* answer, const Architecture& architecture,
                     const Declaration& declaration);

/// Adds a finding for each component whose machines are too small for the workload in the needed stage, or in
/// the declared one where that is later.
void check_sizes(Check& check, const Program& program, const Block& workload);

/// Judges again after findings were waived or found to be known.
void judge(Check& check);

/// Every code that a finding can have by the rules of `program`.
std::vector<std::string> finding_codes(const Program& program, const Recognition& rules);

/// The name of a verdict: "enough", "too-small", "machines-too-small", "larger", "not-provable",
/// "off-ladder", "reaches".
std::string_view name_of(Verdict verdict);

/// The check for a terminal of 80 columns, as `scaleplan.check/1`, as Markdown for a comment (at most 65,000
/// characters), and as findings for the formats of other tools.
std::string check_text(const Program& program, const Check& check, bool colour);
std::string check_json(const Program& program, const Check& check);
std::string check_markdown(const Program& program, const Check& check);
Findings check_findings(const Program& program, const Check& check);

/// The JSON Schema (2020-12) of `check_json`.
std::string check_schema();

}  // namespace scaleplan
