// Evaluates one query: arithmetic and logic in three values, attributes, and items of lists.
#include "query_evaluator.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace scaleplan::plan {
QueryValue QueryEvaluator::evaluate(std::int32_t query, const QueryContext& context) {
  if (query < 0) return {};
  return evaluate(rules_.queries[as_index(query)], context);
}

QueryValue QueryEvaluator::evaluate(const Query& query, const QueryContext& context) {
  using Kind = Query::Kind;
  const auto operand = [&](std::size_t i) { return evaluate(query.operands[i], context); };
  const auto truth = [&](std::size_t i) { return truth_of(operand(i)); };
  switch (query.kind) {
    case Kind::number:
      return QueryValue::of(query.number);
    case Kind::yes_no:
      return QueryValue::of(query.number != 0 ? Truth::yes : Truth::no);
    case Kind::text: {
      QueryValue result;
      result.kind = QueryValue::Kind::text;
      result.text = query.text;
      return result;
    }
    case Kind::attribute:
      if (context.attributes == nullptr) return {};
      if (context.self != nullptr && !context.native) return attribute(*context.self, query.text);
      return value_at(*context.attributes, query.text);
    case Kind::opposite:
      return QueryValue::of(negated(truth(0)));
    case Kind::both: {
      const Truth first = truth(0);
      return QueryValue::of(first == Truth::no ? first : both(first, truth(1)));
    }
    case Kind::either: {
      const Truth first = truth(0);
      return QueryValue::of(first == Truth::yes ? first : either(first, truth(1)));
    }
    case Kind::conditional: {
      const Truth condition = truth(0);
      if (condition == Truth::unknown) return QueryValue::unknown();
      return operand(condition == Truth::yes ? 1 : 2);
    }
    case Kind::has:
      return QueryValue::of(plan::has(operand(0)));
    case Kind::given:
      return given(query, context);
    case Kind::first:
      for (std::size_t i = 0; i < query.operands.size(); ++i) {
        QueryValue answer = operand(i);
        if (answer.kind != QueryValue::Kind::nothing) return answer;
      }
      return {};
    case Kind::like:
      return QueryValue::of(plan::like(operand(0), rules_.queries[as_index(query.operands[1])].text));
    case Kind::in_group:
      return context.in_group == nullptr ? QueryValue::unknown() : *context.in_group;
    case Kind::unknown:
      return QueryValue::unknown();
    case Kind::item:
      return item(query, context);
    case Kind::number_behind:
      return number_behind(query, context);
    case Kind::instances_of:
    case Kind::zones_of:
      return found(query);
    case Kind::negate:
    case Kind::add:
    case Kind::subtract:
    case Kind::multiply:
    case Kind::divide:
    case Kind::count:
      return arithmetic(query, context);
    case Kind::less:
    case Kind::less_equal:
    case Kind::equal:
    case Kind::differs:
    case Kind::one_of:
      return comparison(query, context);
    case Kind::least:
    case Kind::greatest:
      return extreme(query, context);
    case Kind::mentions:
    case Kind::exists:
    case Kind::referred_by:
    case Kind::referred_at:
    case Kind::refers_to:
    case Kind::any:
    case Kind::deleted:
    case Kind::any_referrer:
    case Kind::any_target:
    case Kind::of_referrer:
    case Kind::of_target:
    case Kind::of_naming:
    case Kind::of_all:
    case Kind::total_of:
    case Kind::places:
    case Kind::self:
    case Kind::alike_referrers:
    case Kind::most_of:
      return linked(query, context);
  }
  return {};
}

/// The attribute that rules call `path`, read by the table of the resource's dialect.
QueryValue QueryEvaluator::attribute(const Resource& resource, std::string_view path) {
  const auto mapped = dialects_.attribute(resource.type, path);
  return mapped ? native(*mapped, resource) : value_at(resource.attributes, path);
}

/// A query in native words; unknown where its own value is needed for it, so that evaluation ends.
QueryValue QueryEvaluator::native(std::int32_t query, const Resource& resource) {
  if (!under_way_.insert(query).second) return QueryValue::unknown();
  QueryValue value = evaluate(query, {&resource, &resource.attributes, nullptr, true});
  under_way_.erase(query);
  return value;
}

QueryValue QueryEvaluator::given(const Query& query, const QueryContext& context) {
  const QueryValue answer = evaluate(query.operands[0], context);
  const bool written = context.self != nullptr && dialects_.written(context.self->type);
  return QueryValue::of(written ? plan::has(answer) : plan::given(answer));
}

