// Lets users grow month by month in one block, reads the stages off it, and plans the moves.
#include "scaleplan/roadmap.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "growth.hpp"

namespace scaleplan {
namespace {

constexpr int most_months = 1200;

/// Users one month later.
double grown(double users, const GrowthModel& growth) {
  double next = users * (1 + growth.share) + growth.added;
  // Logistic: the nearer the ceiling, the smaller the share.
  if (growth.ceiling && growth.share > 0)
    next = users * (1 + growth.share * (1 - users / *growth.ceiling)) + growth.added;
  if (growth.ceiling) next = std::min(next, *growth.ceiling);
  return next;
}

std::vector<double> counts(double users, const GrowthModel& growth, std::optional<int> months,
                           std::optional<double> until, const Input& input) {
  std::vector<double> all = {std::floor(users)};
  double now = users;
  const int last = std::min(months.value_or(most_months), most_months);
  for (int month = 1; month <= last && (!until || all.back() < *until); ++month) {
    now = std::clamp(grown(now, growth), input.low, input.high);
    double season = 1;
    if (!growth.season.empty())
      season = growth.season[static_cast<std::size_t>(month) % growth.season.size()];
    all.push_back(std::floor(std::clamp(now * season, input.low, input.high)));
  }
  return all;
}

/// Months in a row that need the same stage.
struct Run {
  int month, months, stage;
};

/// The stage as an index that grows with the load, also when none holds.
int rung(int stage, const Program& program) {
  return stage < 0 ? static_cast<int>(program.stages.size()) : stage;
}

/// Says for each month where to be: a run that is too short is passed over, upward by going further at once.
void plan_moves(const Program& program, Roadmap& road) {
  std::vector<Run> runs;
  for (std::size_t i = 0; i < road.months.size(); ++i) {
    const int stage = road.months[i].stage;
    if (runs.empty() || runs.back().stage != stage) runs.push_back({static_cast<int>(i), 0, stage});
    ++runs.back().months;
  }
  int now = runs.front().stage;
  std::size_t from = static_cast<std::size_t>(runs.front().months);  // months before it are planned
  const auto fill = [&](int stage, std::size_t end) {
    for (; from < end; ++from) road.months[from].planned = stage;
  };
  for (std::size_t i = 0; i < from; ++i) road.months[i].planned = now;
  int early = -1;  // month of a run that is passed over on the way up
  for (std::size_t r = 1; r < runs.size(); ++r) {
    const Run& run = runs[r];
    const auto end = static_cast<std::size_t>(run.month) + static_cast<std::size_t>(run.months);
    const bool brief = run.months < road.settle && r + 1 < runs.size() && run.stage != now;
    if (brief) {
      const bool up = rung(run.stage, program) > rung(now, program);
      const bool goes_on = up && rung(runs[r + 1].stage, program) > rung(run.stage, program);
      road.skipped.push_back({run.month, run.months, run.stage, !goes_on});
      if (goes_on) {
        if (early < 0) early = run.month;
      } else {
        fill(now, end);
        early = -1;
      }
      continue;
    }
    fill(now, static_cast<std::size_t>(early >= 0 ? early : run.month));
    now = run.stage;
    early = -1;
    fill(now, end);
  }
}

/// Arranges and bills each month; what one month takes early, or its stage takes, the later ones keep.
void run_months(const Program& program, Block& months, Roadmap& road) {
  MoveSet kept = 0;
  double sum = 0;
  for (std::size_t month = 0; month < road.months.size(); ++month) {
    RoadmapMonth& now = road.months[month];
    Block one(months.columns(), 1);
    for (std::size_t m = 0; m < program.moves.size(); ++m) {
      const auto column = static_cast<std::size_t>(program.moves[m].input);
      if ((kept >> m & 1) != 0 && !months.given(column, month)) months.give(column, month, 1);
    }
    one.copy(0, months, month);
    const Ways all = ways(program, one, {now.planned}).front();
    now.taken = all.taken().moves;
    now.usd_per_month = all.taken().cost.usd_per_month();
    sum += now.usd_per_month;
    now.usd_so_far = sum;
    kept |= now.taken;
    for (std::size_t m = 0; m < program.moves.size() && now.planned >= 0; ++m) {
      if (program.moves[m].taken[as_index(now.planned)] != 0) kept |= MoveSet{1} << m;
    }
  }
}

/// The moves that the plan asks for, each with the month in which its work begins.
/// `usd` is the bill of a stage at the load of a month.
void list_moves(const Program& program, const std::function<double(int stage, std::size_t month)>& usd,
                Roadmap& road) {
  for (std::size_t month = 1; month < road.months.size(); ++month) {
    const RoadmapMonth& before = road.months[month - 1];
    const RoadmapMonth& after = road.months[month];
    if (before.planned == after.planned) continue;
    RoadmapMove move;
    move.month = static_cast<int>(month);
    move.from = before.planned;
    move.to = after.planned;
    move.users = after.users;
    move.usd_before = usd(before.planned, month);
    move.usd_after = after.usd_per_month;
    // Every stage that is climbed has a lead time of its own.
    double lead = 0;
    for (int s = move.from + 1; move.from >= 0 && s <= move.to; ++s)
      lead += program.stages[as_index(s)].migration.lead_seconds;
    const int back = static_cast<int>(std::ceil(lead / seconds_a_month));
    move.late = back > move.month;
    move.start = std::max(0, move.month - back);
    road.moves.push_back(move);
  }
}

}  // namespace

Roadmap roadmap(const Program& program, const Block& workload, const Recommendation& now,
                const GrowthModel& growth, std::optional<int> months, std::optional<double> until,
                int settle) {
  Roadmap result;
  result.growth = growth;
  result.settle = settle;
  const auto input = plan::growing_input(program);
  if (!input) return result;
  const double users = now.inputs[*input].value;
  const std::vector<double> all = counts(users, growth, months, until, program.inputs[*input]);
  const plan::GrowthSearch block(program, workload, *input, users);
  Block months_block = block.at(all);
  const std::vector<int> needed = chosen_stages(program, months_block);
  for (std::size_t month = 0; month < all.size(); ++month)
    result.months.push_back({all[month], needed[month]});
  plan_moves(program, result);
  run_months(program, months_block, result);
  const auto usd = [&](int stage, std::size_t month) {
    Block one(months_block.columns(), 1);
    one.copy(0, months_block, month);
    return ways(program, one, {stage}).front().taken().cost.usd_per_month();
  };
  list_moves(program, usd, result);
  return result;
}

}  // namespace scaleplan
