// Judges a workload: one block holds the question itself and its variations, and the answer is read off its
// lanes.
#include "scaleplan/recommend.hpp"

#include <algorithm>
#include <cmath>

#include "flips.hpp"
#include "headroom.hpp"
#include "lanes.hpp"
#include "topology.hpp"

namespace scaleplan {
namespace {

/// Everything read off one evaluation for one answer.
class Answer {
 public:
  Answer(const Program& program, const plan::Lanes& lanes, const Variations& variations, Recommendation& into)
      : program_(program),
        lanes_(lanes),
        chosen_(variations.chosen),
        evaluation_(variations.evaluation),
        into_(into) {}

  void all() {
    into_.program = &program_;
    into_.chosen = chosen_[0];
    into_.shown = into_.chosen >= 0 ? into_.chosen : static_cast<int>(program_.stages.size()) - 1;
    inputs();
    into_.stages.reserve(program_.stages.size());
    for (std::size_t s = 0; s < program_.stages.size(); ++s)
      into_.stages.push_back(stage(static_cast<int>(s)));
    scores();
    const Stage& shown = program_.stages[as_index(into_.shown)];
    into_.topology = plan::topology(program_, shown, evaluation_, 0);
    decisions();
    early_moves();
    advice();
    lenses();
    assumptions();
  }

 private:
  double at(Register column) const { return evaluation_.at(column, 0); }

  double usd_per_month(int stage, std::size_t lane) const {
    const Stage& s = program_.stages[as_index(stage)];
    return (evaluation_.at(s.firm, lane) + evaluation_.at(s.soft, lane)) * seconds_a_month;
  }

  void inputs() {
    for (std::size_t i = 0; i < program_.inputs.size(); ++i) {
      const Input& input = program_.inputs[i];
      Origin origin = Origin::assumed;
      if (lanes_.block.given(i, 0)) {
        origin = Origin::given;
      } else if (input.derived != none && at(input.derived) != 0) {
        origin = Origin::derived;
      }
      into_.inputs.push_back({&input, at(input.value), origin});
    }
  }

  StageResult stage(int index) const {
    const Stage& from = program_.stages[as_index(index)];
    StageResult result;
    result.stage = &from;
    result.index = index;
    result.outage = at(from.outage);
    result.firm = at(from.firm) * seconds_a_month;
    result.soft = at(from.soft) * seconds_a_month;
    result.limits.reserve(from.limits.size());
    for (const Limit& limit : from.limits) {
      if (limit.present != none && at(limit.present) == 0) continue;
      const double need = at(limit.need);
      const double most = at(limit.limit);
      result.limits.push_back({&limit, need, most, utilization(need, most)});
    }
    for (const std::int32_t position : from.added) {
      const Component& component =
          program_.components[as_index(from.components[static_cast<std::size_t>(position)])];
      if (component.present == none || at(component.present) != 0) result.adds.push_back(&component);
    }
    std::stable_sort(
        result.limits.begin(), result.limits.end(),
        [](const LimitResult& a, const LimitResult& b) { return a.utilization > b.utilization; });
    result.holds = result.limits.empty() || holds(result.limits.front().utilization);
    return result;
  }

  void scores() {
    const double cost = into_.chosen < 0 ? 0 : into_.stages[as_index(into_.chosen)].usd_per_month();
    for (StageResult& stage : into_.stages) {
      if (!stage.holds) {
        stage.score = 100 / stage.limits.front().utilization;
      } else {
        const double own = stage.usd_per_month();
        stage.score = own <= 0 ? 100 : 100 * std::min(1.0, cost / own);
        const bool cheaper = stage.index > into_.chosen && own < cost;
        if (cheaper && (into_.cheaper < 0 || own < into_.stages[as_index(into_.cheaper)].usd_per_month())) {
          into_.cheaper = stage.index;
        }
      }
    }
  }

  void decisions() {
    const auto shown = static_cast<std::size_t>(into_.shown);
    for (const Decision& decision : program_.decisions) {
      const auto option = static_cast<std::size_t>(at(decision.by_stage[shown]));
      into_.decisions.push_back({&decision, &decision.options[option], at(decision.shown[shown]) != 0});
    }
  }

