// Recognises the resources of each part, joins them to wholes, and counts units, zones and copies.
#include "found.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_set>

#include "query/places.hpp"

namespace scaleplan::plan {
namespace {

constexpr double most_units = 1e6;

Amount amount_of(const Told& told, int otherwise) {
  if (told.kind == Told::Kind::unknown) return {0, true};
  const auto number = number_of(told);
  if (!number) return {otherwise, false};
  return {static_cast<int>(std::floor(std::clamp(*number, 0.0, most_units))), false};
}

Amount sum(Amount a, Amount b) { return {a.least + b.least, a.open || b.open}; }

/// Resources that belong together.
struct Whole {
  Amount units;
  Zones zones;

  [[nodiscard]] bool smaller_than(const Whole& other) const {
    return units.least != other.units.least ? units.least < other.units.least
                                            : zones.count() < other.zones.count();
  }
};

class Finder {
 public:
  Finder(Asking& asking, FoundPart& part) : asking_(asking), places_(asking), part_(part) {}

  void all() {
    for (const Way& way : asking_.rules().ways) {
      if (way.part == part_.id) look(way);
    }
    count();
  }

 private:
  void look(const Way& way) {
    for (const Text type : way.types) {
      for (const Resource* resource : asking_.of_type(type)) {
        if (seen_.count(resource) != 0) continue;
        Truth is = asking_.is_a(*resource, type);
        if (way.where >= 0) is = both(is, asking_.truth(way.where, *resource));
        if (is == Truth::no) continue;
        seen_.insert(resource);
        add(way, *resource, is == Truth::yes && resource->certain);
      }
    }
  }

  void add(const Way& way, const Resource& resource, bool sure) {
    FoundResource found;
    found.resource = &resource;
    found.way = &way;
    found.sure = sure;
    found.units = way.units < 0 ? Amount{1, false} : amount_of(asking_.ask(way.units, resource), 1);
    if (!sure) found.units = {0, found.units.open || found.units.least > 0};
    found.group = key(asking_.ask(way.group, resource), resource.file);
    found.size = text_of(asking_.ask(way.size, resource)).value_or("");
    const DialectIndex& dialects = asking_.dialects();
    found.units_action = dialects.action(resource.type, way.units_action);
    found.zones_action = dialects.action(resource.type, way.zones_action);
    found.copies_action = dialects.action(resource.type, way.copies_action);
    part_.resources.push_back(std::move(found));
  }

  /// What a resource of `file` belongs to: the identity of it where it is declared, else its name.
  std::string key(const Told& told, std::int32_t file) {
    if (!told.resources.empty()) return identity(*told.resources.front());
    for (const Attribute* value : told.from) {
      for (const std::string& reference : value->refers) {
        const ResourceList& meant = asking_.resources().at(reference, file);
        if (!meant.empty()) return identity(*meant.front());
      }
      if (!value->refers.empty()) return std::to_string(file) + " " + value->refers.front();
    }
    const std::string name = text_of(told).value_or("");
    return name.empty() ? name : named(name, file);
  }

  /// Files that were made apart use the same addresses.
  static std::string identity(const Resource& resource) {
    return std::to_string(resource.file) + " " + resource.address;
  }

  /// The identity of the resource of this part that is called `name`, first of those in `file`, or the name
  /// itself.
  std::string named(const std::string& name, std::int32_t file) {
    if (!named_all_) name_all();
    auto found = names_.find(name);
    // A full name ends in the name: "north:shop:db:main".
    const std::size_t last = name.rfind(':');
    if (found == names_.end() && last != std::string::npos) found = names_.find(name.substr(last + 1));
    if (found == names_.end()) return name;
    const ResourceList& called = found->second;
    const auto near =
        std::find_if(called.begin(), called.end(), [&](const Resource* one) { return one->file == file; });
    return identity(near == called.end() ? *called.front() : **near);
  }

  void name_all() {
    named_all_ = true;
    for (const Way& way : asking_.rules().ways) {
      if (way.part != part_.id) continue;
      for (const Text type : way.types) {
        for (const Resource* resource : asking_.of_type(type)) {
          for (const std::int32_t question : asking_.rules().names) {
            const auto text = text_of(asking_.ask(question, *resource));
            if (text && !text->empty()) names_[*text].push_back(resource);
          }
        }
      }
    }
  }

