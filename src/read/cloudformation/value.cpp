// Evaluates the values of a template, plain ones and functions, with the references they are made from.
#include <algorithm>
#include <initializer_list>
#include <utility>

#include "functions.hpp"
#include "template.hpp"

namespace scaleplan::read {
namespace {

using Kind = Attribute::Kind;

constexpr std::size_t most_spent = 20'000'000;

bool is_word(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

Attribute placed(const Node& node, Kind kind) {
  Attribute value;
  value.kind = kind;
  value.line = node.at.line;
  value.column = node.at.column;
  return value;
}

Attribute scalar(const Node& node) {
  Attribute value = text_at(node, node.text);
  if (node.quoted) {
    // A text that is only looked up when the stack is made.
    if (node.text.find("{{resolve:") != std::string::npos) value.kind = Kind::unknown;
    return value;
  }
  if (is_word(node.text, {"true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON"})) {
    value.kind = Kind::yes_no;
    value.yes = true;
  } else if (is_word(node.text, {"false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF"})) {
    value.kind = Kind::yes_no;
  } else if (node.text.find("{{resolve:") != std::string::npos) {
    value.kind = Kind::unknown;
  } else if (const auto number = number_of(value)) {
    value.kind = Kind::number;
    value.number = *number;
  }
  return value;
}

void spend(const Node& node, const Attribute& value, TemplateRun& run) {
  std::size_t bytes = 1 + value.text.size();
  for (const Attribute& item : value.items) bytes += 1 + item.text.size();
  spend(node, bytes, run);
}

}  // namespace

void spend(const Node& node, std::size_t bytes, TemplateRun& run) {
  run.spent += bytes;
  if (run.spent <= most_spent) return;
  run.report.error(node.at, "D025", "the functions of this template make more than 20 MB of values",
                   "check its lists and texts");
  run.report.stop_if_failed();
}

Attribute unknown_at(const Node& node, std::vector<std::string> refers) {
  Attribute value = placed(node, Kind::unknown);
  value.refers = std::move(refers);
  return value;
}

Attribute text_at(const Node& node, std::string text) {
  Attribute value = placed(node, Kind::text);
  value.text = std::move(text);
  return value;
}

std::optional<FunctionCall> call_of(const Node& node) {
  if (node.tag.size() > 1 && node.tag.front() == '!')
    return FunctionCall{std::string_view(node.tag).substr(1), &node};
  if (node.kind != Node::Kind::map || node.entries.size() != 1) return std::nullopt;
  const Entry& only = node.entries.front();
  const std::string_view key = only.key;
  if (key == "Ref" || key == "Condition") return FunctionCall{key, &only.value};
  if (key.starts_with("Fn::")) return FunctionCall{key.substr(4), &only.value};
  return std::nullopt;
}

std::optional<Attribute> evaluate(const Node& node, Template& in, TemplateRun& run) {
  const Deeper level(run);
  if (level.too_deep()) return unknown_at(node);
  std::optional<Attribute> value;
  if (const auto call = call_of(node)) {
    // A property of that name that is not a test: {Condition: {...}} of a policy.
    const bool test_of_policy =
        call->name == "Condition" && node.tag.empty() && call->argument->kind != Node::Kind::scalar;
    if (!test_of_policy) {
      value = call_function(*call, node, in, run);
      if (value) spend(node, *value, run);
      return value;
    }
  }
  switch (node.kind) {
    case Node::Kind::nothing:
      value = placed(node, Kind::nothing);
      break;
    case Node::Kind::scalar:
      value = scalar(node);
      break;
    case Node::Kind::list:
      value = placed(node, Kind::list);
      for (const Node& item : node.items) {
        if (auto one = evaluate(item, in, run)) value->items.push_back(std::move(*one));
      }
      break;
    case Node::Kind::map:
      value = placed(node, Kind::map);
      for (const Entry& entry : node.entries) {
        auto one = evaluate(entry.value, in, run);
        if (!one) continue;
        value->keys.push_back(entry.key);
        value->items.push_back(std::move(*one));
      }
      break;
  }
  spend(node, *value, run);
  return value;
}

Truth equal(const Attribute& a, const Attribute& b) {
  if (a.kind == Kind::unknown || b.kind == Kind::unknown) return Truth::unknown;
  const auto left = text_of(a), right = text_of(b);
  if (left && right) return *left == *right ? Truth::yes : Truth::no;
  if (a.kind != b.kind || a.items.size() != b.items.size() || a.keys != b.keys) return Truth::no;
  Truth all = Truth::yes;
  for (std::size_t i = 0; i < a.items.size(); ++i) {
    const Truth one = equal(a.items[i], b.items[i]);
    if (one == Truth::no) return Truth::no;
    if (one == Truth::unknown) all = Truth::unknown;
  }
  return all;
}

}  // namespace scaleplan::read
