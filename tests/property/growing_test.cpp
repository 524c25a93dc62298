// Properties of a ladder that does not count users: its stages never go back as its load grows, and headroom
// is exact to the whole unit.
#include <cmath>

#include "catch.hpp"
#include "scaleplan/headroom.hpp"
#include "scaleplan/recommend.hpp"
#include "scaleplan/rules.hpp"
#include "support.hpp"

using namespace scaleplan;

TEST_CASE("a ladder of another domain keeps what every ladder promises", "[property]") {
  const Program program = load_rules(std::string(SCALEPLAN_SOURCE_DIR) + "/examples/rules/postgresql.yaml");
  const std::size_t tps = test::input(program, "tps");
  REQUIRE(program.growing == static_cast<std::int32_t>(tps));
  test::Random random(9);
  const auto rung = [&](const Recommendation& answer) {
    return answer.chosen < 0 ? static_cast<int>(program.stages.size()) : answer.chosen;
  };
  for (std::size_t done = 0; done < test::cases(400); ++done) {
    Block block(static_cast<std::size_t>(program.columns), 1);
    test::random_workload(program, random, block, 0);
    for (std::size_t i = 0; i < program.inputs.size(); ++i) {
      // Inputs that grow in proportion would be another load at another count.
      if (program.inputs[i].grows) block.forget(i, 0);
    }
    block.give(tps, 0, std::floor(std::pow(10.0, random.unit() * 5)) + 1);
    const Recommendation now = recommend(program, block);
    Block more = block;
    more.give(tps, 0, std::ceil(block.value(tps, 0) * (1 + random.unit())));
    const Recommendation later = recommend(program, more);
    INFO("tps " << block.value(tps, 0) << " to " << more.value(tps, 0));
    REQUIRE(rung(later) >= rung(now));
    if (now.chosen < 0 || !now.headroom.stage) continue;
    more.give(tps, 0, *now.headroom.stage);
    REQUIRE(recommend(program, more).chosen == now.chosen);
    more.give(tps, 0, *now.headroom.stage + 1);
    REQUIRE(recommend(program, more).chosen != now.chosen);
  }
}
