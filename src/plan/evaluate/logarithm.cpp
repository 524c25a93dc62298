// Takes powers of two off, and sums a series for what is left.
#include "logarithm.hpp"

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace scaleplan::plan {
namespace {

// ln 2 in two parts: the first has so few bits that its product with a whole exponent is exact.
constexpr double ln2_high = 0x1.62e42feep-1;
constexpr double ln2_low = 0x1.a39ef35793c76p-33;
constexpr double root_half = 0.70710678118654752440;

/// Two to a whole power from -1022 to 1023.
double two_to(std::int64_t power) {
  return std::bit_cast<double>(static_cast<std::uint64_t>(power + 1023) << 52);
}

}  // namespace

double natural_log(double value) {
  std::int64_t power = 0;
  if (value < 0x1p-1022) {
    value *= 0x1p54;
    power = -54;
  }
  const auto bits = std::bit_cast<std::uint64_t>(value);
  power += static_cast<std::int64_t>(bits >> 52) - 1022;
  double part = std::bit_cast<double>((bits & 0xFFFFFFFFFFFFFULL) | (1022ULL << 52));  // from 0.5 to 1
  if (part < root_half) {
    part *= 2;
    --power;
  }
  // ln x = 2 (s + s^3/3 + s^5/5 + ...) with s = (x - 1) / (x + 1), at most 0.172 here.
  const double s = (part - 1) / (part + 1);
  const double square = s * s;
  double sum = 0;
  for (int odd = 25; odd >= 3; odd -= 2) sum = (sum + 1.0 / odd) * square;
  const double small = 2 * s + 2 * s * sum;
  const auto times = static_cast<double>(power);
  return times * ln2_high + (small + times * ln2_low);
}

double exponential(double value) {
  if (value > 709) return std::numeric_limits<double>::infinity();
  if (value < -708) return 0;
  const double times = std::floor(value / (ln2_high + ln2_low) + 0.5);
  const double rest = (value - times * ln2_high) - times * ln2_low;  // at most 0.35 either way
  double sum = 0;
  for (int n = 16; n >= 1; --n) sum = (sum + 1) * rest / n;
  return (1 + sum) * two_to(static_cast<std::int64_t>(times));
}

}  // namespace scaleplan::plan
