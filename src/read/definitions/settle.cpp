// Finds the one mistake behind several unknown words.
#include "settle.hpp"

#include <algorithm>
#include <optional>

#include "ascii.hpp"
#include "ids.hpp"
#include "nearest.hpp"

namespace scaleplan::read {
namespace {

bool inside_word(char c) { return starts_name(c) || is_digit(c) || c == '-'; }

/// Whether `text` says `word` as a whole word.
bool says(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const char before = at == 0 ? ' ' : text[at - 1];
    const bool number = is_digit(before);  // "20GiB"
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

/// How often anything but prose says `word`.
std::size_t mentions(const Node& node, std::string_view word) {
  std::size_t n = node.kind == Node::Kind::scalar && says(node.text, word) ? 1 : 0;
  for (const Entry& entry : node.entries) {
    if (prose(entry.key)) continue;
    n += (entry.key == word ? 1 : 0) + mentions(entry.value, word);
  }
  for (const Node& item : node.items) n += mentions(item, word);
  return n;
}

/// How often a part of a word, such as "cache" of "has_cache", occurs in all that is written, prose included.
std::size_t occurs(const Node& node, std::string_view part) {
  const auto apart = [](std::string_view text, std::size_t at) {
    return at >= text.size() || !inside_word(text[at]) || text[at] == '_' || text[at] == '-';
  };
  const auto in = [&](std::string_view text) {
    std::size_t n = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) {
      if ((at == 0 || apart(text, at - 1)) && apart(text, at + part.size())) ++n;
    }
    return n;
  };
  std::size_t n = in(node.text);
  for (const Entry& entry : node.entries) n += in(entry.key) + occurs(entry.value, part);
  for (const Node& item : node.items) n += occurs(item, part);
  return n;
}

/// How often the rarest part of `word` occurs.
std::size_t rarest(const Node& root, std::string_view word) {
  std::size_t least = static_cast<std::size_t>(-1);
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t end = std::min(word.find_first_of("_-.", at), word.size());
    if (end > at) least = std::min(least, occurs(root, word.substr(at, end - at)));
    at = end + 1;
  }
  return least;
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
      if (entry.key == word || formula_id(entry.key) == word) return entry.at;
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

std::string times(std::size_t n) { return n == 1 ? "once" : std::to_string(n) + " times"; }

class ReportMerger {
 public:
  ReportMerger(Report& report, const Definitions& all) : report_(report), all_(all) {}

  void run() {
    const auto unknown = report_.unknown_words();
    std::vector<std::string> done;
    for (const auto& first : unknown) {
      if (std::find(done.begin(), done.end(), first.word) != done.end()) continue;
      done.push_back(first.word);
      std::vector<std::size_t> group;
      Report::Unknown word = first;
      for (const auto& one : unknown) {
        if (one.word != first.word) continue;
        group.push_back(one.finding);
        if (word.near.empty()) word.near = one.near;
      }
      settle(word, group);
    }
    // Where something that others build on was removed, or a unit is missing, the rest may well follow from
    // it.
    const auto& found = report_.found();
    const bool no_unit = std::any_of(found.begin(), found.end(), [](const Diagnostic& one) {
      return one.code == "R002" && one.subject == "unit";
    });
    for (std::size_t i = 0; i < found.size(); ++i) {
      const bool follows =
          (no_unit && found[i].code == "R012") || (found_removal_ && found[i].code == "R023");
      if (follows) dropped_.push_back(i);
    }
    for (const Lookalike& one : all_.overlaid.lookalikes) misspelled_override(one);
    std::sort(dropped_.begin(), dropped_.end());
    dropped_.erase(std::unique(dropped_.begin(), dropped_.end()), dropped_.end());
    report_.drop(std::move(dropped_));
  }

 private:
  /// Rewrites the faults of an id that is nearly one of those that are extended, and is too little for a new
  /// one, was meant for that one.
  void misspelled_override(const Lookalike& one) {
    const auto& found = report_.found();
    std::vector<std::size_t> inside;
    bool too_little = false;
    std::string otherwise;
    for (std::size_t i = 0; i < found.size(); ++i) {
      const Span& at = found[i].at;
      const std::pair place(at.line, at.column);
      if (at.file != one.at.text->name || place < std::pair(one.at.line, one.at.column) ||
          place >= std::pair(one.end.line, one.end.column))
        continue;
      inside.push_back(i);
      const bool also_near = std::any_of(one.also_near.begin(), one.also_near.end(), [&](const Mark& mark) {
        return std::pair(mark.line, mark.column) == place;
      });
      if (!also_near || (found[i].code != "R002" && found[i].code != "R005")) continue;
      if (!too_little && found[i].code == "R002") otherwise = " else " + found[i].message;
      too_little = true;
    }
    if (!too_little) return;
    report_.replace(inside, one.at, "R023", "the extended rule set has no \"" + one.key + "\"",
                    did_you_mean(one.near) + otherwise);
    std::erase(dropped_, inside.front());
    drop_rest(inside);
  }

