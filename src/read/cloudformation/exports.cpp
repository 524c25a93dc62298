// Fn::ImportValue: values that one template exports and another imports.
#include <algorithm>
#include <utility>

#include "functions.hpp"
#include "template.hpp"

namespace scaleplan::read {
namespace {

std::optional<Attribute> exported_by(Template& from, const std::string& name, TemplateRun& run) {
  const Node* outputs = from.tree.find("Outputs");
  for (const Entry& output : outputs == nullptr ? std::vector<Entry>() : outputs->entries) {
    const Node* as = output.value.find("Export");
    const Node* named = as == nullptr ? nullptr : as->find("Name");
    const Node* value = output.value.find("Value");
    if (named == nullptr || value == nullptr) continue;
    const auto own = evaluate(*named, from, run);
    if (own && text_of(*own) == name) return evaluate(*value, from, run);
  }
  return std::nullopt;
}

/// The same, of the templates below it.
std::optional<Attribute> exported_below(Template& from, const std::string& name, TemplateRun& run) {
  const Node* resources = from.tree.find("Resources");
  for (const Entry& entry : resources == nullptr ? std::vector<Entry>() : resources->entries) {
    const Node* type = entry.value.find("Type");
    if (type == nullptr || type->text != stack_type) continue;
    Template* nested = nested_template(from, entry.key, run);
    if (nested == nullptr) continue;
    auto value = exported_by(*nested, name, run);
    if (!value) value = exported_below(*nested, name, run);
    if (value) return value;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Attribute> exported(const std::string& name, TemplateRun& run) {
  const auto known = run.exports.values.find(name);
  if (known != run.exports.values.end()) return known->second;
  // An export that imports itself has no value.
  run.exports.values.emplace(name, std::nullopt);
  std::optional<Attribute> value;
  for (Template* one : run.exports.from) value = value ? value : exported_by(*one, name, run);
  for (Template* one : run.exports.from) value = value ? value : exported_below(*one, name, run);
  return run.exports.values[name] = std::move(value);
}

bool is_resource(std::string_view address, const Template& in, const TemplateRun& run) {
  const auto has = [&](const Template& one) {
    const Node* resources = one.tree.find("Resources");
    return resources != nullptr && address.starts_with(one.prefix) &&
           resources->find(address.substr(one.prefix.size())) != nullptr;
  };
  return has(in) || std::any_of(run.exports.from.begin(), run.exports.from.end(),
                                [&](const Template* one) { return has(*one); });
}

}  // namespace scaleplan::read
