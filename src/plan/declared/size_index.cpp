// Appends the sizes that no pick would choose to the candidates of each pick, and finds sizes by name.
#include "size_index.hpp"

#include <algorithm>
#include <deque>
#include <utility>

namespace scaleplan::plan {
SizeIndex::SizeIndex(const Program& program, AllSizes all_sizes)
    : program_(program), all_sizes_(std::move(all_sizes)) {
  struct Memory {
    std::shared_ptr<const void> before;
    std::deque<std::vector<double>> numbers;
  };
  const auto memory = std::make_shared<Memory>();
  memory->before = program_.memory;
  const auto extend = [&](std::span<const double>& figures, const std::vector<double>& more) {
    std::vector<double>& all = memory->numbers.emplace_back(figures.begin(), figures.end());
    all.insert(all.end(), more.begin(), more.end());
    figures = all;
  };
  for (std::size_t p = 0; p < all_sizes_.of_pick.size(); ++p) {
    Pick& pick = program_.picks[p];
    const DominatedSizes& more = all_sizes_.lists[as_index(all_sizes_.of_pick[p])];
    extend(pick.price, more.price);
    extend(pick.healthy, more.healthy);
    extend(pick.zone_lost, more.zone_lost);
    for (std::size_t t = 0; t < pick.tables.size(); ++t) extend(pick.tables[t], more.tables[t]);
  }
  program_.memory = memory;
}

std::optional<std::size_t> SizeIndex::inside(std::int32_t pick, std::size_t group, Text name) const {
  const Pick& sizes = program_.picks[as_index(pick)];
  for (std::size_t c = as_index(sizes.groups[group]); c < as_index(sizes.groups[group + 1]); ++c) {
    if (program_.candidates[as_index(sizes.candidates[c])].name == name) return c;
  }
  if (as_index(pick) >= all_sizes_.of_pick.size()) return std::nullopt;
  const DominatedSizes& more = all_sizes_.lists[as_index(all_sizes_.of_pick[as_index(pick)])];
  for (std::size_t i = as_index(more.groups[group]); i < as_index(more.groups[group + 1]); ++i) {
    if (more.names[i] == name) return sizes.candidates.size() + i;
  }
  return std::nullopt;
}

int SizeIndex::alike(const Pick& pick, std::size_t a, std::size_t b) const {
  const Register prices =
      program_.price_input < 0 ? none : program_.inputs[as_index(program_.price_input)].value;
  int same = 0;
  for (std::size_t i = pick.radix.size(); i-- > 0;) {
    const std::size_t radix = as_index(pick.radix[i]);
    const bool equal = a % radix == b % radix;
    if (!equal && pick.selectors[i] == prices) return -1;
    same += equal ? 1 : 0;
    a /= radix;
    b /= radix;
  }
  return same;
}

std::optional<std::size_t> SizeIndex::position(std::int32_t pick, std::size_t group, Text name) const {
  if (const auto here = inside(pick, group, name)) return here;
  const Pick& sizes = program_.picks[as_index(pick)];
  std::optional<std::size_t> best;
  int most = -1;
  for (std::size_t other = 0; other + 1 < sizes.groups.size(); ++other) {
    const int same = alike(sizes, group, other);
    if (same <= most) continue;
    const auto there = inside(pick, other, name);
    if (!there) continue;
    most = same;
    best = there;
  }
  return best;
}

}  // namespace scaleplan::plan
