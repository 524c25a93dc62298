// Prices a stage with every set of moves that may be taken early, and takes the one that costs least.
//
// A move may be taken where the stage does not make it and its `when` holds, or where it is asked for. All
// sets of a workload are lanes of one block, evaluated by a slice that holds the limits, the bill and the
// upkeep of the stages that are needed, and nothing else. The cheapest way in bill and upkeep is the measure:
// among the ways that cost at most 5 % more the one with the fewest moves is taken, and of these the
// cheapest; where work has no price only money counts.
#include <algorithm>
#include <bit>
#include <limits>
#include <set>

#include "missing.hpp"
#include "ways.hpp"

namespace scaleplan {
namespace {

constexpr MoveSet bit(std::size_t move) { return MoveSet{1} << move; }

/// Whether `a` is rather taken than `b`, both being open and within the band.
bool simpler(const Way& a, const Way& b) {
  const int more = std::popcount(a.moves) - std::popcount(b.moves);
  return more != 0 ? more < 0 : a.cost.total() < b.cost.total();
}

class Pricing {
 public:
  Pricing(const Program& program, const Block& workloads, const std::vector<int>& stages, Look look)
      : program_(program), workloads_(workloads), stages_(stages), look_(look) {}

  std::vector<Ways> all() {
    list();
    price();
    for (Ways& one : ways_) choose(one);
    return std::move(ways_);
  }

 private:
  [[nodiscard]] std::size_t column(std::size_t move) const { return as_index(program_.moves[move].input); }
  [[nodiscard]] const Stage& stage(std::size_t lane) const {
    return stages_[lane] >= 0 ? program_.stages[as_index(stages_[lane])] : program_.stages.back();
  }

  /// Lists the sets of moves of each lane.
  void list() {
    std::set<int> needed(stages_.begin(), stages_.end());
    needed.erase(-1);
    std::vector<Register> conditions;
    for (const int stage : needed) {
      for (const Move& move : program_.moves) {
        const Register when = move.when[as_index(stage)];
        if (when != none) conditions.push_back(when);
      }
    }
    const Evaluation now = evaluate(program_, workloads_, slice_of(program_, conditions), Picking::fit);
    for (std::size_t lane = 0; lane < workloads_.lanes(); ++lane) {
      Ways of;
      of.stage = stages_[lane];
      MoveSet asked = 0, refused = 0;
      for (std::size_t m = 0; m < program_.moves.size(); ++m) {
        const Move& move = program_.moves[m];
        if (of.stage < 0 || move.taken[as_index(of.stage)] != 0) continue;
        const bool given = workloads_.given(column(m), lane);
        if (given) (workloads_.value(column(m), lane) != 0 ? asked : refused) |= bit(m);
        const Register when = move.when[as_index(of.stage)];
        const bool may = when != none && now.at(when, lane) != 0;
        if (may || (given && look_ == Look::all)) of.choices |= bit(m);
      }
      const MoveSet free = look_ == Look::all ? of.choices : of.choices & ~asked & ~refused;
      const MoveSet fixed = asked & ~free;
      // Every subset of what is free, the empty one first.
      MoveSet subset = 0;
      do {
        const MoveSet moves = subset | fixed;
        of.all.push_back({moves, true, (moves & asked) == asked && (moves & refused) == 0, {}});
        subset = (subset - free) & free;
      } while (subset != 0);
      ways_.push_back(std::move(of));
    }
  }