  /// The largest whole counts: of those with the most units the one in the most zones.
  void count() {
    std::map<std::string, Whole> wholes;
    for (const FoundResource& found : part_.resources) {
      Amount& units = wholes[found.group].units;
      units = sum(units, found.units);
    }
    for (FoundResource& found : part_.resources) {
      Whole& whole = wholes[found.group];
      const Told units =
          whole.units.open ? Told::not_known() : Told::of(static_cast<double>(whole.units.least));
      copies(found, units);
      whole.zones.add(zones_of(found, units));
    }
    const Whole* largest = nullptr;
    for (const FoundResource& found : part_.resources) {
      Whole& whole = wholes[found.group];
      places_.spans(whole.zones);
      part_.units.open = part_.units.open || whole.units.open;
      if (largest != nullptr && !largest->smaller_than(whole)) continue;
      largest = &whole;
      part_.whole = found.group;
    }
    if (largest != nullptr) settle(*largest);
  }

  void settle(const Whole& whole) {
    const Zones& zones = whole.zones;
    const bool others_open = part_.units.open && !whole.units.open;
    part_.units.least = whole.units.least;
    part_.zones = {zones.count(), zones.undecided()};
    part_.zones_by_units = !zones.fixed && part_.zones.least > part_.units.least;
    if (part_.zones_by_units) part_.zones = {part_.units.least, part_.units.open};
    if (part_.units.least > 0) part_.zones.least = std::max(part_.zones.least, 1);
    if (!part_.units.open && !zones.fixed && part_.zones.least >= part_.units.least) part_.zones.open = false;
    if (others_open) part_.zones.open = true;
  }

  /// The weakest of all that say how they are copied counts.
  void copies(FoundResource& found, const Told& whole) {
    if (found.way->copies < 0) return;
    const About about{found.resource, &found.resource->attributes, &whole};
    const Told told = asking_.ask(found.way->copies, about);
    if (told.kind == Told::Kind::nothing) return;
    found.says_copies = true;
    const Ask& question = asking_.rules().asks[as_index(found.way->copies)];
    found.in_whole = question.kind == Ask::Kind::in_group;
    found.copies = amount_of(told, 1);
    found.copies.least = std::max(found.copies.least, 1);
    if (!found.sure) found.copies.open = true;
    const bool weaker = !part_.says_copies || found.copies.least < part_.copies.least ||
                        (found.copies.least == part_.copies.least && !found.copies.open && part_.copies.open);
    if (weaker) {
      part_.copies = found.copies;
      part_.weakest = &found;
    }
    part_.says_copies = true;
  }

  Zones zones_of(const FoundResource& found, const Told& whole) {
    const About about{found.resource, &found.resource->attributes, &whole};
    bool silent = false;
    for (const std::int32_t question : found.way->zones) {
      const Told told = asking_.ask(question, about);
      if (told.kind == Told::Kind::nothing) continue;
      // What nobody wrote tells nothing, and what is not known is not guessed from elsewhere.
      if (told.kind == Told::Kind::unknown && given(told) != Truth::yes) {
        silent = true;
        continue;
      }
      if (silent && !told.resources.empty()) continue;
      Zones zones = places_.of(told, found.resource->file);
      if (zones.count() == 0 && !zones.open) continue;
      part_.says_zones = true;
      // One unit is in one zone, whichever it is.
      if (found.units == Amount{1, false} && zones.count() == 1) zones.open = false;
      if (!found.sure) zones = Zones{{}, {}, 0, zones.fixed, true};
      return zones;
    }
    Zones zones;
    zones.open = true;
    return zones;
  }

  Asking& asking_;
  Places places_;
  FoundPart& part_;
  std::unordered_set<const Resource*> seen_;
  std::map<std::string, ResourceList> names_;  ///< the resources of the part by what they are called
  bool named_all_ = false;
};

}  // namespace

std::vector<FoundPart> found_parts(const Program& program, Asking& asking) {
  std::vector<FoundPart> parts;
  for (const Way& way : asking.rules().ways) {
    const auto known = [&](const FoundPart& p) { return p.id == way.part; };
    if (std::any_of(parts.begin(), parts.end(), known)) continue;
    FoundPart part;
    part.id = way.part;
    const auto declared = std::find_if(program.parts.begin(), program.parts.end(),
                                       [&](const Part& p) { return p.id == way.part; });
    if (declared == program.parts.end()) continue;
    part.title = declared->title;
    part.tier = declared->tier;
    parts.push_back(std::move(part));
  }
  for (FoundPart& part : parts) {
    Finder(asking, part).all();
    // What was not read may hold it: that it is absent is not known.
    if (part.resources.empty() && asking.resources().declaration().unread)
      part.units.open = part.zones.open = part.copies.open = true;
  }
  return parts;
}

}  // namespace scaleplan::plan
