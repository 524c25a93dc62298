// Numbers as text and back: the same bits and characters on every platform and in every locale.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace scaleplan {

/// How many characters at the start of `text` spell a decimal number ("12", "-0.5", ".5", "1e6"); 0 if none
/// do.
std::size_t number_length(std::string_view text);

/// The double nearest to the decimal number that the whole of `text` spells; nothing for any other text, and
/// for a number that is too large or too small for a double.
std::optional<double> read_number(std::string_view text);

/// `value` to twelve significant digits, without zeros at the end: "0.3", "1050.5", "1e+20".
std::string write_number(double value);

/// The shortest digits that read_number() turns back into `value`.
std::string write_exact_number(double value);

}  // namespace scaleplan
