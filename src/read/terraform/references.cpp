// Follows references as far as a plan holds them: locals are left out of it, and the effect of a function on
// a list is unknown, so an index is followed only where it means one thing.
#include "references.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "blocks.hpp"
#include "values.hpp"

namespace scaleplan::read {
namespace {

// Outputs that refer to outputs can fan out without end.
constexpr int most_steps = 500;
constexpr std::size_t most_instances = 100;

bool is_expression(JsonValue value) {
  return value.kind() == JsonKind::map && (value.find("references") || value.find("constant_value"));
}

/// Whether `whole` goes on where `part` ends: a.b and a.b.c, a.b and a.b[0].
bool goes_on(std::string_view part, std::string_view whole) {
  return whole.size() > part.size() && whole.starts_with(part) &&
         (whole[part.size()] == '.' || whole[part.size()] == '[');
}

/// The longest references: a plan lists each together with its own beginnings.
std::vector<std::string_view> longest(JsonValue expression) {
  std::vector<std::string_view> all;
  const JsonValue list = expression.find("references");
  for (JsonValue one = list.first(); one; one = list.after(one)) {
    if (!one.text().empty()) all.push_back(one.text());
  }
  std::vector<std::string_view> result;
  for (const std::string_view one : all) {
    const bool part = std::any_of(all.begin(), all.end(), [&](auto other) { return goes_on(one, other); });
    if (!part && std::find(result.begin(), result.end(), one) == result.end()) result.push_back(one);
  }
  return result;
}

/// The number in [0], or -1.
int number_in(std::string_view index) {
  int number = -1;
  if (index.size() < 3) return -1;
  const char* const end = index.data() + index.size() - 1;
  const auto [stopped, fault] = std::from_chars(index.data() + 1, end, number);
  return fault == std::errc() && stopped == end && number >= 0 ? number : -1;
}

void join(std::vector<std::string>& into, std::vector<std::string> more) {
  for (std::string& one : more) {
    if (std::find(into.begin(), into.end(), one) == into.end()) into.push_back(std::move(one));
  }
}

/// Whether a data source, or a resource, is named with an index: data.zones.here.names[0].
bool has_index(std::string_view reference) { return reference.ends_with(']'); }

}  // namespace

References::References(JsonValue configuration, const std::vector<std::string_view>& addresses)
    : root_(configuration.find("root_module")) {
  for (const std::string_view address : addresses) by_name_[without_indexes(address)].push_back(address);
  scopes_[""].module = root_;
}

const References::Scope* References::scope_of(const std::vector<ModuleStep>& modules) {
  const Scope* scope = &scopes_[""];
  for (const ModuleStep& step : modules) {
    scope = scope_in(*scope, step);
    if (scope == nullptr) return nullptr;
  }
  return scope;
}

const References::Scope* References::scope_in(const Scope& user, const ModuleStep& step) {
  std::string prefix = user.prefix + "module." + std::string(step.name) + std::string(step.index) + ".";
  const auto known = scopes_.find(prefix);
  if (known != scopes_.end()) return &known->second;
  const JsonValue call = user.module.find("module_calls").find(step.name);
  if (!call) return nullptr;
  Scope& scope = scopes_[prefix];
  scope = {call.find("module"), call, prefix, std::string(step.index), &user};
  return &scope;
}

JsonValue References::written(const Scope& scope, std::string_view resource) {
  if (!scope.module) return {};
  const std::uint32_t module = scope.module.index();
  if (std::find(indexed_.begin(), indexed_.end(), module) == indexed_.end()) {
    indexed_.push_back(module);
    const JsonValue list = scope.module.find("resources");
    for (JsonValue one = list.first(); one; one = list.after(one)) {
      written_.emplace(std::pair(module, std::string(one.find("address").text())), one);
    }
  }
  const auto found = written_.find({module, std::string(resource)});
  return found == written_.end() ? JsonValue() : found->second;
}

void References::resolve(Resource& resource) {
  const Address address = parse_address(resource.address);
  const Scope* scope = scope_of(address.modules);
  if (scope == nullptr) return;
  std::string_view rest = address.resource;
  take_word(rest);
  const Word name = take_word(rest);
  const JsonValue here = written(*scope, without_indexes(address.resource));
  each_ = here.find("for_each_expression");
  tell_map(resource.attributes, here.find("expressions"), *scope, name);
}

void References::tell_map(Attribute& map, JsonValue expressions, const Scope& scope, const Word& index) {
  if (map.kind != Attribute::Kind::map || expressions.kind() != JsonKind::map) return;
  for (JsonValue one = expressions.first(); one; one = expressions.after(one)) {
    if (is_expression(one) && !one.find("references").first()) continue;
    const bool there = map.find(one.key()) != nullptr;
    if (!there && !is_expression(one)) continue;
    tell_one(attribute_under(map, one.key()), one, scope, index);
  }
}

void References::tell_one(Attribute& value, JsonValue expression, const Scope& scope, const Word& index) {
  if (is_expression(expression)) {
    steps_ = 0;
    value.refers = instances(follow(expression, scope, index.index, each_));
  } else if (expression.kind() == JsonKind::map) {
    tell_map(value.kind == Attribute::Kind::list && value.items.size() == 1 ? value.items[0] : value,
             expression, scope, index);
  } else if (expression.kind() == JsonKind::list && value.kind == Attribute::Kind::list) {
    for (const auto& [block, at] : paired_blocks(expression, value))
      tell_map(value.items[at], block, scope, index);
  }
}

References::Found References::follow(JsonValue expression, const Scope& scope, std::string_view index,
                                     JsonValue each) {
  Found found;
  const std::vector<std::string_view> all = longest(expression);
  const bool by_instance = std::any_of(all.begin(), all.end(), [](std::string_view one) {
    return one == "count.index" || one == "each.key" || one.starts_with("each.value");
  });
  for (const std::string_view one : all) {
    if (++steps_ > most_steps) break;
    Found more = follow_one(one, scope, index, each);
    join(found, by_instance ? pick(std::move(more), index) : std::move(more));
  }
  return found;
}

References::Found References::follow_one(std::string_view reference, const Scope& scope,
                                         std::string_view index, JsonValue each) {
  std::string_view rest = reference;
  const Word first = take_word(rest);
  if (first.name == "var") return of_variable(rest, scope);
  if (first.name == "module") return of_module(rest, scope);
  if (first.name == "each") {
    return rest.starts_with("value") ? pick(follow(each, scope, {}, {}), index) : Found();
  }
  for (const std::string_view own : {"local", "count", "self", "path", "terraform"}) {
    if (first.name == own) return {};
  }
  if (first.name == "data") return {scope.prefix + std::string(reference)};
  const Word name = take_word(rest);
  if (name.name.empty()) return {};
  return {scope.prefix + std::string(first.name) + "." + std::string(name.name) + std::string(name.index)};
}

References::Found References::of_variable(std::string_view rest, const Scope& scope) {
  const Word name = take_word(rest);
  if (scope.user == nullptr) return {};
  const JsonValue given = scope.call.find("expressions").find(name.name);
  return pick(follow(given, *scope.user, scope.index, scope.call.find("for_each_expression")), name.index);
}

References::Found References::of_module(std::string_view rest, const Scope& scope) {
  const Word name = take_word(rest);
  const Word output = take_word(rest);
  const Scope* inner = scope_in(scope, {name.name, name.index});
  if (inner == nullptr) return {};
  const JsonValue value = inner->module.find("outputs").find(output.name);
  return pick(follow(value.find("expression"), *inner, {}, {}), output.index);
}

/// The one that `index` of a list means: an instance of the one resource it is made of, or one of several.
References::Found References::pick(Found found, std::string_view index) const {
  if (index.empty() || found.empty()) return found;
  const int number = number_in(index);
  if (found.size() > 1) {
    // Functions that go round a list begin again at its end.
    if (number >= 0) return {found[static_cast<std::size_t>(number) % found.size()]};
    return found;
  }
  std::string& one = found.front();
  if (has_index(one)) return found;
  const auto known = by_name_.find(without_indexes(one));
  if (known == by_name_.end()) {
    if (one.find("data.") != std::string::npos && number >= 0) one += index;
    return found;
  }
  const std::string exact = one + std::string(index);
  std::vector<std::string_view> meant;
  for (const std::string_view address : known->second) {
    if (is_meant(exact, address)) return {exact};
    if (is_meant(one, address)) meant.push_back(address);
  }
  if (number < 0 || meant.size() < 2) return found;
  return {std::string(meant[static_cast<std::size_t>(number) % meant.size()])};
}

/// Each instance by its own address, where the plan has it.
References::Found References::instances(const Found& found) const {
  Found result;
  for (const std::string& one : found) {
    Found meant;
    const auto known = by_name_.find(without_indexes(one));
    if (known != by_name_.end()) {
      for (const std::string_view address : known->second) {
        if (is_meant(one, address)) meant.emplace_back(address);
      }
    }
    if (meant.empty() || meant.size() > most_instances) meant = {one};
    join(result, std::move(meant));
  }
  return result;
}

}  // namespace scaleplan::read
