// Reads the keys of maps and says what is wrong with them.
#include "fields.hpp"

#include <algorithm>
#include <set>

#include "scaleplan/grammar.hpp"

namespace scaleplan::read {

std::string kind_name(const Node& node) {
  switch (node.kind) {
    case Node::Kind::nothing:
      return "nothing";
    case Node::Kind::scalar:
      return "a single value";
    case Node::Kind::map:
      return "a map";
    case Node::Kind::list:
      return "a list";
  }
  return "nothing";
}

Fields::Fields(const Node& map, std::string what, Report& report)
    : map_(map), what_(std::move(what)), report_(report), asked_{"note", "lint"} {
  if (map.kind != Node::Kind::map && map.kind != Node::Kind::nothing) {
    report_.error(map.at, "R003", what_ + " must be a map of keys, and this is " + kind_name(map),
                  "write key: value pairs below it, or { } on one line");
  }
}

namespace {

/// Every key of rule files and catalogues: one of them is never meant to be another.
const std::set<std::string, std::less<>>& all_keys() {
  static const std::set<std::string, std::less<>> all = [] {
    std::set<std::string, std::less<>> names;
    for (const auto sections : {rule_sections(), catalog_sections()}) {
      for (const Section& one : sections) {
        for (const Key& key : one.keys) names.emplace(key.name);
      }
    }
    return names;
  }();
  return all;
}

/// The value whose key is `key` with a typing mistake; the mistake is told by done().
const Node* misspelled(const Node& map, std::string_view key) {
  if (key.size() < 2) return nullptr;
  for (const Entry& entry : map.entries) {
    if (!all_keys().contains(entry.key) && !nearest(entry.key, {std::string(key)}).empty())
      return &entry.value;
  }
  return nullptr;
}

}  // namespace

const Node* Fields::maybe(std::string_view key) {
  if (std::find(asked_.begin(), asked_.end(), key) == asked_.end()) asked_.emplace_back(key);
  const Node* found = map_.find(key);
  if (found == nullptr) found = misspelled(map_, key);
  return found == nullptr || found->kind == Node::Kind::nothing ? nullptr : found;
}

const Node* Fields::need(std::string_view key) {
  const Node* found = maybe(key);
  if (found == nullptr && (map_.kind == Node::Kind::map || map_.kind == Node::Kind::nothing)) {
    report_.error(map_.at, "R002", what_ + " has no \"" + std::string(key) + "\"",
                  "add " + std::string(key) + ": ...");
  }
  return found;
}

std::string Fields::text(std::string_view key, std::string otherwise) {
  const Node* found = maybe(key);
  if (found == nullptr) return otherwise;
  if (found->kind == Node::Kind::scalar) return found->text;
  report_.error(
      found->at, "R003",
      "\"" + std::string(key) + "\" of " + what_ + " must be text, and this is " + kind_name(*found),
      "quote text that holds , { } # or :");
  return otherwise;
}

std::vector<const Node*> Fields::list(std::string_view key) {
  const Node* found = maybe(key);
  if (found == nullptr) return {};
  if (found->kind == Node::Kind::scalar) return {found};
  std::vector<const Node*> all;
  if (found->kind == Node::Kind::list) {
    for (const Node& item : found->items) {
      if (item.kind == Node::Kind::scalar) {
        all.push_back(&item);
      } else {
        report_.error(
            item.at, "R003",
            "an item of \"" + std::string(key) + "\" must be a single value, and this is " + kind_name(item),
            "quote text that holds , { } # or :");
      }
    }
  } else {
    report_.error(
        found->at, "R003",
        "\"" + std::string(key) + "\" of " + what_ + " must be a list, and this is " + kind_name(*found),
        "write [one, two]");
  }
  return all;
}

const std::vector<Entry>& Fields::map(std::string_view key) {
  static const std::vector<Entry> nothing;
  const Node* found = maybe(key);
  if (found == nullptr) return nothing;
  if (found->kind == Node::Kind::map) return found->entries;
  report_.error(
      found->at, "R003",
      "\"" + std::string(key) + "\" of " + what_ + " must be a map, and this is " + kind_name(*found),
      "write {id: ...} or one id: ... a line below it");
  return nothing;
}

bool Fields::yes_no(std::string_view key, bool otherwise) {
  const Node* found = maybe(key);
  if (found == nullptr) return otherwise;
  const std::string& word = found->text;
  if (word == "yes" || word == "true") return true;
  if (word == "no" || word == "false") return false;
  report_.error(found->at, "R003", "\"" + std::string(key) + "\" of " + what_ + " must be yes or no",
                "write yes or no");
  return otherwise;
}

void Fields::done() {
  for (const Entry& entry : map_.entries) {
    if (std::find(asked_.begin(), asked_.end(), entry.key) != asked_.end()) continue;
    if (entry.value.kind == Node::Kind::nothing && entry.key.find(' ') != std::string::npos) {
      report_.error(entry.at, "R001", "text is cut here: inside { } a comma ends a text that is not quoted",
                    "put the whole text in quotes");
      continue;
    }
    const std::string near = nearest(entry.key, asked_);
    std::string hint;
    if (near.empty()) {
      for (std::size_t i = 2; i < asked_.size(); ++i) hint += (i > 2 ? ", " : "known keys: ") + asked_[i];
    } else {
      hint = "did you mean \"" + near + "\"?";
    }
    report_.error(entry.at, "R001", "unknown key \"" + entry.key + "\" in " + what_, hint);
  }
}

}  // namespace scaleplan::read
