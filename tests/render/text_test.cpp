// The text answer on generated workloads: it fits a terminal.
#include "catch.hpp"
#include "scaleplan/recommend.hpp"
#include "scaleplan/rules.hpp"
#include "support.hpp"

using namespace scaleplan;

TEST_CASE("no line of an answer is longer than 80 columns", "[property]") {
  const Program program = load_rules("aws");
  test::Random random(8);
  for (std::size_t done = 0; done < test::cases(2000); ++done) {
    Block block(static_cast<std::size_t>(program.columns), 1);
    test::random_workload(program, random, block, 0);
    const Recommendation answer = recommend(program, block);
    // More than all of AWS earns: figures are as wide as they are.
    if (answer.stages[static_cast<std::size_t>(answer.shown)].usd_per_month() > 1e9) continue;
    const std::string text = recommend_text(answer, false);
    std::size_t begin = 0;
    for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', begin)) {
      if (end - begin > 80) FAIL("longer than 80 columns: " << text.substr(begin, end - begin));
      begin = end + 1;
    }
    REQUIRE(begin == text.size());
  }
}
