// The choice of size and count against a plain search over every count of every candidate.
#include "plan/evaluate/pick.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "catch.hpp"
#include "support.hpp"

using namespace scaleplan;

namespace {

/// A pick over candidates in order of price, with the program that evaluates it: its inputs are constants.
struct Bench {
  std::vector<double> price, healthy, zone_lost, best_healthy, best_zone_lost, constants;
  std::vector<Instruction> code;
  Program program;

  Register constant(double value) {
    constants.push_back(value);
    code.push_back({Op::constant, static_cast<std::int32_t>(constants.size()) - 1, none, none});
    return static_cast<Register>(code.size()) - 1;
  }
};

struct Question {
  std::vector<double> shared, each;
  double least, greatest, zones, copies, aim;
  std::vector<double> factors = {};  ///< of further prices of each candidate
};

struct Answer {
  double count = 0, candidate = -1;
  bool fits = false;
};

Answer picked(Bench& bench, const Question& ask, std::size_t candidates) {
  Pick pick;
  for (std::size_t k = 0; k < ask.shared.size(); ++k) {
    pick.needs.push_back({"need", "need", {}, bench.constant(ask.shared[k]), bench.constant(ask.each[k])});
  }
  pick.least = bench.constant(ask.least);
  pick.greatest = bench.constant(ask.greatest);
  pick.zones = bench.constant(ask.zones);
  pick.copies = bench.constant(ask.copies);
  pick.aim = bench.constant(ask.aim);
  pick.surcharge = bench.constant(0);
  std::vector<std::int32_t> rows(candidates), groups{0, static_cast<std::int32_t>(candidates)};
  std::iota(rows.begin(), rows.end(), 0);
  SizeTable& sizes = pick.sizes;
  sizes.from = {{0, static_cast<std::int32_t>(candidates), {0}, bench.price, {}}};
  sizes.names = sizes.candidates = rows;
  sizes.groups = groups;
  sizes.healthy = bench.healthy;
  sizes.zone_lost = bench.zone_lost;
  sizes.best_healthy = bench.best_healthy;
  sizes.best_zone_lost = bench.best_zone_lost;
  sizes.factors = static_cast<std::int32_t>(1 + ask.factors.size());
  if (!ask.factors.empty()) pick.factors.push_back(none);
  for (const double factor : ask.factors) pick.factors.push_back(bench.constant(factor));
  const auto at = static_cast<Register>(bench.code.size());
  bench.code.push_back({Op::pick, 0, none, none});
  for (int i = 1; i < PickColumn::columns; ++i) bench.code.push_back({Op::written, at, i, none});
  bench.program.picks = {pick};
  bench.program.code = bench.code;
  bench.program.constants = bench.constants;
  bench.program.answered = static_cast<std::int32_t>(bench.code.size());
  const Evaluation result = evaluate(bench.program, Block(0, 1));
  return {result.at(at + PickColumn::count, 0), result.at(at + PickColumn::candidate, 0),
          result.at(at + PickColumn::fits, 0) > 0};
}

/// Whether `count` of a candidate meet every need, healthy and with a zone lost.
bool enough(const Bench& bench, const Question& ask, std::size_t c, double count) {
  const std::size_t needs = ask.shared.size();
  const double left = ask.zones < 2 ? count : count - std::ceil(count / ask.zones);
  for (std::size_t k = 0; k < needs; ++k) {
    const double slack = 1 + 1e-9;
    if (ask.shared[k] > (bench.healthy[c * needs + k] - ask.each[k]) * count * slack + 1e-9) return false;
    if (ask.zones >= 2 &&
        ask.shared[k] > (bench.zone_lost[c * needs + k] - ask.each[k]) * left * slack + 1e-9)
      return false;
    if (bench.healthy[c * needs + k] < ask.each[k]) return false;
  }
  return true;
}

/// The price of a candidate: its prices, each times its factor.
double price_of(const Bench& bench, const Question& ask, std::size_t c, std::size_t candidates) {
  double sum = bench.price[c];
  for (std::size_t f = 0; f < ask.factors.size(); ++f)
    sum += ask.factors[f] * bench.price[(f + 1) * candidates + c];
  return sum;
}

/// The cost of the cheapest candidate that meets every need, infinite when none does.
double cheapest(const Bench& bench, const Question& ask, std::size_t candidates) {
  double best = std::numeric_limits<double>::infinity();
  for (std::size_t c = 0; c < candidates; ++c) {
    for (double count = ask.least; count <= ask.greatest; ++count) {
      if (!enough(bench, ask, c, count)) continue;
      best = std::min(best, count * ask.copies * price_of(bench, ask, c, candidates));
      break;
    }
  }
  return best;
}

}  // namespace