QueryValue QueryEvaluator::arithmetic(const Query& query, const QueryContext& context) {
  QueryValue a = evaluate(query.operands[0], context);
  if (query.kind == Query::Kind::count) {
    if (a.kind == QueryValue::Kind::unknown) return a;
    if (a.kind == QueryValue::Kind::many)
      return QueryValue::of(static_cast<double>(a.from.size() + a.resources.size()));
    return QueryValue::of(plan::has(a) == Truth::yes ? 1.0 : 0.0);
  }
  const QueryValue b = query.operands.size() > 1 ? evaluate(query.operands[1], context) : QueryValue::of(0.0);
  if (a.kind == QueryValue::Kind::unknown || b.kind == QueryValue::Kind::unknown)
    return QueryValue::unknown();
  const auto x = number_of(a);
  const auto y = number_of(b);
  if (!x || !y) return {};
  double result = -*x;
  if (query.kind == Query::Kind::add) result = *x + *y;
  if (query.kind == Query::Kind::subtract) result = *x - *y;
  if (query.kind == Query::Kind::multiply) result = *x * *y;
  if (query.kind == Query::Kind::divide) result = *x / *y;
  return std::isfinite(result) ? QueryValue::of(result) : QueryValue{};
}

QueryValue QueryEvaluator::comparison(const Query& query, const QueryContext& context) {
  const QueryValue a = evaluate(query.operands[0], context);
  if (query.kind == Query::Kind::one_of) {
    Truth result = Truth::no;
    for (std::size_t i = 1; i < query.operands.size(); ++i)
      result = either(result, equal(a, evaluate(query.operands[i], context)));
    return QueryValue::of(result);
  }
  const QueryValue b = evaluate(query.operands[1], context);
  if (query.kind == Query::Kind::equal) return QueryValue::of(equal(a, b));
  if (query.kind == Query::Kind::differs) return QueryValue::of(negated(equal(a, b)));
  if (a.kind == QueryValue::Kind::unknown || b.kind == QueryValue::Kind::unknown)
    return QueryValue::unknown();
  const auto x = number_of(a);
  const auto y = number_of(b);
  if (!x || !y) return QueryValue::of(Truth::no);
  return QueryValue::of((query.kind == Query::Kind::less ? *x < *y : *x <= *y) ? Truth::yes : Truth::no);
}

/// The least or greatest number among the operands and their items; values that are no numbers are ignored.
QueryValue QueryEvaluator::extreme(const Query& query, const QueryContext& context) {
  QueryValue best;
  for (const std::int32_t operand : query.operands) {
    QueryValue answer = evaluate(operand, context);
    if (answer.kind == QueryValue::Kind::unknown) return answer;
    std::vector<QueryValue> all;
    if (answer.kind == QueryValue::Kind::many) {
      for (const Attribute* item : answer.from) all.push_back(value_of(*item));
    } else {
      all.push_back(std::move(answer));
    }
    for (const QueryValue& one : all) {
      if (one.kind == QueryValue::Kind::unknown) return one;
      const auto number = number_of(one);
      if (!number) continue;
      const bool better = best.kind == QueryValue::Kind::nothing ||
                          (query.kind == Query::Kind::least ? *number < best.number : *number > best.number);
      if (better) best = QueryValue::of(*number);
    }
  }
  return best;
}

/// item(list, key, text, value): `value` of the item whose `key` equals `text`; unknown where no item matches
/// and the key of one is unknown.
QueryValue QueryEvaluator::item(const Query& query, const QueryContext& context) {
  QueryValue list = evaluate(query.operands[0], context);
  if (list.kind == QueryValue::Kind::unknown) return list;
  const Query& named = rules_.queries[as_index(query.operands[0])];
  const auto word = [&](std::size_t i) { return rules_.queries[as_index(query.operands[i])].text; };
  const Text key = key_of_item(named, word(1), context);
  const Text value = key_of_item(named, word(3), context);
  bool doubt = false;
  for (const Attribute* item : list.from) {
    if (item->kind == Attribute::Kind::unknown) {
      doubt = true;
      continue;
    }
    QueryValue wanted;
    wanted.kind = QueryValue::Kind::text;
    wanted.text = word(2);
    const Truth fit = equal(value_at(*item, key), wanted);
    if (fit == Truth::yes) return value_at(*item, value);
    doubt = doubt || fit == Truth::unknown;
  }
  return doubt ? QueryValue::unknown() : QueryValue{};
}

/// A key of the items of a list, as the dialect spells it that maps both the list and LIST.KEY.
Text QueryEvaluator::key_of_item(const Query& list, Text key, const QueryContext& context) const {
  if (context.self == nullptr || context.native || list.kind != Query::Kind::attribute) return key;
  const auto outer = dialects_.path(context.self->type, list.text);
  if (!outer) return key;
  const auto inner = dialects_.path(context.self->type, fmt::format("{}.{}", list.text, key));
  const bool inside = inner && inner->size() > outer->size() && inner->starts_with(*outer);
  return inside ? inner->substr(outer->size() + 1) : key;
}

}  // namespace scaleplan::plan
