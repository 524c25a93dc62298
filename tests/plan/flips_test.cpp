// Flip points and limit ends on generated workloads: there, and not a little before.
#include "scaleplan/flips.hpp"

#include <algorithm>
#include <cmath>

#include "catch.hpp"
#include "scaleplan/headroom.hpp"
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
  for (std::size_t done = 0; done < test::cases(200); ++done) {
    Block block(static_cast<std::size_t>(program.columns), 1);
    test::random_workload(program, random, block, 0);
    const Recommendation answer = recommend(program, block);
    for (const InputFlips& one : flips(program, block, answer)) {
      const auto input = static_cast<std::size_t>(one.input - program.inputs.data());
      INFO(one.input->id);
      for (const auto& point : {one.below, one.above}) {
        if (!point) continue;
        ++seen;
        const double back = one.now - point->value;
        const double small =
            std::min(std::abs(back), std::max(std::abs(back) * 1e-6, std::abs(point->value) * 1e-8));
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
  CHECK(seen > 100);
}

TEST_CASE("each limit of the chosen stage holds up to its end and not beyond", "[plan][property]") {
  const Program program = load_rules("aws");
  const std::size_t users = test::input(program, "users");
  for (const double count : {10.0, 400.0, 700.0, 5000.0, 30000.0, 70000.0, 3e5, 1e6, 3e6}) {
    const Block block = test::workload(program, {{"users", count}});
    const Recommendation answer = recommend(program, block);
    for (const LimitEnd& end : limit_ends(program, block, answer)) {
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
