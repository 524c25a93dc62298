// Finds the one mistake behind several unknown words.
#include "settle.hpp"

#include <algorithm>
#include <optional>

namespace scaleplan::read {
namespace {

bool inside_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

/// Whether `text` says `word` as a whole word.
bool says(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const char before = at == 0 ? ' ' : text[at - 1];
    const bool number = before >= '0' && before <= '9';  // "20GiB"
    if ((number || !inside_word(before)) && (end >= text.size() || !inside_word(text[end]))) return true;
  }
  return false;
}

bool same(const Mark& a, const Mark& b) {
  return a.text == b.text && a.line == b.line && a.column == b.column;
}

bool prose(std::string_view key) {
  return key == "title" || key == "help" || key == "because" || key == "note" || key == "summary" ||
         key == "ask" || key == "where_to_look" || key == "steps" || key == "lint";
}

/// Whether anything but the declaration at `declared` says `word`.
bool mentioned(const Node& node, std::string_view word, const Mark& declared) {
  if (node.kind == Node::Kind::scalar && !same(node.at, declared) && says(node.text, word)) return true;
  for (const Entry& entry : node.entries) {
    if (prose(entry.key)) continue;
    if (entry.key == word && !same(entry.at, declared)) return true;
    if (mentioned(entry.value, word, declared)) return true;
  }
  return std::any_of(node.items.begin(), node.items.end(),
                     [&](const Node& item) { return mentioned(item, word, declared); });
}

std::string spelled(std::string id) {
  std::replace(id.begin(), id.end(), '-', '_');
  return id;
}

/// Where `word` is declared: as an id of a section, a row of a table, a value of a choice, or a unit.
std::optional<Mark> declaration(const Node& root, const std::string& word) {
  if (const Node* units = root.find("units"); units != nullptr) {
    for (const Node& unit : units->items) {
      if (unit.text == word) return unit.at;
    }
  }
  for (const char* name :
       {"inputs", "metrics", "decisions", "components", "moves", "sources", "catalogs", "stages", "tables"}) {
    const Node* section = root.find(name);
    if (section == nullptr) continue;
    for (const Entry& entry : section->entries) {
      if (entry.key == word || spelled(entry.key) == word) return entry.at;
      if (const Node* values = entry.value.find("values"); values != nullptr) {
        for (const Node& value : values->items) {
          if (value.text == word) return value.at;
        }
      }
      if (const Node* options = entry.value.find("options"); options != nullptr) {
        for (const Entry& option : options->entries) {
          if (option.key == word) return option.at;
        }
      }
      if (std::string_view(name) != "tables" || !word.starts_with(entry.key + ".")) continue;
      for (const Entry& row : entry.value.entries) {
        if (entry.key + "." + row.key == word) return row.at;
      }
    }
  }
  return std::nullopt;
}

std::string place_of(const Diagnostic& finding) {
  return finding.at.file + ":" + std::to_string(finding.at.line);
}

std::string times(std::size_t n) { return n == 1 ? "once" : std::to_string(n) + " times"; }

class Settling {
 public:
  Settling(Report& report, const Definitions& all) : report_(report), all_(all) {}

  void run() {
    const auto unknown = report_.unknown_words();
    std::vector<std::string> done;
    for (const auto& first : unknown) {
      if (std::find(done.begin(), done.end(), first.word) != done.end()) continue;
      done.push_back(first.word);
      std::vector<std::size_t> group;
      for (const auto& one : unknown) {
        if (one.word == first.word) group.push_back(one.finding);
      }
      settle(first, group);
    }
    report_.drop(std::move(dropped_));
  }

 private:
  void settle(const Report::Unknown& first, const std::vector<std::size_t>& group) {
    const Diagnostic told = report_.found()[group.front()];
    const auto removed = std::find_if(all_.removed.begin(), all_.removed.end(), [&](const auto& entry) {
      return entry.first == first.word || spelled(entry.first) == first.word;
    });
    if (removed != all_.removed.end()) {
      std::string places = place_of(told);
      constexpr std::size_t most_named = 3;
      for (std::size_t i = 1; i < group.size() && i < most_named; ++i)
        places += ", " + place_of(report_.found()[group[i]]);
      if (group.size() > most_named) places += " and " + std::to_string(group.size() - most_named) + " more";
      report_.replace(group, removed->second, "R024",
                      "\"" + removed->first + "\" is removed here, and others build on it",
                      "they are in " + places);
      return drop_rest(group);
    }
    const auto declared =
        first.near.empty() || group.size() < 2 ? std::nullopt : declaration(all_.root, first.near);
    if (declared && !used(first.near, *declared)) {
      report_.replace(group, *declared, told.code,
                      "\"" + first.near + "\" is declared here and read nowhere, and \"" + first.word +
                          "\" is read " + times(group.size()) + " and declared nowhere",
                      "did you mean \"" + first.word + "\"?");
      return drop_rest(group);
    }
    if (group.size() < 2) return;
    Diagnostic again = told;
    again.message += " (and " + times(group.size() - 1) + " more below)";
    report_.retell(group.front(), std::move(again));
    drop_rest(group);
  }

  [[nodiscard]] bool used(const std::string& word, const Mark& declared) const {
    if (mentioned(all_.root, word, declared)) return true;
    return std::any_of(all_.catalogs.begin(), all_.catalogs.end(),
                       [&](const auto& catalog) { return mentioned(catalog.second.file, word, declared); });
  }

  void drop_rest(const std::vector<std::size_t>& group) {
    dropped_.insert(dropped_.end(), group.begin() + 1, group.end());
  }

  Report& report_;
  const Definitions& all_;
  std::vector<std::size_t> dropped_;
};

}  // namespace

void settle(Report& report, const Definitions& all) { Settling(report, all).run(); }

}  // namespace scaleplan::read
