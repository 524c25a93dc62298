// Finds the word that was probably meant: the fewest letters added, left out, changed, or swapped with a
// neighbour; of words that are as near, the one whose mistake is made more easily.
#include "nearest.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "ascii.hpp"

namespace scaleplan {
namespace {

/// One letter more, less or otherwise; what makes it likelier or less likely is counted in single points.
constexpr std::size_t edit = 1000;

/// Whether the keys of both letters touch: each row begins half a key further right than the one above.
bool side_by_side(char a, char b) {
  constexpr std::array<std::string_view, 4> rows = {"1234567890-", "qwertyuiop", "asdfghjkl", "zxcvbnm"};
  const auto place = [&](char c) {
    for (int row = 0; row < static_cast<int>(rows.size()); ++row) {
      const std::size_t at = rows[static_cast<std::size_t>(row)].find(to_small(c));
      if (at != std::string_view::npos) return std::pair(row, 2 * static_cast<int>(at) + row);
    }
    return std::pair(-9, -9);
  };
  const auto [row_a, x_a] = place(a);
  const auto [row_b, x_b] = place(b);
  const int rows_apart = row_a > row_b ? row_a - row_b : row_b - row_a;
  const int halves = x_a > x_b ? x_a - x_b : x_b - x_a;
  return row_a >= 0 && row_b >= 0 && rows_apart <= 1 && halves <= 2 - rows_apart;
}

/// Writing `b` where `a` stands.
std::size_t changed(char a, char b) {
  if (a == b) return 0;
  if (to_small(a) == to_small(b)) return edit / 2;
  return edit + ((a == '_' && b == '-') || (a == '-' && b == '_') ? 0 : side_by_side(a, b) ? 30 : 50);
}

/// How far `a` as it was written is from `b`: edits, and how unlikely they are. A mistake in the first letter
/// is seen more easily than others.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
  const auto first = [](std::size_t i) { return i == 1 ? std::size_t{5} : std::size_t{0}; };
  const auto doubled = [](std::string_view word, std::size_t i) {
    return i > 1 && word[i - 1] == word[i - 2];
  };
  const auto extra = [&](std::size_t i) { return edit + (doubled(a, i) ? 10 : 60) + first(i); };
  const auto left_out = [&](std::size_t j) { return edit + (doubled(b, j) ? 10 : 25) + first(j); };
  for (std::size_t j = 1; j <= b.size(); ++j) above[j] = above[j - 1] + left_out(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = above[0] + extra(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t other = changed(a[i - 1], b[j - 1]);
      const std::size_t change = above[j - 1] + other + (other == 0 || i > 1 ? 0 : 5);
      row[j] = std::min({change, above[j] + extra(i), row[j - 1] + left_out(j)});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + edit + 20);
    }
    std::swap(before, above);
    std::swap(above, row);
  }
  return above[b.size()];
}

bool same_letters(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return to_small(x) == to_small(y); });
}

}  // namespace

std::string nearest(std::string_view word, const std::vector<std::string>& known) {
  const std::size_t limit = std::max<std::size_t>(1, word.size() / 3);
  std::size_t best = (limit + 1) * edit;
  std::string found;
  for (const std::string& candidate : known) {
    if (same_letters(word, candidate) && word != candidate) return candidate;
    const std::size_t longer = std::max(word.size(), candidate.size());
    if ((longer - std::min(word.size(), candidate.size())) * edit >= best) continue;
    const std::size_t far = distance(word, candidate);
    if (far >= best || far / edit > limit) continue;
    best = far;
    found = candidate;
  }
  return found;
}

std::string did_you_mean(std::string_view near, std::string otherwise) {
  return near.empty() ? std::move(otherwise) : "did you mean \"" + std::string(near) + "\"?";
}

std::string near_hint(std::string_view near, const std::vector<std::string>& known, std::string_view intro) {
  constexpr std::size_t most_named = 30;
  std::string all;
  for (std::size_t i = 0; i < known.size() && i < most_named; ++i)
    all += (i == 0 ? std::string(intro) : ", ") + known[i];
  return did_you_mean(near, known.size() > most_named ? all + ", ..." : all);
}

}  // namespace scaleplan
