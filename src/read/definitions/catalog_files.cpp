// Reads CSV files as rows, and lays catalogues over each other.
#include "catalog_files.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "texts/merge.hpp"

namespace scaleplan::read {
namespace {

/// Puts the entries of `more` into `map`; maps join, anything else replaces.
void join(Node& map, Node more) {
  for (Entry& entry : more.entries) {
    const auto found = std::find_if(map.entries.begin(), map.entries.end(),
                                    [&](const Entry& one) { return one.key == entry.key; });
    if (found == map.entries.end()) {
      map.entries.push_back(std::move(entry));
    } else if (found->value.kind == Node::Kind::map && entry.value.kind == Node::Kind::map) {
      join(found->value, std::move(entry.value));
    } else {
      *found = std::move(entry);
    }
  }
}

/// The same for rows, of which there are many.
void join_rows(Node& rows, Node more) {
  std::unordered_map<std::string_view, std::size_t> known;
  rows.entries.reserve(rows.entries.size() + more.entries.size());
  for (std::size_t i = 0; i < rows.entries.size(); ++i) known.emplace(rows.entries[i].key, i);
  for (Entry& entry : more.entries) {
    const auto found = known.find(entry.key);
    if (found == known.end()) {
      rows.entries.push_back(std::move(entry));
    } else {
      join(rows.entries[found->second].value, std::move(entry.value));
    }
  }
}

Node* value_of(Node& map, std::string_view key) {
  const auto found =
      std::find_if(map.entries.begin(), map.entries.end(), [&](const Entry& one) { return one.key == key; });
  return found == map.entries.end() ? nullptr : &found->value;
}

void take_all_files(Node& catalog, const Open& open, Report& report) {
  take_files(catalog, open, report);
  Node* estimates = value_of(catalog, "price_lists");
  if (estimates == nullptr) return;
  for (Entry& one : estimates->entries) take_files(one.value, open, report);
}

/// The catalogue `below` with `own` laid over it. A row that `own` removes is gone from every price list,
/// too.
Node laid_over(Node below, const Node& own, Report& report) {
  if (Node* lists = value_of(below, "price_lists"); lists != nullptr) {
    const Node* rows = own.find("rows");
    const auto removed = [&](const Entry& priced) {
      return std::any_of(rows->entries.begin(), rows->entries.end(), [&](const Entry& row) {
        return row.key == priced.key && row.value.kind == Node::Kind::nothing;
      });
    };
    for (Entry& list : lists->entries) {
      Node* prices = value_of(list.value, "rows");
      if (rows != nullptr && prices != nullptr) std::erase_if(prices->entries, removed);
    }
  }
  const Mark begin = below.at;
  Overlaid changes;
  below = merged(below, own, "catalog", report, &changes);
  below.at = begin;
  return below;
}

/// A catalogue's tree with its files and with what it extends; `depth` files extend each other already.
Node extended(Node own, const Open& open, Report& report, int depth) {
  constexpr int deepest = 20;
  if (own.kind != Node::Kind::map) return own;
  const std::size_t known = report.found().size();
  take_all_files(own, open, report);
  if (report.found().size() > known) return {};  // what is read in part would only be wrong further on
  const Node* base = own.find("extends");
  if (base == nullptr || base->kind != Node::Kind::scalar) return own;
  if (depth > deepest) {
    report.error(base->at, "R026", "catalogues extend each other in a circle", "break the circle");
    return own;
  }
  Node below = extended(open(base->at, base->text), open, report, depth + 1);
  return below.kind == Node::Kind::map ? laid_over(std::move(below), own, report) : Node{};
}

}  // namespace

bool is_catalog_key(std::string_view key) {
  // The other keys of a use, `source` and `because`, speak of its offers.
  constexpr std::array keys{"file",  "title",    "as_of",   "sources", "price_by", "price_unit",
                            "price", "fallback", "columns", "files",   "rows",     "price_lists"};
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

namespace {

/// Takes `files` out of a map: the rows of all these files, in order; nothing where it names none.
std::optional<Node> rows_of_files(Node& map, const Open& open, Report& report) {
  const auto files = std::find_if(map.entries.begin(), map.entries.end(),
                                  [](const Entry& one) { return one.key == "files"; });
  if (map.kind != Node::Kind::map || files == map.entries.end()) return std::nullopt;
  Node rows;
  rows.kind = Node::Kind::map;
  rows.at = files->value.at;
  std::vector<Node> names = files->value.items;
  if (files->value.kind == Node::Kind::scalar) names.push_back(files->value);
  for (const Node& name : names) {
    if (name.text.ends_with(".csv")) {
      Node more = open(name.at, name.text);
      if (more.kind != Node::Kind::map) {  // reported
        map = {};
        return std::nullopt;
      }
      join_rows(rows, std::move(more));
    } else {
      report.error(name.at, "R026", "\"" + name.text + "\" is not a CSV file", "name one that ends in .csv");
    }
  }
  map.entries.erase(files);
  return rows;
}

}  // namespace

void take_files(Node& map, const Open& open, Report& report) {
  auto rows = rows_of_files(map, open, report);
  if (!rows) return;
  if (Node* own = value_of(map, "rows"); own != nullptr) {
    Overlaid changes;
    *own = merged(*rows, *own, "rows", report, &changes);
  } else {
    map.entries.push_back({"rows", rows->at, std::move(*rows)});
  }
}

void take_table_files(Node& root, const Open& open, Report& report) {
  Node* tables = value_of(root, "tables");
  if (tables == nullptr) return;
  for (Entry& table : tables->entries) {
    auto rows = rows_of_files(table.value, open, report);
    if (!rows) continue;
    Node own = std::move(table.value);
    table.value = std::move(*rows);
    table.value.at = own.at;
    table.value.under = own.under;
    join(table.value, std::move(own));
  }
}

Node whole_catalog(const Entry& use, const Open& open, Report& report) {
  Node own;
  own.kind = Node::Kind::map;
  own.at = use.at;
  for (const Entry& entry : use.value.entries) {
    if (is_catalog_key(entry.key) && entry.key != "file") own.entries.push_back(entry);
  }
  const Node* file = use.value.find("file");
  if (file == nullptr || file->kind != Node::Kind::scalar) {
    // What has no file of its own has its sources where it is used.
    for (const Entry& entry : use.value.entries) {
      if (entry.key == "source") own.entries.push_back(entry);
    }
    return extended(std::move(own), open, report, 0);
  }
  Node below = extended(open(file->at, file->text), open, report, 0);
  if (own.entries.empty() || below.kind != Node::Kind::map) return below;
  const std::size_t known = report.found().size();
  take_all_files(own, open, report);
  if (report.found().size() > known) return {};
  return laid_over(std::move(below), own, report);
}

}  // namespace scaleplan::read
