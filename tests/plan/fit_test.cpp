// Telling only the stage agrees with working everything out, also where rounding decides.
#include <array>

#include "catch.hpp"
#include "scaleplan/evaluate.hpp"
#include "scaleplan/flips.hpp"
#include "scaleplan/recommend.hpp"
#include "scaleplan/rules.hpp"
#include "support.hpp"

using namespace scaleplan;

namespace {

/// The chosen stage of a workload from an evaluation in which every component is picked.
int worked_out(const Program& program, const Block& block, std::size_t lane) {
  Block one(block.columns(), 1);
  one.copy(0, block, lane);
  return chosen_stage(program, evaluate(program, one), 0);
}

}  // namespace

TEST_CASE("the chosen stage is the one worked out by hand", "[plan][property]") {
  for (const char* name : {"aws", "learning-aws"}) {
    const Program program = load_rules(name);
    const std::size_t lanes = test::cases(2000);
    Block block(static_cast<std::size_t>(program.columns), lanes);
    test::Random random(33);
    for (std::size_t lane = 0; lane < lanes; ++lane) test::random_workload(program, random, block, lane);
    const std::vector<int> chosen = chosen_stages(program, block);
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      INFO(name << " workload " << lane);
      REQUIRE(chosen[lane] == worked_out(program, block, lane));
    }
  }
}

TEST_CASE("the chosen stage is the one worked out by hand where a limit is just full", "[plan][property]") {
  const Program program = load_rules("aws");
  test::Random random(34);
  std::size_t seen = 0;
  const std::size_t wanted = test::cases(50) + 1;
  for (std::size_t done = 0; done < test::cases(100) || (seen < wanted && done < 1000); ++done) {
    Block block(static_cast<std::size_t>(program.columns), 1);
    test::random_workload(program, random, block, 0);
    const Recommendation answer = recommend(program, block);
    for (const InputFlips& one : answer.flips) {
      const auto input = static_cast<std::size_t>(one.input - program.inputs.data());
      for (const auto& point : {one.below, one.above}) {
        if (!point) continue;
        ++seen;
        INFO(one.input->id << " " << point->value);
        constexpr std::array<double, 7> around = {-1e-9, -1e-10, -1e-11, 0, 1e-11, 1e-10, 1e-9};
        Block near(block.columns(), around.size());
        for (std::size_t lane = 0; lane < around.size(); ++lane) {
          near.copy(lane, block, 0);
          near.give(input, lane, point->value * (1 + around[lane]));
        }
        const std::vector<int> chosen = chosen_stages(program, near);
        for (std::size_t lane = 0; lane < around.size(); ++lane)
          REQUIRE(chosen[lane] == worked_out(program, near, lane));
      }
    }
  }
  CHECK(seen >= wanted);
}
