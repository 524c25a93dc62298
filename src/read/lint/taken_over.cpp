// Finds components of an extension that are something else than the inherited one whose id they have.
#include <algorithm>

#include "lint.hpp"

namespace scaleplan::read {
namespace {

/// Whether the two say `key` in other words.
bool differs(const Node& a, const Node& b, std::string_view key) {
  const Node* one = a.find(key);
  const Node* other = b.find(key);
  return one != nullptr && other != nullptr && one->text != other->text;
}

bool same_place(const Mark& a, const Mark& b) {
  return a.text != nullptr && b.text != nullptr && a.text->name == b.text->name && a.line == b.line &&
         a.column == b.column;
}

}  // namespace

void lint_taken_over(Lint& lint, const Loaded& base) {
  for (const auto& [id, own] : lint.all().components) {
    const auto inherited = base.all.components.find(id);
    if (inherited == base.all.components.end()) continue;
    const Node& below = *inherited->second;
    if (!differs(*own, below, "service") || !(differs(*own, below, "title") || differs(*own, below, "tier")))
      continue;
    std::string left;
    for (const Entry& entry : own->entries) {
      const Node* there = below.find(entry.key);
      if (there != nullptr && same_place(entry.value.at, there->at))
        left += (left.empty() ? "" : ", ") + entry.key;
    }
    const Node* service = own->find("service");
    if (!left.empty())
      lint.find("L038", Severity::warning, service->under, "component " + id + " taken over",
                {named(id), named(left)});
  }
}

}  // namespace scaleplan::read
