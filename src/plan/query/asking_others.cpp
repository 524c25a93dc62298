// Questions that other resources answer: who exists, who refers to whom, what they say; and what a name says.
#include <algorithm>

#include "ascii.hpp"
#include "asking.hpp"

namespace scaleplan::plan {
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words(1);
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    if (!is_letter(c)) {
      words.emplace_back();
      continue;
    }
    // A capital begins a word behind a small letter, or before one: "webNAT", "NATGateway".
    const bool after_small = i > 0 && is_small(name[i - 1]);
    const bool before_small = i + 1 < name.size() && is_small(name[i + 1]);
    if (is_capital(c) && (after_small || before_small)) words.emplace_back();
    words.back() += to_small(c);
  }
  words.erase(std::remove(words.begin(), words.end(), std::string()), words.end());
  return words;
}

Truth Asking::is_a(const Resource& resource, std::string_view type) {
  if (resource.type == type) return Truth::yes;
  for (const DialectType* one : dialects_.natives_of(type)) {
    if (one->native != resource.type) continue;
    if (one->where < 0) return Truth::yes;
    return truth_of(ask(one->where, {&resource, &resource.attributes, nullptr, true}));
  }
  return Truth::no;
}

const ResourceList& Asking::of_type(Text type) {
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
Truth Asking::is_one(const Ask& ask, std::size_t types, const Resource& resource) {
  Truth result = Truth::no;
  for (std::size_t i = 0; i < types && result != Truth::yes; ++i)
    result = either(result, is_a(resource, rules_.asks[as_index(ask.operands[i])].text));
  return result;
}

ResourceList Asking::typed(const Ask& ask, std::size_t types, const ResourceList& from) {
  ResourceList found;
  for (const Resource* resource : from) {
    if (is_one(ask, types, *resource) != Truth::no) found.push_back(resource);
  }
  return found;
}

ResourceList Asking::all_typed(const Ask& ask, std::size_t types) {
  ResourceList found;
  for (std::size_t i = 0; i < types; ++i) {
    const ResourceList& more = of_type(rules_.asks[as_index(ask.operands[i])].text);
    found.insert(found.end(), more.begin(), more.end());
  }
  return found;
}

/// Whether one of the resources is of a type that `ask` names, and will exist.
Told Asking::exists(const Ask& ask, const ResourceList& list) {
  Truth result = Truth::no;
  for (const Resource* one : list) {
    const Truth certain = one->certain ? Truth::yes : Truth::unknown;
    result = either(result, both(certain, is_one(ask, ask.operands.size(), *one)));
  }
  return Told::of(result);
}

Told Asking::linked(const Ask& ask, const About& about) {
  using Kind = Ask::Kind;
  const std::size_t types = ask.operands.size();
  const ResourceList nobody;
  const ResourceList& referrers = about.self == nullptr ? nobody : resources_.referrers(*about.self);
  const ResourceList& targets = about.self == nullptr ? nobody : resources_.targets(*about.self);
  switch (ask.kind) {
    case Kind::exists:
      return exists(ask, all_typed(ask, types));
    case Kind::referred_by:
      return exists(ask, typed(ask, types, referrers));
    case Kind::referred_at:
      return referred_at(ask, about.self, typed(ask, 1, referrers));
    case Kind::refers_to:
      return exists(ask, typed(ask, types, targets));
    case Kind::any: {
      const auto known = whole_.find(&ask);
      if (known != whole_.end()) return known->second;
      return whole_[&ask] = any(ask, all_typed(ask, types - 1));
    }
    case Kind::any_referrer:
      return any(ask, typed(ask, types - 1, referrers));
    case Kind::any_target:
      return any(ask, typed(ask, types - 1, targets));
    case Kind::of_referrer:
      return of(ask, typed(ask, types - 1, referrers));
    case Kind::of_target:
      return of(ask, typed(ask, types - 1, targets));
    case Kind::of_naming:
      return of_naming(ask, about.self);
    case Kind::alike_referrers:
      return alike(ask, typed(ask, types - 1, referrers));
    case Kind::most_of:
      return most(ask, all_typed(ask, types - 1));
    case Kind::places: {
      Told result;
      result.resources = all_typed(ask, types);
      if (!result.resources.empty()) result.kind = Told::Kind::many;
      return result;
    }
    case Kind::self: {
      Told result;
      if (about.self == nullptr) return result;
      result.kind = Told::Kind::text;
      result.text = about.self->address;
      result.resources.push_back(about.self);
      return result;
    }
    case Kind::mentions:
      return Told::of(about.self == nullptr ? Truth::no : mentions(ask, *about.self));
    default:
      return {};
  }
}

/// Whether the last operand is so for one of the resources.
Told Asking::any(const Ask& ask, const ResourceList& list) {
  Truth result = Truth::no;
  for (const Resource* resource : list) {
    Truth here = both(is_one(ask, ask.operands.size() - 1, *resource), truth(ask.operands.back(), *resource));
    if (!resource->certain) here = both(here, Truth::unknown);
    result = either(result, here);
    if (result == Truth::yes) break;
  }
  return Told::of(result);
}

/// referred_at(type, path): whether one of the resources refers to `self` in the attribute at the path.
Told Asking::referred_at(const Ask& ask, const Resource* self, const ResourceList& list) {
  const Text path = rules_.asks[as_index(ask.operands[1])].text;
  for (const Resource* resource : list) {
    const Told there = attribute(*resource, path);
    for (const Attribute* value : there.from) {
      if (means(*value, *self, resource->file)) return Told::of(Truth::yes);
    }
  }
  return Told::of(Truth::no);
}

bool Asking::means(const Attribute& value, const Resource& self, std::int32_t file) const {
  for (const std::string& reference : value.refers) {
    const ResourceList& meant = resources_.at(reference, file);
    if (std::find(meant.begin(), meant.end(), &self) != meant.end()) return true;
  }
  return std::any_of(value.items.begin(), value.items.end(),
                     [&](const Attribute& item) { return means(item, self, file); });
}

/// What the resources answer to the last operand: one answer, the least of several numbers, or several.
Told Asking::of(const Ask& ask, const ResourceList& list) {
  Told result;
  for (const Resource* resource : list) {
    Told told = this->ask(ask.operands.back(), *resource);
    if (told.kind == Told::Kind::nothing) continue;
    if (result.kind == Told::Kind::nothing) {
      result = std::move(told);
      continue;
    }
    if (result.kind == Told::Kind::unknown || told.kind == Told::Kind::unknown) return Told::not_known();
    const auto a = number_of(result);
    const auto b = number_of(told);
    if (a && b) {
      if (*b < *a) result = std::move(told);
      continue;
    }
    result.kind = Told::Kind::many;
    result.from.insert(result.from.end(), told.from.begin(), told.from.end());
    result.resources.insert(result.resources.end(), told.resources.begin(), told.resources.end());
  }
  return result;
}

/// of_naming(types, path, x): what resources answer whose text at the path ends in a name of `self`, such as
/// "service/shop/web".
Told Asking::of_naming(const Ask& ask, const Resource* self) {
  if (self == nullptr) return {};
  const std::size_t types = ask.operands.size() - 2;
  const Text path = rules_.asks[as_index(ask.operands[types])].text;
  ResourceList naming;
  for (const Resource* resource : all_typed(ask, types)) {
    const std::string text = text_of(attribute(*resource, path)).value_or("");
    const std::string last = text.substr(text.find_last_of("/:") + 1);
    const auto called = [&](std::int32_t question) { return text_of(this->ask(question, *self)) == last; };
    if (!last.empty() && resource->file == self->file &&
        std::any_of(rules_.names.begin(), rules_.names.end(), called))
      naming.push_back(resource);
  }
  return of(ask, naming);
}

const std::vector<std::string>& Asking::words(const Resource& self) {
  const auto known = words_.find(&self);
  if (known != words_.end()) return known->second;
  std::string name = without_indices(self.address);
  const std::size_t at = name.find(self.type);
  if (at != std::string::npos) name.erase(at, self.type.size());
  // An index by name says something: aws_instance.this["bastion"].
  for (std::size_t quote = self.address.find('"'); quote != std::string::npos;) {
    const std::size_t end = self.address.find('"', quote + 1);
    if (end == std::string::npos) break;
    name += " " + self.address.substr(quote + 1, end - quote - 1);
    quote = self.address.find('"', end + 1);
  }
  for (const std::int32_t question : rules_.names) {
    const Told told = ask(question, self);
    if (const auto text = text_of(told)) name += " " + *text;
    // Of a name that is not wholly known, what is known says something.
    if (told.kind == Told::Kind::unknown && !told.from.empty()) name += " " + told.from.front()->text;
  }
  std::vector<std::string> all = words_of(name);
  // Capitals part what is one name to people: GitLab, OpenVpn.
  constexpr std::size_t shortest = 3;
  for (std::size_t i = 0, n = all.size(); i + 1 < n; ++i) {
    if (all[i].size() >= shortest && all[i + 1].size() >= shortest) all.push_back(all[i] + all[i + 1]);
  }
  return words_[&self] = std::move(all);
}

/// Whether a name of the resource holds one of the words; "jump*" is the beginning of one.
Truth Asking::mentions(const Ask& ask, const Resource& self) {
  const std::vector<std::string>& all = words(self);
  for (const std::int32_t operand : ask.operands) {
    const Text wanted = rules_.asks[as_index(operand)].text;
    if (std::any_of(all.begin(), all.end(), [&](const std::string& word) { return fits(word, wanted); }))
      return Truth::yes;
  }
  return Truth::no;
}

}  // namespace scaleplan::plan
