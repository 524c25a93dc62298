// The differences of two rule sets in meaning, and the user counts for which their answers differ.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "scaleplan/evaluate.hpp"
#include "scaleplan/rule_tree.hpp"

namespace scaleplan {

/// The value in one rule set, as it is written, with its place; without a line where it follows from a
/// missing key.
struct Spelling {
  std::string written, unit, file;
  int line = 0;
};

/// One thing that two rule sets say differently; a side that does not have it is empty.
struct RuleDifference {
  enum class Kind : std::uint8_t { changed, added, removed, reordered };
  Kind kind = Kind::changed;
  std::vector<std::string> path;  ///< keys from the file's top on: stages, multi-az, limits, band, limit
  bool prose = false;             ///< whether only people read it: neither a figure nor a stage hangs on it
  std::optional<Spelling> a, b;
  std::optional<double> change;  ///< of two numbers: b / a - 1
  std::string after;  ///< of what came or went where order counts: the id before it; empty at the front
};

/// The answer of one rule set over a range of users.
struct SideAnswer {
  std::string stage;                          ///< empty when none holds
  std::optional<double> usd_first, usd_last;  ///< a month, at both ends of the range; of a stage that holds
};

/// Whole user counts, both ends included, for which stage or bill differ while neither stage changes.
struct AnswerRange {
  double first = 0, last = 0;
  SideAnswer a, b;
};

/// The answers of two rule sets as users grow.
struct AnswersDiff {
  /// Why the two cannot be asked the same.
  enum class Compared : std::uint8_t { yes, nothing_grows, other_input, no_common_range, more_needed };
  Compared compared = Compared::yes;
  std::string input_a, input_b;        ///< the input that grows in each; may be empty
  Unit unit;                           ///< of the input, as the first rule set asks it
  std::vector<std::string> needed;     ///< inputs besides it that one of the two requires
  double first = 0, last = 0;          ///< the counts that were looked at, in engine units
  std::vector<AnswerRange> ranges;     ///< in order; where nothing is said both answer the same
  std::shared_ptr<const void> memory;  ///< storage of the unit's text
};

/// Two rule sets side by side.
struct RulesDiff {
  std::string a, b;  ///< as they were named
  std::vector<RuleDifference> rules;
  AnswersDiff answers;

  /// Whether nothing differs but prose.
  [[nodiscard]] bool same_meaning() const;
};

/// The differences of two resolved rule sets whose catalogues are read in, in the order of the language;
/// the spelling of formulas, comments and the order of keys do not count.
std::vector<RuleDifference> compare_rules(const RuleNode& a, const RuleNode& b);

/// Where the answers to one workload differ as its users grow; a block of one for each, in which everything
/// that is not given is assumed as its rule set assumes it.
AnswersDiff compare_answers(const Program& a, const Block& workload_a, const Program& b,
                            const Block& workload_b);

/// For a terminal, and as `scaleplan.rules-diff/1`.
std::string rules_diff_text(const RulesDiff& diff, bool colour);
std::string rules_diff_json(const RulesDiff& diff);

}  // namespace scaleplan