TEST_CASE("a pick is enough, and within 5 % of the cheapest", "[plan][property]") {
  test::Random random(11);
  for (std::size_t done = 0; done < test::cases(2000); ++done) {
    const std::size_t candidates = 1 + random.below(8);
    const std::size_t needs = 1 + random.below(3);
    Bench bench;
    for (std::size_t c = 0; c < candidates; ++c) bench.price.push_back(std::floor(1 + random.unit() * 50));
    std::sort(bench.price.begin(), bench.price.end());
    for (std::size_t i = 0; i < candidates * needs; ++i) {
      bench.healthy.push_back(std::floor(1 + random.unit() * 20));
      bench.zone_lost.push_back(std::floor(bench.healthy.back() * (1 + random.unit() / 2)));
    }
    bench.best_healthy.assign(needs, 0);
    bench.best_zone_lost.assign(needs, 0);
    for (std::size_t i = 0; i < candidates * needs; ++i) {
      bench.best_healthy[i % needs] = std::max(bench.best_healthy[i % needs], bench.healthy[i]);
      bench.best_zone_lost[i % needs] = std::max(bench.best_zone_lost[i % needs], bench.zone_lost[i]);
    }
    Question ask{{}, {}, 1, 1 + static_cast<double>(random.below(12)), 1, 1, 3};
    ask.zones = 1 + static_cast<double>(random.below(3));
    ask.copies = 1 + static_cast<double>(random.below(2));
    ask.least = std::min(ask.greatest, ask.zones);
    for (std::size_t f = random.below(3); f > 0; --f) {
      ask.factors.push_back(static_cast<double>(random.below(3)));
      for (std::size_t c = 0; c < candidates; ++c) bench.price.push_back(std::floor(random.unit() * 50));
    }
    for (std::size_t k = 0; k < needs; ++k) {
      ask.shared.push_back(std::floor(random.unit() * 80));
      ask.each.push_back(random.below(2) == 0 ? 0 : std::floor(random.unit() * 5));
    }
    const double least = cheapest(bench, ask, candidates);
    const Answer answer = picked(bench, ask, candidates);
    INFO("case " << done);
    REQUIRE(answer.fits == std::isfinite(least));
    REQUIRE(answer.candidate >= 0);
    const auto chosen = static_cast<std::size_t>(answer.candidate);
    if (answer.fits) {
      REQUIRE(enough(bench, ask, chosen, answer.count));
      REQUIRE(answer.count * ask.copies * price_of(bench, ask, chosen, candidates) <=
              least * 1.05 * (1 + 1e-9));
    } else {
      REQUIRE(answer.count == ask.greatest);
    }
  }
}

TEST_CASE("among sizes of nearly the same price the pick is nearest to its aim, then fewer, then by name",
          "[plan]") {
  struct Row {
    double aim;
    double candidate;
    double count;
  };
  // Three sizes that cost the same for what they carry: 8 x 1, 4 x 2, 2 x 4.
  for (const Row& row : {Row{2, 2, 2}, Row{4, 1, 4}, Row{8, 0, 8}, Row{3, 2, 2}, Row{100, 0, 8}}) {
    Bench bench;
    bench.price = {1, 2, 4};
    bench.healthy = bench.zone_lost = {1, 2, 4};
    bench.best_healthy = bench.best_zone_lost = {4};
    const Answer answer = picked(bench, {{8}, {0}, 1, 10, 1, 1, row.aim}, 3);
    INFO("aim " << row.aim);
    CHECK(answer.candidate == row.candidate);
    CHECK(answer.count == row.count);
  }
}

TEST_CASE("what is left of a count when the fullest zone is lost", "[plan]") {
  CHECK(plan::left_of(4, 1) == 4);
  CHECK(plan::left_of(4, 2) == 2);
  CHECK(plan::left_of(5, 2) == 2);
  CHECK(plan::left_of(3, 3) == 2);
  CHECK(plan::left_of(4, 3) == 2);
}
