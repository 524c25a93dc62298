// Queries over other resources: existence, references, their attributes; and over the words of a name.
#include <algorithm>

#include "ascii.hpp"
#include "query_evaluator.hpp"

namespace scaleplan::plan {
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words(1);
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    if (!is_letter(c)) {
      words.emplace_back();
      continue;
    }
    // A capital begins a word after a small letter, or before one: "webNAT", "NATGateway".
    const bool after_small = i > 0 && is_small(name[i - 1]);
    const bool before_small = i + 1 < name.size() && is_small(name[i + 1]);
    if (is_capital(c) && (after_small || before_small)) words.emplace_back();
    words.back() += to_small(c);
  }
  words.erase(std::remove(words.begin(), words.end(), std::string()), words.end());
  return words;
}

Truth QueryEvaluator::is_a(const Resource& resource, std::string_view type) {
  if (resource.type == type) return Truth::yes;
  for (const DialectType* one : dialects_.natives_of(type)) {
    if (one->native != resource.type) continue;
    if (one->where < 0) return Truth::yes;
    return truth_of(native(one->where, resource));
  }
  return Truth::no;
}

const ResourceList& QueryEvaluator::of_type(Text type) {
  const auto& natives = dialects_.natives_of(type);
  if (natives.empty()) return resources_.of_type(type);
  const auto [known, fresh] = of_type_.try_emplace(type);
  if (!fresh) return known->second;
  ResourceList list = resources_.of_type(type);
  for (const DialectType* one : natives) {
    for (const Resource* resource : resources_.of_type(one->native)) {
      if (is_a(*resource, type) != Truth::no) list.push_back(resource);
    }
  }
  return known->second = std::move(list);
}

/// Whether the resource is of one of the types that the first operands name.
Truth QueryEvaluator::is_one(const Query& query, std::size_t types, const Resource& resource) {
  Truth result = Truth::no;
  for (std::size_t i = 0; i < types && result != Truth::yes; ++i)
    result = either(result, is_a(resource, rules_.queries[as_index(query.operands[i])].text));
  return result;
}

ResourceList QueryEvaluator::typed(const Query& query, std::size_t types, const ResourceList& from) {
  ResourceList found;
  for (const Resource* resource : from) {
    if (is_one(query, types, *resource) != Truth::no) found.push_back(resource);
  }
  return found;
}

ResourceList QueryEvaluator::all_typed(const Query& query, std::size_t types) {
  ResourceList found;
  for (std::size_t i = 0; i < types; ++i) {
    const ResourceList& more = of_type(rules_.queries[as_index(query.operands[i])].text);
    found.insert(found.end(), more.begin(), more.end());
  }
  return found;
}

/// Whether one of the resources is of a type that `query` names, and will exist.
QueryValue QueryEvaluator::exists(const Query& query, const ResourceList& list) {
  Truth result = Truth::no;
  for (const Resource* one : list) {
    const Truth certain = one->certain ? Truth::yes : Truth::unknown;
    result = either(result, both(certain, is_one(query, query.operands.size(), *one)));
  }
  return QueryValue::of(result);
}