  void early_moves() {
    const auto shown = static_cast<std::size_t>(into_.shown);
    for (std::size_t m = 0; m < program_.moves.size(); ++m) {
      const Move& move = program_.moves[m];
      if (move.taken[shown] != 0) continue;
      EarlyMove result;
      result.move = &move;
      result.accepted = lanes_.block.given(static_cast<std::size_t>(move.input), 0);
      const std::size_t lane = lanes_.of_move[m];
      result.stage = chosen_[lane];
      if (result.stage >= 0 && into_.chosen >= 0) {
        result.usd_per_month_change = usd_per_month(result.stage, lane) - usd_per_month(into_.chosen, 0);
      }
      // A move that forces a later stage is not an early one.
      const bool fits = into_.chosen < 0 || (result.stage >= 0 && result.stage <= into_.chosen);
      result.advised = fits && move.when[shown] != none && at(move.when[shown]) != 0;
      into_.early_moves.push_back(result);
    }
  }

  void advice() {
    const auto shown = static_cast<std::size_t>(into_.shown);
    for (const Advice& advice : program_.advice) {
      if (at(advice.when[shown]) == 0) continue;
      into_.advice.push_back({&advice, at(advice.value[shown]) / advice.unit.factor});
    }
  }

  void lenses() {
    const bool guided = std::any_of(program_.inputs.begin(), program_.inputs.end(),
                                    [](const Input& input) { return input.of_book; });
    into_.book.stage = guided ? chosen_[lanes_.book] : -1;
    if (into_.book.stage >= 0) into_.book.usd_per_month = usd_per_month(into_.book.stage, lanes_.book);
    for (const StageResult& stage : into_.stages) {
      const bool carries = std::all_of(stage.limits.begin(), stage.limits.end(), [](const LimitResult& l) {
        return l.limit->kind == LimitKind::guidance || holds(l.utilization);
      });
      if (!carries) continue;
      into_.load = {stage.index, stage.usd_per_month()};
      break;
    }
    if (into_.chosen == 0) return;
    const auto before = static_cast<std::size_t>(into_.chosen < 0 ? into_.shown : into_.chosen - 1);
    into_.binding = into_.stages[before].limits.front().limit->kind;
  }

  std::optional<Flip> flip(std::size_t lane, double value) const {
    const int stage = chosen_[lane];
    const int priced = stage >= 0 ? stage : into_.shown;
    return Flip{value, stage, usd_per_month(priced, lane)};
  }

  /// How much an assumption matters: first whether it moves the stage, then how far it moves the bill.
  double weight(const Assumption& assumption) const {
    if (!assumption.low) return -1;
    const double spread = std::abs(assumption.high->usd_per_month - assumption.low->usd_per_month);
    const bool moves = assumption.low->stage != into_.chosen || assumption.high->stage != into_.chosen;
    return spread + (moves ? 1e15 : 0);
  }

  void assumptions() {
    for (std::size_t i = 0; i < into_.inputs.size(); ++i) {
      if (into_.inputs[i].origin != Origin::assumed) continue;
      Assumption assumption{into_.inputs[i], {}, {}};
      if (lanes_.of_input[i] != 0) {
        assumption.low = flip(lanes_.of_input[i], program_.inputs[i].published_low);
        assumption.high = flip(lanes_.of_input[i] + 1, program_.inputs[i].published_high);
      }
      into_.assumptions.push_back(assumption);
    }
    std::stable_sort(into_.assumptions.begin(), into_.assumptions.end(),
                     [&](const Assumption& a, const Assumption& b) { return weight(a) > weight(b); });
  }

  const Program& program_;
  const plan::Lanes& lanes_;
  const std::vector<int>& chosen_;  ///< by lane
  const Evaluation& evaluation_;
  Recommendation& into_;
};

}  // namespace

Recommendation recommend(const Program& program, const Block& workload) {
  const plan::Lanes lanes = plan::variations(program, workload);
  const Variations variations = evaluate_variations(program, lanes.block);
  Recommendation answer;
  Answer(program, lanes, variations, answer).all();
  const Evaluation& evaluation = variations.evaluation;
  const auto depends = plan::dependencies(program, evaluation, static_cast<std::size_t>(program.answered));
  answer.headroom = plan::headroom(program, workload, evaluation, depends, answer);
  answer.flips = plan::flips(program, lanes, evaluation, depends, answer);
  return answer;
}

}  // namespace scaleplan
