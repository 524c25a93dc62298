// Renders answers: text for people, JSON for programs, Markdown for pages; each a function of the value
// alone.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scaleplan/cases.hpp"
#include "scaleplan/error.hpp"
#include "scaleplan/explain.hpp"
#include "scaleplan/findings.hpp"
#include "scaleplan/grammar.hpp"
#include "scaleplan/recommend.hpp"
#include "scaleplan/roadmap.hpp"
#include "scaleplan/rule_tree.hpp"
#include "scaleplan/suggest.hpp"

namespace scaleplan {

/// The answer for a terminal of 80 columns, in colour when asked for.
std::string render_text(const Recommendation& answer, bool colour);

/// The answer as `scaleplan.recommendation/1`, ending in a newline.
std::string render_json(const Recommendation& answer);

/// The answer as GitHub-flavoured Markdown.
std::string render_markdown(const Recommendation& answer);

/// Question `number` of a dialogue: about `input`, which takes what `accepted` says. `answer` is the answer
/// as far as things are known, null before anything is.
std::string question_text(int number, const Input& input, const std::string& accepted,
                          const Recommendation* answer);

/// What ends a dialogue: `settled` says that nothing more would change the stage; `file` was written, if any.
std::string dialogue_end_text(bool settled, const std::string& file);

/// Every stage of an answer side by side: for a terminal, as `scaleplan.comparison/1`, as Markdown, as CSV
/// (RFC 4180).
std::string compare_text(const Recommendation& answer, bool colour);
std::string compare_json(const Recommendation& answer);
std::string compare_markdown(const Recommendation& answer);
std::string compare_csv(const Recommendation& answer);

/// What would change an answer: for a terminal, and as `scaleplan.flips/1`.
std::string flips_text(const Recommendation& answer, bool colour);
std::string flips_json(const Recommendation& answer);

/// How far an answer carries, limit by limit: for a terminal, and as `scaleplan.headroom/1`.
std::string headroom_text(const Recommendation& answer, bool colour);
std::string headroom_json(const Recommendation& answer);

/// How something came about: as a tree for a terminal, and as `scaleplan.explanation/1`.
std::string explain_text(const Derivation& derivation, bool colour);
std::string explain_json(const Derivation& derivation);

/// The months ahead: chart and moves for a terminal (`ascii`: without Unicode), `scaleplan.roadmap/1`, CSV.
std::string roadmap_text(const Recommendation& now, const Roadmap& road, bool ascii, bool colour);
std::string roadmap_json(const Recommendation& now, const Roadmap& road);
std::string roadmap_csv(const Recommendation& now, const Roadmap& road);

/// How the cases of rule sets went, and what they have seen: for a terminal, as `scaleplan.cases/1`, and in
/// the form of gates and tests. `threshold`: the share that has to be seen, if one was asked for.
std::string cases_text(const std::vector<CaseRun>& runs, std::optional<double> threshold, bool colour);
std::string cases_json(const std::vector<CaseRun>& runs, std::optional<double> threshold);
Findings cases_findings(const std::vector<CaseRun>& runs, std::optional<double> threshold);

/// Suggested cases as rows to be put into a file of cases.
std::string suggestions_text(const Program& program, const std::vector<Suggestion>& all);

/// A resolved rule set: as YAML with the place of each line behind it, and as `scaleplan.rules/1`.
std::string rules_yaml(const RuleNode& rules);
std::string rules_json(const RuleNode& rules);

/// A workload file with every input of a rule set, named `rules`, with its range and what is assumed;
/// `accepted` says what each takes.
std::string workload_template(const Program& program, const std::string& rules,
                              const std::vector<std::string>& accepted);

/// The ladder of a rule set with its limits and sources, as text.
std::string render_stages(const Program& program, bool colour);

/// One finding in the form of a compiler: sentence, place, line, caret, hint.
std::string render_diagnostic(const Diagnostic& finding, bool colour);

/// What is wrong with a file, in the form of a compiler; at most 20 findings, then a count.
std::string render_error(const Error& error, bool colour);

/// Everything that is wrong with a file, as `scaleplan.diagnostics/1`.
std::string diagnostics_json(const Error& error);

/// The JSON Schema (2020-12) of what `render_json` writes.
std::string recommendation_schema();

/// The JSON Schema (2020-12) of files in a language of `sections`, whose maps all take the `common` keys.
std::string language_schema(std::string_view id, std::string_view title, std::span<const Section> sections,
                            std::span<const Key> common);

/// The JSON Schema (2020-12) of workload files for a rule set.
std::string workload_schema(const Program& program);

}  // namespace scaleplan
