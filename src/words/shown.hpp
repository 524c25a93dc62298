// Text from outside as it can be shown: what would steer a terminal, a log or a comment is written as an
// escape.
#pragma once

#include <string>
#include <string_view>

namespace scaleplan {

/// Whether a character steers what shows it, turns the order of the text, or is none: controls (also a line
/// feed), bidirectional marks, line and paragraph separators, invisible signs, noncharacters.
bool is_hidden(char32_t c);

/// The text with each hidden character, and each byte that is no UTF-8, written as "\u001b"; tabs stay.
std::string shown(std::string_view text);

/// The same for a text of several lines: line feeds stay, too.
std::string lines_shown(std::string_view text);

/// The same as shown() for Markdown: what would begin code, a link, a mention or HTML is shown as it is.
std::string shown_in_markdown(std::string_view text);

/// A code span of Markdown that holds the text, whatever backticks are in it.
std::string markdown_code(std::string_view text);

}  // namespace scaleplan
