// Looks for what is suspicious in a rule set that loads; one file for each family of findings.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "rules/loaded.hpp"
#include "scaleplan/lint.hpp"

namespace scaleplan::read {

class Lint {
 public:
  explicit Lint(const Loaded& of);

  /// Leaves out what nobody uses in the files of `base`, which others extend as well.
  void extends(const Loaded& base);

  [[nodiscard]] const Definitions& all() const { return of_.all; }
  [[nodiscard]] const Program& program() const { return of_.program; }
  [[nodiscard]] Range range(Register at) const { return of_.ranges[as_index(at)]; }

  /// The place of the entry `key` that stands at `place`; the line alone when there is none.
  [[nodiscard]] Mark entry(const Place& place, std::string_view key) const;
  /// The map under the entry whose key is at `mark`, or null.
  [[nodiscard]] const Node* node(const Mark& mark) const;

  /// Notes a finding about the entry whose key is at `owner`, unless the rules accept it there; it is shown
  /// at the value of `key` inside when that is there.
  LintFinding* find(std::string code, Severity severity, const Mark& owner, std::string subject,
                    std::vector<LintFact> facts = {}, std::string_view key = {});
  /// Has a finding mended by deleting the entry at `owner`, where that is sure to be the whole of its lines.
  void fix_by_deleting(LintFinding* finding, const Mark& owner) const;

  /// The findings, in order of place; `lint:` keys that accept nothing are found too.
  LintReport report();

 private:
  using Key = std::tuple<const SourceText*, int, int>;
  struct Accepted {
    std::string code;
    Mark at;
    bool used = false;
  };
  using Acceptances = std::map<std::string, Accepted*>;  ///< by code
  struct Known {
    const Node* node = nullptr;
    Acceptances accepted;
  };
  static Key key(const Mark& mark) { return {mark.text, mark.line, mark.column}; }
  /// The codes accepted in `node`: those accepted around it, and its own `lint:`.
  Acceptances accepting(Acceptances around, const Node& node);
  void learn(const Node& node, const Acceptances& around);
  /// Whether the id at `owner` was found to be a misspelled one, so that it is not idle for another reason.
  [[nodiscard]] bool misspelled(const Mark& owner) const;

  const Loaded& of_;
  std::map<Key, Accepted> accepted_;
  std::map<Key, Known> known_;
  std::map<std::tuple<std::string, int, std::string>, Mark> by_line_;
  Acceptances everywhere_;
  std::set<std::string> of_base_;  ///< names of files
  LintReport report_;
};

/// Facts of findings.
LintFact named(std::string_view name);
LintFact amount(double value, const Unit& unit);

/// New ids that are one letter from one of `base`, which is extended.
void lint_near_ids(Lint& lint, const Loaded& base);
/// Components that are another thing than the inherited one of their id, and keep some of it.
void lint_taken_over(Lint& lint, const Loaded& base);
/// Ids, units, sources, sizes and components that nothing uses.
void lint_unused(Lint& lint);
void lint_sizes(Lint& lint);
/// Prices that a catalogue or a table does not have for some value of a choice.
void lint_missing(Lint& lint);
/// Formulas that can be negative or overflow; limits that never or always bind, bands that overlap.
void lint_formulas(Lint& lint);
void lint_limits(Lint& lint);
/// Keys without a value, remarks without words.
void lint_values(Lint& lint);
void lint_bands(Lint& lint);
/// The findings of a search over workloads: stages and options never chosen, more users with an earlier
/// stage.
void lint_reach(Lint& lint);
/// Components that nothing declared is recognised as.
void lint_recognised(Lint& lint);
/// Rules without reason or source; prices that are old on the day `as_of` (empty: not asked).
void lint_reasons(Lint& lint);
void lint_dates(Lint& lint, const std::string& as_of);
/// Prices that look mistaken, and those that are left behind by others.
void lint_prices(Lint& lint);

/// Loads and lints; throws Error when the rules do not load.
LintReport lint(const std::string& name_or_path, const std::vector<TextFile>& builtin,
                const LintOptions& options);

}  // namespace scaleplan::read
