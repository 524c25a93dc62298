// Follows references to what names a zone, such as from a group of subnets to its subnets.
#include "places.hpp"

#include <algorithm>

namespace scaleplan::plan {
namespace {

constexpr int deepest = 4;

}  // namespace

void Zones::add(const Zones& more) {
  names.insert(more.names.begin(), more.names.end());
  least = std::max(least, more.least);
  fixed = fixed || more.fixed;
  open = open || more.open;
}

Zones Places::of(const Told& told) {
  Zones zones;
  gather(told, zones, 0);
  if (zones.open) spans(zones);
  return zones;
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
      if (end > begin) into.names.insert(value.text.substr(begin, end - begin));
      begin = end + 1;
    }
  }
  if (value.kind != Attribute::Kind::unknown || told) return;
  into.open = true;
  for (const std::string& reference : value.refers) {
    if (!asking_.resources().at(reference).empty()) continue;  // something declared that has no zone
    into.names.insert(reference);
    for (const Text pattern : asking_.rules().everywhere) {
      if (fits(reference, pattern)) into.least = std::max(into.least, 2);
    }
  }
}

bool Places::gather(const std::string& reference, Zones& into, int depth) {
  bool told = false;
  for (const Resource* resource : asking_.resources().at(reference))
    told = gather(*resource, into, depth) || told;
  return told;
}

bool Places::gather(const Resource& resource, Zones& into, int depth) {
  if (depth > deepest) return false;
  for (const PlaceOf& place : asking_.rules().places) {
    if (place.type != resource.type) continue;
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
        own = Zones{named ? own.names : std::set<std::string>{resource.address}, 0, false, false};
      }
      into.add(own);
    }
    into.least = std::max(into.least, place.zones);
    return true;
  }
  return false;
}

/// What cannot be made in one zone proves that the places it lists are in several.
void Places::spans(Zones& zones) {
  if (spanning_) return;
  spanning_ = true;
  for (const PlaceOf& place : asking_.rules().places) {
    if (place.zones <= zones.least) continue;
    for (const Resource* resource : asking_.resources().of_type(place.type)) {
      Zones own;
      if (!gather(*resource, own, 0) || own.names.empty()) continue;
      const bool all =
          std::includes(zones.names.begin(), zones.names.end(), own.names.begin(), own.names.end());
      if (all) zones.least = std::max(zones.least, place.zones);
    }
  }
  spanning_ = false;
}

}  // namespace scaleplan::plan
