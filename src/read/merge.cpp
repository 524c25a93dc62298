// Merges trees key by key and keeps the place of every value.
#include "merge.hpp"

#include <algorithm>

namespace scaleplan::read {
namespace {

using Entries = std::vector<Entry>;

Entries::iterator find(Entries& entries, std::string_view key) {
  return std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.key == key; });
}

/// Honours `after: id` of the entry at `which` and takes the key out, so that nobody else has to know it.
void place(Entries& entries, std::string_view key, Report& report) {
  auto which = find(entries, key);
  if (which == entries.end() || which->value.kind != Node::Kind::map) return;
  auto& own = which->value.entries;
  const auto after = find(own, "after");
  if (after == own.end()) return;
  const Node wish = after->value;
  own.erase(after);
  Entry moved = std::move(*which);
  entries.erase(which);
  auto behind = find(entries, wish.text);
  if (behind == entries.end()) {
    std::vector<std::string> known;
    for (const Entry& e : entries) known.push_back(e.key);
    const std::string near = nearest(wish.text, known);
    report.error(wish.at, "R023", "\"after\" names \"" + wish.text + "\", which is not here",
                 near.empty() ? "name an id of the same map" : "did you mean \"" + near + "\"?");
    entries.push_back(std::move(moved));
    return;
  }
  entries.insert(behind + 1, std::move(moved));
}

}  // namespace

Node merged(const Node& base, const Node& over, bool removing_absent, Report& report) {
  if (over.kind != Node::Kind::map) return over;
  Node result = over;
  result.entries.clear();
  if (base.kind == Node::Kind::map) result.entries = base.entries;
  for (const Entry& entry : over.entries) {
    const auto found = find(result.entries, entry.key);
    if (entry.value.kind == Node::Kind::nothing) {
      if (found != result.entries.end()) {
        result.entries.erase(found);
      } else if (removing_absent) {
        report.error(entry.at, "R024", "\"" + entry.key + "\" is removed here, and it is not there", "delete this line");
      }
      continue;
    }
    if (found == result.entries.end()) {
      result.entries.push_back({entry.key, entry.at, merged(Node{}, entry.value, false, report)});
    } else {
      found->value = merged(found->value, entry.value, removing_absent, report);
    }
    place(result.entries, entry.key, report);
  }
  return result;
}

}  // namespace scaleplan::read
