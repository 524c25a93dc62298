// Comma-separated values (RFC 4180) with the place of every cell; also as a tree, like any other text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tree.hpp"

namespace scaleplan::read {

/// A cell without the blanks around it and without its quotes.
struct CsvCell {
  std::string text;
  int column = 1;  ///< of its first character, from 1
  int length = 1;
  bool closed = true;  ///< false: its quotes do not end
};

struct CsvLine {
  int line = 1;  ///< from 1; a quoted cell may go on in the next ones
  std::vector<CsvCell> cells;
};

/// The lines of a text that hold anything; line ends may be LF or CR LF, and a byte order mark is left out.
std::vector<CsvLine> csv_lines(std::string_view content);

/// A map from the first cell of each line to what the heading calls its other cells. A heading `a.b` is the
/// key b of the map a, an empty cell is left out, and several words under `source` or `estimated` are a list.
/// Faults go to `report`.
Node csv_tree(std::string_view content, const std::string& name, Report& report);

}  // namespace scaleplan::read
