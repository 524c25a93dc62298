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
    report.unknown(wish.at, "R023", wish.text, near,
                   "\"after\" names \"" + wish.text + "\", which is not here",
                   near.empty() ? "name an id of the same map" : "did you mean \"" + near + "\"?");
    entries.push_back(std::move(moved));
    return;
  }
  entries.insert(behind + 1, std::move(moved));
}

}  // namespace

Node merged(const Node& base, const Node& over, Report& report, Removals* removed) {
  if (over.kind != Node::Kind::map || base.kind != Node::Kind::map) return over;
  if (const Node* replace = over.find("replace"); replace != nullptr && replace->text == "yes") {
    Node whole = over;
    whole.entries.erase(find(whole.entries, "replace"));
    return whole;
  }
  Node result = over;
  result.entries = base.entries;
  for (const Entry& entry : over.entries) {
    const auto found = find(result.entries, entry.key);
    if (entry.value.kind != Node::Kind::nothing) {
      if (found == result.entries.end()) {
        result.entries.push_back(entry);
      } else if (found->value.kind == Node::Kind::map && entry.value.kind == Node::Kind::list) {
        report.error(entry.value.at, "R003",
                     "\"" + entry.key + "\" must be a map like that which it extends, and this is a list",
                     "write one id: ... a line below it, without -");
      } else {
        found->value = merged(found->value, entry.value, report, removed);
      }
      place(result.entries, entry.key, report);
    } else if (found != result.entries.end()) {
      result.entries.erase(found);
      if (removed != nullptr) removed->emplace_back(entry.key, entry.at);
    } else {
      report.error(entry.at, "R024", "\"" + entry.key + "\" is removed here, and it is not there",
                   "delete it; if it is the rest of a text that was cut at a comma, quote the text");
    }
  }
  return result;
}

}  // namespace scaleplan::read
