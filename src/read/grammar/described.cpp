// Finds keys and sections of the language, and writes values on one line.
#include "described.hpp"

#include <algorithm>

namespace scaleplan::read {
namespace {

bool for_people(const Key& key) { return key.form == Form::prose || key.form == Form::labels; }

/// The key description of an entry named `name`.
Key inside_of(const Key& key, const Section* its, std::string_view name) {
  if (key.form == Form::by_id) return {name, Form::section, {}, {}, key.of};
  return its == nullptr || key.form != Form::section ? Key{name, Form::as_needed} : key_of(*its, name);
}

}  // namespace

bool is_common(std::string_view name) {
  const auto common = common_keys();
  return std::any_of(common.begin(), common.end(), [&](const Key& key) { return key.name == name; });
}

Key key_of(const Section& section, std::string_view name) {
  for (const Key& key : section.keys) {
    if (key.name == name) return key;
  }
  if (section.id == "catalog_use" && name == catalog_content)
    return {catalog_content, Form::section, {}, {}, "catalog"};
  const bool open = section.others != Form::section || !section.others_of.empty();
  return {"", open ? section.others : Form::as_needed, {}, {}, section.others_of};
}

const Section* section_of(const Key& key) {
  const Section* found = section(rule_sections(), key.of);
  return found != nullptr ? found : section(catalog_sections(), key.of);
}

bool all_prose(const Section& section) {
  const bool open = section.others != Form::section || !section.others_of.empty();
  return !open && std::all_of(section.keys.begin(), section.keys.end(), for_people);
}

RuleNode as_map(const Section& section, const RuleNode& node) {
  if (node.kind != RuleNode::Kind::text || section.keys.empty()) return node;
  // The first key may stand alone, where it has that form; "by" never does.
  const Key& first = section.keys.front();
  if (section.alone == Form::section || first.form != section.alone || first.name == "by") return node;
  RuleNode map = node;
  map.kind = RuleNode::Kind::map;
  map.text.clear();
  map.inside = {node};
  map.inside.front().key = first.name;
  return map;
}

std::string written(const Key& key, const RuleNode& node) {
  if (node.kind == RuleNode::Kind::text) return node.text;
  if (node.kind == RuleNode::Kind::nothing) return "~";
  const Section* its = section_of(key);
  std::string text;
  for (const RuleNode& one : node.inside) {
    const Key inner = inside_of(key, its, one.key);
    if (node.kind == RuleNode::Kind::map && (is_common(one.key) || for_people(inner))) continue;
    text += (text.empty() ? "" : ", ") + (one.key.empty() ? "" : one.key + ": ") + written(inner, one);
  }
  return node.kind == RuleNode::Kind::list ? "[" + text + "]" : "{" + text + "}";
}

}  // namespace scaleplan::read