  void price() {
    std::vector<std::size_t> times;
    std::vector<Register> wanted;
    std::set<const Stage*> priced;
    for (std::size_t lane = 0; lane < ways_.size(); ++lane) {
      times.push_back(ways_[lane].all.size());
      const Stage& of = stage(lane);
      if (!priced.insert(&of).second) continue;
      wanted.insert(wanted.end(), {of.firm, of.soft, of.upkeep});
      for (const Limit& limit : of.limits) wanted.insert(wanted.end(), {limit.need, limit.limit});
    }
    if (program_.upkeep_price != none) wanted.push_back(program_.upkeep_price);
    Block block(workloads_, times);
    std::size_t to = 0;
    for (std::size_t lane = 0; lane < ways_.size(); ++lane) {
      for (const Way& way : ways_[lane].all) {
        for (std::size_t m = 0; m < program_.moves.size(); ++m) {
          if ((way.moves & bit(m)) != 0) block.give(column(m), to, 1);
          if ((way.moves & bit(m)) == 0 && (ways_[lane].choices & bit(m)) != 0) block.forget(column(m), to);
        }
        ++to;
      }
    }
    const Evaluation bills = evaluate(program_, block, slice_of(program_, wanted), Picking::choose);
    to = 0;
    for (std::size_t lane = 0; lane < ways_.size(); ++lane) {
      const Register price = program_.upkeep_price;
      ways_[lane].work_has_price = price != none && bills.at(price, to) > 0;
      for (Way& way : ways_[lane].all) read(bills, to++, stage(lane), way);
    }
  }

  void read(const Evaluation& from, std::size_t lane, const Stage& stage, Way& way) const {
    way.cost = plan::running_cost(program_, stage, from, lane);
    way.holds =
        way.cost.priced() && std::all_of(stage.limits.begin(), stage.limits.end(), [&](const Limit& limit) {
          return holds(utilization(from.at(limit.need, lane), from.at(limit.limit, lane)));
        });
  }

  void choose(Ways& of) const {
    // Where nothing holds the first open way stands for all.
    const Way* least = nullptr;
    for (const Way& way : of.all) {
      if (!way.open || !(way.holds || of.stage < 0)) continue;
      if (least == nullptr || way.cost.total() < least->cost.total()) least = &way;
    }
    if (least == nullptr) {
      const auto open = std::find_if(of.all.begin(), of.all.end(), [](const Way& way) { return way.open; });
      of.best = static_cast<std::size_t>(open - of.all.begin());
      return;
    }
    const double most = least->cost.total() * (1 + (of.work_has_price ? arrangement_band : 0));
    const Way* best = least;
    for (const Way& way : of.all) {
      if (way.open && way.holds && way.cost.total() <= most && simpler(way, *best)) best = &way;
    }
    of.best = static_cast<std::size_t>(best - of.all.data());
  }

  const Program& program_;
  const Block& workloads_;
  const std::vector<int>& stages_;
  Look look_;
  std::vector<Ways> ways_;
};

}  // namespace

RunningCost plan::running_cost(const Program& program, const Stage& stage, const Evaluation& from,
                               std::size_t lane) {
  const double price = program.upkeep_price == none ? 0 : from.at(program.upkeep_price, lane);
  const double work = from.at(stage.upkeep, lane);
  if (!priced(program, stage, from, lane)) {
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    return {unknown, unknown, work * seconds_a_month / 3600, work * price * seconds_a_month};
  }
  return {from.at(stage.firm, lane) * seconds_a_month, from.at(stage.soft, lane) * seconds_a_month,
          work * seconds_a_month / 3600, work * price * seconds_a_month};
}

const Way* Ways::with(MoveSet moves) const {
  const auto found = std::find_if(all.begin(), all.end(), [&](const Way& way) { return way.moves == moves; });
  return found == all.end() ? nullptr : &*found;
}

const Way* Ways::runner_up() const {
  const Way* next = nullptr;
  for (const Way& way : all) {
    if (&way == &taken() || !way.open || !way.holds) continue;
    if (next == nullptr || way.cost.total() < next->cost.total()) next = &way;
  }
  return next;
}

std::vector<Ways> ways(const Program& program, const Block& workloads, const std::vector<int>& stages,
                       Look look) {
  return Pricing(program, workloads, stages, look).all();
}

Block taking(const Program& program, const Block& workloads, std::size_t lane, MoveSet moves) {
  Block one(workloads.columns(), 1);
  one.copy(0, workloads, lane);
  for (std::size_t m = 0; m < program.moves.size(); ++m) {
    if ((moves & bit(m)) != 0) one.give(as_index(program.moves[m].input), 0, 1);
  }
  return one;
}

}  // namespace scaleplan
