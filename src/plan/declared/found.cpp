// Matches the resources of each component, groups them, and counts instances, zones and copies.
#include "found.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_set>

#include "numbers.hpp"
#include "query/zone_resolver.hpp"
#include "wholes.hpp"

namespace scaleplan::plan {
namespace {

constexpr double most_instances = 1e6;

Amount amount_of(const QueryValue& answer, int otherwise) {
  if (answer.kind == QueryValue::Kind::unknown) return {0, true};
  const auto number = number_of(answer);
  if (!number) return {otherwise, false};
  return {static_cast<int>(std::floor(std::clamp(*number, 0.0, most_instances))), false};
}

Amount sum(Amount a, Amount b) { return {a.least + b.least, a.open || b.open}; }

class PartFinder {
 public:
  PartFinder(QueryEvaluator& evaluator, FoundComponent& component)
      : evaluator_(evaluator), resolver_(evaluator), component_(component) {}

  void find() {
    for (const Matcher& matcher : evaluator_.rules().matchers) {
      if (matcher.component == component_.id) look(matcher);
    }
    count();
  }

 private:
  void look(const Matcher& matcher) {
    for (const Text type : matcher.types) {
      for (const Resource* resource : evaluator_.of_type(type)) {
        if (seen_.count(resource) != 0) continue;
        Truth is = evaluator_.is_a(*resource, type);
        if (matcher.where >= 0) is = both(is, evaluator_.truth(matcher.where, *resource));
        if (is == Truth::no) continue;
        seen_.insert(resource);
        add(matcher, *resource, is == Truth::yes && resource->certain);
      }
    }
  }

  void add(const Matcher& matcher, const Resource& resource, bool sure) {
    FoundResource found;
    found.resource = &resource;
    found.matcher = &matcher;
    found.sure = sure;
    found.instances = matcher.instances < 0 ? Amount{1, false}
                                            : amount_of(evaluator_.evaluate(matcher.instances, resource), 1);
    if (!sure) found.instances = {0, found.instances.open || found.instances.least > 0};
    found.group = key(evaluator_.evaluate(matcher.group, resource), resource.file);
    size(matcher, resource, found);
    const DialectIndex& dialects = evaluator_.dialects();
    found.instances_action = dialects.action(resource.type, matcher.instances_action);
    found.zones_action = dialects.action(resource.type, matcher.zones_action);
    found.copies_action = dialects.action(resource.type, matcher.copies_action);
    component_.resources.push_back(std::move(found));
  }

  /// The names of its sizes, or all figures of one; nothing where one is not known.
  void size(const Matcher& matcher, const Resource& resource, FoundResource& found) const {
    const QueryValue named = evaluator_.evaluate(matcher.size, resource);
    if (named.kind == QueryValue::Kind::many) {
      for (const Attribute* one : named.from) found.sizes.push_back(text_of(*one).value_or(""));
    } else if (const auto text = text_of(named)) {
      found.sizes.push_back(*text);
    }
    std::sort(found.sizes.begin(), found.sizes.end());
    found.sizes.erase(std::unique(found.sizes.begin(), found.sizes.end()), found.sizes.end());
    if (!found.sizes.empty() && found.sizes.front().empty()) found.sizes.clear();
    for (const std::string& one : found.sizes) found.size += (found.size.empty() ? "" : " or ") + one;
    for (const SizeFigure& figure : matcher.figures) {
      const auto value = number_of(evaluator_.evaluate(figure.query, resource));
      if (!value) {
        found.size.clear();
        found.figures.clear();
        return;
      }
      found.figures.push_back(*value);
      found.size += (found.size.empty() ? "" : ", ") + write_number(*value) + " " +
                    std::string(figure.unit.empty() ? figure.column : figure.unit);
    }
  }

  /// The group of a resource of `file`: the identity of a declared resource, else a name.
  std::string key(const QueryValue& answer, std::int32_t file) {
    if (!answer.resources.empty()) return identity(*answer.resources.front());
    for (const Attribute* value : answer.from) {
      for (const std::string& reference : value->refers) {
        const ResourceList& meant = evaluator_.resources().at(reference, file);
        if (!meant.empty()) return identity(*meant.front());
      }
      if (!value->refers.empty()) return std::to_string(file) + " " + value->refers.front();
    }
    const std::string name = text_of(answer).value_or("");
    return name.empty() ? name : named(name, file);
  }

  /// Unique across files, which may use the same addresses.
  static std::string identity(const Resource& resource) {
    return std::to_string(resource.file) + " " + resource.address;
  }

  /// The identity of the resource of this component with that name, in `file` if possible, or the name
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
    for (const Matcher& matcher : evaluator_.rules().matchers) {
      if (matcher.component != component_.id) continue;
      for (const Text type : matcher.types) {
        for (const Resource* resource : evaluator_.of_type(type)) {
          for (const std::int32_t question : evaluator_.rules().names) {
            const auto text = text_of(evaluator_.evaluate(question, *resource));
            if (text && !text->empty()) names_[*text].push_back(resource);
          }
        }
      }
    }
  }

