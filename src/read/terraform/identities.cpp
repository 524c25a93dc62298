// Finds values that are the id of another resource.
#include "identities.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

namespace scaleplan::read {
namespace {

/// The resource's own names are no references.
bool is_own(std::string_view key) {
  constexpr std::array<std::string_view, 5> own = {"id", "arn", "name", "tags", "tags_all"};
  return std::find(own.begin(), own.end(), key) != own.end();
}

using Known = std::unordered_map<std::string_view, const Resource*>;

void refer(Attribute& value, const Known& known, const Resource& self) {
  if (value.kind == Attribute::Kind::text) {
    const auto found = known.find(value.text);
    if (found != known.end() && found->second != nullptr && found->second != &self)
      value.refers.push_back(found->second->address);
  }
  for (Attribute& item : value.items) refer(item, known, self);
}

}  // namespace

void add_identity_references(std::vector<Resource>& resources, std::size_t begin) {
  Known known;
  for (std::size_t i = begin; i < resources.size(); ++i) {
    const Attribute* id = resources[i].attributes.find("id");
    if (id == nullptr || id->kind != Attribute::Kind::text || id->text.empty()) continue;
    const auto [there, fresh] = known.emplace(id->text, &resources[i]);
    if (!fresh) there->second = nullptr;  // two of one name: neither is meant for sure
  }
  for (std::size_t i = begin; i < resources.size(); ++i) {
    Attribute& all = resources[i].attributes;
    for (std::size_t k = 0; k < all.keys.size(); ++k) {
      if (!is_own(all.keys[k])) refer(all.items[k], known, resources[i]);
    }
  }
}

}  // namespace scaleplan::read
