// Reads the keys of maps and says what is wrong with them.
#include "fields.hpp"

#include <algorithm>

#include "ascii.hpp"
#include "nearest.hpp"
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

Fields::Keys keys_of(std::string_view id) {
  const Section* found = section(rule_sections(), id);
  if (found == nullptr) found = section(catalog_sections(), id);
  Fields::Keys keys;
  for (std::size_t i = 0; found != nullptr && i < found->keys.size(); ++i)
    keys.emplace_back(found->keys[i].name);
  return keys;
}

Fields::Fields(const Node& map, std::string what, Report& report, Keys keys)
    : map_(map), what_(std::move(what)), report_(report), owner_(map.under), keys_(std::move(keys)) {
  if (map.kind != Node::Kind::map && map.kind != Node::Kind::nothing) {
    report_.error(map.at, "R003", what_ + " must be a map of keys, not " + kind_name(map),
                  "write key: value pairs below it, or { } on one line");
  }
  for (const Entry& entry : map.entries) {
    if (entry.key == "lint" && entry.value.kind != Node::Kind::map &&
        entry.value.kind != Node::Kind::nothing) {
      report_.error(entry.value.at, "R003", "\"lint\" must be a map, not " + kind_name(entry.value),
                    "write {L027: the reason why it is accepted}");
    }
    if (known(entry.key)) continue;
    const std::string near = meant(entry);
    if (!near.empty() && map.find(near) == nullptr) meant_.push_back({near, &entry.value});
  }
}

bool Fields::known(std::string_view key) const {
  return key == "note" || key == "lint" || std::find(keys_.begin(), keys_.end(), key) != keys_.end();
}

std::string Fields::meant(const Entry& entry) const {
  // Of two that are as near, the one that is not there yet is meant.
  std::vector<std::string> absent;
  for (const std::string& key : keys_) {
    if (map_.find(key) == nullptr) absent.push_back(key);
  }
  const std::string near = nearest(entry.key, absent);
  return near.empty() ? nearest(entry.key, keys_) : near;
}

const Node* Fields::maybe(std::string_view key) {
  if (std::find(asked_.begin(), asked_.end(), key) == asked_.end()) asked_.emplace_back(key);
  const Node* found = map_.find(key);
  if (found == nullptr) {
    const auto other =
        std::find_if(meant_.begin(), meant_.end(), [&](const Meant& m) { return m.key == key; });
    if (other != meant_.end()) found = other->value;
  }
  return found == nullptr || found->kind == Node::Kind::nothing ? nullptr : found;
}

const Node* Fields::need(std::string_view key) {
  const Node* found = maybe(key);
  if (found == nullptr && (map_.kind == Node::Kind::map || map_.kind == Node::Kind::nothing)) {
    const auto empty =
        std::find_if(map_.entries.begin(), map_.entries.end(), [&](const Entry& e) { return e.key == key; });
    if (empty == map_.entries.end()) {
      report_.error(owner_.line > 0 ? owner_ : map_.at, "R002",
                    what_ + " has no \"" + std::string(key) + "\"", "add " + std::string(key) + ": ...");
    } else {
      report_.error(empty->at, "R002", "\"" + std::string(key) + "\" of " + what_ + " is empty",
                    "write a value, or ~ for no value");
    }
  }
  return found;
}

std::string Fields::text(std::string_view key, std::string otherwise) {
  const Node* found = maybe(key);
  if (found == nullptr) return otherwise;
  if (found->kind == Node::Kind::scalar) return found->text;
  report_.error(found->at, "R003",
                "\"" + std::string(key) + "\" of " + what_ + " must be text, not " + kind_name(*found),
                "quote text that holds , { } # or :");
  return otherwise;
}

const Node* Fields::choice(std::string_view key, const std::vector<std::string>& values) {
  const Node* found = maybe(key);
  if (found == nullptr || found->kind != Node::Kind::scalar) return found;
  if (std::find(values.begin(), values.end(), found->text) == values.end()) {
    report_.error(found->at, "R004",
                  "\"" + found->text + "\" is not a \"" + std::string(key) + "\" of " + what_,
                  near_hint(nearest(found->text, values), values, "known: "));
  }
  return found;
}