QueryValue QueryEvaluator::linked(const Query& query, const QueryContext& context) {
  using Kind = Query::Kind;
  const std::size_t types = query.operands.size();
  const ResourceList nobody;
  const ResourceList& referrers = context.self == nullptr ? nobody : resources_.referrers(*context.self);
  const ResourceList& targets = context.self == nullptr ? nobody : resources_.targets(*context.self);
  if (query.kind == Kind::exists) return exists(query, all_typed(query, types));
  if (query.kind == Kind::referred_by) return exists(query, typed(query, types, referrers));
  if (query.kind == Kind::referred_at) return referred_at(query, context.self, typed(query, 1, referrers));
  if (query.kind == Kind::refers_to) return exists(query, typed(query, types, targets));
  if (query.kind == Kind::any) {
    const auto known = whole_.find(&query);
    if (known != whole_.end()) return known->second;
    return whole_[&query] = any(query, all_typed(query, types - 1));
  }
  if (query.kind == Kind::deleted) return any(query, deleted());
  if (query.kind == Kind::any_referrer) return any(query, typed(query, types - 1, referrers));
  if (query.kind == Kind::any_target) return any(query, typed(query, types - 1, targets));
  if (query.kind == Kind::of_referrer) return of(query, typed(query, types - 1, referrers));
  if (query.kind == Kind::of_target) return of(query, typed(query, types - 1, targets));
  if (query.kind == Kind::of_naming) return of_naming(query, context.self);
  if (query.kind == Kind::alike_referrers) return alike(query, typed(query, types - 1, referrers));
  if (query.kind == Kind::most_of) return most(query, all_typed(query, types - 1));
  if (query.kind == Kind::of_all || query.kind == Kind::total_of) {
    const auto known = whole_.find(&query);
    if (known != whole_.end()) return known->second;
    return whole_[&query] = query.kind == Kind::of_all ? of(query, chosen(query)) : total(query);
  }
  if (query.kind == Kind::places) {
    QueryValue result;
    result.resources = all_typed(query, types);
    if (!result.resources.empty()) result.kind = QueryValue::Kind::many;
    return result;
  }
  if (query.kind == Kind::self) {
    QueryValue result;
    if (context.self == nullptr) return result;
    result.kind = QueryValue::Kind::text;
    result.text = context.self->address;
    result.resources.push_back(context.self);
    return result;
  }
  if (query.kind == Kind::mentions)
    return QueryValue::of(context.self == nullptr ? Truth::no : mentions(query, *context.self));
  return {};
}

ResourceList QueryEvaluator::deleted() const {
  ResourceList all;
  for (const Resource& one : resources_.declaration().deleted) all.push_back(&one);
  return all;
}

/// Whether the last operand holds for one of the resources.
QueryValue QueryEvaluator::any(const Query& query, const ResourceList& list) {
  Truth result = Truth::no;
  for (const Resource* resource : list) {
    Truth here =
        both(is_one(query, query.operands.size() - 1, *resource), truth(query.operands.back(), *resource));
    if (!resource->certain) here = both(here, Truth::unknown);
    result = either(result, here);
    if (result == Truth::yes) break;
  }
  return QueryValue::of(result);
}

/// referred_at(type, path): whether one of the resources refers to `self` in the attribute at the path.
QueryValue QueryEvaluator::referred_at(const Query& query, const Resource* self, const ResourceList& list) {
  const Text path = rules_.queries[as_index(query.operands[1])].text;
  for (const Resource* resource : list) {
    const QueryValue there = attribute(*resource, path);
    for (const Attribute* value : there.from) {
      if (means(*value, *self, resource->file)) return QueryValue::of(Truth::yes);
    }
  }
  return QueryValue::of(Truth::no);
}

bool QueryEvaluator::means(const Attribute& value, const Resource& self, std::int32_t file) const {
  for (const std::string& reference : value.refers) {
    const ResourceList& meant = resources_.at(reference, file);
    if (std::find(meant.begin(), meant.end(), &self) != meant.end()) return true;
  }
  return std::any_of(value.items.begin(), value.items.end(),
                     [&](const Attribute& item) { return means(item, self, file); });
}

/// The last operand, evaluated for each resource: one value, the least of several numbers, or a list.
QueryValue QueryEvaluator::of(const Query& query, const ResourceList& list) {
  QueryValue result;
  for (const Resource* resource : list) {
    QueryValue answer = evaluate(query.operands.back(), *resource);
    if (answer.kind == QueryValue::Kind::nothing) continue;
    if (result.kind == QueryValue::Kind::nothing) {
      result = std::move(answer);
      continue;
    }
    if (result.kind == QueryValue::Kind::unknown || answer.kind == QueryValue::Kind::unknown)
      return QueryValue::unknown();
    const auto a = number_of(result);
    const auto b = number_of(answer);
    if (a && b) {
      if (*b < *a) result = std::move(answer);
      continue;
    }
    result.kind = QueryValue::Kind::many;
    result.from.insert(result.from.end(), answer.from.begin(), answer.from.end());
    result.resources.insert(result.resources.end(), answer.resources.begin(), answer.resources.end());
  }
  return result;
}

