// Prices and other figures that an answer needs and no rule gives.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "scaleplan/error.hpp"
#include "scaleplan/evaluate.hpp"

namespace scaleplan {

/// A choice with its value, as rule files spell them.
struct Chosen {
  Text by, value;

  friend bool operator==(const Chosen&, const Chosen&) = default;
};

/// A figure that is missing: the prices of a catalogue, or one figure of a table.
struct MissingPrice {
  Text catalog;                  ///< empty for a figure of a table
  Text figure;                   ///< "price.nat"; empty for a catalogue
  Text unit;                     ///< of such a figure: "$/h"
  std::vector<Chosen> where;     ///< the choices for whose values there is none
  std::vector<Chosen> choices;   ///< all that choose a price of the catalogue, in its order
  std::vector<Text> rows;        ///< sizes of the catalogue that would be worth buying
  std::vector<Text> components;  ///< that need it
};

/// The figures that are missing for the one workload in `workload`: those without which the first stage that
/// may hold cannot be judged, or its bill not be made. Empty where the program is complete.
std::vector<MissingPrice> missing_prices(const Program& program, const Block& workload);

/// The error (W011) that these prices are missing, with rules to fill in.
Error missing_prices_error(const std::vector<MissingPrice>& missing);

}  // namespace scaleplan
