// Properties of every answer, on generated workloads (DESIGN's list): determinism, monotony, honesty of the
// choice.
#include <algorithm>
#include <cmath>

#include "catch.hpp"
#include "scaleplan/recommend.hpp"
#include "scaleplan/rules.hpp"
#include "support.hpp"

using namespace scaleplan;

namespace {

constexpr std::size_t lanes = 256;

Block random_block(const Program& program, test::Random& random, std::size_t count) {
  Block block(static_cast<std::size_t>(program.columns), count);
  for (std::size_t i = 0; i < count; ++i) test::random_workload(program, random, block, i);
  return block;
}

/// The stage as an index that grows with the load, also when none holds.
int rung(const Program& program, int chosen) {
  return chosen < 0 ? static_cast<int>(program.stages.size()) : chosen;
}

std::string inputs_text(const Program& program, const Block& block, std::size_t lane) {
  std::string text;
  for (std::size_t i = 0; i < program.inputs.size(); ++i) {
    if (block.given(i, lane))
      text += std::string(program.inputs[i].id) + "=" + std::to_string(block.value(i, lane)) + " ";
  }
  return text;
}

}  // namespace

TEST_CASE("more users never need an earlier stage", "[property]") {
  for (const char* name : {"aws", "learning-aws"}) {
    const Program program = load_rules(name);
    const std::size_t users = test::input(program, "users");
    test::Random random(1);
    for (std::size_t done = 0; done < test::cases(2000); done += lanes) {
      Block block = random_block(program, random, lanes);
      Block more = block;
      for (std::size_t i = 0; i < lanes; ++i) {
        const double before = block.value(users, i);
        more.give(users, i,
                  random.below(2) == 0 ? before + 1 : std::min(1e9, std::ceil(before * (1 + random.unit()))));
      }
      const auto fewer = chosen_stages(program, block);
      const auto greater = chosen_stages(program, more);
      for (std::size_t i = 0; i < lanes; ++i) {
        if (rung(program, greater[i]) < rung(program, fewer[i])) {
          FAIL(name << ": " << inputs_text(program, block, i) << "needs stage " << fewer[i] << ", but "
                    << more.value(users, i) << " users need " << greater[i]);
        }
      }
    }
    SUCCEED();
  }
}

TEST_CASE("the chosen stage breaks no limit and the one before breaks one", "[property]") {
  const Program program = load_rules("aws");
  test::Random random(2);
  for (std::size_t done = 0; done < test::cases(2000); ++done) {
    const Block block = random_block(program, random, 1);
    const Recommendation answer = recommend(program, block);
    INFO(inputs_text(program, block, 0));
    if (answer.chosen >= 0) {
      for (const LimitResult& limit : answer.stages[static_cast<std::size_t>(answer.chosen)].limits) {
        if (!holds(limit.utilization)) FAIL(limit.limit->id << " does not hold");
      }
      if (answer.chosen > 0) {
        const StageResult& before = answer.stages[static_cast<std::size_t>(answer.chosen) - 1];
        REQUIRE_FALSE(before.holds);
        REQUIRE_FALSE(holds(before.worst()->utilization));
      }
      const auto enough = std::all_of(answer.topology.begin(), answer.topology.end(),
                                      [](const ComponentResult& p) { return p.enough; });
      REQUIRE(enough);
    }
    for (const StageResult& stage : answer.stages) {
      if (!(std::isfinite(stage.usd_per_month()) && stage.usd_per_month() >= 0))
        FAIL(stage.stage->id << " costs " << stage.usd_per_month());
    }
  }
}

TEST_CASE("nothing is assumed silently", "[property]") {
  const Program program = load_rules("aws");
  test::Random random(3);
  for (std::size_t done = 0; done < test::cases(2000); ++done) {
    const Block block = random_block(program, random, 1);
    const Recommendation answer = recommend(program, block);
    REQUIRE(answer.inputs.size() == program.inputs.size());
    std::size_t assumed = 0;
    for (const InputValue& value : answer.inputs) assumed += value.origin == Origin::assumed ? 1 : 0;
    REQUIRE(answer.assumptions.size() == assumed);
    for (const Assumption& assumption : answer.assumptions) {
      if (assumption.input.input->source.empty()) FAIL(assumption.input.input->id << " has no source");
      if (assumption.input.input->because.empty()) FAIL(assumption.input.input->id << " has no reason");
    }
  }
}

TEST_CASE("every number of an answer comes from a line with a source", "[property]") {
  for (const char* name : {"aws", "learning-aws"}) {
    const Program program = load_rules(name);
    for (const Stage& stage : program.stages) {
      CHECK_FALSE(stage.source.empty());
      for (const Limit& limit : stage.limits) {
        INFO(stage.id << " " << limit.id);
        CHECK(limit.place.line > 0);
        CHECK_FALSE(limit.source.empty());
      }
    }
    for (const Component& component : program.components) {
      INFO(component.id);
      CHECK_FALSE(component.source.empty());
    }
  }
}

TEST_CASE("a block of many answers like many blocks of one", "[property]") {
  const Program program = load_rules("aws");
  test::Random random(4);
  for (std::size_t done = 0; done < test::cases(2000); done += 100) {
    const Block block = random_block(program, random, 100);
    const auto together = chosen_stages(program, block);
    const Evaluation whole = evaluate(program, block);
    for (std::size_t i = 0; i < 100; ++i) {
      Block one(block.columns(), 1);
      one.copy(0, block, i);
      const Evaluation alone = evaluate(program, one);
      REQUIRE(chosen_stage(program, alone, 0) == together[i]);
      for (const Stage& stage : program.stages) {
        REQUIRE(alone.at(stage.firm, 0) == whole.at(stage.firm, i));
        REQUIRE(alone.at(stage.soft, 0) == whole.at(stage.soft, i));
      }
    }
  }
}

TEST_CASE("the same question gives the same bytes", "[property]") {
  const Program program = load_rules("aws");
  const Program again = load_rules("aws");
  test::Random random(5);
  for (std::size_t done = 0; done < test::cases(500); ++done) {
    const Block block = random_block(program, random, 1);
    REQUIRE(recommend_json(recommend(program, block)) == recommend_json(recommend(again, block)));
    REQUIRE(recommend_text(recommend(program, block), false) ==
            recommend_text(recommend(again, block), false));
  }
}

TEST_CASE("headroom is exact to the user", "[property]") {
  const Program program = load_rules("aws");
  const std::size_t users = test::input(program, "users");
  test::Random random(7);
  for (std::size_t done = 0; done < test::cases(2000); ++done) {
    const Block block = random_block(program, random, 1);
    const Recommendation answer = recommend(program, block);
    if (answer.chosen < 0 || !answer.headroom.stage) continue;
    const auto stage_at = [&](double count) {
      Block grown(block.columns(), 1);
      grown.copy(0, block, 0);
      for (std::size_t i = 0; i < program.inputs.size(); ++i) {
        const Input& input = program.inputs[i];
        if (input.grows && block.given(i, 0))
          grown.give(i, 0, std::min(input.high, block.value(i, 0) * count / block.value(users, 0)));
      }
      grown.give(users, 0, count);
      return chosen_stages(program, grown).front();
    };
    INFO(inputs_text(program, block, 0));
    REQUIRE(stage_at(*answer.headroom.stage) == answer.chosen);
    REQUIRE(stage_at(*answer.headroom.stage + 1) == answer.headroom.next);
    REQUIRE(answer.headroom.next != answer.chosen);
  }
}
