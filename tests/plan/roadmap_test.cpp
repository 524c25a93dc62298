// A roadmap is the recommendation of every month, and its moves are those that are worth it.
#include "scaleplan/roadmap.hpp"

#include <cmath>

#include "catch.hpp"
#include "scaleplan/rules.hpp"
#include "support.hpp"

using namespace scaleplan;

TEST_CASE("a roadmap's stages are those of recommend asked month by month", "[plan][property]") {
  const Program program = load_rules("aws");
  test::Random random(61);
  for (std::size_t done = 0; done < test::cases(40); ++done) {
    const double users = std::floor(100 + random.unit() * 50000);
    const double peak = users * 0.03;
    const bool stated = random.below(2) == 0;
    const Block block = stated ? test::workload(program, {{"users", users}, {"peak_rps", peak}})
                               : test::workload(program, {{"users", users}});
    GrowthModel growth;
    growth.share = random.unit() * 0.5 - 0.1;
    const Roadmap road = roadmap(program, block, recommend(program, block), growth, 24, std::nullopt, 1);
    REQUIRE(road.months.size() == 25);
    MoveSet kept = 0;  // what has been made is not undone
    for (const RoadmapMonth& month : road.months) {
      Block then =
          stated ? test::workload(program, {{"users", month.users}, {"peak_rps", peak * month.users / users}})
                 : test::workload(program, {{"users", month.users}});
      then = taking(program, then, 0, kept);
      const Recommendation answer = recommend(program, then);
      REQUIRE(month.stage == answer.chosen);
      REQUIRE(month.planned == answer.chosen);
      if (answer.chosen < 0) continue;
      kept |= answer.arrangement.taken;
      for (std::size_t m = 0; m < program.moves.size(); ++m) {
        if (program.moves[m].taken[static_cast<std::size_t>(answer.chosen)] != 0) kept |= MoveSet{1} << m;
      }
      REQUIRE(month.usd_per_month == Approx(answer.arrangement.stage.usd_per_month()));
    }
  }
}

TEST_CASE("a stage that is needed too briefly is not moved to", "[plan]") {
  const Program program = load_rules("aws");
  const Block block = test::workload(program, {{"users", 9000}});
  const Recommendation now = recommend(program, block);
  GrowthModel growth;
  growth.season = {1, 1, 1, 1.3, 1, 1};
  const Roadmap patient = roadmap(program, block, now, growth, 11, std::nullopt, 2);
  CHECK(patient.moves.empty());
  REQUIRE(patient.skipped.size() == 2);
  CHECK(patient.skipped[0].month == 3);
  CHECK(patient.skipped[0].undone);
  CHECK(patient.months[3].planned == now.chosen);
  CHECK(patient.months[3].stage != now.chosen);
  const Roadmap eager = roadmap(program, block, now, growth, 11, std::nullopt, 1);
  CHECK(eager.moves.size() == 4);
  CHECK(eager.skipped.empty());
}

TEST_CASE("a stage that is passed through is passed over", "[plan]") {
  const Program program = load_rules("aws");
  const Block block = test::workload(program, {{"users", 9000}});
  GrowthModel growth;
  growth.share = 5;  // one month at read-replicas, then beyond
  const Recommendation now = recommend(program, block);
  const Roadmap road = roadmap(program, block, now, growth, 4, std::nullopt, 2);
  REQUIRE_FALSE(road.skipped.empty());
  CHECK_FALSE(road.skipped.front().undone);
  CHECK(road.moves.front().month == road.skipped.front().month);
  CHECK(road.moves.front().to > road.skipped.front().to);
  for (const RoadmapMonth& month : road.months) {
    const auto rung = [&](int stage) { return stage < 0 ? 100 : stage; };
    CHECK(rung(month.planned) >= rung(month.stage));
  }
}

TEST_CASE("growth is fitted to a history", "[plan]") {
  std::vector<HistoryPoint> history;
  for (int month = 0; month < 12; ++month)
    history.push_back({month * 730.0 / 24, 1000 * std::pow(1.12, month)});
  const GrowthModel exact = fit_growth(history);
  CHECK(exact.share == Approx(0.12).epsilon(1e-9));
  CHECK(*exact.fit_error == Approx(0).margin(1e-9));
  for (std::size_t i = 0; i < history.size(); ++i) history[i].users *= i % 2 == 0 ? 1.1 : 1 / 1.1;
  const GrowthModel rough = fit_growth(history);
  CHECK(rough.share == Approx(0.12).margin(0.01));
  CHECK(*rough.fit_error == Approx(0.1).margin(0.01));
}
