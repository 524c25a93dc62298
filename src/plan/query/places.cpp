// Follows references to what names a zone, such as from a group of subnets to its subnets.
#include "places.hpp"

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

Zones Places::of(const Told& told, std::int32_t file) {
  Zones zones;
  file_ = file;
  gather(told, zones, 0);
  spans(zones);
  return zones;
}

bool Places::unplaced(std::string_view name) const {
  const std::vector<Text>& patterns = asking_.rules().unplaced;
  return std::any_of(patterns.begin(), patterns.end(), [&](Text pattern) { return fits(name, pattern); });
}

void Places::gather(const Told& told, Zones& into, int depth) {
  if (told.kind == Told::Kind::number) {
    into.least = std::max(into.least, static_cast<int>(std::clamp(told.number, 0.0, 1000.0)));
    into.fixed = true;
    return;
  }
  for (const Resource* resource : told.resources) gather(*resource, into, depth);
  for (const Attribute* value : told.from) gather(*value, into, depth);
  if (told.kind == Told::Kind::unknown && told.from.empty()) into.open = true;
}

void Places::gather(const Attribute& value, Zones& into, int depth) {
  if (depth > deepest) {
    into.open = true;
    return;
  }
  if (value.kind == Attribute::Kind::list) {
    for (const Attribute& item : value.items) gather(item, into, depth + 1);
    return;
  }
  bool told = false;
  for (const std::string& reference : value.refers) told = gather(reference, into, depth) || told;
  if (value.kind == Attribute::Kind::text && !told) {
    for (std::size_t begin = 0; begin < value.text.size();) {  // some options list their places in one text
      const std::size_t end = std::min(value.text.find(',', begin), value.text.size());
      const std::string name = value.text.substr(begin, end - begin);
      const Resource* found = asking_.resources().looked_up(name);
      const bool placed = found != nullptr && gather(*found, into, depth + 1);
      if (!name.empty() && !placed) (unplaced(name) ? into.ids : into.names).insert(name);
      begin = end + 1;
    }
  }
  if (value.kind != Attribute::Kind::unknown || told) return;
  into.open = true;
  for (const std::string& reference : value.refers) {
    if (!asking_.resources().at(reference, file_).empty()) continue;  // something declared that has no zone
    into.names.insert(reference);
    for (const Text pattern : asking_.rules().everywhere) {
      if (fits(reference, pattern)) into.least = std::max(into.least, 2);
    }
  }
}

bool Places::gather(const std::string& reference, Zones& into, int depth) {
  bool told = false;
  for (const Resource* resource : asking_.resources().at(reference, file_))
    told = gather(*resource, into, depth) || told;
  return told;
}

bool Places::gather(const Resource& resource, Zones& into, int depth) {
  if (depth > deepest) return false;
  const std::int32_t outside = std::exchange(file_, resource.file);
  const bool placed = at_place(resource, into, depth);
  file_ = outside;
  return placed;
}

bool Places::at_place(const Resource& resource, Zones& into, int depth) {
  for (const PlaceOf& place : asking_.rules().places) {
    if (asking_.is_a(resource, place.type) != Truth::yes) continue;
    if (place.where >= 0 && asking_.truth(place.where, resource) != Truth::yes) continue;
    const Told told = asking_.ask(place.ask, resource);
    if (told.kind == Told::Kind::nothing) {
      // A place that does not say which zone it is in is one of its own.
      into.names.insert(resource.address);
    } else {
      Zones own;
      gather(told, own, depth + 1);
      // One zone that is not known yet is that of this resource, unless one of a list was named.
      if (own.open && place.zones == 1) {
        const bool named = own.names.size() == 1 && own.names.begin()->ends_with(']');
        own = Zones{named ? own.names : std::set<std::string>{resource.address}, {}, 0, false, false};
      }
      into.add(own);
    }
    into.least = std::max(into.least, place.zones);
    return true;
  }
  return false;
}

void Places::spans(Zones& zones) {
  if (spanning_ || !zones.undecided()) return;
  spanning_ = true;
  for (const PlaceOf& place : asking_.rules().places) {
    if (place.zones <= zones.least) continue;
    for (const Resource* resource : asking_.of_type(place.type)) {
      Zones own;
      if (!gather(*resource, own, 0) || (own.names.empty() && own.ids.empty())) continue;
      const bool all =
          std::includes(zones.names.begin(), zones.names.end(), own.names.begin(), own.names.end()) &&
          std::includes(zones.ids.begin(), zones.ids.end(), own.ids.begin(), own.ids.end());
      if (all) zones.least = std::max(zones.least, place.zones);
    }
  }
  spanning_ = false;
}

}  // namespace scaleplan::plan
