// Merges trees key by key and keeps the place of every value.
#include "merge.hpp"

#include <algorithm>

#include "grammar/described.hpp"
#include "nearest.hpp"

namespace scaleplan::read {
namespace {

using Entries = std::vector<Entry>;

Entries::iterator find(Entries& entries, std::string_view key) {
  return std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.key == key; });
}

/// Whether `nothing`, which stands under the key at `key`, is a written-out ~ or null.
bool is_written(const Node& nothing, const Mark& key) {
  return nothing.at.line != key.line || nothing.at.column != key.column;
}

void nothing_said(const Entry& entry, Report& report) {
  report.error(entry.at, "R002", "\"" + entry.key + "\" is empty here, but inherited",
               entry.key == "after" ? "write the id that it follows, or ~ to put it first"
                                    : "write ~ to remove it, or delete this line");
}

/// Lays the single value `over` over the map `base`, where it is short for such a map: it stands for the
/// first key and for those that are as that one without being said; the others stay. False where it is short
/// for nothing.
bool laid_over_as_key(Node& base, const Node& over, const Section* kind) {
  if (kind == nullptr || kind->keys.empty() || over.kind != Node::Kind::scalar) return false;
  const Key& first = kind->keys.front();
  if (kind->alone == Form::section || kind->alone != first.form || first.name == "by") return false;
  std::erase_if(base.entries, [&](const Entry& entry) {
    const Key key = key_of(*kind, entry.key);
    return key.name.empty() && key.form == kind->others && !is_common(entry.key);
  });
  for (const Key& key : kind->keys) {
    if (key.name != first.name && key.without != first.name) continue;
    const auto found = find(base.entries, key.name);
    if (found == base.entries.end()) {
      base.entries.push_back({std::string(key.name), over.at, over});
    } else {
      found->value = over;
    }
  }
  return true;
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
  if (wish.kind == Node::Kind::nothing) {
    if (!is_written(wish, wish.under)) nothing_said({"after", wish.under, wish}, report);
    entries.insert(entries.begin(), std::move(moved));
    return;
  }
  auto behind = find(entries, wish.text);
  if (behind == entries.end()) {
    std::vector<std::string> known;
    for (const Entry& e : entries) known.push_back(e.key);
    const std::string near = nearest(wish.text, known);
    report.unknown(wish.at, "R023", wish.text, near,
                   "\"after\" names \"" + wish.text + "\", which is not here",
                   did_you_mean(near, "name an id of the same map"));
    entries.push_back(std::move(moved));
    return;
  }
  entries.insert(behind + 1, std::move(moved));
}

std::vector<std::string> keys(const Node& map) {
  std::vector<std::string> all;
  for (const Entry& entry : map.entries) all.push_back(entry.key);
  return all;
}

/// Notes the keys of `entry` that `near` has too, and where it ends.
void compare(const Entry& entry, const Node* near, Lookalike& into) {
  if (near != nullptr) into.also_near.push_back(entry.at);
  const Mark& end = entry.value.kind == Node::Kind::nothing ? entry.at : entry.value.at;
  if (std::pair(into.end.line, into.end.column) < std::pair(end.line, end.column + end.length)) {
    into.end = end;
    into.end.column += end.length;
  }
  for (const Entry& inner : entry.value.entries)
    compare(inner, near == nullptr ? nullptr : near->find(inner.key), into);
}

void look_alike(const Node& base, const Entry& entry, Overlaid& overlaid) {
  const std::string near = nearest(entry.key, keys(base));
  if (near.empty()) return;
  Lookalike one{entry.key, near, entry.at, entry.at, {}};
  compare(entry, base.find(near), one);
  overlaid.lookalikes.push_back(std::move(one));
}

/// One merge: where it reports faults, and what it did.
class Merge {
 public:
  Merge(Report& report, Overlaid* overlaid) : report_(report), overlaid_(overlaid) {}

  /// `kind` describes the two, or each of their values where they are maps from ids.
  Node lay(const Node& base, const Node& over, const Section* kind, bool by_id) {
    if (base.kind != Node::Kind::map || over.kind != Node::Kind::map) {
      Node result = base;
      const bool short_form = base.kind == Node::Kind::map && !by_id && laid_over_as_key(result, over, kind);
      return short_form ? result : over;
    }
    if (const Node* replace = over.find("replace");
        replace != nullptr && (replace->text == "yes" || replace->text == "true")) {
      Node whole = over;
      whole.entries.erase(find(whole.entries, "replace"));
      return whole;
    }
    // A stage says why a component is otherwise than before; a file that extends another leaves it where it
    // is.
    Node result = overlaid_ == nullptr ? over : base;
    result.entries = base.entries;
    for (const Entry& entry : over.entries) one(base, result.entries, entry, kind, by_id);
    return result;
  }

 private:
  void one(const Node& base, Entries& entries, const Entry& entry, const Section* kind, bool by_id) {
    const auto found = find(entries, entry.key);
    if (entry.value.kind == Node::Kind::nothing && entry.key != "after") {
      remove(base, entries, found, entry);
      return;
    }
    if (found == entries.end()) {
      if (overlaid_ != nullptr) look_alike(base, entry, *overlaid_);
      entries.push_back(entry);
    } else if (found->value.kind == Node::Kind::map && entry.value.kind == Node::Kind::list) {
      report_.error(entry.value.at, "R003",
                    "\"" + entry.key + "\" must be a map like the one it extends, not a list",
                    "write one id: ... a line below it, without -");
    } else {
      const Key key = by_id || kind == nullptr ? Key{} : read::key_of(*kind, entry.key);
      found->value = lay(found->value, entry.value, by_id ? kind : section_of(key), key.form == Form::by_id);
    }
    place(entries, entry.key, report_);
  }

  void remove(const Node& base, Entries& entries, Entries::iterator found, const Entry& entry) {
    if (found == entries.end()) {
      const std::string near = nearest(entry.key, keys(base));
      report_.error(
          entry.at, "R024", "\"" + entry.key + "\" is removed here, but does not exist",
          did_you_mean(near,
                       "delete it; if it is the rest of a text that was cut at a comma, quote the text"));
    } else if (!is_written(entry.value, entry.at)) {
      nothing_said(entry, report_);
    } else {
      entries.erase(found);
      if (overlaid_ != nullptr) overlaid_->removed.emplace_back(entry.key, entry.at);
    }
  }

  Report& report_;
  Overlaid* overlaid_;
};

}  // namespace

Node merged(const Node& base, const Node& over, std::string_view kind, Report& report, Overlaid* overlaid) {
  const Section* found = section(rule_sections(), kind);
  if (found == nullptr) found = section(catalog_sections(), kind);
  return Merge(report, overlaid).lay(base, over, found, false);
}

}  // namespace scaleplan::read
