// Costs around the bill: what they are made of, that they follow the arrangement, and that they choose
// nothing.
#include <algorithm>

#include "catch.hpp"
#include "folder.hpp"
#include "scaleplan/recommend.hpp"
#include "scaleplan/rules.hpp"
#include "support.hpp"

using namespace scaleplan;

namespace {

const char* const one_machine = R"(
ruleset: around
units: [user]
format: 1
sources: {us: {title: us, confidence: low}}
inputs:
  users: {unit: user, range: [1, 1M], help: how many, source: us}
  busy: {type: yes/no, default: no, help: whether it is busy, because: rarely, source: us}
components:
  web:
    tier: web
    service: machine
    count: {min: 2}
    cost:
      machines: {is: count * $50/month, kind: firm}
      bytes: {is: users * $1/user/month, kind: soft}
    source: us
around:
  fixed: {is: $7/month, source: us}
  share: {title: a share, is: bill * 10%, low: $0/month, high: bill_firm, because: of all, source: us}
  rare: {when: busy, is: $1000/month, source: us}
stages:
  only: {title: only, summary: only, adds: [web], source: us}
)";

Recommendation answer(const Program& program, const std::vector<std::pair<std::string, double>>& given) {
  return recommend(program, test::workload(program, given));
}

/// The place of `word` among the values of the input `id`.
double value(const Program& program, const std::string& id, std::string_view word) {
  const auto& values = program.inputs[test::input(program, id)].values;
  return static_cast<double>(std::find(values.begin(), values.end(), word) - values.begin());
}

}  // namespace

TEST_CASE("costs around the bill are shares of it and amounts of their own", "[plan]") {
  const test::Folder folder;
  const Program program = load_rules(folder.write("around.yaml", one_machine));
  const Recommendation found = answer(program, {{"users", 300}});
  CHECK(found.arrangement.stage.usd_per_month() == Approx(400));
  REQUIRE(found.around.size() == 2);
  CHECK(found.around[0].usd_per_month == Approx(7));
  CHECK(found.around[0].low == Approx(7));
  CHECK(found.around[0].high == Approx(7));
  CHECK(found.around[1].usd_per_month == Approx(40));
  CHECK(found.around[1].low == 0);
  CHECK(found.around[1].high == Approx(100));
  const AroundResult all = sum(found.around);
  CHECK(all.usd_per_month == Approx(47));
  CHECK(all.low == Approx(7));
  CHECK(all.high == Approx(107));
  const Recommendation busy = answer(program, {{"users", 300}, {"busy", 1}});
  CHECK(sum(busy.around).usd_per_month == Approx(1047));
}

TEST_CASE(
    "a condition that does not hold leaves a cost out, and an assumption that changes nothing else is named",
    "[plan]") {
  const test::Folder folder;
  const Program program = load_rules(folder.write("around.yaml", one_machine));
  const Recommendation found = answer(program, {{"users", 300}});
  REQUIRE(found.assumptions.size() == 1);
  CHECK(found.assumptions.front().input.input->id == "busy");
  CHECK(found.assumptions.front().around);
}

TEST_CASE("what is around the bill changes neither stage nor arrangement", "[plan]") {
  const Program program = load_rules("aws");
  for (const double users : {300.0, 9000.0, 50000.0, 3e6}) {
    const Recommendation with = answer(program, {{"users", users}});
    const Recommendation without = answer(program, {{"users", users},
                                                    {"log_kb", 1e6},
                                                    {"staging", 1},
                                                    {"security", value(program, "security", "none")},
                                                    {"support", value(program, "support", "enterprise")}});
    CHECK(with.chosen == without.chosen);
    CHECK(with.arrangement.taken == without.arrangement.taken);
    CHECK(with.arrangement.stage.usd_per_month() == without.arrangement.stage.usd_per_month());
    CHECK(sum(without.around).usd_per_month > sum(with.around).usd_per_month);
  }
}