  void settle(const Report::Unknown& first, const std::vector<std::size_t>& group) {
    const Diagnostic first_finding = report_.found()[group.front()];
    const auto removed =
        std::find_if(all_.overlaid.removed.begin(), all_.overlaid.removed.end(), [&](const auto& entry) {
          return entry.first == first.word || formula_id(entry.first) == first.word;
        });
    if (removed != all_.overlaid.removed.end()) {
      found_removal_ = true;
      report_.replace(group, removed->second, "R024",
                      "\"" + removed->first + "\" is removed here, but others use it",
                      "they are in " + lines_in_words(report_, group));
      return drop_rest(group);
    }
    std::string near = first.near;
    auto declared = misspelled(first);
    if (!declared && said(first.word) > 1) {
      // The next nearest may be the one that nothing reads: "db.stored" is as near to "db_stored" as
      // "db_stord".
      near = other_near(first);
      declared = misspelled({first.finding, first.word, near});
    }
    if (declared) {
      report_.replace(group, *declared, first_finding.code,
                      "\"" + near + "\" is declared here and read nowhere, and \"" + first.word +
                          "\" is read " + times(std::max(group.size(), said(first.word))) +
                          " and declared nowhere",
                      did_you_mean(first.word));
      return drop_rest(group);
    }
    if (group.size() < 2) return;
    Diagnostic again = first_finding;
    again.more_below = group.size() - 1;
    report_.rewrite(group.front(), std::move(again));
    drop_rest(group);
  }

  /// The declaration that is misspelled, rather than what reads it: nothing else says its word, and others
  /// say the word that is not declared, or at least its parts.
  [[nodiscard]] std::optional<Mark> misspelled(const Report::Unknown& unknown) const {
    if (unknown.near.empty()) return std::nullopt;
    const auto in_rules = declaration(all_.root, unknown.near);
    auto declared = in_rules ? in_rules : column(unknown.near);
    if (!declared || used(unknown.near, *declared)) return std::nullopt;
    if (said(unknown.word) > 1) return declared;
    const bool once = rarest(all_.root, unknown.near) <= 1 && rarest(all_.root, unknown.word) > 1;
    return once ? declared : std::nullopt;
  }

  /// Where a catalogue declares a column of that name.
  [[nodiscard]] std::optional<Mark> column(const std::string& word) const {
    for (const auto& [id, catalog] : all_.catalogs) {
      for (const CatalogColumn& one : catalog.columns) {
        if (one.name == word) return one.at;
      }
    }
    return std::nullopt;
  }

  /// The id nearest to the word besides the one that was found.
  [[nodiscard]] std::string other_near(const Report::Unknown& unknown) const {
    std::vector<std::string> ids;
    for (const Entry& section : all_.root.entries) {
      for (const Entry& entry : section.value.entries) {
        if (entry.key != unknown.near) ids.push_back(entry.key);
      }
    }
    return nearest(unknown.word, ids);
  }

  /// How often rule files and catalogues say `word`.
  [[nodiscard]] std::size_t said(const std::string& word) const {
    std::size_t n = mentions(all_.root, word);
    for (const auto& [id, catalog] : all_.catalogs) n += mentions(catalog.file, word);
    return n;
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
  bool found_removal_ = false;
};

}  // namespace

void settle(Report& report, const Definitions& all) { ReportMerger(report, all).run(); }

std::string lines_in_words(const Report& report, const std::vector<std::size_t>& findings) {
  std::vector<std::string> lines;
  for (const std::size_t i : findings) {
    const Span& at = report.found()[i].at;
    std::string line = at.file + ":" + std::to_string(at.line);
    if (std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(std::move(line));
  }
  constexpr std::size_t most_named = 3;
  std::string words;
  for (std::size_t i = 0; i < lines.size() && i < most_named; ++i) words += (i == 0 ? "" : ", ") + lines[i];
  if (lines.size() > most_named) words += " and " + std::to_string(lines.size() - most_named) + " more";
  return words;
}

}  // namespace scaleplan::read
