// Queries over several resources at once, over components, and over numbers inside texts.
#include <algorithm>

#include "ascii.hpp"
#include "query_evaluator.hpp"

namespace scaleplan::plan {
namespace {

bool in_word(char c) { return is_digit(c) || starts_name(c); }

/// The number at `text`, where no word but "value" stands before it: `=20`, `","value":"20"`.
std::optional<double> number_next(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && in_word(text[end])) ++end;
    const std::string_view word = text.substr(i, end - i);
    if (word.empty()) {
      ++i;
      continue;
    }
    if (std::all_of(word.begin(), word.end(), is_digit) && word.size() < 10) {
      double number = 0;
      for (const char c : word) number = number * 10 + (c - '0');
      return number;
    }
    if (!fits(word, "value")) return std::nullopt;
    i = end;
  }
  return std::nullopt;
}

std::optional<double> number_behind(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at > 0 && in_word(text[at - 1])) || (end < text.size() && in_word(text[end]))) continue;
    if (const auto number = number_next(text.substr(end))) return number;
  }
  return std::nullopt;
}

}  // namespace

/// number_behind(text, words...): the number that the text gives one of the words.
QueryValue QueryEvaluator::number_behind(const Query& query, const QueryContext& context) {
  const QueryValue answer = evaluate(query.operands[0], context);
  if (answer.kind == QueryValue::Kind::unknown) return QueryValue::unknown();
  const auto text = text_of(answer);
  if (!text) return {};
  for (std::size_t i = 1; i < query.operands.size(); ++i) {
    const Text word = rules_.queries[as_index(query.operands[i])].text;
    if (const auto number = plan::number_behind(*text, word)) return QueryValue::of(*number);
  }
  return {};
}

/// Whether there are two or more with the same value of the last operand; a missing value is unknown.
QueryValue QueryEvaluator::alike(const Query& query, const ResourceList& list) {
  if (list.size() < 2) return QueryValue::of(Truth::no);
  const QueryValue first = evaluate(query.operands.back(), *list.front());
  Truth result = Truth::yes;
  for (const Resource* resource : list) {
    if (resource == list.front()) continue;
    const QueryValue answer = evaluate(query.operands.back(), *resource);
    const bool silent = first.kind == QueryValue::Kind::nothing || answer.kind == QueryValue::Kind::nothing;
    result = both(result, silent ? Truth::unknown : equal(first, answer));
  }
  return QueryValue::of(result);
}

/// The greatest value of the last operand among the resources; unknown where one is unknown.
QueryValue QueryEvaluator::most(const Query& query, const ResourceList& list) {
  QueryValue best;
  for (const Resource* resource : list) {
    const QueryValue answer = evaluate(query.operands.back(), *resource);
    if (answer.kind == QueryValue::Kind::unknown) return QueryValue::unknown();
    const auto number = number_of(answer);
    if (number && (best.kind == QueryValue::Kind::nothing || *number > best.number))
      best = QueryValue::of(*number);
  }
  return best;
}

/// The resources of the types for which the operand before the last may hold.
ResourceList QueryEvaluator::chosen(const Query& query) {
  const std::size_t types = query.operands.size() - 2;
  ResourceList list;
  for (const Resource* resource : all_typed(query, types)) {
    if (truth(query.operands[types], *resource) != Truth::no) list.push_back(resource);
  }
  return list;
}

/// The sum of the last operand over the chosen resources; unknown where one, or its choice, is unknown.
QueryValue QueryEvaluator::total(const Query& query) {
  const std::size_t types = query.operands.size() - 2;
  double sum = 0;
  bool any = false;
  for (const Resource* resource : chosen(query)) {
    const QueryValue answer = evaluate(query.operands.back(), *resource);
    const bool sure = resource->certain && truth(query.operands[types], *resource) == Truth::yes;
    if (!sure || answer.kind == QueryValue::Kind::unknown) return QueryValue::unknown();
    const auto number = number_of(answer);
    sum += number.value_or(0);
    any = any || number.has_value();
  }
  return any ? QueryValue::of(sum) : QueryValue{};
}

/// The number of instances or zones of a component; unknown where there may be more, nothing before
/// components are found.
QueryValue QueryEvaluator::found(const Query& query) const {
  if (components_ == nullptr) return {};
  const Text id = rules_.queries[as_index(query.operands[0])].text;
  const auto component = std::find_if(components_->begin(), components_->end(),
                                      [&](const FoundComponent& p) { return p.id == id; });
  if (component == components_->end()) return {};
  const bool zones = query.kind == Query::Kind::zones_of;
  const Amount amount = zones ? component->zones : component->instances;
  if (amount.open || (zones && !component->says_zones)) return QueryValue::unknown();
  return QueryValue::of(static_cast<double>(amount.least));
}

}  // namespace scaleplan::plan
