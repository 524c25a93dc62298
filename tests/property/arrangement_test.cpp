// Properties of what is recommended to run: nothing that holds and is asked for costs less, and each sum of
// money is the one that asking for it outright would give.
#include <algorithm>
#include <bit>
#include <cmath>

#include "catch.hpp"
#include "scaleplan/recommend.hpp"
#include "scaleplan/rules.hpp"
#include "support.hpp"

using namespace scaleplan;

namespace {

/// A workload that may also ask for moves, or switch them off.
Block random_question(const Program& program, test::Random& random) {
  Block block(static_cast<std::size_t>(program.columns), 1);
  test::random_workload(program, random, block, 0);
  for (const Move& move : program.moves) {
    if (random.below(8) == 0)
      block.give(static_cast<std::size_t>(move.input), 0, random.below(2) == 0 ? 0 : 1);
  }
  return block;
}

/// The bill and the work of a stage, and whether its limits hold, read off a whole evaluation.
struct Priced {
  double usd = 0, total = 0;
  bool holds = true;
};

Priced priced(const Program& program, const Block& block, int stage) {
  const Evaluation now = evaluate(program, block);
  const Stage& of = program.stages[as_index(stage)];
  Priced result;
  result.usd = (now.at(of.firm, 0) + now.at(of.soft, 0)) * seconds_a_month;
  result.total = result.usd + now.at(of.upkeep, 0) * now.at(program.upkeep_price, 0) * seconds_a_month;
  for (const Limit& limit : of.limits)
    result.holds = result.holds && holds(utilization(now.at(limit.need, 0), now.at(limit.limit, 0)));
  return result;
}

Block with_move(const Program& program, Block block, std::size_t move, double value) {
  block.give(static_cast<std::size_t>(program.moves[move].input), 0, value);
  return block;
}

}  // namespace

TEST_CASE("no way to run that is open costs clearly less than the one that is recommended", "[property]") {
  const Program program = load_rules("aws");
  test::Random random(21);
  for (std::size_t done = 0; done < test::cases(1000); ++done) {
    const Block block = random_question(program, random);
    const Recommendation answer = recommend(program, block);
    if (answer.chosen < 0) continue;
    const Evaluation plain = evaluate(program, block);
    std::vector<std::size_t> open;
    for (std::size_t m = 0; m < program.moves.size(); ++m) {
      const Move& move = program.moves[m];
      const Register when = move.when[as_index(answer.chosen)];
      if (move.taken[as_index(answer.chosen)] == 0 && when != none && plain.at(when, 0) != 0 &&
          !block.given(static_cast<std::size_t>(move.input), 0))
        open.push_back(m);
    }
    const double chosen = answer.arrangement.stage.cost.total();
    const double band = plain.at(program.upkeep_price, 0) > 0 ? 1 + arrangement_band : 1;
    REQUIRE(answer.arrangement.stage.holds);
    for (std::size_t set = 0; set < std::size_t{1} << open.size(); ++set) {
      Block way = block;
      for (std::size_t k = 0; k < open.size(); ++k) {
        if ((set >> k & 1) != 0) way = with_move(program, way, open[k], 1);
      }
      const Priced other = priced(program, way, answer.chosen);
      if (other.holds && other.total * band < chosen * (1 - 1e-9))
        FAIL("with " << set << " it costs " << other.total << ", not " << chosen);
    }
  }
}

