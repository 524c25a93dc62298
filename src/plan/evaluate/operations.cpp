// The table of operations. A row holds the meaning of one operation once; evaluation applies it to columns
// and the compiler to constants, so that what is folded has the bits of what is computed.
#include "scaleplan/operations.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "servers.hpp"

namespace scaleplan {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

template <auto f>
void columns(double* out, const double* a, const double* b, const double* c, std::size_t lanes) {
  for (std::size_t i = 0; i < lanes; ++i) {
    if constexpr (requires { f(0.0); }) out[i] = f(a[i]);
    if constexpr (requires { f(0.0, 0.0); }) out[i] = f(a[i], b[i]);
    if constexpr (requires { f(0.0, 0.0, 0.0); }) out[i] = f(a[i], b[i], c[i]);
  }
}

/// The bounds of an operation whose result rises with each operand.
template <auto f>
Range rising(Range a, Range b, Range) {
  if constexpr (requires { f(0.0); }) {
    return {f(a.low), f(a.high)};
  } else {
    return {f(a.low, b.low), f(a.high, b.high)};
  }
}

Range yes_or_no(Range, Range, Range) { return {0, 1}; }

double product(double x, double y) { return x == 0 || y == 0 ? 0 : x * y; }

Range of_product(Range a, Range b, Range) {
  const auto [low, high] = std::minmax(
      {product(a.low, b.low), product(a.low, b.high), product(a.high, b.low), product(a.high, b.high)});
  return {low, high};
}

Range of_quotient(Range a, Range b, Range) {
  if (b.low <= 0 && b.high >= 0) return {-infinity, infinity};
  return of_product(a, {1 / b.high, 1 / b.low}, {});
}

constexpr double truth(bool value) { return value ? 1.0 : 0.0; }

constexpr auto sum_of = [](double x, double y) { return x + y; };
constexpr auto smaller_of = [](double x, double y) { return y < x ? y : x; };
constexpr auto larger_of = [](double x, double y) { return x < y ? y : x; };
constexpr auto up = [](double x) { return std::ceil(x); };
constexpr auto down = [](double x) { return std::floor(x); };
constexpr auto half_up = [](double x) { return std::floor(x + 0.5); };
constexpr auto root_of = [](double x) { return std::sqrt(std::max(x, 0.0)); };
/// `base` to a whole, not negative power, by multiplication alone: the same bits on every machine.
constexpr auto power_of = [](double base, double exponent) {
  double result = 1;
  for (double left = std::min(exponent, 64.0); left >= 1; left -= 1) result *= base;
  return result;
};

Range of_power(Range base, Range exponent, Range) {
  const double most = power_of(std::max({1.0, base.high, -base.low}), exponent.high);
  return {base.low < 0 ? -most : 0, most};
}

constexpr Operation negate{
    .reads = 1, .apply = columns<[](double x) { return -x; }>, .bounds = [](Range a, Range, Range) {
      return Range{-a.high, -a.low};
    }};
constexpr Operation add{
    .reads = 2, .apply = columns<sum_of>, .bounds = rising<sum_of>, .commutes = true, .neutral = 0.0};
constexpr Operation subtract{.reads = 2,
                             .apply = columns<[](double x, double y) { return x - y; }>,
                             .bounds =
                                 [](Range a, Range b, Range) {
                                   return Range{a.low - b.high, a.high - b.low};
                                 },
                             .neutral = 0.0};
constexpr Operation multiply{.reads = 2,
                             .apply = columns<[](double x, double y) { return x * y; }>,
                             .bounds = of_product,
                             .commutes = true,
                             .neutral = 1.0,
                             .absorbing = 0.0};
constexpr Operation divide{.reads = 2,
                           .apply = columns<[](double x, double y) { return x / y; }>,
                           .bounds = of_quotient,
                           .neutral = 1.0};
constexpr Operation less{
    .reads = 2, .apply = columns<[](double x, double y) { return truth(x < y); }>, .bounds = yes_or_no};
constexpr Operation less_equal{
    .reads = 2, .apply = columns<[](double x, double y) { return truth(x <= y); }>, .bounds = yes_or_no};
constexpr Operation equal{.reads = 2,
                          .apply = columns<[](double x, double y) { return truth(x == y); }>,
                          .bounds = yes_or_no,
                          .commutes = true};
constexpr Operation both{.reads = 2,
                         .apply = columns<[](double x, double y) { return x * y; }>,
                         .bounds = yes_or_no,
                         .commutes = true,
                         .neutral = 1.0,
                         .absorbing = 0.0};
constexpr Operation either{.reads = 2,
                           .apply = columns<larger_of>,
                           .bounds = yes_or_no,
                           .commutes = true,
                           .neutral = 0.0,
                           .absorbing = 1.0};
constexpr Operation opposite{
    .reads = 1, .apply = columns<[](double x) { return 1 - x; }>, .bounds = yes_or_no};
constexpr Operation select{.reads = 3,
                           .apply = columns<[](double c, double x, double y) { return c != 0 ? x : y; }>,
                           .bounds = [](Range, Range x, Range y) {
                             return Range{std::min(x.low, y.low), std::max(x.high, y.high)};
                           }};
constexpr Operation minimum{.reads = 2, .apply = columns<smaller_of>, .bounds = rising<smaller_of>};
constexpr Operation maximum{.reads = 2, .apply = columns<larger_of>, .bounds = rising<larger_of>};
constexpr Operation ceiling{.reads = 1, .apply = columns<up>, .bounds = rising<up>};
constexpr Operation floor{.reads = 1, .apply = columns<down>, .bounds = rising<down>};
constexpr Operation round{.reads = 1, .apply = columns<half_up>, .bounds = rising<half_up>};
constexpr Operation root{.reads = 1, .apply = columns<root_of>, .bounds = rising<root_of>};
constexpr Operation power{.reads = 2, .apply = columns<power_of>, .bounds = of_power};
constexpr Operation servers{
    .reads = 3, .apply = columns<plan::servers_needed>, .bounds = [](Range, Range, Range) {
      return Range{0, infinity};
    }};
/// Operations that read a workload, a pick or constants: a pass does them, and the compiler knows their
/// range.
constexpr Operation reads_no_column{};
constexpr Operation reads_one{.reads = 1};

/// The row of an operation; one that has none is a compile error.
constexpr const Operation& row_of(Op op) {
  switch (op) {
    case Op::constant:
      return reads_no_column;
    case Op::given_value:
      return reads_no_column;
    case Op::is_given:
      return reads_no_column;
    case Op::negate:
      return negate;
    case Op::add:
      return add;
    case Op::subtract:
      return subtract;
    case Op::multiply:
      return multiply;
    case Op::divide:
      return divide;
    case Op::less:
      return less;
    case Op::less_equal:
      return less_equal;
    case Op::equal:
      return equal;
    case Op::both:
      return both;
    case Op::either:
      return either;
    case Op::opposite:
      return opposite;
    case Op::select:
      return select;
    case Op::minimum:
      return minimum;
    case Op::maximum:
      return maximum;
    case Op::ceiling:
      return ceiling;
    case Op::floor:
      return floor;
    case Op::round:
      return round;
    case Op::root:
      return root;
    case Op::power:
      return power;
    case Op::servers:
      return servers;
    case Op::lookup:
      return reads_one;
    case Op::pick:
      return reads_no_column;
    case Op::written:
      return reads_one;
    case Op::most:
      return reads_one;
    case Op::column:
      return reads_one;
  }
  return reads_no_column;
}

}  // namespace

constexpr std::array<Operation, static_cast<std::size_t>(Op::column) + 1> rows = [] {
  std::array<Operation, static_cast<std::size_t>(Op::column) + 1> all{};
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = row_of(static_cast<Op>(i));
  return all;
}();
constinit const std::array<Operation, static_cast<std::size_t>(Op::column) + 1> operations = rows;

}  // namespace scaleplan
