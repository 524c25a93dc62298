// The answer as a value: every stage judged, the chosen one, and the reasons as data without a word of text.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scaleplan/evaluate.hpp"
#include "scaleplan/flips.hpp"
#include "scaleplan/headroom.hpp"
#include "scaleplan/program.hpp"
#include "scaleplan/spread.hpp"

namespace scaleplan {

/// Where the value of an input came from.
enum class Origin { given, derived, assumed };

/// The value of one input, in engine units (a choice: its index; yes: 1).
struct InputValue {
  const Input* input = nullptr;
  double value = 0;
  Origin origin = Origin::assumed;
};

/// One limit with what is needed of it, both in engine units.
struct LimitResult {
  const Limit* limit = nullptr;
  double need = 0;
  double most = 0;
  double utilization = 0;
};

/// One need of a component as it is picked: how full its units are, healthy and with one zone lost (0 if
/// never).
struct Fill {
  const Need* need = nullptr;
  double healthy = 0;
  double zone_lost = 0;
};

/// A line of a component's bill in USD a month, with what is billed if the rules say so.
struct BillLine {
  const CostLine* line = nullptr;
  double usd_per_month = 0;
  double quantity = 0;
};

/// A component of a topology with its count and size.
struct ComponentResult {
  const Component* component = nullptr;
  Text service, size;                     ///< size is empty where none is picked
  const PriceNote* price_note = nullptr;  ///< the origin of its price where no list gives it, else null
  int count = 1;                          ///< units that carry load
  int copies = 1;                         ///< paid for each unit: itself and its standbys
  int zones = 1;
  bool enough = true;  ///< whether all needs are met
  double usd_per_month = 0;
  double outage = 0;  ///< share of time, before what users do not notice
  std::vector<Fill> fills;
  std::vector<BillLine> bill;
};

/// How one stage fares.
struct StageResult {
  const Stage* stage = nullptr;
  int index = 0;
  bool holds = false;
  double score = 0;                    ///< 0 to 100
  double outage = 0;                   ///< share of time
  double firm = 0, soft = 0;           ///< USD a month
  std::vector<LimitResult> limits;     ///< of what is there, by utilization, highest first
  std::vector<const Component*> adds;  ///< components that are there and that the stage before does not list
  [[nodiscard]] double usd_per_month() const { return firm + soft; }
  [[nodiscard]] const LimitResult* worst() const { return limits.empty() ? nullptr : &limits.front(); }
};

/// One decision with its answer.
struct DecisionResult {
  const Decision* decision = nullptr;
  const Option* option = nullptr;
  bool shown = true;
};

/// A move that may be taken early, and what it would do here.
struct EarlyMove {
  const Move* move = nullptr;
  bool advised = false;
  bool accepted = false;
  int stage = -1;                   ///< stage with it taken, -1 if none holds
  double usd_per_month_change = 0;  ///< at the stage it leads to
};

struct AdviceResult {
  const Advice* advice = nullptr;
  double value = 0;  ///< in the unit of the advice
};

/// An assumed input at an end of its published range: the stage and the bill there.
struct Flip {
  double value = 0;
  int stage = -1;
  double usd_per_month = 0;
};

/// An input that was not given, with its effect.
struct Assumption {
  InputValue input;
  std::optional<Flip> low, high;  ///< set when a published range is known
};

/// A reading of the question: all that is known, the load alone, or the book alone; -1 when no stage holds.
struct Lens {
  int stage = -1;
  double usd_per_month = 0;
};

/// The answer to one question.
struct Recommendation {
  const Program* program = nullptr;
  std::vector<InputValue> inputs;
  int chosen = -1;  ///< index of the stage, -1 when none holds
  int shown = 0;    ///< the stage whose topology is shown: the chosen one, else the last
  std::vector<StageResult> stages;
  std::vector<ComponentResult> topology;
  std::vector<DecisionResult> decisions;
  std::vector<EarlyMove> early_moves;
  std::vector<AdviceResult> advice;
  std::vector<Assumption> assumptions;  ///< the most decisive first
  Lens book, load;
  std::optional<LimitKind> binding;  ///< kind of the limit that rules out the stage before; none at the first
  Headroom headroom;
  std::vector<InputFlips> flips;  ///< of every assumed input, then of given ones that may be a mistake
  std::optional<Spread> spread;   ///< set by who knows ranges
  int cheaper = -1;               ///< a later stage that holds and costs less, -1 if none
};

/// Judges every stage of `program` for the one workload in `workload` (a block of one).
Recommendation recommend(const Program& program, const Block& workload);

/// The answer for a terminal of 80 columns, as `scaleplan.recommendation/1`, and as GitHub-flavoured
/// Markdown.
std::string recommend_text(const Recommendation& answer, bool colour);
std::string recommend_json(const Recommendation& answer);
std::string recommend_markdown(const Recommendation& answer);

/// The JSON Schema (2020-12) of what `recommend_json` writes.
std::string recommendation_schema();

}  // namespace scaleplan
