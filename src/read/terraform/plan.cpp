// A plan holds each resource twice: as values of nested modules, and as changes; either will do, and a plan
// cut by hand may hold a resource in only one of them.
#include "plan.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "address.hpp"
#include "identities.hpp"
#include "references.hpp"
#include "values.hpp"

namespace scaleplan::read {
namespace {

class Reader {
 public:
  Reader(JsonValue root, Located& text, const WantedTypes& wanted, std::int32_t file, Declaration& into)
      : root_(root), text_(text), wanted_(wanted), file_(file), into_(into) {}

  void read() {
    version();
    const JsonValue state = root_.find("values");
    if (state)
      note(state, "D101", "this is a state: current resources, not planned ones",
           "for a plan: terraform plan -out tfplan && terraform show -json tfplan > plan.json");
    const JsonValue errored = root_.find("errored");
    if (errored.kind() == JsonKind::yes) {
      throw Error({text_.finding(Severity::error, "D027", errored.node().key_at, errored.key().size() + 2,
                                 "planning failed part way, so some resources are missing here",
                                 "mend what terraform plan reports, and plan again")});
    }
    const JsonValue complete = root_.find("complete");
    if (complete.kind() == JsonKind::no) {
      into_.unread = true;
      note(complete, "D102", "the plan is incomplete: it deferred changes", {});
    }
    changes();
    module((state ? state : root_.find("planned_values")).find("root_module"));
    join();
    std::vector<std::string_view> addresses;
    addresses.reserve(found_.size());
    for (const Found& one : found_) addresses.push_back(one.resource.find("address").text());
    References references(root_.find("configuration"), addresses);
    const std::size_t before = into_.resources.size();
    for (const Found& one : found_) resource(one, references);
    providers(root_.find("configuration").find("provider_config"));
    looked_up(root_.find("prior_state").find("values").find("root_module"));
    add_identity_references(into_.resources, before);
  }

 private:
  struct Found {
    JsonValue resource;
    JsonValue values;
  };

  void note(JsonValue at, std::string code, std::string message, std::string hint) {
    into_.notes.push_back(text_.finding(Severity::warning, std::move(code), at.node().key_at,
                                        at.key().size() + 2, std::move(message), std::move(hint)));
  }

  void version() {
    const JsonValue version = root_.find("format_version");
    if (!version) return;
    const bool number = version.kind() == JsonKind::number;
    const std::string_view written = number ? version.node().text : version.text();
    int major = -1;
    std::from_chars(written.data(), written.data() + written.size(), major);
    if (major == 0 || major == 1) return;
    throw Error({text_.finding(
        Severity::error, "D012", version.node().at, written.size() + (number ? 0 : 2),
        written.empty() ? std::string("the format of this plan is unknown: format_version is not a text")
                        : "plans of format " + std::string(written) + " are not supported; 0.1 to 1.x are",
        "write the plan with a Terraform whose format is 1.x")});
  }

  static bool is_managed(JsonValue resource) {
    const JsonValue mode = resource.find("mode");
    return !mode || mode.text() == "managed";
  }

  void module(JsonValue module) {
    const JsonValue resources = module.find("resources");
    for (JsonValue one = resources.first(); one; one = resources.after(one)) {
      if (!is_managed(one) || !one.find("deposed_key").text().empty()) continue;
      found_.push_back({one, one.find("values")});
    }
    const JsonValue children = module.find("child_modules");
    for (JsonValue child = children.first(); child; child = children.after(child)) this->module(child);
  }

  /// Adds each provider's settings as a resource of the type "provider.NAME", as far as they are written or
  /// variables hold them.
  void providers(JsonValue all) {
    for (JsonValue one = all.first(); one; one = all.after(one)) {
      Resource result;
      result.type = "provider." + std::string(one.find("name").text());
      if (one.key() != one.find("name").text() || !wanted_.has(result.type)) continue;
      result.address = result.type;
      result.file = file_;
      result.attributes.kind = Attribute::Kind::map;
      const JsonValue settings = one.find("expressions");
      for (JsonValue setting = settings.first(); setting; setting = settings.after(setting)) {
        if (setting.kind() != JsonKind::map) continue;
        result.attributes.keys.emplace_back(setting.key());
        result.attributes.items.push_back(setting_of(setting));
      }
      into_.resources.push_back(std::move(result));
    }
  }

  Attribute setting_of(JsonValue expression) {
    if (const JsonValue written = expression.find("constant_value")) return attribute_of(written, text_);
    const JsonValue references = expression.find("references");
    const std::string_view name = references.first().text();
    const bool variable = name.starts_with("var.") && !references.after(references.first());
    if (const JsonValue value = root_.find("variables").find(variable ? name.substr(4) : "").find("value"))
      return attribute_of(value, text_);
    Attribute unknown;
    unknown.kind = Attribute::Kind::unknown;
    return unknown;
  }

