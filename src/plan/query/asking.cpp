// Evaluates one question: arithmetic and logic in three values, and what other resources say.
#include "asking.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace scaleplan::plan {
Told Asking::ask(std::int32_t ask, const About& about) {
  if (ask < 0) return {};
  return answer(rules_.asks[as_index(ask)], about);
}

Told Asking::answer(const Ask& ask, const About& about) {
  using Kind = Ask::Kind;
  const auto operand = [&](std::size_t i) { return this->ask(ask.operands[i], about); };
  const auto truth = [&](std::size_t i) { return truth_of(operand(i)); };
  switch (ask.kind) {
    case Kind::number:
      return Told::of(ask.number);
    case Kind::yes_no:
      return Told::of(ask.number != 0 ? Truth::yes : Truth::no);
    case Kind::text: {
      Told result;
      result.kind = Told::Kind::text;
      result.text = ask.text;
      return result;
    }
    case Kind::attribute:
      if (about.attributes == nullptr) return {};
      if (about.self != nullptr && !about.native) return attribute(*about.self, ask.text);
      return told_at(*about.attributes, ask.text);
    case Kind::opposite:
      return Told::of(negated(truth(0)));
    case Kind::both: {
      const Truth first = truth(0);
      return Told::of(first == Truth::no ? first : both(first, truth(1)));
    }
    case Kind::either: {
      const Truth first = truth(0);
      return Told::of(first == Truth::yes ? first : either(first, truth(1)));
    }
    case Kind::conditional: {
      const Truth condition = truth(0);
      if (condition == Truth::unknown) return Told::not_known();
      return operand(condition == Truth::yes ? 1 : 2);
    }
    case Kind::has:
      return Told::of(plan::has(operand(0)));
    case Kind::given:
      return given(ask, about);
    case Kind::first:
      for (std::size_t i = 0; i < ask.operands.size(); ++i) {
        Told told = operand(i);
        if (told.kind != Told::Kind::nothing) return told;
      }
      return {};
    case Kind::like:
      return Told::of(plan::like(operand(0), rules_.asks[as_index(ask.operands[1])].text));
    case Kind::in_group:
      return about.in_group == nullptr ? Told::not_known() : *about.in_group;
    case Kind::unknown:
      return Told::not_known();
    case Kind::item:
      return item(ask, about);
    case Kind::number_behind:
      return number_behind(ask, about);
    case Kind::units_of:
    case Kind::zones_of:
      return found(ask);
    case Kind::negate:
    case Kind::add:
    case Kind::subtract:
    case Kind::multiply:
    case Kind::divide:
    case Kind::count:
      return arithmetic(ask, about);
    case Kind::less:
    case Kind::less_equal:
    case Kind::equal:
    case Kind::differs:
    case Kind::one_of:
      return comparison(ask, about);
    case Kind::least:
    case Kind::greatest:
      return extreme(ask, about);
    default:
      return linked(ask, about);
  }
}

/// What rules call `path`, as the dialect of the resource answers it.
Told Asking::attribute(const Resource& resource, std::string_view path) {
  const auto native = dialects_.attribute(resource.type, path);
  if (!native) return told_at(resource.attributes, path);
  return ask(*native, {&resource, &resource.attributes, nullptr, true});
}

Told Asking::given(const Ask& ask, const About& about) {
  const Told told = this->ask(ask.operands[0], about);
  const bool written = about.self != nullptr && dialects_.written(about.self->type);
  return Told::of(written ? plan::has(told) : plan::given(told));
}

