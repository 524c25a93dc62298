// The resources of a template: those whose condition holds, or may hold.
#include <algorithm>
#include <utility>

#include "template.hpp"

namespace scaleplan::read {
namespace {

void note_macros(const Template& from, TemplateRun& run) {
  const Node* transform = from.tree.find("Transform");
  if (transform == nullptr) return;
  const auto check = [&](const Node& one) {
    // The first has types of its own; the functions of the second are read here.
    if (one.text.starts_with("AWS::Serverless-") || one.text == "AWS::LanguageExtensions") return;
    note(run, one.at, "D201", "a macro changes this template, but macros are not run",
         "check the expanded template");
  };
  if (transform->kind == Node::Kind::list) {
    for (const Node& one : transform->items) check(one);
  } else {
    check(*transform);
  }
}

/// Whether the resource exists, or nothing when it does not.
std::optional<bool> existence(const Entry& entry, Template& from, TemplateRun& run) {
  const Node* named = entry.value.find("Condition");
  if (named == nullptr) return true;
  const Truth holds = condition(named->text, from, run, *named);
  if (holds == Truth::no) return std::nullopt;
  return holds == Truth::yes;
}

void add(const Entry& entry, const Node& type, bool certain, Template& from, TemplateRun& run) {
  Resource resource;
  resource.address = from.prefix + entry.key;
  resource.type = type.text;
  resource.certain = certain;
  resource.file = from.file;
  resource.line = entry.at.line;
  resource.column = entry.at.column;
  resource.attributes.kind = Attribute::Kind::map;
  resource.attributes.line = entry.at.line;
  resource.attributes.column = entry.at.column;
  if (const Node* properties = entry.value.find("Properties")) {
    auto value = evaluate(*properties, from, run);
    if (value && (value->kind == Attribute::Kind::map || value->kind == Attribute::Kind::unknown)) {
      resource.attributes = std::move(*value);
    }
  }
  run.into.resources.push_back(std::move(resource));
}

/// Whether a loop, a macro or another tool puts resources here before the stack is made.
bool made_later(const Entry& entry, const Node* type) {
  const auto function = [](const Entry& one) { return one.key.starts_with("Fn::"); };
  if (function(entry)) return true;
  if (type != nullptr) return type->kind == Node::Kind::map || !type->tag.empty();
  const auto& inside = entry.value.entries;
  return std::any_of(inside.begin(), inside.end(), function);
}

}  // namespace

void read_resource(const Entry& entry, bool certain, Template& from, TemplateRun& run) {
  if (read_loop(entry, certain, from, run)) return;
  const Node* type = entry.value.find("Type");
  if (made_later(entry, type)) {
    run.into.unread = true;
    note(run, entry.at, "D204", "a loop or a macro makes resources here, but is not run",
         "check the expanded template");
    return;
  }
  if (type == nullptr || type->kind != Node::Kind::scalar) {
    run.report.error(entry.at, "D026", "the resource " + entry.key + " has no type", "write its Type");
    return;
  }
  const auto exists = existence(entry, from, run);
  if (!exists) return;
  const bool sure = certain && *exists;
  if (run.wanted.has(type->text)) {
    if (!*exists) {
      note(run, entry.at, "D203", "whether " + entry.key + " will exist depends on an unknown condition",
           "give the parameters of its condition");
    }
    add(entry, *type, sure, from, run);
  }
  if (type->text != stack_type) return;
  if (Template* nested = nested_template(from, entry.key, run)) {
    run.certain = sure;
    read_resources(*nested, run);
  } else {
    run.into.unread = true;
  }
}

void note(TemplateRun& run, const Mark& at, std::string code, std::string message, std::string hint) {
  constexpr std::size_t most_notes = 100;
  if (run.report.found().size() >= most_notes) return;
  run.report.warning(at, std::move(code), std::move(message), std::move(hint));
}

void read_resources(Template& from, TemplateRun& run) {
  const bool certain = run.certain;
  note_macros(from, run);
  const Node* resources = from.tree.find("Resources");
  if (resources == nullptr) return;
  for (const Entry& entry : resources->entries) read_resource(entry, certain, from, run);
  run.certain = certain;
  run.report.stop_if_failed();
}

}  // namespace scaleplan::read
