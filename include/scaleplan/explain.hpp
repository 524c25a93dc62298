// How one number, limit, choice of size or stage of an answer came about, step by step.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scaleplan/recommend.hpp"

namespace scaleplan {

/// The kind of a step of a derivation.
enum class StepKind {
  input,
  metric,
  figure,
  decision,
  option,
  limit,
  component,
  need,
  candidate,
  cost,
  stage
};

/// A remark on a step beside the rule's own reason.
enum class Remark {
  nothing,
  given,      ///< a person gave the value
  not_asked,  ///< an option that holds, behind one that was taken
  chosen,     ///< the candidate that was taken
  fits,       ///< a candidate that would do as well
  too_small,  ///< a candidate that would not, at this count
};

/// One step: what it is, how it is computed, what came out, and the steps it was computed from.
struct Derivation {
  StepKind kind = StepKind::metric;
  std::string name;       ///< as formulas spell it; of a limit or component its id
  Text formula, because;  ///< of the rule; may be empty
  Remark remark = Remark::nothing;
  std::optional<double> value;  ///< in engine units
  Unit unit;
  Text word;                  ///< the value of a choice, a decision, a size; empty for numbers
  std::optional<bool> holds;  ///< of a limit, an option, a need
  std::optional<double> utilization;
  Place place;
  Citations source;
  bool again = false;  ///< shown above already, so without its steps
  std::vector<Derivation> steps;
};

/// The derivation of `name` (an input, metric, `table.row`, decision, component, limit or stage; - and _ are
/// the same) for the stage that the answer shows; nothing when there is no such name.
std::optional<Derivation> explain(const Program& program, const Block& workload, const Recommendation& answer,
                                  const std::string& name);

/// Every name that can be explained.
std::vector<std::string> explainable(const Program& program);

/// The derivation as a tree for a terminal, and as `scaleplan.explanation/1`.
std::string explain_text(const Derivation& derivation, bool colour);
std::string explain_json(const Derivation& derivation);

}  // namespace scaleplan
