// Lets users grow month by month in one block and reads the stages off it.
#include "scaleplan/roadmap.hpp"

#include <algorithm>
#include <cmath>

#include "growth.hpp"

namespace scaleplan {
namespace {

constexpr double seconds_a_month = 730.0 * 3600;
constexpr int most_months = 1200;

/// Users one month later.
double grown(double users, const Growth& growth) {
  double next = users * (1 + growth.share) + growth.added;
  // Logistic: the nearer the ceiling, the smaller the share.
  if (growth.ceiling && growth.share > 0)
    next = users * (1 + growth.share * (1 - users / *growth.ceiling)) + growth.added;
  if (growth.ceiling) next = std::min(next, *growth.ceiling);
  return next;
}

std::vector<double> counts(double users, const Growth& growth, std::optional<int> months,
                           std::optional<double> until, double most) {
  std::vector<double> all = {std::floor(users)};
  double now = users;
  const int last = std::min(months.value_or(most_months), most_months);
  for (int month = 1; month <= last && (!until || all.back() < *until); ++month) {
    now = std::min(grown(now, growth), most);
    all.push_back(std::floor(now));
  }
  return all;
}

}  // namespace

Roadmap roadmap(const Program& program, const Block& workload, const Recommendation& now,
                const Growth& growth, std::optional<int> months, std::optional<double> until) {
  Roadmap result;
  const auto input = plan::growing_input(program);
  if (!input) return result;
  const double users = now.inputs[*input].value;
  const plan::Growth block(program, workload, *input, users);
  const Evaluation evaluation =
      evaluate(program, block.at(counts(users, growth, months, until, program.inputs[*input].high)));
  const std::vector<double> all = counts(users, growth, months, until, program.inputs[*input].high);
  double sum = 0;
  for (std::size_t month = 0; month < all.size(); ++month) {
    RoadmapMonth one;
    one.users = all[month];
    one.stage = chosen_stage(program, evaluation, month);
    const Stage& priced =
        one.stage >= 0 ? program.stages[static_cast<std::size_t>(one.stage)] : program.stages.back();
    one.usd_per_month =
        (evaluation.at(priced.firm, month) + evaluation.at(priced.soft, month)) * seconds_a_month;
    sum += one.usd_per_month;
    one.usd_so_far = sum;
    if (month > 0 && one.stage != result.months.back().stage) {
      RoadmapMove move;
      move.month = static_cast<int>(month);
      move.from = result.months.back().stage;
      move.to = one.stage;
      move.users = one.users;
      move.usd_before = result.months.back().usd_per_month;
      move.usd_after = one.usd_per_month;
      // Every stage that is climbed has a lead time of its own.
      double lead = 0;
      const int last = one.stage >= 0 ? one.stage : move.from;
      for (int s = move.from + 1; s <= last; ++s)
        lead += program.stages[static_cast<std::size_t>(s)].migration.lead_seconds;
      const int back = static_cast<int>(std::ceil(lead / seconds_a_month));
      move.late = back > move.month;
      move.start = std::max(0, move.month - back);
      result.moves.push_back(move);
    }
    result.months.push_back(one);
  }
  return result;
}

}  // namespace scaleplan
