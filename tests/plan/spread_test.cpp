// Ranges: shares against what can be worked out by hand, and the weights of regret.
#include "scaleplan/spread.hpp"

#include <cmath>
#include <numeric>

#include "catch.hpp"
#include "scaleplan/recommend.hpp"
#include "scaleplan/rules.hpp"
#include "support.hpp"

using namespace scaleplan;

namespace {

double sum(const std::vector<double>& shares) { return std::accumulate(shares.begin(), shares.end(), 0.0); }

}  // namespace

TEST_CASE("a range of users is shared as its bands say", "[plan]") {
  const Program program = load_rules("learning-aws");
  const std::size_t users = test::input(program, "users");
  const Block block = test::workload(program, {{"users", 49000}});
  const Spread found = spread(program, block, {{users, 30000, 49000, 80000, true}}, 4096);
  CHECK(found.low == test::stage(program, "read-replicas"));
  CHECK(found.likely == test::stage(program, "read-replicas"));
  CHECK(found.high == test::stage(program, "cdn"));
  // Half lie above 49,000, and of these ln(50/49) / ln(80/49) are still below the band's end.
  const double below = 0.5 + 0.5 * std::log(50.0 / 49) / std::log(80.0 / 49);
  CHECK(found.shares[static_cast<std::size_t>(found.low)] == Approx(below).margin(0.001));
  CHECK(sum(found.shares) == Approx(1));
  CHECK(found.least_regret == test::stage(program, "cdn"));
}

TEST_CASE("the least regretted stage follows the weights", "[plan]") {
  Program program = load_rules("learning-aws");
  const std::size_t users = test::input(program, "users");
  const Block block = test::workload(program, {{"users", 20000}});
  const std::vector<InputRange> range{{users, 5000, 20000, 60000, true}};
  program.regret.too_small = 1;
  program.regret.too_big = 100;
  CHECK(spread(program, block, range, 1024).least_regret == test::stage(program, "multi-az"));
  program.regret.too_small = 100;
  program.regret.too_big = 1;
  CHECK(spread(program, block, range, 1024).least_regret == test::stage(program, "cdn"));
}

TEST_CASE("every point of a spread is a workload between the ends", "[plan][property]") {
  const Program program = load_rules("aws");
  test::Random random(52);
  for (std::size_t done = 0; done < test::cases(60); ++done) {
    Block block(static_cast<std::size_t>(program.columns), 1);
    test::random_workload(program, random, block, 0);
    std::vector<InputRange> ranges;
    for (std::size_t i = 0; i < program.inputs.size(); ++i) {
      const Input& input = program.inputs[i];
      if (input.has_published && random.below(3) == 0)
        ranges.push_back({i, input.published_low, middle_of(input.published_low, input.published_high),
                          input.published_high, false});
    }
    if (ranges.empty()) continue;
    const Spread once = spread(program, block, ranges, 256);
    const Spread again = spread(program, block, ranges, 256);
    REQUIRE(once.shares == again.shares);
    REQUIRE(sum(once.shares) == Approx(1));
    // A range of one value covers one stage: the one that is chosen there.
    for (InputRange& range : ranges) range.low = range.high = range.likely;
    const Spread point = spread(program, block, ranges, 16);
    REQUIRE(point.low == point.high);
    REQUIRE(point.shares[point.low < 0 ? program.stages.size() : static_cast<std::size_t>(point.low)] == 1);
    REQUIRE((point.low < 0 || point.least_regret == point.low));
  }
}

TEST_CASE("the middle of a range is in proportion where it spans a factor of two", "[plan]") {
  CHECK(middle_of(10, 1000) == Approx(100));
  CHECK(middle_of(0, 1000) == Approx(500));
  CHECK(middle_of(0.99, 0.999) == Approx(0.9945));
}
