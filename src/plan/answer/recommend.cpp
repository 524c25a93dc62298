// Judges a workload: one block holds the question itself and its variations, and the answer is read off its
// lanes.
#include "scaleplan/recommend.hpp"

#include <algorithm>
#include <cmath>

#include "flips.hpp"
#include "headroom.hpp"
#include "lanes.hpp"
#include "prices.hpp"
#include "standing.hpp"
#include "topology.hpp"
#include "ways.hpp"

namespace scaleplan {
namespace {

/// The first stage whose limits hold but for guidance, or -1.
int stage_by_load(const Program& program, const Evaluation& limits, std::size_t lane) {
  for (std::size_t s = 0; s < program.stages.size(); ++s) {
    const auto& all = program.stages[s].limits;
    const bool carries = std::all_of(all.begin(), all.end(), [&](const Limit& limit) {
      return limit.kind == LimitKind::guidance ||
             holds(utilization(limits.at(limit.need, lane), limits.at(limit.limit, lane)));
    });
    if (carries) return static_cast<int>(s);
  }
  return -1;
}

/// Everything read off the evaluations for one answer.
class Answer {
 public:
  Answer(const Program& program, const Block& workload, const Evaluation& plain, Recommendation& into)
      : program_(program), workload_(workload), plain_(plain), into_(into) {}

  /// The stages as they are.
  void judge() {
    into_.program = &program_;
    inputs();
    into_.stages.reserve(program_.stages.size());
    for (std::size_t s = 0; s < program_.stages.size(); ++s)
      into_.stages.push_back(stage(plain_, static_cast<int>(s)));
    into_.chosen = chosen_stage(program_, plain_, 0);
    into_.shown = into_.chosen >= 0 ? into_.chosen : static_cast<int>(program_.stages.size()) - 1;
    into_.load.stage = stage_by_load(program_, plain_, 0);
    if (into_.chosen == 0) return;
    const auto before = static_cast<std::size_t>(into_.chosen < 0 ? into_.shown : into_.chosen - 1);
    into_.binding = into_.stages[before].limits.front().limit->kind;
  }

  /// What to run: `arranged` is the evaluation with the moves of the way that is taken.
  void arrange(const Ways& ways, const Evaluation& arranged) {
    into_.arrangement.stage = stage(arranged, into_.shown);
    into_.arrangement.taken = ways.taken().moves;
    if (const Way* next = ways.runner_up()) into_.arrangement.runner_up = *next;
    moves(ways);
    into_.topology = plan::topology(program_, program_.stages[as_index(into_.shown)], arranged, 0);
    plan::remark_prices(arranged, into_);
    decisions(arranged);
    advice(arranged);
    around(arranged);
  }

  /// Marks the assumptions that change what is around the bill alone; `depends` are those of the arrangement.
  void mark_around(const std::vector<plan::Columns>& depends) {
    const auto shown = static_cast<std::size_t>(into_.shown);
    plan::Columns all{};
    for (const AroundLine& line : program_.around) all |= depends[as_index(line.usd_per_second[shown])];
    for (const AroundLine& line : program_.around) all |= depends[as_index(line.when[shown])];
    for (Assumption& assumption : into_.assumptions) {
      const auto column = static_cast<std::size_t>(assumption.input.input - program_.inputs.data());
      const auto own = std::find_if(into_.flips.begin(), into_.flips.end(), [&](const InputFlips& flips) {
        return flips.input == assumption.input.input;
      });
      assumption.around = own != into_.flips.end() && own->idle && (all & plan::bit_of(column)) != 0;
    }
  }

  /// The other readings: `ways` by lane, `load` at the stage that the load alone needs.
  void compare(const plan::Lanes& lanes, const std::vector<Ways>& ways, const Ways& load) {
    const bool guided = std::any_of(program_.inputs.begin(), program_.inputs.end(),
                                    [](const Input& input) { return input.of_book; });
    const Ways& book = ways[lanes.book];
    if (guided && book.stage >= 0) into_.book = {book.stage, book.all.front().cost.usd_per_month()};
    if (into_.load.stage >= 0) into_.load.usd_per_month = load.taken().cost.usd_per_month();
    assumptions(lanes, ways);
  }

