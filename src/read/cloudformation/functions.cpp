// References, choices and look-ups; an unknown result keeps the references that it was made from.
#include "functions.hpp"

#include <algorithm>
#include <utility>

namespace scaleplan::read {
namespace {

using Kind = Attribute::Kind;

/// A value that is known from elsewhere, as if it stood at `node`.
Attribute moved(Attribute value, const Node& node) {
  value.line = node.at.line;
  value.column = node.at.column;
  return value;
}

/// The value of the argument of a function.
std::optional<Attribute> argument_of(const FunctionCall& call, const Node& node, Template& in,
                                     TemplateRun& run) {
  if (call.argument != &node) return evaluate(*call.argument, in, run);
  // The tag that calls is not part of the argument.
  Node argument = node;
  argument.tag.clear();
  return evaluate(argument, in, run);
}

/// Ref; what it names may be made by a function, with the language extensions.
std::optional<Attribute> reference(const FunctionCall& call, const Node& node, Template& in,
                                   TemplateRun& run) {
  if (call.argument->kind == Node::Kind::scalar && (call.argument == &node || call.argument->tag.empty()))
    return referred(call.argument->text, node, in, run);
  const auto name = argument_of(call, node, in, run);
  const auto text = name ? text_of(*name) : std::nullopt;
  return text ? referred(*text, node, in, run) : odd("Ref", node, run);
}

std::optional<Attribute> chosen(const Node& argument, const Node& node, Template& in, TemplateRun& run) {
  if (argument.kind != Node::Kind::list || argument.items.size() != 3) return odd("If", node, run);
  Truth holds = Truth::unknown;
  if (argument.items[0].kind == Node::Kind::scalar && argument.items[0].tag.empty()) {
    holds = condition(argument.items[0].text, in, run, argument.items[0]);
  } else {
    holds = test(argument.items[0], in, run);
  }
  if (holds == Truth::yes) return evaluate(argument.items[1], in, run);
  if (holds == Truth::no) return evaluate(argument.items[2], in, run);
  std::optional<Attribute> first = evaluate(argument.items[1], in, run);
  const std::optional<Attribute> second = evaluate(argument.items[2], in, run);
  if (!first && !second) return std::nullopt;
  if (first && second && equal(*first, *second) == Truth::yes) return first;
  Attribute result = unknown_at(node);
  if (first) join_refers(result.refers, all_refers(*first));
  if (second) join_refers(result.refers, all_refers(*second));
  return result;
}

const Node* looked_up(const Node* map, std::string_view key) {
  return map == nullptr ? nullptr : map->find(key);
}

/// All values that a look-up may find: an unknown key stands for every key.
std::vector<const Node*> candidates(const std::vector<const Node*>& maps,
                                    const std::optional<std::string>& key) {
  std::vector<const Node*> found;
  for (const Node* map : maps) {
    if (key) {
      if (const Node* one = looked_up(map, *key)) found.push_back(one);
      continue;
    }
    for (const Entry& entry : map->entries) found.push_back(&entry.value);
  }
  return found;
}

Attribute found_in_map(const Node& argument, const Node& node, Template& in, TemplateRun& run) {
  if (argument.kind != Node::Kind::list || argument.items.size() < 3) return odd("FindInMap", node, run);
  const Node* mappings = in.tree.find("Mappings");
  std::vector<const Node*> found;
  if (mappings != nullptr) found.push_back(mappings);
  Attribute unknown = unknown_at(node);
  for (std::size_t i = 0; i < 3; ++i) {
    const auto key = evaluate(argument.items[i], in, run);
    if (key) join_refers(unknown.refers, key->refers);
    found = candidates(found, key ? text_of(*key) : std::nullopt);
  }
  std::optional<Attribute> all;
  for (const Node* one : found) {
    auto value = evaluate(*one, in, run);
    if (!value || (all && equal(*all, *value) != Truth::yes)) return unknown;
    if (!all) all = std::move(value);
  }
  if (!all && argument.items.size() > 3) {
    if (const Node* standard = argument.items[3].find("DefaultValue")) {
      return evaluate(*standard, in, run).value_or(unknown);
    }
  }
  if (!all) return unknown;
  return moved(std::move(*all), node);
}

Attribute got(const Node& argument, const Node& node, Template& in, TemplateRun& run) {
  if (argument.kind == Node::Kind::scalar) return attribute_got(argument.text, node, in, run);
  if (argument.kind != Node::Kind::list || argument.items.size() < 2) return odd("GetAtt", node, run);
  const auto attribute = evaluate(argument.items[1], in, run);
  const std::string second = attribute ? text_of(*attribute).value_or("?") : "?";
  const bool written = argument.items[0].kind == Node::Kind::scalar && argument.items[0].tag.empty();
  const auto made = written ? std::nullopt : evaluate(argument.items[0], in, run);
  const auto first = written ? argument.items[0].text : made ? text_of(*made).value_or("?") : "?";
  return attribute_got(first + "." + second, node, in, run);
}

Attribute yes_or_no(const FunctionCall& call, const Node& node, Template& in, TemplateRun& run) {
  const Truth holds =
      call.name == "Condition" ? condition(call.argument->text, in, run, node) : test(node, in, run);
  Attribute result = unknown_at(node);
  if (holds == Truth::unknown) return result;
  result.kind = Kind::yes_no;
  result.yes = holds == Truth::yes;
  return result;
}

/// A function with an unknown result, which keeps its references.
Attribute made_elsewhere(const FunctionCall& call, const Node& node, Template& in, TemplateRun& run) {
  const std::optional<Attribute> value = argument_of(call, node, in, run);
  if (call.name == "Length" && value && value->kind == Kind::list) {
    Attribute result = text_at(node, std::to_string(value->items.size()));
    result.kind = Kind::number;
    result.number = static_cast<double>(value->items.size());
    return result;
  }
  Attribute result = unknown_at(node, value ? all_refers(*value) : std::vector<std::string>());
  if (call.name == "ImportValue" && value) {
    const auto name = text_of(*value);
    if (auto known = name ? exported(*name, run) : std::nullopt) return moved(std::move(*known), node);
    result.refers = {"Fn::ImportValue(" + value->text + ")"};
  }
  if (call.name == "GetAZs") result.refers = {"Fn::GetAZs"};
  return result;
}

}  // namespace

void join_refers(std::vector<std::string>& into, const std::vector<std::string>& more) {
  constexpr std::size_t most_refers = 200;
  for (const std::string& one : more) {
    if (into.size() >= most_refers) return;
    if (std::find(into.begin(), into.end(), one) == into.end()) into.push_back(one);
  }
}

std::vector<std::string> all_refers(const Attribute& value) {
  std::vector<std::string> all = value.refers;
  for (const Attribute& item : value.items) join_refers(all, all_refers(item));
  return all;
}

Attribute odd(std::string_view name, const Node& node, TemplateRun& run) {
  note(run, node.at, "D205", "CloudFormation takes " + std::string(name) + " in another form",
       "until it is right, its value counts as unknown");
  return unknown_at(node);
}

std::optional<Attribute> referred(std::string_view name, const Node& node, Template& in, TemplateRun& run) {
  if (name == "AWS::NoValue") return std::nullopt;
  const auto known = in.parameters.find(name);
  if (known != in.parameters.end()) {
    return moved(known->second, node);
  }
  if (name.starts_with("AWS::")) {
    for (auto given = run.options.parameters.rbegin(); given != run.options.parameters.rend(); ++given) {
      if (given->first == name) return text_at(node, given->second);
    }
    for (const auto& [assumed, value] : run.options.assumed) {
      if (assumed == name) return text_at(node, value);
    }
    return unknown_at(node, {std::string(name)});
  }
  return unknown_at(node, {in.prefix + std::string(name)});
}

Attribute attribute_got(std::string_view path, const Node& node, Template& in, TemplateRun& run) {
  const std::string_view resource = path.substr(0, path.find('.'));
  const std::string_view attribute = path.substr(std::min(resource.size() + 1, path.size()));
  if (attribute.starts_with("Outputs.")) {
    Template* nested = nested_template(in, resource, run);
    if (nested != nullptr) {
      const Node* outputs = nested->tree.find("Outputs");
      const Node* output = outputs == nullptr ? nullptr : outputs->find(attribute.substr(8));
      const Node* value = output == nullptr ? nullptr : output->find("Value");
      if (value != nullptr) {
        if (auto known = evaluate(*value, *nested, run)) return moved(std::move(*known), node);
      }
    }
  }
  return unknown_at(node, {in.prefix + std::string(resource)});
}

std::optional<Attribute> call_function(const FunctionCall& call, const Node& node, Template& in,
                                       TemplateRun& run) {
  const Node& argument = *call.argument;
  const std::string_view name = call.name;
  if (name == "Ref") return reference(call, node, in, run);
  if (name == "If") return chosen(argument, node, in, run);
  if (name == "Sub") return substituted(argument, node, in, run);
  if (name == "GetAtt") return got(argument, node, in, run);
  if (name == "Join") return joined(argument, node, in, run);
  if (name == "Select") return selected(argument, node, in, run);
  if (name == "Split") return split_up(argument, node, in, run);
  if (name == "FindInMap") return found_in_map(argument, node, in, run);
  for (const std::string_view tested : {"And", "Or", "Not", "Equals", "Condition"}) {
    if (name == tested) return yes_or_no(call, node, in, run);
  }
  if (name == "Transform") {
    note(run, node.at, "D201", "a macro makes this value, but macros are not run",
         "check the expanded template");
  }
  return made_elsewhere(call, node, in, run);
}

}  // namespace scaleplan::read
