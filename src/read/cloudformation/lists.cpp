// Functions on texts and lists, some of whose parts may be unknown.
#include <algorithm>
#include <utility>

#include "functions.hpp"

namespace scaleplan::read {
namespace {

using Kind = Attribute::Kind;

/// The value of each item of a list that is written out or made by a function, or nothing when its length is
/// unknown.
std::optional<std::vector<Attribute>> items_of(const Attribute& value) {
  if (value.kind == Kind::list) return value.items;
  return std::nullopt;
}

/// Names in ${...}; further ones stand in `names`.
void append(Attribute& result, std::string_view name, const Node* names, const Node& node, Template& in,
            TemplateRun& run) {
  const Node* own = names == nullptr ? nullptr : names->find(name);
  std::optional<Attribute> value;
  if (own != nullptr) {
    value = evaluate(*own, in, run);
  } else if (name.find('.') != std::string_view::npos) {
    value = attribute_got(name, node, in, run);
  } else {
    value = referred(name, node, in, run);
  }
  const auto text = value ? text_of(*value) : std::string();
  if (text) {
    result.text += *text;
    return;
  }
  result.kind = Kind::unknown;
  result.text += "${" + std::string(name) + "}";
  join_refers(result.refers, all_refers(*value));
}

}  // namespace

Attribute substituted(const Node& argument, const Node& node, Template& in, TemplateRun& run) {
  const bool list = argument.kind == Node::Kind::list && !argument.items.empty();
  const Node& pattern = list ? argument.items[0] : argument;
  const Node* names = list && argument.items.size() > 1 ? &argument.items[1] : nullptr;
  if (pattern.kind != Node::Kind::scalar) return odd("Sub", node, run);
  Attribute result = text_at(node, {});
  const std::string_view text = pattern.text;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = std::min(text.find("${", at), text.size());
    result.text += text.substr(at, open - at);
    const std::size_t close = text.find('}', open);
    if (close == std::string_view::npos) {
      result.text += text.substr(open);
      break;
    }
    std::string_view name = text.substr(open + 2, close - open - 2);
    at = close + 1;
    if (name.starts_with('!')) {
      result.text += "${" + std::string(name.substr(1)) + "}";
      continue;
    }
    while (name.starts_with(' ')) name.remove_prefix(1);
    while (name.ends_with(' ')) name.remove_suffix(1);
    append(result, name, names, node, in, run);
  }
  if (result.text.find("{{resolve:") != std::string::npos) result.kind = Kind::unknown;
  return result;
}

Attribute joined(const Node& argument, const Node& node, Template& in, TemplateRun& run) {
  if (argument.kind != Node::Kind::list || argument.items.size() != 2) return odd("Join", node, run);
  const auto list = evaluate(argument.items[1], in, run);
  const auto parts = list ? items_of(*list) : std::nullopt;
  if (!parts) return unknown_at(node, list ? all_refers(*list) : std::vector<std::string>());
  Attribute result = text_at(node, {});
  for (std::size_t i = 0; i < parts->size(); ++i) {
    if (i > 0) result.text += argument.items[0].text;
    const auto text = text_of((*parts)[i]);
    result.text += text ? *text : "${}";
    if (text) continue;
    result.kind = Kind::unknown;
    join_refers(result.refers, all_refers((*parts)[i]));
  }
  if (result.text.find("{{resolve:") != std::string::npos) result.kind = Kind::unknown;
  return result;
}

Attribute selected(const Node& argument, const Node& node, Template& in, TemplateRun& run) {
  if (argument.kind != Node::Kind::list || argument.items.size() != 2) return odd("Select", node, run);
  const auto index = evaluate(argument.items[0], in, run);
  const auto list = evaluate(argument.items[1], in, run);
  if (!list) return unknown_at(node);
  const auto number = index ? number_of(*index) : std::nullopt;
  const bool known = number && *number >= 0 && *number < 1e6;
  const std::size_t at = known ? static_cast<std::size_t>(*number) : 0;
  if (known && list->kind == Kind::list) {
    if (at < list->items.size()) {
      Attribute value = list->items[at];
      value.line = node.at.line;
      value.column = node.at.column;
      return value;
    }
    return odd("Select", node, run);
  }
  std::vector<std::string> refers = all_refers(*list);
  if (!known) return unknown_at(node, std::move(refers));
  // Of a list made of several, the one at that place; of one source, its item.
  if (refers.size() > 1) return unknown_at(node, {refers[at % refers.size()]});
  for (std::string& one : refers) {
    if (!is_resource(one, in, run)) one += "[" + std::to_string(at) + "]";
  }
  return unknown_at(node, std::move(refers));
}

Attribute split_up(const Node& argument, const Node& node, Template& in, TemplateRun& run) {
  if (argument.kind != Node::Kind::list || argument.items.size() != 2 || argument.items[0].text.empty()) {
    return odd("Split", node, run);
  }
  const auto whole = evaluate(argument.items[1], in, run);
  const auto text = whole ? text_of(*whole) : std::nullopt;
  if (!text) return unknown_at(node, whole ? all_refers(*whole) : std::vector<std::string>());
  Attribute result = unknown_at(node);
  result.kind = Kind::list;
  const std::string& separator = argument.items[0].text;
  for (std::size_t at = 0; at <= text->size();) {
    const std::size_t end = std::min(text->find(separator, at), text->size());
    result.items.push_back(text_at(node, text->substr(at, end - at)));
    at = end + separator.size();
  }
  return result;
}

}  // namespace scaleplan::read