  /// Counts the largest group: most instances, then most zones.
  void count() {
    std::map<std::string, Whole> wholes;
    for (const FoundResource& found : component_.resources) {
      Amount& instances = wholes[found.group].instances;
      instances = sum(instances, found.instances);
    }
    for (FoundResource& found : component_.resources) {
      Whole& whole = wholes[found.group];
      const QueryValue instances = whole.instances.open
                                       ? QueryValue::unknown()
                                       : QueryValue::of(static_cast<double>(whole.instances.least));
      copies(found, instances, whole);
      whole.zones.add(zones_of(found, instances));
    }
    const Whole* largest = nullptr;
    for (const FoundResource& found : component_.resources) {
      Whole& whole = wholes[found.group];
      resolver_.spans(whole.zones);
      component_.instances.open = component_.instances.open || whole.instances.open;
      if (largest != nullptr && !largest->smaller_than(whole)) continue;
      largest = &whole;
      component_.whole = found.group;
    }
    if (largest == nullptr) return;
    settle(*largest);
    const std::vector<Text>& every = evaluator_.rules().every_group;
    if (std::find(every.begin(), every.end(), component_.id) != every.end()) spread(component_, wholes);
  }

  void settle(const Whole& whole) {
    const Zones& zones = whole.zones;
    const bool others_open = component_.instances.open && !whole.instances.open;
    component_.instances.least = whole.instances.least;
    component_.zones = {zones.count(), zones.undecided()};
    component_.zones_by_instances = !zones.fixed && component_.zones.least > component_.instances.least;
    if (component_.zones_by_instances)
      component_.zones = {component_.instances.least, component_.instances.open};
    if (component_.instances.least > 0) component_.zones.least = std::max(component_.zones.least, 1);
    if (!component_.instances.open && !zones.fixed && component_.zones.least >= component_.instances.least)
      component_.zones.open = false;
    if (others_open) component_.zones.open = true;
  }

  /// The fewest copies of all resources that have any count.
  void copies(FoundResource& found, const QueryValue& whole, Whole& whole_of) {
    if (found.matcher->copies < 0) return;
    const QueryContext context{found.resource, &found.resource->attributes, &whole};
    const QueryValue answer = evaluator_.evaluate(found.matcher->copies, context);
    if (answer.kind == QueryValue::Kind::nothing) return;
    found.says_copies = true;
    const Query& question = evaluator_.rules().queries[as_index(found.matcher->copies)];
    found.in_whole = question.kind == Query::Kind::in_group;
    found.copies = amount_of(answer, 1);
    found.copies.least = std::max(found.copies.least, 1);
    if (!found.sure) found.copies.open = true;
    const bool weaker =
        !component_.says_copies || found.copies.least < component_.copies.least ||
        (found.copies.least == component_.copies.least && !found.copies.open && component_.copies.open);
    if (weaker) {
      component_.copies = found.copies;
      component_.weakest = &found;
    }
    component_.says_copies = true;
    if (!whole_of.says_copies || found.copies.least < whole_of.copies.least) whole_of.copies = found.copies;
    whole_of.says_copies = true;
  }

  Zones zones_of(const FoundResource& found, const QueryValue& whole) {
    const QueryContext context{found.resource, &found.resource->attributes, &whole};
    bool silent = false;
    for (const std::int32_t question : found.matcher->zones) {
      const QueryValue answer = evaluator_.evaluate(question, context);
      if (answer.kind == QueryValue::Kind::nothing) continue;
      // A value that the provider will compute says nothing; an unknown zone is not guessed from others.
      if (answer.kind == QueryValue::Kind::unknown && given(answer) != Truth::yes) {
        silent = true;
        continue;
      }
      if (silent && !answer.resources.empty()) continue;
      Zones zones = resolver_.of(answer, found.resource->file);
      if (zones.count() == 0 && !zones.open) continue;
      component_.says_zones = true;
      // One instance is in one zone, known or not.
      if (found.instances == Amount{1, false} && zones.count() == 1) zones.open = false;
      if (!found.sure) zones = Zones{{}, {}, 0, zones.fixed, true};
      return zones;
    }
    Zones zones;
    zones.open = true;
    return zones;
  }

  QueryEvaluator& evaluator_;
  ZoneResolver resolver_;
  FoundComponent& component_;
  std::unordered_set<const Resource*> seen_;
  std::map<std::string, ResourceList> names_;  ///< the resources of the component by name
  bool named_all_ = false;
};

}  // namespace

std::vector<FoundComponent> found_components(const Program& program, QueryEvaluator& evaluator) {
  std::vector<FoundComponent> components;
  for (const Matcher& matcher : evaluator.rules().matchers) {
    const auto known = [&](const FoundComponent& p) { return p.id == matcher.component; };
    if (std::any_of(components.begin(), components.end(), known)) continue;
    FoundComponent component;
    component.id = matcher.component;
    const auto declared = std::find_if(program.components.begin(), program.components.end(),
                                       [&](const Component& p) { return p.id == matcher.component; });
    if (declared == program.components.end()) continue;
    component.title = declared->title;
    component.tier = declared->tier;
    components.push_back(std::move(component));
  }
  for (FoundComponent& component : components) {
    PartFinder(evaluator, component).find();
    // A component may be in a file that was not read.
    if (component.resources.empty() && evaluator.resources().declaration().unread)
      component.instances.open = component.zones.open = component.copies.open = true;
  }
  return components;
}

}  // namespace scaleplan::plan
