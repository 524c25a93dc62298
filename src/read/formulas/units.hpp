// The units formulas and values are written in: those everybody has, and those a rule file counts.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scaleplan/dimension.hpp"

namespace scaleplan::read {

/// A unit by its factor to the engine's units (s, B, USD, one of a counted thing) and its dimension.
struct Measure {
  double factor = 1;
  Dimension dimension;
};

/// The dimension of a bill.
inline constexpr Dimension usd_per_second{{-1, 0, 1}};

class Units {
 public:
  Units() = default;
  explicit Units(std::vector<std::string> counted) : counted_(std::move(counted)) {}
  /// A single unit such as "GiB" or "user".
  [[nodiscard]] std::optional<Measure> named(std::string_view name) const;
  /// A unit expression such as "req/s/user", "$/GiB/month", "1/s" or "ratio".
  [[nodiscard]] std::optional<Measure> expression(std::string_view text) const;
  /// The first word of a unit expression that is no unit; the whole text when each word is one.
  [[nodiscard]] std::string_view unknown_in(std::string_view text) const;
  /// A dimension for a message: "req/s", "B/s", "USD", "a plain number".
  [[nodiscard]] std::string spell(const Dimension& dimension) const;
  [[nodiscard]] const std::vector<std::string>& counted() const { return counted_; }
  /// Every unit name, for did-you-mean.
  [[nodiscard]] std::vector<std::string> names() const;
  /// The unit that `word` was probably meant to be: another name of it, such as "hours", or a misspelled one;
  /// else empty.
  [[nodiscard]] std::string near(std::string_view word) const;

 private:
  std::vector<std::string> counted_;
};

/// A number as people write it: digits, an SI suffix (k M G), a percent sign, a unit ("50k", "99.95%",
/// "20GiB",
/// "$0.10/GiB/month").
struct Literal {
  double number = 0;
  Measure measure;        ///< factor 1 and no dimension when no unit was written
  bool has_unit = false;  ///< a percent sign counts as one
  std::size_t length = 0;
};

/// The unit in a number with a unit, without the suffix of the number: "$/GiB/month", "ms"; empty without
/// one.
std::string unit_in(const std::string& literal);

/// The literal at the start of `text`, or nothing when it does not start with one.
std::optional<Literal> literal_at(std::string_view text, const Units& units);

}  // namespace scaleplan::read
