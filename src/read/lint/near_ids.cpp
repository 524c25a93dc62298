// Finds new ids of an extension that are one letter from an inherited one: most often it was meant.
#include <algorithm>

#include "ascii.hpp"
#include "grammar/described.hpp"
#include "lint.hpp"

namespace scaleplan::read {
namespace {

/// Whether one letter added, left out, changed or swapped with its neighbour makes `b` of `a`; ids of a few
/// letters, and those that differ in a digit, are different on purpose.
bool one_letter_apart(std::string_view a, std::string_view b) {
  constexpr std::size_t shortest = 4;
  if (std::min(a.size(), b.size()) < shortest) return false;
  while (!a.empty() && !b.empty() && a.front() == b.front()) {
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  const auto numbered = [](std::string_view rest) { return std::any_of(rest.begin(), rest.end(), is_digit); };
  if (numbered(a) || numbered(b)) return false;
  const bool swapped = a.size() == 2 && b.size() == 2 && a[0] == b[1] && a[1] == b[0];
  return swapped || (a.size() <= 1 && b.size() <= 1);
}

/// Looks at what `own` has and `base` has not; `kind` describes both, or each of their values where they are
/// maps from ids.
void near_ids_in(Lint& lint, const Node& own, const Node& base, const Section* kind, bool by_id) {
  for (const Entry& entry : own.entries) {
    const Key key = by_id || kind == nullptr ? Key{} : read::key_of(*kind, entry.key);
    if (const Node* below = base.find(entry.key); below != nullptr) {
      near_ids_in(lint, entry.value, *below, by_id ? kind : section_of(key), key.form == Form::by_id);
      continue;
    }
    const bool chosen = by_id || (kind != nullptr && key.name.empty() && !is_common(entry.key));
    const auto near = std::find_if(base.entries.begin(), base.entries.end(), [&](const Entry& other) {
      return chosen && one_letter_apart(entry.key, other.key);
    });
    if (near != base.entries.end())
      lint.find("L036", Severity::warning, entry.at, "id " + entry.key + " beside " + near->key,
                {named(entry.key), named(near->key)});
  }
}

}  // namespace

void lint_near_ids(Lint& lint, const Loaded& base) {
  near_ids_in(lint, lint.all().root, base.all.root, &rule_sections().front(), false);
  // The keys that a stage changes are compared with the component.
  const Node* stages = lint.all().root.find("stages");
  for (std::size_t s = 0; stages != nullptr && s < stages->entries.size(); ++s) {
    const Node* change = stages->entries[s].value.find("change");
    for (std::size_t c = 0; change != nullptr && c < change->entries.size(); ++c) {
      const auto component = base.all.components.find(change->entries[c].key);
      if (component != base.all.components.end())
        near_ids_in(lint, change->entries[c].value, *component->second, section(rule_sections(), "component"),
                    false);
    }
  }
}

}  // namespace scaleplan::read
