// Which rows of tables are prices, and of when.
#pragma once

#include "definitions.hpp"

namespace scaleplan::read {

/// Whether a row of a table holds money.
bool is_price(const TableRow& row);

/// The date of a row: its own, or the youngest of its sources; empty when none has one.
Text date_of(const Definitions& all, const TableRow& row);

}  // namespace scaleplan::read