/// One value of a list of one; or several, which a list in brackets is meant by.
std::vector<const Node*> Fields::one_or_several(std::string_view key, const Node& scalar) {
  std::vector<const Node*> all;
  std::string listed;
  for (std::size_t at = 0; at < scalar.text.size();) {
    const std::size_t end = std::min(scalar.text.find(',', at), scalar.text.size());
    const std::size_t begin = std::min(scalar.text.find_first_not_of(' ', at), end);
    Node part = scalar;
    part.text = scalar.text.substr(begin, end - begin);
    if (part.text.empty() || part.text.find(' ') != std::string::npos) return {&scalar};
    listed += (listed.empty() ? "" : ", ") + part.text;
    all.push_back(report_.keep(std::move(part)));
    at = end + 1;
  }
  if (all.size() < 2) return {&scalar};
  report_.error(scalar.at, "R003",
                "\"" + std::string(key) + "\" of " + what_ + " must be a list, not a single value",
                "write [" + listed + "]");
  return all;
}

std::vector<const Node*> Fields::list(std::string_view key) {
  const Node* found = maybe(key);
  if (found == nullptr) return {};
  if (found->kind == Node::Kind::scalar) return one_or_several(key, *found);
  std::vector<const Node*> all;
  if (found->kind == Node::Kind::list) {
    for (const Node& item : found->items) {
      if (item.kind == Node::Kind::scalar) {
        all.push_back(&item);
      } else {
        report_.error(
            item.at, "R003",
            "an item of \"" + std::string(key) + "\" must be a single value, not " + kind_name(item),
            "quote text that holds , { } # or :");
      }
    }
  } else {
    report_.error(found->at, "R003",
                  "\"" + std::string(key) + "\" of " + what_ + " must be a list, not " + kind_name(*found),
                  "write [one, two]");
  }
  return all;
}

const std::vector<Entry>& Fields::map(std::string_view key) {
  static const std::vector<Entry> nothing;
  const Node* found = maybe(key);
  if (found == nullptr) return nothing;
  if (found->kind == Node::Kind::map) return found->entries;
  report_.error(found->at, "R003",
                "\"" + std::string(key) + "\" of " + what_ + " must be a map, not " + kind_name(*found),
                "write {id: ...}, or one id: ... a line below it");
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
  // The meaning of No, off and the like.
  return word.empty() || (to_small(word[0]) != 'n' && to_small(word[0]) != 'f' && word != "off");
}

void Fields::done() {
  for (const Entry& entry : map_.entries) {
    const bool read = entry.key == "note" || entry.key == "lint" ||
                      std::find(asked_.begin(), asked_.end(), entry.key) != asked_.end();
    if (!known(entry.key) || !read) unknown(entry);
  }
}

/// The number whose digits behind a comma `entry` is, or null.
const Entry* Fields::before_comma(const Entry& entry) const {
  const auto digits = [](std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
  };
  const auto key = static_cast<std::size_t>(&entry - map_.entries.data());
  if (entry.value.kind != Node::Kind::nothing || key == 0) return nullptr;
  const Entry& number = map_.entries[key - 1];
  const std::string_view behind = std::string_view(entry.key).substr(0, entry.key.find_last_not_of('%') + 1);
  const bool touch = number.value.at.line == entry.at.line &&
                     number.value.at.column + number.value.at.length + 1 == entry.at.column;
  return touch && digits(number.value.text) && digits(behind) ? &number : nullptr;
}

void Fields::unknown(const Entry& entry) {
  if (entry.value.kind == Node::Kind::nothing && entry.key.find(' ') != std::string::npos) {
    report_.error(entry.at, "R001", "text is cut here: inside { } a comma ends unquoted text",
                  "put the whole text in quotes");
    return;
  }
  if (const Entry* number = before_comma(entry); number != nullptr) {
    Mark at = number->value.at;
    at.length += 1 + static_cast<int>(entry.key.size());
    report_.error(at, "R003", "\"" + number->value.text + "," + entry.key + "\" is not a number",
                  "write " + number->value.text + "." + entry.key);
    return;
  }
  const std::string near = meant(entry);
  report_.unknown(entry.at, "R001", entry.key, near, "unknown key \"" + entry.key + "\" in " + what_,
                  near_hint(near, keys_, "known keys: "));
}

}  // namespace scaleplan::read