  /// The readings of the number, while its kind is not given; `limits` are those of all lanes.
  void readings(const plan::Lanes& lanes, const std::vector<Ways>& ways, const Evaluation& limits) {
    const Readings& of = program_.readings;
    if (lanes.readings == 0) return;
    const auto read = [&](int value, std::size_t lane) {
      const auto& arranged = lane == 0 ? into_.arrangement.stage.cost : ways[lane].taken().cost;
      into_.readings.push_back({value, limits.at(of.shows, lane), stage_by_load(program_, limits, lane),
                                ways[lane].stage, arranged.usd_per_month()});
    };
    read(-1, 0);
    for (std::size_t i = 0; i < of.values.size(); ++i) read(of.values[i], lanes.readings + i);
    // Where the load is stated, no kind makes another of it.
    const double load = into_.readings.front().shows;
    if (std::all_of(into_.readings.begin(), into_.readings.end(),
                    [&](const Reading& one) { return one.shows == load; }))
      into_.readings.clear();
  }

 private:
  void inputs() {
    for (std::size_t i = 0; i < program_.inputs.size(); ++i) {
      const Input& input = program_.inputs[i];
      Origin origin = Origin::assumed;
      if (workload_.given(i, 0)) {
        origin = Origin::given;
      } else if (input.derived != none && plain_.at(input.derived, 0) != 0) {
        origin = Origin::derived;
      }
      into_.inputs.push_back({&input, plain_.at(input.value, 0), origin});
    }
  }

  StageResult stage(const Evaluation& from, int index) const {
    const Stage& stage = program_.stages[as_index(index)];
    const auto at = [&](Register column) { return from.at(column, 0); };
    StageResult result;
    result.stage = &stage;
    result.index = index;
    result.outage = at(stage.outage);
    result.cost = plan::running_cost(program_, stage, from, 0);
    result.limits.reserve(stage.limits.size());
    for (const Limit& limit : stage.limits) {
      if (limit.present != none && at(limit.present) == 0) continue;
      const double need = at(limit.need);
      const double most = at(limit.limit);
      result.limits.push_back({&limit, need, most, utilization(need, most)});
    }
    for (const std::int32_t position : stage.added) {
      const Component& component = program_.components[as_index(stage.components[as_index(position)])];
      if (component.present == none || at(component.present) != 0) result.adds.push_back(&component);
    }
    std::stable_sort(
        result.limits.begin(), result.limits.end(),
        [](const LimitResult& a, const LimitResult& b) { return a.utilization > b.utilization; });
    result.holds = result.limits.empty() || holds(result.limits.front().utilization);
    return result;
  }

  void moves(const Ways& ways) {
    const auto shown = static_cast<std::size_t>(into_.shown);
    const Way& taken = ways.taken();
    for (std::size_t m = 0; m < program_.moves.size(); ++m) {
      const Move& move = program_.moves[m];
      const auto column = static_cast<std::size_t>(move.input);
      const MoveSet own = MoveSet{1} << m;
      MoveResult result;
      result.move = &move;
      if (workload_.given(column, 0)) result.asked = workload_.value(column, 0) != 0;
      if (move.taken[shown] != 0 && result.asked.value_or(true)) continue;
      result.taken = (taken.moves & own) != 0;
      result.open = (ways.choices & own) != 0;
      if (const Way* other = result.open ? ways.with(taken.moves ^ own) : nullptr) {
        const RunningCost& with = result.taken ? taken.cost : other->cost;
        const RunningCost& without = result.taken ? other->cost : taken.cost;
        result.saves_usd_per_month = without.usd_per_month() - with.usd_per_month();
        result.upkeep_hours = with.upkeep_hours - without.upkeep_hours;
        result.holds = result.taken || other->holds;
      }
      into_.arrangement.moves.push_back(result);
    }
  }

  void decisions(const Evaluation& from) {
    const auto shown = static_cast<std::size_t>(into_.shown);
    for (const Decision& decision : program_.decisions) {
      const auto option = static_cast<std::size_t>(from.at(decision.by_stage[shown], 0));
      into_.decisions.push_back(
          {&decision, &decision.options[option], from.at(decision.shown[shown], 0) != 0});
    }
  }

  void advice(const Evaluation& from) {
    const auto shown = static_cast<std::size_t>(into_.shown);
    for (const Advice& advice : program_.advice) {
      if (from.at(advice.when[shown], 0) == 0) continue;
      into_.advice.push_back({&advice, from.at(advice.value[shown], 0) / advice.unit.factor});
    }
  }

  /// What is around the bill of `from`.
  void around(const Evaluation& from) {
    const auto shown = static_cast<std::size_t>(into_.shown);
    const auto monthly = [&](const std::vector<Register>& by_stage) {
      return from.at(by_stage[shown], 0) * seconds_a_month;
    };
    for (const AroundLine& line : program_.around) {
      if (from.at(line.when[shown], 0) == 0) continue;
      into_.around.push_back({&line, monthly(line.usd_per_second), monthly(line.low), monthly(line.high)});
    }
  }