  /// Adds the results of data sources, by id.
  void looked_up(JsonValue module) {
    const JsonValue resources = module.find("resources");
    for (JsonValue one = resources.first(); one; one = resources.after(one)) {
      const JsonValue id = one.find("values").find("id");
      if (is_managed(one) || id.text().empty()) continue;
      Resource result;
      result.address = id.text();
      result.type = one.find("type").text();
      result.file = file_;
      text_.place(result, id.node().at);
      result.attributes = attribute_of(one.find("values"), text_);
      into_.looked_up.push_back(std::move(result));
    }
    const JsonValue children = module.find("child_modules");
    for (JsonValue child = children.first(); child; child = children.after(child)) looked_up(child);
  }

  /// Whether the resource exists once these actions are done.
  static bool stays(JsonValue actions) {
    for (JsonValue one = actions.first(); one; one = actions.after(one)) {
      const std::string_view action = one.text();
      // A replacement is both delete and create.
      if (action == "no-op" || action == "create" || action == "update" || action == "read") return true;
    }
    return false;
  }

  /// Adds a resource that the plan deletes, as it was before.
  void deleted(JsonValue resource, JsonValue change) {
    if (change.find("actions").first().text() != "delete") return;
    Resource result = named(resource);
    if (result.address.empty() || !wanted_.has(result.type)) return;
    result.attributes = attribute_of(change.find("before"), text_);
    result.attributes.kind = Attribute::Kind::map;
    into_.deleted.push_back(std::move(result));
  }

  void changes() {
    const JsonValue list = root_.find("resource_changes");
    for (JsonValue one = list.first(); one; one = list.after(one)) {
      const JsonValue change = one.find("change");
      if (!is_managed(one) || !one.find("deposed").text().empty()) continue;
      const std::string_view address = one.find("address").text();
      if (change.kind() == JsonKind::map && !stays(change.find("actions"))) {
        gone_.insert(address);
        deleted(one, change);
        continue;
      }
      if (const JsonValue unknown = change.find("after_unknown")) unknown_.emplace(address, unknown);
      changed_.push_back({one, change.find("after")});
    }
  }

  /// Joins planned resources that are not deleted with those that only a change names.
  void join() {
    const auto address = [](const Found& one) { return one.resource.find("address").text(); };
    const auto gone = [&](const Found& one) { return gone_.count(address(one)) != 0; };
    if (!gone_.empty()) found_.erase(std::remove_if(found_.begin(), found_.end(), gone), found_.end());
    std::unordered_set<std::string_view> planned, changed;
    for (const Found& one : found_) planned.insert(address(one));
    for (const Found& one : changed_) changed.insert(address(one));
    // Older versions left indices out in one of the two.
    std::unordered_set<std::string> alone;
    for (const std::string_view one : planned) {
      if (changed.count(one) == 0) alone.insert(without_indexes(one));
    }
    for (const Found& one : changed_) {
      if (planned.count(address(one)) == 0 && alone.count(without_indexes(address(one))) == 0)
        found_.push_back(one);
    }
  }

  /// The resource with its address, type and place, without attributes.
  Resource named(JsonValue resource) {
    const JsonValue address = resource.find("address");
    Resource result;
    result.address = address.text();
    result.type = resource.find("type").text();
    result.file = file_;
    if (!result.address.empty()) text_.place(result, address.node().at);
    return result;
  }

  void resource(const Found& found, References& references) {
    const JsonValue address = found.resource.find("address");
    Resource result = named(found.resource);
    if (result.address.empty() || !wanted_.has(result.type)) return;
    result.attributes = attribute_of(found.values, text_);
    result.attributes.kind = Attribute::Kind::map;
    const auto unknown = unknown_.find(address.text());
    if (unknown != unknown_.end() && unknown->second.kind() == JsonKind::map) {
      mark_unknown(result.attributes, unknown->second);
    }
    references.resolve(result);
    into_.resources.push_back(std::move(result));
  }

  JsonValue root_;
  Located& text_;
  const WantedTypes& wanted_;
  std::int32_t file_;
  Declaration& into_;
  std::vector<Found> found_, changed_;
  std::unordered_map<std::string_view, JsonValue> unknown_;
  std::unordered_set<std::string_view> gone_;
};

}  // namespace

void read_terraform(JsonValue root, Located& text, const WantedTypes& wanted, std::int32_t file,
                    Declaration& into) {
  Reader(root, text, wanted, file, into).read();
}

}  // namespace scaleplan::read
