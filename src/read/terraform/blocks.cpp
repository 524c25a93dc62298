// Compares the constants of written blocks with planned blocks.
#include "blocks.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>

namespace scaleplan::read {
namespace {

constexpr std::size_t most_pairs = 100'000;

/// The text of a constant scalar; nothing for any other expression.
std::optional<std::string> constant(JsonValue expression) {
  const JsonValue value =
      expression.kind() == JsonKind::map ? expression.find("constant_value") : JsonValue();
  switch (value.kind()) {
    case JsonKind::yes:
      return "true";
    case JsonKind::no:
      return "false";
    case JsonKind::text:
    case JsonKind::number:
      return std::string(value.node().text);
    case JsonKind::nothing:
    case JsonKind::list:
    case JsonKind::map:
    case JsonKind::skipped:
      return std::nullopt;
  }
  return std::nullopt;
}

/// How many constants of a written block a planned one has; nothing when it has another value for one.
std::optional<int> alike(JsonValue written, const Attribute& planned) {
  int same = 0;
  for (JsonValue one = written.first(); one; one = written.after(one)) {
    const auto wanted = constant(one);
    const Attribute* there = planned.find(one.key());
    const auto text = wanted && there != nullptr ? text_of(*there) : std::nullopt;
    if (!text) continue;
    Attribute number;
    number.kind = Attribute::Kind::text;
    number.text = *wanted;
    const auto left = number_of(number), right = number_of(*there);
    if (left && right ? *left != *right : *wanted != *text) return std::nullopt;
    ++same;
  }
  return same;
}

}  // namespace

std::vector<std::pair<JsonValue, std::size_t>> paired_blocks(JsonValue written, const Attribute& planned) {
  std::vector<std::pair<JsonValue, std::size_t>> result;
  for (JsonValue one = written.first(); one; one = written.after(one))
    result.emplace_back(one, result.size());
  const std::size_t count = planned.items.size();
  const bool compared = !result.empty() && count > 1 && result.size() <= most_pairs / count;
  std::vector<std::tuple<int, bool, std::size_t, std::size_t>> pairs;  // alike, elsewhere, written, planned
  for (std::size_t w = 0; compared && w < result.size(); ++w) {
    for (std::size_t p = 0; p < count; ++p) {
      if (const auto same = alike(result[w].first, planned.items[p]); same && *same > 0)
        pairs.emplace_back(-*same, w != p, w, p);
    }
  }
  std::sort(pairs.begin(), pairs.end());
  std::vector<bool> paired(result.size()), taken(count);
  for (const auto& [same, elsewhere, w, p] : pairs) {
    if (paired[w] || taken[p]) continue;
    paired[w] = taken[p] = true;
    result[w].second = p;
  }
  for (std::size_t w = 0; w < result.size(); ++w) {
    if (paired[w]) continue;
    const auto free = std::find(taken.begin(), taken.end(), false);
    const auto own = w < count && !taken[w] ? w : static_cast<std::size_t>(free - taken.begin());
    result[w].second = own;
    if (own < count) taken[own] = true;
  }
  result.erase(
      std::remove_if(result.begin(), result.end(), [&](const auto& one) { return one.second >= count; }),
      result.end());
  return result;
}

}  // namespace scaleplan::read
