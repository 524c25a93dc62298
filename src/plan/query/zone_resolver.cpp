// Follows references until one names a zone, such as from a group of subnets to its subnets.
#include "zone_resolver.hpp"

#include <algorithm>
#include <utility>

namespace scaleplan::plan {
namespace {

constexpr int deepest = 4;

}  // namespace

void Zones::add(const Zones& more) {
  names.insert(more.names.begin(), more.names.end());
  ids.insert(more.ids.begin(), more.ids.end());
  least = std::max(least, more.least);
  fixed = fixed || more.fixed;
  open = open || more.open;
}

Zones ZoneResolver::of(const QueryValue& answer, std::int32_t file) {
  Zones zones;
  file_ = file;
  gather(answer, zones, 0);
  spans(zones);
  return zones;
}

bool ZoneResolver::unplaced(std::string_view name) const {
  const std::vector<Text>& patterns = evaluator_.rules().unplaced;
  return std::any_of(patterns.begin(), patterns.end(), [&](Text pattern) { return fits(name, pattern); });
}

void ZoneResolver::gather(const QueryValue& answer, Zones& into, int depth) {
  if (answer.kind == QueryValue::Kind::number) {
    into.least = std::max(into.least, static_cast<int>(std::clamp(answer.number, 0.0, 1000.0)));
    into.fixed = true;
    return;
  }
  for (const Resource* resource : answer.resources) gather(*resource, into, depth);
  for (const Attribute* value : answer.from) gather(*value, into, depth);
  if (answer.kind == QueryValue::Kind::unknown && answer.from.empty()) into.open = true;
}

void ZoneResolver::gather(const Attribute& value, Zones& into, int depth) {
  if (depth > deepest) {
    into.open = true;
    return;
  }
  if (value.kind == Attribute::Kind::list) {
    for (const Attribute& item : value.items) gather(item, into, depth + 1);
    return;
  }
  bool resolved = false;
  for (const std::string& reference : value.refers) resolved = gather(reference, into, depth) || resolved;
  if (value.kind == Attribute::Kind::text && !resolved) {
    for (std::size_t begin = 0; begin < value.text.size();) {  // some options list several in one text
      const std::size_t end = std::min(value.text.find(',', begin), value.text.size());
      const std::string name = value.text.substr(begin, end - begin);
      const Resource* found = evaluator_.resources().looked_up(name);
      const bool placed = found != nullptr && gather(*found, into, depth + 1);
      if (!name.empty() && !placed) (unplaced(name) ? into.ids : into.names).insert(name);
      begin = end + 1;
    }
  }
  if (value.kind != Attribute::Kind::unknown || resolved) return;
  into.open = true;
  for (const std::string& reference : value.refers) {
    if (!evaluator_.resources().at(reference, file_).empty()) continue;  // a declared resource without a zone
    into.names.insert(reference);
    for (const Text pattern : evaluator_.rules().everywhere) {
      if (fits(reference, pattern)) into.least = std::max(into.least, 2);
    }
  }
}

bool ZoneResolver::gather(const std::string& reference, Zones& into, int depth) {
  bool resolved = false;
  for (const Resource* resource : evaluator_.resources().at(reference, file_))
    resolved = gather(*resource, into, depth) || resolved;
  return resolved;
}

bool ZoneResolver::gather(const Resource& resource, Zones& into, int depth) {
  if (depth > deepest) return false;
  const std::int32_t outside = std::exchange(file_, resource.file);
  const bool placed = at_place(resource, into, depth);
  file_ = outside;
  return placed;
}

bool ZoneResolver::at_place(const Resource& resource, Zones& into, int depth) {
  for (const ZoneSource& source : evaluator_.rules().zone_sources) {
    if (evaluator_.is_a(resource, source.type) != Truth::yes) continue;
    if (source.where >= 0 && evaluator_.truth(source.where, resource) != Truth::yes) continue;
    const QueryValue answer = evaluator_.evaluate(source.query, resource);
    if (answer.kind == QueryValue::Kind::nothing) {
      // A place without a zone of its own counts as a zone.
      into.names.insert(resource.address);
    } else {
      Zones own;
      gather(answer, own, depth + 1);
      // An unknown single zone stands for the resource itself, unless it is an item of a list.
      if (own.open && source.zones == 1) {
        const bool named = own.names.size() == 1 && own.names.begin()->ends_with(']');
        own = Zones{named ? own.names : std::set<std::string>{resource.address}, {}, 0, false, false};
      }
      into.add(own);
    }
    into.least = std::max(into.least, source.zones);
    return true;
  }
  return false;
}

void ZoneResolver::spans(Zones& zones) {
  if (spanning_ || !zones.undecided()) return;
  spanning_ = true;
  for (const ZoneSource& source : evaluator_.rules().zone_sources) {
    if (source.zones <= zones.least) continue;
    for (const Resource* resource : evaluator_.of_type(source.type)) {
      Zones own;
      if (!gather(*resource, own, 0) || (own.names.empty() && own.ids.empty())) continue;
      const bool all =
          std::includes(zones.names.begin(), zones.names.end(), own.names.begin(), own.names.end()) &&
          std::includes(zones.ids.begin(), zones.ids.end(), own.ids.begin(), own.ids.end());
      if (all) zones.least = std::max(zones.least, source.zones);
    }
  }
  spanning_ = false;
}

}  // namespace scaleplan::plan
