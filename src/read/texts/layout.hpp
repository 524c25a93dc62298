// Which line is to blame when the lines of a file do not fit together.
#pragma once

#include <cstddef>
#include <optional>

#include "syntax.hpp"

namespace scaleplan::read {

/// The fault where the parser stopped at `at` because of the lines around it: a line that is no `key:
/// value`, one that is indented otherwise than its neighbours, a list item among keys, or the reverse;
/// nothing when the lines look well.
std::optional<SyntaxFault> wrong_line(std::size_t at, const Places& places);

/// The line of `at`, when a bracket follows its first word: the colon, or the space behind it, is missing.
std::optional<SyntaxFault> bracket_behind_word(std::size_t at, const Places& places);

/// The spaces that `line` begins with; all of it when it is blank.
std::size_t indentation(std::string_view line);

/// The spaces before the first character of the line of `at`.
std::size_t indentation(std::size_t at, const Places& places);

/// The { or [ of the line that is still open where `at` closes one outside of it; nowhere when none is.
std::size_t open_inside(std::size_t at, const Places& places);

/// The last { or [ of the lines before that of `at` that its own line does not close; nowhere when each is
/// closed.
std::size_t open_bracket_before(std::size_t at, const Places& places);

/// Whether the quotes that open at `begin` close in another line than they open in, before `at`.
bool quotes_over_lines(std::size_t begin, std::size_t at, std::string_view content);

}  // namespace scaleplan::read
