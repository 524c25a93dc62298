// The values of a Terraform plan that are read at all: most of a large plan is earlier state and unwanted
// types.
#include <algorithm>
#include <memory>
#include <unordered_set>
#include <utility>

#include "ascii.hpp"
#include "plan.hpp"

namespace scaleplan::read {
namespace {

enum Role : std::uint8_t {
  kept = 0,
  root = plan_root,
  state,           ///< planned_values
  module,          ///< a module in it
  modules,         ///< a list of them
  entries,         ///< a list of resources, or of changes to them
  entry,           ///< one of them
  change,          ///< the change of one
  config,          ///< configuration
  config_module,   ///< a module as it is written
  calls,           ///< the modules it uses, by name
  call,            ///< one of them
  written,         ///< resources as they are written
  written_one,     ///< one of them
  before,          ///< prior_state
  looked_up = 64,  ///< with one of the roles above: in prior_state, of which only data sources are read
  skip = json_skip
};

Role of_root(std::string_view key) {
  if (key == "planned_values" || key == "values") return state;
  if (key == "resource_changes") return entries;
  if (key == "configuration") return config;
  if (key == "prior_state") return before;
  if (key == "variables") return kept;
  // A template's keys are capitalised, and all of it is kept.
  return !key.empty() && is_capital(key.front()) ? kept : skip;
}

Role of_module(std::string_view key) {
  if (key == "resources") return entries;
  return key == "child_modules" ? modules : skip;
}

Role of_config_module(std::string_view key) {
  if (key == "resources") return written;
  if (key == "module_calls") return calls;
  return key == "outputs" ? kept : skip;
}

Role of_call(std::string_view key) {
  if (key == "module") return config_module;
  return key == "expressions" || key == "for_each_expression" ? kept : skip;
}

/// Finds changes to resources that are planned values, too, since a plan holds most resources twice.
class PlannedAddresses {
 public:
  /// The change that is read next is one to this resource.
  void next(JsonValue resource) {
    already_ = false;
    const JsonValue planned = resource.root().find("planned_values");
    if (!planned) return;
    if (!listed_) list(planned.find("root_module"));
    listed_ = true;
    already_ = addresses_.count(resource.find("address").text()) != 0;
  }
  [[nodiscard]] bool already() const { return already_; }

 private:
  void list(JsonValue module) {
    const JsonValue resources = module.find("resources");
    for (JsonValue one = resources.first(); one; one = resources.after(one))
      addresses_.insert(one.find("address").text());
    const JsonValue children = module.find("child_modules");
    for (JsonValue child = children.first(); child; child = children.after(child)) list(child);
  }

  std::unordered_set<std::string_view> addresses_;
  bool listed_ = false;
  bool already_ = false;
};

/// Whether the change deletes a resource and makes none in its place.
bool only_deletes(JsonValue actions) {
  const JsonValue first = actions.first();
  return first && first.text() == "delete" && !actions.after(first);
}

bool unwanted(const WantedTypes& wanted, JsonValue resource) {
  const JsonValue type = resource.find("type");
  return type && !wanted.has(type.text());
}

/// The role of the value under `key` in planned values, in a change, or in what was looked up.
Role of_state(Role role, std::string_view key) {
  if (role == state) return key == "root_module" ? module : skip;
  if (role == module) return of_module(key);
  return role == modules ? module : entry;
}

/// The role of a key of a data source: only its result is read.
Role of_found(const WantedTypes& wanted, std::string_view key, JsonValue within) {
  const bool found = key == "values" && !unwanted(wanted, within) && within.find("mode").text() == "data";
  return found ? kept : skip;
}

}  // namespace

WantedTypes::WantedTypes(std::vector<std::string> types) : sorted_(std::move(types)) {
  std::sort(sorted_.begin(), sorted_.end());
}

bool WantedTypes::has(std::string_view type) const {
  return sorted_.empty() || std::binary_search(sorted_.begin(), sorted_.end(), type);
}

JsonShape plan_shape(const WantedTypes& wanted) {
  return [&wanted, planned = std::make_shared<PlannedAddresses>()](std::uint8_t role, std::string_view key,
                                                                   JsonValue within) -> std::uint8_t {
    if (role > looked_up) {
      const auto inner = static_cast<Role>(role - looked_up);
      const Role next = inner == entry ? of_found(wanted, key, within) : of_state(inner, key);
      return static_cast<std::uint8_t>(next == skip || next == kept ? next : Role(next + looked_up));
    }
    switch (static_cast<Role>(role)) {
      case root:
        return of_root(key);
      case before:
        return key == "values" ? state + looked_up : skip;
      case state:
      case module:
      case modules:
      case entries:
        return of_state(static_cast<Role>(role), key);
      case entry:
        if (key != "values" && key != "change") return skip;
        if (unwanted(wanted, within) || within.find("mode").text() == "data") return skip;
        if (key == "change") planned->next(within);
        return key == "change" ? change : kept;
      case change:
        if (key == "before") return only_deletes(within.find("actions")) ? kept : skip;
        if (key == "after") return planned->already() ? skip : kept;
        return key == "actions" || key == "after_unknown" ? kept : skip;
      case config:
        return key == "root_module" ? config_module : key == "provider_config" ? kept : skip;
      case config_module:
        return of_config_module(key);
      case calls:
        return call;
      case call:
        return of_call(key);
      case written:
        return written_one;
      case written_one:
        if (key != "expressions" && key != "for_each_expression") return skip;
        return unwanted(wanted, within) ? skip : kept;
      case kept:
      case looked_up:
      case skip:
        return kept;
    }
    return kept;
  };
}

}  // namespace scaleplan::read
