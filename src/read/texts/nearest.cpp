// Finds the word that was probably meant: the fewest letters added, left out, changed, or swapped
// with a neighbour.
#include <algorithm>
#include <cstddef>
#include <utility>

#include "tree.hpp"

namespace scaleplan::read {
namespace {

std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({change, above[j] + 1, row[j - 1] + 1});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, above);
    std::swap(above, row);
  }
  return above[b.size()];
}

}  // namespace

std::string nearest(std::string_view word, const std::vector<std::string>& known) {
  const std::size_t limit = std::max<std::size_t>(1, word.size() / 3);
  std::size_t best = limit + 1;
  std::string found;
  for (const std::string& candidate : known) {
    const std::size_t longer = std::max(word.size(), candidate.size());
    if (longer - std::min(word.size(), candidate.size()) >= best) continue;
    const std::size_t far = distance(word, candidate);
    if (far >= best) continue;
    best = far;
    found = candidate;
  }
  return found;
}

std::string near_hint(const std::string& near, const std::vector<std::string>& known,
                      const std::string& intro) {
  if (!near.empty()) return "did you mean \"" + near + "\"?";
  constexpr std::size_t most_named = 30;
  std::string all;
  for (std::size_t i = 0; i < known.size() && i < most_named; ++i) all += (i == 0 ? intro : ", ") + known[i];
  return known.size() > most_named ? all + ", ..." : all;
}

}  // namespace scaleplan::read