TEST_CASE("a move saves what the bill without it costs more", "[property]") {
  const Program program = load_rules("aws");
  test::Random random(22);
  for (std::size_t done = 0; done < test::cases(500); ++done) {
    Block block = random_question(program, random);
    const Recommendation answer = recommend(program, block);
    if (answer.chosen < 0) continue;
    const Block arranged = taking(program, block, 0, answer.arrangement.taken);
    const double usd = answer.arrangement.stage.usd_per_month();
    REQUIRE(priced(program, arranged, answer.chosen).usd == Approx(usd).margin(0.005));
    double sum = 0;
    for (const ComponentResult& component : answer.topology) sum += component.usd_per_month;
    REQUIRE(sum == Approx(usd).margin(0.005));
    for (const MoveResult& move : answer.arrangement.moves) {
      if (!move.saves_usd_per_month) continue;
      const auto m = static_cast<std::size_t>(move.move - program.moves.data());
      Block other = arranged;
      other.forget(static_cast<std::size_t>(move.move->input), 0);
      if (!move.taken) other = with_move(program, other, m, 1);
      const double toggled = priced(program, other, answer.chosen).usd;
      const double saves = move.taken ? toggled - usd : usd - toggled;
      REQUIRE(*move.saves_usd_per_month == Approx(saves).margin(0.005));
    }
  }
}

TEST_CASE("the next stage costs what the answer one user on costs more", "[property]") {
  const Program program = load_rules("aws");
  const std::size_t users = test::input(program, "users");
  test::Random random(23);
  const auto at = [&](Block block, double from, double count) {
    for (std::size_t i = 0; i < program.inputs.size(); ++i) {
      if (program.inputs[i].grows && block.given(i, 0))
        block.give(i, 0, std::min(block.value(i, 0) * count / from, program.inputs[i].high));
    }
    block.give(users, 0, count);
    return recommend(program, block);
  };
  for (std::size_t done = 0; done < test::cases(300); ++done) {
    const Block block = random_question(program, random);
    const Recommendation answer = recommend(program, block);
    if (answer.chosen < 0 || !answer.headroom.stage || answer.headroom.next < 0) continue;
    const double from = answer.headroom.users;
    const double last = *answer.headroom.stage;
    const Recommendation here = at(block, from, last);
    const Recommendation beyond = at(block, from, last + 1);
    REQUIRE(here.chosen == answer.chosen);
    REQUIRE(beyond.chosen == answer.headroom.next);
    REQUIRE(answer.headroom.next_usd_per_month_more ==
            Approx(beyond.arrangement.stage.usd_per_month() - here.arrangement.stage.usd_per_month())
                .margin(0.005));
  }
}

TEST_CASE("a flip costs what is recommended there", "[property]") {
  const Program program = load_rules("aws");
  test::Random random(24);
  for (std::size_t done = 0; done < test::cases(100); ++done) {
    const Block block = random_question(program, random);
    const Recommendation answer = recommend(program, block);
    for (const InputFlips& flips : answer.flips) {
      for (const auto& point : {flips.below, flips.above, flips.mistaken}) {
        if (!point || point->stage < 0) continue;
        Block there = block;
        there.give(static_cast<std::size_t>(flips.input - program.inputs.data()), 0, point->value);
        const Recommendation other = recommend(program, there);
        REQUIRE(other.chosen == point->stage);
        REQUIRE(other.arrangement.stage.usd_per_month() == Approx(point->usd_per_month).margin(0.005));
      }
    }
  }
}

TEST_CASE("a reading is what is recommended where that kind is given", "[property]") {
  const Program program = load_rules("aws");
  const auto kind = as_index(program.readings.input);
  test::Random random(25);
  std::size_t seen = 0;
  const std::size_t all = std::max<std::size_t>(test::cases(100), 30);  // the load of most is stated
  for (std::size_t done = 0; done < all; ++done) {
    Block block = random_question(program, random);
    block.forget(kind, 0);
    const Recommendation answer = recommend(program, block);
    for (const Reading& reading : answer.readings) {
      Block read = block;
      if (reading.value >= 0) read.give(kind, 0, reading.value);
      const Recommendation other = recommend(program, read);
      REQUIRE(other.chosen == reading.stage);
      REQUIRE(other.load.stage == reading.load_stage);
      if (reading.stage >= 0)
        REQUIRE(other.arrangement.stage.usd_per_month() == Approx(reading.usd_per_month).margin(0.005));
      ++seen;
    }
  }
  CHECK(seen > 0);
}
