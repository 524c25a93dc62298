// Searches the inputs' ranges for what a ladder can come to; the same workloads every time.
#include "scaleplan/reach.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace scaleplan {
namespace {

constexpr std::size_t user_steps = 64;
constexpr std::size_t mixtures = 256;
constexpr std::size_t directed = 4096;

class Random {
 public:
  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15ULL;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
    return mixed ^ (mixed >> 31);
  }
  double unit() { return static_cast<double>(next() >> 11) * 0x1p-53; }

 private:
  std::uint64_t state_ = 1;
};

/// From `low` to `high` in equal ratios; roots alone, so that it is the same on every machine.
double between(double low, double high, double share) {
  if (low <= 0) {
    const double least = high * 1e-9;
    return share < 0.02 ? low : between(std::max(least, 1e-12), high, share);
  }
  double a = low, b = high;
  for (int i = 0; i < 24; ++i) {  // bisection in the logarithm
    const double middle = std::sqrt(a) * std::sqrt(b);
    share *= 2;
    (share >= 1 ? a : b) = middle;
    if (share >= 1) share -= 1;
  }
  return a;
}

/// The values worth trying for one input.
std::vector<double> values_of(const Input& input) {
  std::vector<double> all;
  if (input.type != InputType::number) {
    for (double value = 0; value <= input.high; value += 1) all.push_back(value);
    return all;
  }
  all = {input.low, input.high};
  if (input.has_published) {
    all.insert(all.end(), {input.published_low, input.published_high});
    all.push_back(between(input.published_low, input.published_high, 0.5));
  }
  all.push_back(between(input.low, input.high, 0.5));
  return all;
}

class LadderSearch {
 public:
  explicit LadderSearch(const Program& program) : program_(program) {
    reach_.chosen.resize(program.stages.size());
    for (const Decision& decision : program.decisions) reach_.options.emplace_back(decision.options.size());
    reach_.outage_more.resize(program.stages.size());
    users_ = program.growing;
  }

  Reach run() {
    column(-1, 0, true);
    for (std::size_t i = 0; i < program_.inputs.size(); ++i) {
      if (static_cast<int>(i) == users_) continue;
      for (const double value : values_of(program_.inputs[i])) column(static_cast<int>(i), value, false);
    }
    for (std::size_t i = 0; i < mixtures; ++i) mixture();
    for (std::size_t d = 0; d < program_.decisions.size(); ++d) {
      const auto& seen = reach_.options[d];
      if (std::find(seen.begin(), seen.end(), 0) != seen.end()) decide(d);
    }
    return std::move(reach_);
  }

 private:
  Block fresh() const {
    Block block(static_cast<std::size_t>(program_.columns), user_steps);
    for (std::size_t i = 0; i < program_.inputs.size(); ++i) {
      const Input& input = program_.inputs[i];
      for (std::size_t lane = 0; lane < user_steps; ++lane) {
        if (static_cast<int>(i) == users_) {
          block.give(i, lane, users(lane));
        } else if (input.required) {
          block.give(i, lane, between(input.low, input.high, 0.5));
        }
      }
    }
    return block;
  }

  double users(std::size_t lane) const {
    const Input& input = program_.inputs[as_index(users_)];
    const double share = static_cast<double>(lane) / static_cast<double>(user_steps - 1);
    return lane + 1 == user_steps ? input.high
                                  : std::floor(between(std::max(input.low, 1.0), input.high, share));
  }

  /// Users over their range, with one input at one value.
  void column(int input, double value, bool plain) {
    Block block = fresh();
    for (std::size_t lane = 0; input >= 0 && lane < user_steps; ++lane)
      block.give(static_cast<std::size_t>(input), lane, value);
    look(block, plain);
  }

  /// Users over their range, with many inputs at random values.
  void mixture() {
    Block block = fresh();
    for (std::size_t i = 0; i < program_.inputs.size(); ++i) {
      if (static_cast<int>(i) == users_ || random_.next() % 3 != 0) continue;
      const Input& input = program_.inputs[i];
      const double value = any_value(input);
      for (std::size_t lane = 0; lane < user_steps; ++lane) block.give(i, lane, value);
    }
    look(block, false);
  }

