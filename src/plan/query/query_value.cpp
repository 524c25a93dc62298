// Reads attributes as values of queries and compares these, in three values.
#include "query_value.hpp"

#include <algorithm>

#include "ascii.hpp"

namespace scaleplan::plan {
namespace {

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

void walk(const Attribute& value, std::string_view path, std::vector<const Attribute*>& into) {
  if (value.kind == Attribute::Kind::nothing) return;
  if (path.empty() || value.kind == Attribute::Kind::unknown) {
    into.push_back(&value);
    return;
  }
  const std::size_t dot = path.find('.');
  const std::string_view key = path.substr(0, dot);
  const std::string_view rest = dot == std::string_view::npos ? std::string_view{} : path.substr(dot + 1);
  if (value.kind == Attribute::Kind::map) {
    if (const Attribute* found = value.find(key)) walk(*found, rest, into);
  } else if (value.kind == Attribute::Kind::list) {
    if (all_digits(key)) {
      std::size_t index = 0;
      for (const char c : key.substr(0, 9)) index = index * 10 + static_cast<std::size_t>(c - '0');
      if (index < value.items.size()) walk(value.items[index], rest, into);
      return;
    }
    for (const Attribute& item : value.items) walk(item, path, into);
  }
}

/// Whether both are the same item of the same list, such as the first zone of a region.
bool same_item(const QueryValue& a, const QueryValue& b) {
  if (a.from.size() != 1 || b.from.size() != 1) return false;
  const auto& x = a.from.front()->refers;
  return x.size() == 1 && x == b.from.front()->refers && x.front().ends_with(']');
}

Truth same(const QueryValue& a, const QueryValue& b) {
  if (a.kind == QueryValue::Kind::nothing || b.kind == QueryValue::Kind::nothing)
    return a.kind == b.kind ? Truth::yes : Truth::no;
  if (a.kind == QueryValue::Kind::unknown && b.kind == QueryValue::Kind::unknown && same_item(a, b))
    return Truth::yes;
  if (a.kind == QueryValue::Kind::unknown || b.kind == QueryValue::Kind::unknown) return Truth::unknown;
  if (a.kind == QueryValue::Kind::yes_no || b.kind == QueryValue::Kind::yes_no) {
    const Truth x = truth_of(a);
    const Truth y = truth_of(b);
    return x == y ? Truth::yes : Truth::no;
  }
  if (a.kind == QueryValue::Kind::block || b.kind == QueryValue::Kind::block) return Truth::no;
  const auto x = number_of(a);
  const auto y = number_of(b);
  if (x && y) return *x == *y ? Truth::yes : Truth::no;
  return text_of(a) == text_of(b) ? Truth::yes : Truth::no;
}

/// Whether `test` holds for one of the items; unknown where one is unknown and none holds.
template <class Test>
Truth one_of(const QueryValue& many, Test test) {
  Truth result = Truth::no;
  for (const Attribute* item : many.from) result = either(result, test(value_of(*item)));
  return result;
}

}  // namespace

QueryValue QueryValue::of(double number) {
  QueryValue result;
  result.kind = Kind::number;
  result.number = number;
  return result;
}

QueryValue QueryValue::of(Truth truth) {
  if (truth == Truth::unknown) return unknown();
  QueryValue result;
  result.kind = Kind::yes_no;
  result.yes = truth == Truth::yes;
  return result;
}

QueryValue QueryValue::unknown() {
  QueryValue result;
  result.kind = Kind::unknown;
  return result;
}

QueryValue value_of(const Attribute& value) {
  QueryValue result;
  result.from.push_back(&value);
  switch (value.kind) {
    case Attribute::Kind::nothing:
      result.from.clear();
      break;
    case Attribute::Kind::yes_no:
      result.kind = QueryValue::Kind::yes_no;
      result.yes = value.yes;
      break;
    case Attribute::Kind::number:
      result.kind = QueryValue::Kind::number;
      result.number = value.number;
      result.text = value.text;
      break;
    case Attribute::Kind::text:
      result.kind = QueryValue::Kind::text;
      result.text = value.text;
      break;
    case Attribute::Kind::list:
      result.kind = QueryValue::Kind::many;
      result.from.clear();
      for (const Attribute& item : value.items) result.from.push_back(&item);
      break;
    case Attribute::Kind::map:
      result.kind = value.items.empty() ? QueryValue::Kind::nothing : QueryValue::Kind::block;
      break;
    case Attribute::Kind::unknown:
      result.kind = QueryValue::Kind::unknown;
      break;
  }
  return result;
}

QueryValue value_at(const Attribute& value, std::string_view path) {
  std::vector<const Attribute*> found;
  walk(value, path, found);
  if (found.size() == 1) return value_of(*found.front());
  QueryValue result;
  if (found.empty()) return result;
  result.kind = QueryValue::Kind::many;
  for (const Attribute* leaf : found) {
    if (leaf->kind != Attribute::Kind::list) result.from.push_back(leaf);
    if (leaf->kind == Attribute::Kind::list) {
      for (const Attribute& item : leaf->items) result.from.push_back(&item);
    }
  }
  return result;
}

std::optional<double> number_of(const QueryValue& answer) {
  if (answer.kind == QueryValue::Kind::number) return answer.number;
  if (answer.kind == QueryValue::Kind::text) {
    Attribute value;
    value.kind = Attribute::Kind::text;
    value.text = answer.text;
    return number_of(value);
  }
  if (answer.kind == QueryValue::Kind::many && answer.from.size() == 1)
    return number_of(*answer.from.front());
  return std::nullopt;
}

std::optional<std::string> text_of(const QueryValue& answer) {
  if (answer.kind == QueryValue::Kind::text) return answer.text;
  if (answer.kind == QueryValue::Kind::number && !answer.from.empty()) return text_of(*answer.from.front());
  if (answer.kind == QueryValue::Kind::many && answer.from.size() == 1) return text_of(*answer.from.front());
  return std::nullopt;
}

Truth truth_of(const QueryValue& answer) {
  switch (answer.kind) {
    case QueryValue::Kind::yes_no:
      return answer.yes ? Truth::yes : Truth::no;
    case QueryValue::Kind::number:
      return answer.number != 0 ? Truth::yes : Truth::no;
    case QueryValue::Kind::text:
      return fits(answer.text, "true") ? Truth::yes : Truth::no;
    case QueryValue::Kind::many:
      return one_of(answer, [](const QueryValue& item) { return truth_of(item); });
    case QueryValue::Kind::unknown:
      return Truth::unknown;
    case QueryValue::Kind::block:
    case QueryValue::Kind::nothing:
      break;
  }
  return Truth::no;
}

Truth equal(const QueryValue& a, const QueryValue& b) {
  if (a.kind == QueryValue::Kind::many)
    return one_of(a, [&](const QueryValue& item) { return equal(item, b); });
  if (b.kind == QueryValue::Kind::many)
    return one_of(b, [&](const QueryValue& item) { return equal(a, item); });
  return same(a, b);
}

Truth has(const QueryValue& answer) {
  switch (answer.kind) {
    case QueryValue::Kind::nothing:
      return Truth::no;
    case QueryValue::Kind::text:
      return answer.text.empty() ? Truth::no : Truth::yes;
    case QueryValue::Kind::many:
      return answer.from.empty() && answer.resources.empty() ? Truth::no : Truth::yes;
    case QueryValue::Kind::unknown:
      return given(answer) == Truth::yes ? Truth::yes : Truth::unknown;
    case QueryValue::Kind::yes_no:
    case QueryValue::Kind::number:
    case QueryValue::Kind::block:
      return Truth::yes;
  }
  return Truth::yes;
}

Truth given(const QueryValue& answer) {
  if (answer.kind != QueryValue::Kind::unknown) return has(answer);
  const bool written = std::any_of(answer.from.begin(), answer.from.end(),
                                   [](const Attribute* value) { return !value->refers.empty(); });
  return written ? Truth::yes : Truth::no;
}

Truth like(const QueryValue& answer, std::string_view pattern) {
  if (answer.kind == QueryValue::Kind::unknown) return Truth::unknown;
  if (answer.kind == QueryValue::Kind::many)
    return one_of(answer, [&](const QueryValue& item) { return like(item, pattern); });
  const auto text = text_of(answer);
  return text && fits(*text, pattern) ? Truth::yes : Truth::no;
}

bool fits(std::string_view text, std::string_view pattern) {
  std::size_t t = 0;
  std::size_t p = 0;
  std::size_t star = std::string_view::npos;  // the last * so far, and the text that it matches
  std::size_t taken = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      taken = t;
    } else if (p < pattern.size() && to_small(pattern[p]) == to_small(text[t])) {
      ++p;
      ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++taken;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

}  // namespace scaleplan::plan
