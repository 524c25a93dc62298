// Indexes declared resources; references are followed when first needed.
#include "resources.hpp"

#include <algorithm>

#include "scaleplan/instruction.hpp"

namespace scaleplan::plan {
namespace {

const ResourceList nobody;

void collect(const Attribute& value, std::vector<const std::string*>& into) {
  for (const std::string& reference : value.refers) into.push_back(&reference);
  for (const Attribute& item : value.items) collect(item, into);
}

}  // namespace

std::string without_indices(std::string_view address) {
  std::string plain;
  int depth = 0;
  bool quoted = false;
  for (const char c : address) {
    if (depth > 0 && c == '"') quoted = !quoted;
    if (!quoted && c == '[') ++depth;
    if (depth == 0) plain += c;
    if (!quoted && c == ']' && depth > 0) --depth;
  }
  return plain;
}

void Resources::Addresses::add(const Resource& resource) {
  exact[resource.address].push_back(&resource);
  plain[without_indices(resource.address)].push_back(&resource);
}

const ResourceList* Resources::Addresses::find(const std::string& reference) const {
  if (const auto found = exact.find(reference); found != exact.end()) return &found->second;
  const auto found = plain.find(without_indices(reference));
  return found == plain.end() ? nullptr : &found->second;
}

Resources::Resources(const Declaration& declaration)
    : declaration_(declaration), of_file_(declaration.files.size() > 1 ? declaration.files.size() : 0) {
  for (const Resource& resource : declaration.resources) {
    types_[resource.type].push_back(&resource);
    everywhere_.add(resource);
    if (!of_file_.empty()) of_file_[as_index(resource.file)].add(resource);
  }
  for (const Resource& one : declaration.looked_up) looked_up_.emplace(one.address, &one);
}

const ResourceList& Resources::of_type(std::string_view type) const {
  const auto found = types_.find(type);
  return found == types_.end() ? nobody : found->second;
}

const ResourceList& Resources::at(const std::string& reference, std::int32_t file) const {
  const ResourceList* found = of_file_.empty() ? nullptr : of_file_[as_index(file)].find(reference);
  if (found == nullptr) found = everywhere_.find(reference);
  return found == nullptr ? nobody : *found;
}

const Resource* Resources::looked_up(const std::string& id) const {
  const auto found = looked_up_.find(id);
  return found == looked_up_.end() ? nullptr : found->second;
}

void Resources::link() const {
  linked_ = true;
  for (const Resource& resource : declaration_.resources) {
    std::vector<const std::string*> references;
    collect(resource.attributes, references);
    ResourceList& targets = targets_[&resource];
    for (const std::string* reference : references) {
      for (const Resource* target : at(*reference, resource.file)) {
        if (target != &resource) targets.push_back(target);
      }
    }
    std::sort(targets.begin(), targets.end());
    targets.erase(std::unique(targets.begin(), targets.end()), targets.end());
    for (const Resource* target : targets) referrers_[target].push_back(&resource);
  }
}

const ResourceList& Resources::targets(const Resource& resource) const {
  if (!linked_) link();
  const auto found = targets_.find(&resource);
  return found == targets_.end() ? nobody : found->second;
}

const ResourceList& Resources::referrers(const Resource& resource) const {
  if (!linked_) link();
  const auto found = referrers_.find(&resource);
  return found == referrers_.end() ? nobody : found->second;
}

}  // namespace scaleplan::plan
