// Our own logarithm and exponential against the library's.
#include "plan/evaluate/logarithm.hpp"

#include <cmath>

#include "catch.hpp"
#include "support.hpp"

using scaleplan::plan::exponential;
using scaleplan::plan::natural_log;

TEST_CASE("logarithm and exponential are as exact as they say", "[plan]") {
  scaleplan::test::Random random(51);
  for (int i = 0; i < 200000; ++i) {
    const double power = (random.unit() - 0.5) * 1400;
    const double e = exponential(power);
    REQUIRE(std::abs(e / std::exp(power) - 1) <= 4e-15);
    const double value = std::exp((random.unit() - 0.5) * 1400);
    const double exact = std::log(value);
    REQUIRE(std::abs(natural_log(value) - exact) <= 4e-16 * std::max(1.0, std::abs(exact)));
  }
  CHECK(natural_log(1) == 0);
  CHECK(exponential(0) == 1);
  CHECK(std::abs(natural_log(5e-324) - std::log(5e-324)) < 1e-12);
  CHECK(exponential(-800) == 0);
  CHECK(std::isinf(exponential(800)));
}
