// Units as dimensions: what may be added to what, and the factor between a unit and the engine's own (s, B,
// USD).
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace scaleplan {

/// Powers of time, bytes, money and the counted things a rule file declares; all zero is a plain ratio.
struct Dimension {
  static constexpr std::size_t most = 24;  ///< time, bytes, money and up to 21 counted units
  std::array<std::int8_t, most> power{};

  friend bool operator==(const Dimension&, const Dimension&) = default;
};

/// The dimension of a product.
constexpr Dimension operator*(Dimension a, const Dimension& b) {
  for (std::size_t i = 0; i < Dimension::most; ++i)
    a.power[i] = static_cast<std::int8_t>(a.power[i] + b.power[i]);
  return a;
}

/// The dimension of a quotient.
constexpr Dimension operator/(Dimension a, const Dimension& b) {
  for (std::size_t i = 0; i < Dimension::most; ++i)
    a.power[i] = static_cast<std::int8_t>(a.power[i] - b.power[i]);
  return a;
}

/// A unit as a rule file spells it: value in the engine's own units = number x factor.
struct Unit {
  std::string_view text;  ///< "GiB", "req/s", "ratio", "yes/no"; what an answer prints
  double factor = 1;

  friend bool operator==(const Unit&, const Unit&) = default;
};

inline constexpr double seconds_a_month = 730.0 * 3600;
inline constexpr Unit usd_a_month{"$/month", 1 / seconds_a_month};

}  // namespace scaleplan
