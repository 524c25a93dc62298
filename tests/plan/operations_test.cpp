// The table of operations: what it says of each operation holds for generated operands, folded or computed.
#include "scaleplan/operations.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>

#include "catch.hpp"
#include "read/program/graph.hpp"
#include "support.hpp"

using namespace scaleplan;

namespace {

using Operands = std::array<double, 3>;

double applied(const Operation& what, const Operands& x) {
  double result = 0;
  what.apply(&result, &x[0], &x[1], &x[2], 1);
  return result;
}

bool is_logic(Op op) { return op == Op::both || op == Op::either || op == Op::opposite; }

/// Whole and broken numbers, small and large, of both signs; for operations on yes and no, 0 and 1. Powers
/// and waiting times are not negative.
double operand(Op op, test::Random& random) {
  if (is_logic(op)) return static_cast<double>(random.below(2));
  const double size = random.below(3) == 0 ? static_cast<double>(random.below(4)) : random.unit() * 50;
  const bool negative = op != Op::power && op != Op::servers && random.below(3) == 0;
  return negative ? -size : size;
}

std::vector<Op> arithmetic() {
  std::vector<Op> all;
  for (int i = 0; i <= static_cast<int>(Op::column); ++i) {
    if (operation(static_cast<Op>(i)).apply != nullptr) all.push_back(static_cast<Op>(i));
  }
  return all;
}

}  // namespace

TEST_CASE("each row of the table of operations says what its operation does", "[operations][property]") {
  test::Random random(4);
  REQUIRE(arithmetic().size() == 20);
  for (const Op op : arithmetic()) {
    const Operation& what = operation(op);
    CAPTURE(static_cast<int>(op));
    REQUIRE(what.bounds != nullptr);
    for (std::size_t i = 0; i < test::cases(2000); ++i) {
      const Operands x{operand(op, random), operand(op, random), operand(op, random)};
      const double result = applied(what, x);
      CAPTURE(x[0], x[1], x[2], result);
      // From a range around each operand to a range around the result.
      const auto around = [&](double value) { return Range{value - random.unit(), value + random.unit()}; };
      const std::array<Range, 3> ranges{around(x[0]), around(x[1]), around(x[2])};
      const Range range = what.bounds(ranges[0], ranges[1], ranges[2]);
      if (!std::isnan(result)) CHECK((range.low <= result && result <= range.high));
      if (what.commutes) CHECK(applied(what, {x[1], x[0], x[2]}) == result);
      if (what.neutral) CHECK(applied(what, {x[0], *what.neutral, x[2]}) == x[0]);
      if (what.neutral && what.commutes) CHECK(applied(what, {*what.neutral, x[1], x[2]}) == x[1]);
      if (what.absorbing) CHECK(applied(what, {*what.absorbing, x[1], x[2]}) == *what.absorbing);
      if (what.absorbing) CHECK(applied(what, {x[0], *what.absorbing, x[2]}) == *what.absorbing);
    }
  }
}

TEST_CASE("what the compiler folds has the bits of what is computed", "[operations][property]") {
  test::Random random(5);
  for (const Op op : arithmetic()) {
    const Operation& what = operation(op);
    CAPTURE(static_cast<int>(op));
    for (std::size_t i = 0; i < test::cases(500); ++i) {
      const Operands x{operand(op, random), operand(op, random), operand(op, random)};
      const double result = applied(what, x);
      read::Graph graph;
      std::array<Register, 3> at{none, none, none};
      for (std::size_t k = 0; k < static_cast<std::size_t>(what.reads); ++k) at[k] = graph.constant(x[k]);
      const Register folded = graph.apply(op, at[0], at[1], at[2]);
      CAPTURE(x[0], x[1], x[2], result);
      CHECK(graph.is_constant(folded) == std::isfinite(result));
      if (!graph.is_constant(folded)) continue;
      CHECK(std::bit_cast<std::uint64_t>(graph.range(folded).low) == std::bit_cast<std::uint64_t>(result));
    }
  }
}