Told Asking::arithmetic(const Ask& ask, const About& about) {
  Told a = this->ask(ask.operands[0], about);
  if (ask.kind == Ask::Kind::count) {
    if (a.kind == Told::Kind::unknown) return a;
    if (a.kind == Told::Kind::many) return Told::of(static_cast<double>(a.from.size() + a.resources.size()));
    return Told::of(plan::has(a) == Truth::yes ? 1.0 : 0.0);
  }
  const Told b = ask.operands.size() > 1 ? this->ask(ask.operands[1], about) : Told::of(0.0);
  if (a.kind == Told::Kind::unknown || b.kind == Told::Kind::unknown) return Told::not_known();
  const auto x = number_of(a);
  const auto y = number_of(b);
  if (!x || !y) return {};
  double result = -*x;
  if (ask.kind == Ask::Kind::add) result = *x + *y;
  if (ask.kind == Ask::Kind::subtract) result = *x - *y;
  if (ask.kind == Ask::Kind::multiply) result = *x * *y;
  if (ask.kind == Ask::Kind::divide) result = *x / *y;
  return std::isfinite(result) ? Told::of(result) : Told{};
}

Told Asking::comparison(const Ask& ask, const About& about) {
  const Told a = this->ask(ask.operands[0], about);
  if (ask.kind == Ask::Kind::one_of) {
    Truth result = Truth::no;
    for (std::size_t i = 1; i < ask.operands.size(); ++i)
      result = either(result, equal(a, this->ask(ask.operands[i], about)));
    return Told::of(result);
  }
  const Told b = this->ask(ask.operands[1], about);
  if (ask.kind == Ask::Kind::equal) return Told::of(equal(a, b));
  if (ask.kind == Ask::Kind::differs) return Told::of(negated(equal(a, b)));
  if (a.kind == Told::Kind::unknown || b.kind == Told::Kind::unknown) return Told::not_known();
  const auto x = number_of(a);
  const auto y = number_of(b);
  if (!x || !y) return Told::of(Truth::no);
  return Told::of((ask.kind == Ask::Kind::less ? *x < *y : *x <= *y) ? Truth::yes : Truth::no);
}

/// The least or greatest number among the answers; those that are no numbers are passed over.
Told Asking::extreme(const Ask& ask, const About& about) {
  Told best;
  for (const std::int32_t operand : ask.operands) {
    Told told = this->ask(operand, about);
    if (told.kind == Told::Kind::unknown) return told;
    const auto number = number_of(told);
    if (!number) continue;
    const bool better = best.kind == Told::Kind::nothing ||
                        (ask.kind == Ask::Kind::least ? *number < best.number : *number > best.number);
    if (better) best = Told::of(*number);
  }
  return best;
}

/// item(list, key, text, value): `value` of the item whose `key` is `text`; not known where an item's key is
/// not known and none fits.
Told Asking::item(const Ask& ask, const About& about) {
  Told list = this->ask(ask.operands[0], about);
  if (list.kind == Told::Kind::unknown) return list;
  const Ask& named = rules_.asks[as_index(ask.operands[0])];
  const auto word = [&](std::size_t i) { return rules_.asks[as_index(ask.operands[i])].text; };
  const Text key = key_of_item(named, word(1), about);
  const Text value = key_of_item(named, word(3), about);
  bool doubt = false;
  for (const Attribute* item : list.from) {
    if (item->kind == Attribute::Kind::unknown) {
      doubt = true;
      continue;
    }
    Told wanted;
    wanted.kind = Told::Kind::text;
    wanted.text = word(2);
    const Truth fit = equal(told_at(*item, key), wanted);
    if (fit == Truth::yes) return told_at(*item, value);
    doubt = doubt || fit == Truth::unknown;
  }
  return doubt ? Told::not_known() : Told{};
}

/// A key of the items of a list, as the dialect spells it that maps both the list and LIST.KEY.
Text Asking::key_of_item(const Ask& list, Text key, const About& about) const {
  if (about.self == nullptr || about.native || list.kind != Ask::Kind::attribute) return key;
  const auto outer = dialects_.path(about.self->type, list.text);
  if (!outer) return key;
  const auto inner = dialects_.path(about.self->type, fmt::format("{}.{}", list.text, key));
  const bool inside = inner && inner->size() > outer->size() && inner->starts_with(*outer);
  return inside ? inner->substr(outer->size() + 1) : key;
}

}  // namespace scaleplan::plan
