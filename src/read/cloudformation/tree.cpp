// The tree of a template, whichever of its two languages it is written in.
#include <utility>

#include "template.hpp"
#include "texts/json.hpp"
#include "texts/located.hpp"
#include "texts/readable.hpp"

namespace scaleplan::read {
namespace {

constexpr int most_levels = 64;

/// Turns JSON into the tree that YAML is read into.
class Planter {
 public:
  Planter(const SourceText* text, std::string_view content, Report& report)
      : places_(text, content), report_(report) {}

  Node node_of(JsonValue value, int level = 0) {
    const JsonNode& json = value.node();
    Node node;
    const bool list = json.kind == JsonKind::list, map = json.kind == JsonKind::map;
    if (level > most_levels) {
      report_.error(places_.mark(json.at), "D006", "more than 64 nested levels of maps and lists",
                    "check the brackets");
      report_.stop_if_failed();
    }
    if (list || map) {
      node.kind = map ? Node::Kind::map : Node::Kind::list;
      node.at = places_.mark(json.at);
      for (JsonValue child = value.first(); child; child = value.after(child)) {
        if (list) {
          node.items.push_back(node_of(child, level + 1));
        } else {
          const Mark key = places_.mark(child.node().key_at, child.key().size() + 2);
          node.entries.push_back({std::string(child.key()), key, node_of(child, level + 1)});
        }
      }
      return node;
    }
    node.kind = json.kind == JsonKind::nothing ? Node::Kind::nothing : Node::Kind::scalar;
    node.quoted = json.kind == JsonKind::text;
    node.text = json.kind == JsonKind::yes  ? "true"
                : json.kind == JsonKind::no ? "false"
                                            : std::string(json.text);
    node.at = places_.mark(json.at, node.text.size() + (node.quoted ? 2 : 0));
    return node;
  }

 private:
  Places places_;
  Report& report_;
};

}  // namespace

Node template_of(JsonValue root, const std::string& name, std::string_view text, Report& report) {
  return Planter(report.add(name, text), text, report).node_of(root);
}

bool is_named_yaml(std::string_view name) { return name.ends_with(".yaml") || name.ends_with(".yml"); }

Node template_tree(const DeclaredText& file, Report& report) {
  const ReadableText readable = readable_text(file);
  Node tree;
  Located text(file.name, readable.text, readable.begin);
  JsonRead read;
  if (readable.json) read = read_json(text.text(), 0, {}, text.lines_before());
  if (readable.json && !(read.fault && is_named_yaml(file.name))) {
    if (read.fault) {
      const JsonFault& fault = *read.fault;
      throw Error(
          {text.finding(Severity::error, fault.code, fault.at, fault.bytes, fault.message, fault.hint)});
    }
    tree = template_of(read.tree.root(), file.name, text.text(), report);
  } else {
    TreeOptions options;
    options.tags = options.anchors = options.twice = true;
    tree = read_tree(readable.text, file.name, report, options);
  }
  report.stop_if_failed();
  return tree;
}

}  // namespace scaleplan::read
