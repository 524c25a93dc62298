// Takes the separators out of a number, and shortens it with a suffix where that says the same.
#include "separators.hpp"

#include <algorithm>
#include <utility>

#include "ascii.hpp"

namespace scaleplan::read {
bool is_separator(char c) { return c == ',' || c == '.' || c == '_' || c == '\'' || c == ' '; }

std::string without_separators(std::string_view text) {
  const std::size_t first = text.find_first_not_of("0123456789");
  if (first == 0 || first == std::string_view::npos || !is_separator(text[first])) return {};
  const char sign = text[first];
  std::string digits(text.substr(0, first));
  std::size_t groups = 0;
  for (std::size_t at = first; at < text.size(); at += 4, ++groups) {
    const std::string_view group = text.substr(at + 1, 3);
    const bool whole = text[at] == sign && group.size() == 3 &&
                       std::all_of(group.begin(), group.end(), is_digit) &&
                       (at + 4 == text.size() || !is_digit(text[at + 4]));
    if (!whole) {
      const std::string_view rest = text.substr(first + 1);
      if (sign != ',' || rest.empty() || !std::all_of(rest.begin(), rest.end(), is_digit)) return {};
      return "write " + digits + "." + std::string(rest);
    }
    digits += group;
  }
  // Nobody writes three zeros behind the point of a decimal number.
  if (sign == '.' && groups < 2 && (digits.front() == '0' || !digits.ends_with("000"))) return {};
  std::string hint = "write " + digits;
  for (const auto& [zeros, suffix] : {std::pair{9, "G"}, {6, "M"}, {3, "k"}}) {
    const auto n = static_cast<std::size_t>(zeros);
    if (digits.size() <= n || digits.find_last_not_of('0') + n >= digits.size()) continue;
    return hint + " or " + digits.substr(0, digits.size() - n) + suffix;
  }
  return hint;
}

}  // namespace scaleplan::read
