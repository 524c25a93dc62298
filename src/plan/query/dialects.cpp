// Indexes the dialects of a rule set; what no dialect maps is spelled as rules spell it.
#include "dialects.hpp"

#include <algorithm>

namespace scaleplan::plan {

DialectIndex::DialectIndex(const Recognition& rules) : rules_(rules) {
  for (const DialectTable& table : rules.dialects) {
    std::unordered_map<std::string_view, std::int32_t> shared;
    for (const DialectAttribute& one : table.attributes) {
      if (one.native.empty()) shared.emplace(one.path, one.query);
    }
    for (const DialectType& one : table.types) {
      types_[one.type].push_back(&one);
      natives_.try_emplace(one.native, Spelling{&table, shared});
    }
    for (const DialectAttribute& one : table.attributes) {
      if (!one.native.empty()) natives_[one.native].attributes[one.path] = one.query;
    }
  }
}

const std::vector<const DialectType*>& DialectIndex::natives_of(std::string_view type) const {
  static const std::vector<const DialectType*> nothing;
  const auto found = types_.find(type);
  return found == types_.end() ? nothing : found->second;
}

const DialectIndex::Spelling* DialectIndex::of(std::string_view native) const {
  const auto found = natives_.find(native);
  return found == natives_.end() ? nullptr : &found->second;
}

std::optional<std::int32_t> DialectIndex::attribute(std::string_view native, std::string_view path) const {
  const Spelling* spelling = of(native);
  if (spelling == nullptr) return std::nullopt;
  const auto found = spelling->attributes.find(path);
  return found == spelling->attributes.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Text> DialectIndex::path(std::string_view native, std::string_view path) const {
  const auto found = attribute(native, path);
  if (!found) return std::nullopt;
  const Query& query = rules_.queries[as_index(*found)];
  return query.kind == Query::Kind::attribute ? std::optional(query.text) : std::nullopt;
}

bool DialectIndex::written(std::string_view native) const {
  const Spelling* spelling = of(native);
  return spelling != nullptr && spelling->table->written;
}

/// The native type, or the first attribute that the native query reads.
std::string DialectIndex::spelled(std::string_view native, std::string_view name) const {
  const Spelling* spelling = of(native);
  if (spelling == nullptr) return std::string(name);
  for (const DialectType& one : spelling->table->types) {
    if (one.type == name) return std::string(one.native);
  }
  const auto found = spelling->attributes.find(name);
  std::int32_t at = found == spelling->attributes.end() ? -1 : found->second;
  while (at >= 0 && rules_.queries[as_index(at)].kind != Query::Kind::attribute) {
    const std::vector<std::int32_t>& operands = rules_.queries[as_index(at)].operands;
    at = operands.empty() ? -1 : operands.front();
  }
  return std::string(at < 0 ? name : rules_.queries[as_index(at)].text);
}

std::string DialectIndex::action(std::string_view native, Text action) const {
  std::string all;
  for (std::size_t begin = 0; begin < action.size();) {
    const std::size_t open = std::min(action.find('{', begin), action.size());
    const std::size_t close = action.find('}', open);
    all += action.substr(begin, open - begin);
    if (close == Text::npos) return all += action.substr(open);
    const Text name = action.substr(open + 1, close - open - 1);
    if (name == "needed") {
      all += "{needed}";
    } else {
      all += spelled(native, name);
    }
    begin = close + 1;
  }
  return all;
}

}  // namespace scaleplan::plan