  double any_value(const Input& input) {
    const auto ends = values_of(input);
    if (input.type != InputType::number || random_.next() % 2 == 0) return ends[random_.next() % ends.size()];
    const bool published = input.has_published && random_.next() % 2 == 0;
    return between(published ? input.published_low : input.low, published ? input.published_high : input.high,
                   random_.unit());
  }

  /// Marks every input that column `at` is computed from.
  void inputs_of(Register at, std::vector<char>& seen, std::vector<char>& inputs) const {
    if (at < 0 || seen[as_index(at)] != 0) return;
    seen[as_index(at)] = 1;
    const Instruction& step = program_.code[as_index(at)];
    if (step.op == Op::given_value || step.op == Op::is_given) {
      if (static_cast<std::size_t>(step.a) < inputs.size()) inputs[as_index(step.a)] = 1;
    } else if (operation(step.op).apply != nullptr) {
      for (const Register operand : {step.a, step.b, step.c}) inputs_of(operand, seen, inputs);
    }
  }

  /// A search for the options of one decision: only the inputs that it depends on, all at once.
  void decide(std::size_t decision) {
    std::vector<char> seen(program_.code.size());
    std::vector<char> inputs(program_.inputs.size());
    for (const Register at : program_.decisions[decision].by_stage) inputs_of(at, seen, inputs);
    for (std::size_t done = 0; done < directed; done += user_steps) {
      Block block = fresh();
      for (std::size_t lane = 0; lane < user_steps; ++lane) {
        for (std::size_t i = 0; i < inputs.size(); ++i) {
          if (inputs[i] != 0 && static_cast<int>(i) != users_ && random_.next() % 4 != 0)
            block.give(i, lane, any_value(program_.inputs[i]));
        }
      }
      const Evaluation all = evaluate(program_, block);
      for (std::size_t lane = 0; lane < user_steps; ++lane) {
        for (const Register at : program_.decisions[decision].by_stage)
          reach_.options[decision][as_index(all.at(at, lane))] = 1;
      }
    }
  }

  int rung(int chosen) const { return chosen < 0 ? static_cast<int>(program_.stages.size()) : chosen; }

  void look(const Block& block, bool plain) {
    const Evaluation all = evaluate(program_, block);
    int highest = -1;
    std::size_t highest_lane = 0;
    for (std::size_t lane = 0; lane < block.lanes(); ++lane) {
      const int chosen = chosen_stage(program_, all, lane);
      if (chosen >= 0) reach_.chosen[as_index(chosen)] = 1;
      for (std::size_t d = 0; d < program_.decisions.size(); ++d) {
        for (const Register at : program_.decisions[d].by_stage)
          reach_.options[d][as_index(all.at(at, lane))] = 1;
      }
      if (plain) outages(all, lane);
      if (users_ < 0) continue;
      if (rung(chosen) < highest) fall(block, all, highest_lane, highest, lane, chosen);
      if (rung(chosen) > highest) {
        highest = rung(chosen);
        highest_lane = lane;
      }
    }
  }

  void outages(const Evaluation& all, std::size_t lane) {
    for (std::size_t s = 1; s < program_.stages.size(); ++s) {
      const double more =
          all.at(program_.stages[s].outage, lane) - all.at(program_.stages[s - 1].outage, lane);
      reach_.outage_more[s] = std::max(reach_.outage_more[s], more);
    }
  }

  void fall(const Block& block, const Evaluation& all, std::size_t few, int before, std::size_t many,
            int after) {
    const Limit* broken = nullptr;
    for (const Limit& limit : program_.stages[as_index(after)].limits) {
      if (!holds(utilization(all.at(limit.need, few), all.at(limit.limit, few)))) broken = &limit;
    }
    const bool known = std::any_of(reach_.regressions.begin(), reach_.regressions.end(),
                                   [&](const Regression& f) { return f.limit == broken; });
    if (known) return;
    Regression found{Block(block.columns(), 1), Block(block.columns(), 1), before, after, broken};
    found.fewer.copy(0, block, few);
    found.more.copy(0, block, many);
    reach_.regressions.push_back(std::move(found));
  }

  const Program& program_;
  Reach reach_;
  Random random_;
  int users_ = -1;
};

}  // namespace

Reach search_ladder(const Program& program) { return LadderSearch(program).run(); }

}  // namespace scaleplan
