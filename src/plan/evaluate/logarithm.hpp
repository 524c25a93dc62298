// Logarithm and exponential from plain arithmetic, so that every machine gets the same bits.
#pragma once

namespace scaleplan::plan {

/// Natural logarithm of a positive, finite number; wrong by at most 4e-16 of the result or 4e-16, whichever
/// is more.
double natural_log(double value);

/// e to the power of `value`; wrong by at most 4e-15 of the result for powers from -700 to 700.
double exponential(double value);

}  // namespace scaleplan::plan