/// of_naming(types, path, x): x of the resources whose text at the path ends in a name of `self`, such as
/// "service/shop/web".
QueryValue QueryEvaluator::of_naming(const Query& query, const Resource* self) {
  if (self == nullptr) return {};
  const std::size_t types = query.operands.size() - 2;
  const Text path = rules_.queries[as_index(query.operands[types])].text;
  ResourceList naming;
  for (const Resource* resource : all_typed(query, types)) {
    const std::string text = text_of(attribute(*resource, path)).value_or("");
    const std::string last = text.substr(text.find_last_of("/:") + 1);
    const auto called = [&](std::int32_t question) { return text_of(evaluate(question, *self)) == last; };
    if (!last.empty() && resource->file == self->file &&
        std::any_of(rules_.names.begin(), rules_.names.end(), called))
      naming.push_back(resource);
  }
  return of(query, naming);
}

/// The words in the names of all resources that can be a component: the name of the project.
const std::vector<std::string>& QueryEvaluator::shared_words() {
  if (shared_known_) return shared_;
  shared_known_ = true;
  constexpr std::size_t fewest = 3;  // a word of fewer kinds may well describe each
  std::set<const Resource*> seen;
  std::set<std::string_view> kinds;
  std::vector<std::string> common;
  for (const Matcher& matcher : rules_.matchers) {
    for (const Text type : matcher.types) {
      for (const Resource* resource : of_type(type)) {
        if (!seen.insert(resource).second) continue;
        kinds.insert(resource->type);
        const std::vector<std::string>& own = words(*resource);
        if (seen.size() == 1) common = own;
        std::erase_if(common, [&](const std::string& word) {
          return std::find(own.begin(), own.end(), word) == own.end();
        });
      }
    }
  }
  if (kinds.size() >= fewest) shared_ = std::move(common);
  return shared_;
}

const std::vector<std::string>& QueryEvaluator::words(const Resource& self) {
  const auto known = words_.find(&self);
  if (known != words_.end()) return known->second;
  std::string name = without_indices(self.address);
  const std::size_t at = name.find(self.type);
  if (at != std::string::npos) name.erase(at, self.type.size());
  // An index by name is a name, too: aws_instance.this["bastion"].
  for (std::size_t quote = self.address.find('"'); quote != std::string::npos;) {
    const std::size_t end = self.address.find('"', quote + 1);
    if (end == std::string::npos) break;
    name += " " + self.address.substr(quote + 1, end - quote - 1);
    quote = self.address.find('"', end + 1);
  }
  for (const std::int32_t question : rules_.names) {
    const QueryValue answer = evaluate(question, self);
    if (const auto text = text_of(answer)) name += " " + *text;
    // The known part of a name counts.
    if (answer.kind == QueryValue::Kind::unknown && !answer.from.empty())
      name += " " + answer.from.front()->text;
  }
  std::vector<std::string> all = words_of(name);
  // Capitals split words that people read as one name: GitLab, OpenVpn.
  constexpr std::size_t shortest = 3;
  for (std::size_t i = 0, n = all.size(); i + 1 < n; ++i) {
    if (all[i].size() >= shortest && all[i + 1].size() >= shortest) all.push_back(all[i] + all[i + 1]);
  }
  return words_[&self] = std::move(all);
}

/// Whether a name of the resource holds one of the words; "jump*" is the beginning of one. A word that all
/// share says nothing about one of them.
Truth QueryEvaluator::mentions(const Query& query, const Resource& self) {
  const std::vector<std::string>& all = words(self);
  const std::vector<std::string>& shared = shared_words();
  for (const std::int32_t operand : query.operands) {
    const Text wanted = rules_.queries[as_index(operand)].text;
    const auto said = [&](const std::string& word) {
      return fits(word, wanted) && std::find(shared.begin(), shared.end(), word) == shared.end();
    };
    if (std::any_of(all.begin(), all.end(), said)) return Truth::yes;
  }
  return Truth::no;
}

}  // namespace scaleplan::plan