  /// How much an assumption matters: first whether it moves the stage, then how far it moves the bill.
  double weight(const Assumption& assumption) const {
    if (!assumption.low) return -1;
    const double spread = std::abs(assumption.high->usd_per_month - assumption.low->usd_per_month);
    const bool moves = assumption.low->stage != into_.chosen || assumption.high->stage != into_.chosen;
    return spread + (moves ? 1e15 : 0);
  }

  void assumptions(const plan::Lanes& lanes, const std::vector<Ways>& ways) {
    const auto flip = [&](std::size_t lane, double value) {
      return Flip{value, ways[lane].stage, ways[lane].taken().cost.usd_per_month()};
    };
    for (std::size_t i = 0; i < into_.inputs.size(); ++i) {
      if (into_.inputs[i].origin != Origin::assumed) continue;
      Assumption assumption{into_.inputs[i], {}, {}};
      const Input& input = program_.inputs[i];
      const std::size_t lane = lanes.of_input[i];
      if (input.has_published) {  // where nothing depends on it, all is as it is
        assumption.low = flip(lane, input.published_low);
        assumption.high = flip(lane == 0 ? 0 : lane + 1, input.published_high);
      }
      into_.assumptions.push_back(assumption);
    }
    std::stable_sort(into_.assumptions.begin(), into_.assumptions.end(),
                     [&](const Assumption& a, const Assumption& b) { return weight(a) > weight(b); });
  }

  const Program& program_;
  const Block& workload_;
  const Evaluation& plain_;  ///< of the workload itself
  Recommendation& into_;
};

/// The columns of which a change alone can change the bill of `stage`, from where `now` stands.
plan::Columns billed_by(const Program& program, const std::vector<plan::Columns>& depends, int stage) {
  const Stage& of = program.stages[as_index(stage)];
  return depends[as_index(of.firm)] | depends[as_index(of.soft)];
}

}  // namespace

AroundResult sum(const std::vector<AroundResult>& all) {
  AroundResult total;
  for (const AroundResult& one : all) {
    total.usd_per_month += one.usd_per_month;
    total.low += one.low;
    total.high += one.high;
  }
  return total;
}

Recommendation recommend(const Program& program, const Block& workload) {
  Recommendation answer;
  const Evaluation plain = evaluate(program, workload);
  Answer reading(program, workload, plain, answer);
  reading.judge();
  const Ways all = ways(program, workload, {answer.chosen}, Look::all).front();
  const Block arranged = taking(program, workload, 0, all.taken().moves);
  const Evaluation there = evaluate(program, arranged);
  reading.arrange(all, there);
  const auto depends_in = [&](const Evaluation& now) {
    return plan::dependencies(program, now, static_cast<std::size_t>(program.answered));
  };
  const std::vector<plan::Columns> depends = depends_in(plain);
  const bool moved = all.taken().moves != 0;
  const std::vector<plan::Columns> depends_there = moved ? depends_in(there) : depends;
  plan::Columns billed = billed_by(program, depends, answer.shown);
  if (moved) billed |= billed_by(program, depends_there, answer.shown);
  // What a move costs decides whether it is taken.
  if (const MoveSet open = all.choices; (open & ~all.taken().moves) != 0)
    billed |=
        billed_by(program, depends_in(evaluate(program, taking(program, workload, 0, open))), answer.shown);
  const plan::StageProbe probe(program, answer.chosen);
  const plan::Columns movers = probe.menders(plain, depends) | probe.breakers(depends);
  const plan::Lanes lanes = plan::variations(program, workload, plain, movers | billed);
  const Evaluation limits = evaluate(program, lanes.block, Extent::stages);
  std::vector<int> needed(lanes.block.lanes());
  for (std::size_t lane = 0; lane < needed.size(); ++lane) needed[lane] = chosen_stage(program, limits, lane);
  const int load = answer.load.stage;
  const std::vector<Ways> by_lane = ways(program, lanes.block, needed);
  reading.compare(lanes, by_lane, load == answer.chosen ? all : ways(program, workload, {load}).front());
  reading.readings(lanes, by_lane, limits);
  answer.headroom = plan::headroom(program, workload, arranged, there, depends, answer);
  answer.flips = plan::flips(program, lanes, {plain, limits, depends, billed, probe}, answer);
  if (!program.around.empty()) reading.mark_around(depends_there);
  return answer;
}

}  // namespace scaleplan
