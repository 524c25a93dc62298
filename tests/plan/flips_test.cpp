// Flip points and limit ends on generated workloads: there, and not a little before.
#include "scaleplan/flips.hpp"

#include <algorithm>
#include <cmath>

#include "catch.hpp"
#include "scaleplan/recommend.hpp"
#include "scaleplan/rules.hpp"
#include "support.hpp"

using namespace scaleplan;

namespace {

int stage_with(const Program& program, const Block& block, std::size_t input, double value) {
  Block other(block.columns(), 1);
  other.copy(0, block, 0);
  other.give(input, 0, value);
  return chosen_stages(program, other).front();
}

}  // namespace

TEST_CASE("at a flip point the stage is another, a little before it is the same", "[plan][property]") {
  const Program program = load_rules("aws");
  test::Random random(21);
  std::size_t seen = 0;
  const std::size_t wanted = test::cases(100) + 1;
  for (std::size_t done = 0; done < test::cases(200) || (seen < wanted && done < 1000); ++done) {
    Block block(static_cast<std::size_t>(program.columns), 1);
    test::random_workload(program, random, block, 0);
    const Recommendation answer = recommend(program, block);
    for (const InputFlips& one : answer.flips) {
      const auto input = static_cast<std::size_t>(one.input - program.inputs.data());
      INFO(one.input->id);
      for (const auto& point : {one.below, one.above}) {
        if (!point) continue;
        ++seen;
        const double back = one.now - point->value;
        const double small = std::min(std::abs(back), std::abs(point->value) * 2e-6);
        const double before = point->value + (back < 0 ? -small : small);
        REQUIRE(stage_with(program, block, input, point->value) == point->stage);
        REQUIRE(point->stage != answer.chosen);
        REQUIRE(stage_with(program, block, input, before) == answer.chosen);
      }
      for (const FlipPoint& choice : one.choices) {
        REQUIRE(stage_with(program, block, input, choice.value) == choice.stage);
      }
    }
  }
  CHECK(seen >= wanted);
}

TEST_CASE("each limit of the chosen stage holds up to its end and not beyond", "[plan][property]") {
  const Program program = load_rules("aws");
  const std::size_t users = test::input(program, "users");
  for (const double count : {10.0, 400.0, 700.0, 5000.0, 30000.0, 70000.0, 3e5, 1e6, 3e6}) {
    const Block block = test::workload(program, {{"users", count}});
    const Recommendation answer = recommend(program, block);
    for (const LimitEnd& end : answer.headroom.limits) {
      if (!end.users) continue;
      INFO(count << " " << end.limit->id);
      const auto used = [&](double at) {
        Block other(block.columns(), 1);
        other.give(users, 0, at);
        const Evaluation evaluation = evaluate(program, other);
        return utilization(evaluation.at(end.limit->need, 0), evaluation.at(end.limit->limit, 0));
      };
      REQUIRE(holds(used(*end.users)));
      REQUIRE_FALSE(holds(used(*end.users + 1)));
    }
  }
}

TEST_CASE("flips are those of a slow scan", "[plan][property]") {
  const Program program = load_rules("aws");
  test::Random random(22);
  constexpr std::size_t scanned = 400;
  for (std::size_t done = 0; done < test::cases(60); ++done) {
    Block block(static_cast<std::size_t>(program.columns), 1);
    test::random_workload(program, random, block, 0);
    const Recommendation answer = recommend(program, block);
    for (const InputFlips& one : answer.flips) {
      const Input& input = *one.input;
      if (!one.assumed || input.type != InputType::number || !input.has_published) continue;
      const auto column = static_cast<std::size_t>(&input - program.inputs.data());
      for (const bool above : {false, true}) {
        const double end = above ? input.published_high : input.published_low;
        if (above ? end <= one.now : end >= one.now) continue;
        Block scan(block.columns(), scanned);
        for (std::size_t i = 0; i < scanned; ++i) {
          scan.copy(i, block, 0);
          const double share = static_cast<double>(i + 1) / scanned;
          const double value = one.now > 0 && end > 0 ? one.now * std::pow(end / one.now, share)
                                                      : one.now + (end - one.now) * share;
          scan.give(column, i, i + 1 == scanned ? end : value);
        }
        const std::vector<int> stages = chosen_stages(program, scan);
        const auto change =
            std::find_if(stages.begin(), stages.end(), [&](int stage) { return stage != answer.chosen; });
        const auto& found = above ? one.above : one.below;
        INFO(input.id << " from " << one.now << " to " << end);
        REQUIRE(found.has_value() == (change != stages.end()));
        if (!found) continue;
        const auto at = static_cast<std::size_t>(change - stages.begin());
        const double last = at == 0 ? one.now : scan.value(column, at - 1);
        const double first = scan.value(column, at);
        // A flip is placed to six digits; a point of the scan may lie on the threshold itself.
        REQUIRE(found->value >= std::min(last, first) * (1 - 1e-6));
        REQUIRE(found->value <= std::max(last, first) * (1 + 1e-6));
      }
    }
  }
}

TEST_CASE("what is settled cannot change the stage, and what is idle changes nothing", "[plan][property]") {
  const Program program = load_rules("aws");
  test::Random random(23);
  for (std::size_t done = 0; done < test::cases(100); ++done) {
    Block block(static_cast<std::size_t>(program.columns), 1);
    test::random_workload(program, random, block, 0);
    const Recommendation answer = recommend(program, block);
    const double usd = answer.stages[static_cast<std::size_t>(answer.shown)].usd_per_month();
    for (const InputFlips& one : answer.flips) {
      if (!one.settled(answer.chosen)) continue;
      const Input& input = *one.input;
      const double low = input.has_published ? input.published_low : input.low;
      const double high = input.has_published ? input.published_high : input.high;
      const auto column = static_cast<std::size_t>(&input - program.inputs.data());
      for (int i = 0; i < 5; ++i) {
        const double value = input.type == InputType::number
                                 ? low + (high - low) * random.unit()
                                 : static_cast<double>(random.below(static_cast<std::size_t>(high) + 1));
        Block other(block.columns(), 1);
        other.copy(0, block, 0);
        other.give(column, 0, value);
        INFO(input.id << " " << value);
        const Recommendation then = recommend(program, other);
        REQUIRE(then.chosen == answer.chosen);
        if (one.idle)
          REQUIRE(then.stages[static_cast<std::size_t>(then.shown)].usd_per_month() == Approx(usd));
      }
    }
  }
}
