// Equality of size tables: components that are sized alike are sized once.
#include "scaleplan/program.hpp"

#include <algorithm>

namespace scaleplan {
namespace {

template <class T>
bool same(std::span<const T> a, std::span<const T> b) {
  return a.size() == b.size() && (a.data() == b.data() || std::equal(a.begin(), a.end(), b.begin()));
}

}  // namespace

bool operator==(const CatalogRows& a, const CatalogRows& b) {
  // Prices may hold what is not a number, which equals nothing; each catalogue's are kept once.
  return a.first == b.first && a.last == b.last && a.own_list == b.own_list &&
         a.prices.data() == b.prices.data() && same(a.origins, b.origins);
}

bool operator==(const SizeTable& a, const SizeTable& b) {
  return a.from == b.from && a.lists == b.lists && a.variants == b.variants && a.factors == b.factors &&
         same(a.names, b.names) && same(a.groups, b.groups) && same(a.candidates, b.candidates) &&
         same(a.healthy, b.healthy) && same(a.zone_lost, b.zone_lost) &&
         std::equal(a.columns.begin(), a.columns.end(), b.columns.begin(), b.columns.end(),
                    [](const SizeColumn& x, const SizeColumn& y) {
                      return x.name == y.name && same(x.figures, y.figures);
                    });
}

std::string other_name(const std::vector<Input>& inputs, std::string_view name, std::string_view value) {
  constexpr std::string_view hole = "{value}";
  for (const Input& input : inputs) {
    for (const OtherName& other : input.other_names) {
      if (other.name != name) continue;
      std::string instead(other.instead);
      const std::size_t at = instead.find(hole);
      if (at != std::string::npos) instead.replace(at, hole.size(), value.empty() ? "N" : value);
      return instead;
    }
  }
  return {};
}

}  // namespace scaleplan
