// The answer as a value: every stage judged, the chosen one, and the reasons as data without a word of text.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scaleplan/arrangement.hpp"
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

/// A price that no list gives: an estimate, or the price of another term.
struct PriceRemark {
  const Component* component = nullptr;
  Text figure;  ///< "price.nat"; empty for the price of the component's size
  bool estimated = true;
  Text because, as_of;
};

/// A component of a topology with its count and size.
struct ComponentResult {
  const Component* component = nullptr;
  Text service, size;                     ///< size is empty where none is picked
  const PriceNote* price_note = nullptr;  ///< the origin of its price where no list gives it, else null
  Text price_as_of;                       ///< the date of the price of its size
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
  double outage = 0;  ///< share of time
  RunningCost cost;
  std::vector<LimitResult> limits;     ///< of what is there, by utilization, highest first
  std::vector<const Component*> adds;  ///< components that are there and that the stage before does not list
  [[nodiscard]] double usd_per_month() const { return cost.usd_per_month(); }
  [[nodiscard]] bool priced() const { return cost.priced(); }
  [[nodiscard]] const LimitResult* worst() const { return limits.empty() ? nullptr : &limits.front(); }
};

/// One decision with its answer.
struct DecisionResult {
  const Decision* decision = nullptr;
  const Option* option = nullptr;
  bool shown = true;
};

/// A move that the needed stage does not make: taken early or not, and why.
struct MoveResult {
  const Move* move = nullptr;
  bool taken = false;
  std::optional<bool> asked;  ///< what --with (yes) or --without (no) says of it
  bool open = false;          ///< whether its condition holds, so that it is a choice
  bool holds = true;          ///< whether the stage's limits hold with it
  /// What it saves a month, and the hours that it takes, against all else as arranged; nothing where it was
  /// not tried.
  std::optional<double> saves_usd_per_month;
  double upkeep_hours = 0;
};

/// What to run: the needed stage with the moves that make bill and upkeep least.
struct Arrangement {
  StageResult stage;  ///< with the moves that are taken
  MoveSet taken = 0;  ///< early, asked for or not
  std::vector<MoveResult> moves;
  std::optional<Way> runner_up;  ///< the next best in bill and upkeep
};

struct AdviceResult {
  const Advice* advice = nullptr;
  double value = 0;  ///< in the unit of the advice
};

/// A cost around the bill in USD a month, with the span that is usual.
struct AroundResult {
  const AroundLine* line = nullptr;
  double usd_per_month = 0, low = 0, high = 0;
};

/// All of them together; without a line.
AroundResult sum(const std::vector<AroundResult>& all);

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
  bool around = false;            ///< whether it changes what is around the bill, and nothing else
};

/// A reading of the question: the load alone with the moves that pay there, or the book alone as it is; -1
/// when no stage holds.
struct Lens {
  int stage = -1;
  double usd_per_month = 0;
};

/// The question with its number read as one kind: what that makes of the load, what is needed, what it costs.
struct Reading {
  int value = -1;       ///< of the choice; -1: as the answer reads it, while the kind is not given
  double shows = 0;     ///< engine units
  int load_stage = -1;  ///< that the load alone needs
  int stage = -1;       ///< that is needed
  double usd_per_month = 0;
};

/// The answer to one question.
struct Recommendation {
  const Program* program = nullptr;
  std::vector<InputValue> inputs;
  int chosen = -1;                  ///< index of the stage, -1 when none holds
  int shown = 0;                    ///< the stage whose topology is shown: the chosen one, else the last
  std::vector<StageResult> stages;  ///< as they are, with the moves that were asked for alone
  Arrangement arrangement;
  std::vector<ComponentResult> topology;  ///< of the arrangement, as is all that follows
  Text prices_as_of;  ///< the oldest date of a price in its bill; empty where none has one
  std::vector<PriceRemark> price_remarks;
  std::vector<DecisionResult> decisions;
  std::vector<AdviceResult> advice;
  std::vector<AroundResult> around;     ///< not in the bill
  std::vector<Assumption> assumptions;  ///< the most decisive first
  Lens book, load;
  /// The answer's own first; empty where the kind is given, or makes no difference to the load.
  std::vector<Reading> readings;
  std::optional<LimitKind> binding;  ///< kind of the limit that rules out the stage before; none at the first
  Headroom headroom;
  std::vector<InputFlips> flips;  ///< of every assumed input, then of given ones that may be a mistake
  std::optional<Spread> spread;   ///< set by who knows ranges
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
