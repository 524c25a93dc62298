// A resolved rule set as YAML that can be read again, each line with where it came from, and as JSON.
#include <algorithm>

#include "scaleplan/rule_tree.hpp"
#include "writing/json_writer.hpp"

namespace scaleplan {
namespace render {
namespace {

/// In double quotes, with what YAML needs escaped.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  constexpr std::string_view digits = "0123456789abcdef";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += "\\x";
      out += digits[static_cast<unsigned char>(c) >> 4];
      out += digits[static_cast<unsigned char>(c) & 15];
    } else {
      out += c;
    }
  }
  return out + "\"";
}

/// Whether a plain text would mean the same without quotes, wherever it stands.
bool safe(std::string_view text) {
  if (text.empty() || text.front() == ' ' || text.back() == ' ' || text == "~" || text == "null")
    return false;
  if (std::string_view("-?:,[]{}#&*!|>'\"%@`").find(text.front()) != std::string_view::npos) return false;
  if (text.back() == ':' || text.find(": ") != std::string_view::npos ||
      text.find(" #") != std::string_view::npos)
    return false;
  return text.find_first_of(",[]{}\n\t") == std::string_view::npos;
}

/// A text that was plain and would not be safe in a list is safe as the value of a key: it was read there.
std::string scalar(const RuleNode& node) {
  if (node.kind == RuleNode::Kind::nothing) return "~";
  return node.quoted || !safe(node.text) ? quoted(node.text) : node.text;
}

std::string key(const std::string& text) { return safe(text) ? text : quoted(text); }

bool flat(const RuleNode& node) {
  return std::none_of(node.inside.begin(), node.inside.end(),
                      [](const RuleNode& one) { return !one.inside.empty(); });
}

std::string flow(const RuleNode& list) {
  std::string text;
  for (const RuleNode& item : list.inside) text += (text.empty() ? "" : ", ") + scalar(item);
  return "[" + text + "]";
}

std::string flow_map(const RuleNode& map) {
  std::string text;
  for (const RuleNode& one : map.inside) {
    const std::string value = one.kind == RuleNode::Kind::map    ? flow_map(one)
                              : one.kind == RuleNode::Kind::list ? flow(one)
                                                                 : scalar(one);
    text += (text.empty() ? "" : ", ") + key(one.key) + ": " + value;
  }
  return "{" + text + "}";
}

/// Whether all that a map holds comes from the line `from`, and its lists hold no maps.
bool of_one_line(const RuleNode& map, const RuleNode& from) {
  return std::all_of(map.inside.begin(), map.inside.end(), [&](const RuleNode& one) {
    const bool here = one.file == from.file && one.line == from.line;
    return here && (one.kind == RuleNode::Kind::list ? flat(one) : of_one_line(one, from));
  });
}

/// A map that its file has on one line, where that is short, or the line of a table.
std::string short_map(const RuleNode& map, std::size_t before) {
  constexpr std::size_t widest = 110;
  if (map.kind != RuleNode::Kind::map || map.line == 0 || !of_one_line(map, map)) return {};
  std::string text = flow_map(map);
  return before + text.size() > widest && !map.file.ends_with(".csv") ? "" : text;
}

void line(std::string& out, std::string text, const RuleNode& from) {
  constexpr std::size_t comments = 60;
  if (from.line > 0) {
    text += text.size() + 2 < comments ? std::string(comments - text.size(), ' ') : "  ";
    text += "# " + from.file + ":" + std::to_string(from.line);
  }
  out += text + "\n";
}

void yaml(std::string& out, const RuleNode& node, std::size_t depth) {
  const std::string indent(2 * depth, ' ');
  for (const RuleNode& one : node.inside) {
    const std::string head = indent + (node.kind == RuleNode::Kind::list ? "-" : key(one.key) + ":");
    if (one.kind == RuleNode::Kind::map && one.inside.empty()) {
      line(out, head + " {}", one);
    } else if (const std::string short_form = short_map(one, head.size() + 1); !short_form.empty()) {
      line(out, head + " " + short_form, one);
    } else if (one.kind == RuleNode::Kind::list && flat(one)) {
      line(out, head + " " + flow(one), one);
    } else if (one.inside.empty()) {
      line(out, head + " " + scalar(one), one);
    } else {
      line(out, head, one);
      yaml(out, one, depth + 1);
    }
  }
}

void json(JsonWriter& out, const RuleNode& node, const std::string& path) {
  for (std::size_t i = 0; i < node.inside.size(); ++i) {
    const RuleNode& one = node.inside[i];
    const std::string name = node.kind == RuleNode::Kind::list ? std::to_string(i) : one.key;
    const std::string below = path.empty() ? name : path + "/" + name;
    if (!one.inside.empty()) {
      json(out, one, below);
      continue;
    }
    out.inline_object();
    out.field("path", below);
    out.key("value");
    if (one.kind == RuleNode::Kind::text) {
      out.text(one.text);
    } else {
      out.null();
    }
    out.field("place", Place{one.file, one.line});
    out.end_object();
  }
}

}  // namespace
}  // namespace render

std::string rules_yaml(const RuleNode& rules) {
  std::string out;
  render::yaml(out, rules, 0);
  return out;
}

std::string rules_json(const RuleNode& rules) {
  render::JsonWriter out;
  out.begin_object();
  out.field("schema", "scaleplan.rules/1");
  out.key("values");
  out.begin_array();
  render::json(out, rules, "");
  out.end_array();
  out.end_object();
  return out.take();
}

}  // namespace scaleplan
