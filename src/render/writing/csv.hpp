// Rows of CSV files, quoted as RFC 4180 says; each ends in a line feed.
#pragma once

#include <string>
#include <vector>

namespace scaleplan::render {

/// One row of a CSV file: a field with a comma, a quote or a line break is quoted, its quotes doubled.
std::string csv_row(const std::vector<std::string>& fields);

}  // namespace scaleplan::render
