// Formulas by what they mean: one spelling for all that come to the same.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "units.hpp"

namespace scaleplan::read {

/// A number with the names of its dimension: 20 ms is 0.02 in "s".
struct Quantity {
  double number = 0;
  std::string dimension;

  friend bool operator==(const Quantity&, const Quantity&) = default;
};

/// The number that `text` is, in engine units; nothing when it is another formula or none.
std::optional<Quantity> quantity_of(const std::string& text, const Units& units);

/// A text that is the same for two formulas when they differ in spelling alone: blanks, brackets, units of
/// one dimension, order where it does not matter, numbers worked out. Of what is no formula only blanks are
/// left out that stand beside others. Made for comparing, not for reading.
std::string meaning_of(const std::string& text, const Units& units);

}  // namespace scaleplan::read
