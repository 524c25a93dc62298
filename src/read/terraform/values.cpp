// A plan keeps unknown values apart from known ones: both halves are joined here.
#include "values.hpp"
#include "numbers.hpp"

#include <utility>

namespace scaleplan::read {
namespace {

using Kind = Attribute::Kind;

bool any_true(JsonValue value) {
  if (value.kind() == JsonKind::yes) return true;
  if (value.kind() != JsonKind::map && value.kind() != JsonKind::list) return false;
  for (JsonValue child = value.first(); child; child = value.after(child)) {
    if (any_true(child)) return true;
  }
  return false;
}

void add_children(Attribute& result, JsonValue value, Located& text) {
  for (JsonValue child = value.first(); child; child = value.after(child)) {
    if (result.kind == Kind::map) result.keys.emplace_back(child.key());
    result.items.push_back(attribute_of(child, text));
  }
}

}  // namespace

Attribute attribute_of(JsonValue value, Located& text) {
  Attribute result;
  if (!value) return result;
  text.place(result, value.node().at);
  switch (value.kind()) {
    case JsonKind::yes:
    case JsonKind::no:
      result.kind = Kind::yes_no;
      result.yes = value.kind() == JsonKind::yes;
      break;
    case JsonKind::number: {
      result.kind = Kind::number;
      result.text = value.node().text;
      result.number = read_number(result.text).value_or(0);
      break;
    }
    case JsonKind::text:
      result.kind = Kind::text;
      result.text = value.text();
      break;
    case JsonKind::list:
    case JsonKind::map:
      result.kind = value.kind() == JsonKind::map ? Kind::map : Kind::list;
      add_children(result, value, text);
      break;
    case JsonKind::nothing:
    case JsonKind::skipped:
      break;
  }
  return result;
}

Attribute& attribute_under(Attribute& map, std::string_view key) {
  for (std::size_t i = 0; i < map.keys.size(); ++i) {
    if (map.keys[i] == key) return map.items[i];
  }
  map.keys.emplace_back(key);
  Attribute& added = map.items.emplace_back();
  added.kind = Kind::unknown;
  added.line = map.line;
  added.column = map.column;
  return added;
}

void mark_unknown(Attribute& known, JsonValue unknown) {
  if (unknown.kind() == JsonKind::yes) {
    known.kind = Kind::unknown;
    known.items.clear();
    known.keys.clear();
    return;
  }
  if (!any_true(unknown)) return;
  const bool map = unknown.kind() == JsonKind::map;
  // A value that one half leaves out has its shape in the other.
  if (known.kind == Kind::nothing || known.kind == Kind::unknown) known.kind = map ? Kind::map : Kind::list;
  if (map && known.kind == Kind::map) {
    for (JsonValue child = unknown.first(); child; child = unknown.after(child)) {
      if (any_true(child)) mark_unknown(attribute_under(known, child.key()), child);
    }
  } else if (!map && known.kind == Kind::list) {
    std::size_t at = 0;
    for (JsonValue child = unknown.first(); child; child = unknown.after(child), ++at) {
      if (at == known.items.size()) {
        Attribute added;
        added.line = known.line;
        added.column = known.column;
        known.items.push_back(std::move(added));
      }
      mark_unknown(known.items[at], child);
    }
  }
}

}  // namespace scaleplan::read
