// Values of a template's parameters: given on the command line, passed by the stack above, or the default; a
// value from a parameter store is unknown.
#include <algorithm>
#include <utility>

#include "functions.hpp"
#include "nearest.hpp"
#include "template.hpp"

namespace scaleplan::read {
namespace {

using Kind = Attribute::Kind;

// CloudFormation's limit.
constexpr std::size_t longest_value = 4096;

bool is_list(std::string_view type) { return type == "CommaDelimitedList" || type.starts_with("List<"); }

std::string text_under(const Node& node, std::string_view key) {
  const Node* value = node.find(key);
  return value != nullptr && value->kind == Node::Kind::scalar ? value->text : std::string();
}

/// A parameter's text as its type takes it.
Attribute typed(const Node& node, const std::string& text, std::string_view type) {
  if (text.size() > longest_value) return unknown_at(node);
  if (!is_list(type)) return text_at(node, text);
  Attribute list = unknown_at(node);
  list.kind = Kind::list;
  for (std::size_t at = 0; !text.empty() && at <= text.size();) {
    const std::size_t end = std::min(text.find(',', at), text.size());
    std::size_t from = at, to = end;
    while (from < to && text[from] == ' ') ++from;
    while (to > from && text[to - 1] == ' ') --to;
    list.items.push_back(text_at(node, text.substr(from, to - from)));
    at = end + 1;
  }
  return list;
}

/// Refuses a value that the template does not allow.
void check_given(const std::string& name, const std::string& value, const Node& parameter, TemplateRun& run) {
  const Node* allowed = parameter.find("AllowedValues");
  if (allowed != nullptr && allowed->kind == Node::Kind::list) {
    std::vector<std::string> known;
    for (const Node& one : allowed->items) known.push_back(one.text);
    if (std::find(known.begin(), known.end(), value) == known.end()) {
      const std::string near = nearest(value, known);
      std::string all;
      for (std::size_t i = 0; i < known.size() && i < 12; ++i)
        all += (i == 0 ? "allowed: " : ", ") + known[i];
      if (known.size() > 12) all += ", ...";
      run.report.error(allowed->at, "D024", "\"" + value + "\" is not an allowed value of parameter " + name,
                       did_you_mean(near, all));
    }
  }
  Attribute text;
  text.kind = Kind::text;
  text.text = value;
  if (text_under(parameter, "Type") == "Number" && !number_of(text)) {
    run.report.error(parameter.at, "D024", "parameter " + name + " is a number, not \"" + value + "\"",
                     "give a number");
  }
}

Attribute value_of(const Entry& entry, const Template& in, TemplateRun& run,
                   const std::map<std::string, Attribute>& passed) {
  const Node& parameter = entry.value;
  const std::string type = text_under(parameter, "Type");
  Attribute unknown = unknown_at(parameter, {in.prefix + entry.key});
  const auto from_above = passed.find(entry.key);
  const bool stored = type.starts_with("AWS::SSM::Parameter::");
  if (from_above != passed.end()) {
    const auto text = text_of(from_above->second);
    if (stored) return unknown;
    return text ? typed(parameter, *text, type) : from_above->second;
  }
  if (in.above == nullptr) {
    const auto& given = run.options.parameters;
    const auto last =
        std::find_if(given.rbegin(), given.rend(), [&](const auto& one) { return one.first == entry.key; });
    if (last != given.rend()) {
      check_given(entry.key, last->second, parameter, run);
      return stored ? unknown : typed(parameter, last->second, type);
    }
  }
  const Node* standard = parameter.find("Default");
  if (stored || standard == nullptr || standard->kind != Node::Kind::scalar) return unknown;
  if (standard->text.find("{{resolve:") != std::string::npos) return unknown;
  Attribute value = typed(*standard, standard->text, type);
  if (value.kind == Kind::unknown) value.refers = unknown.refers;
  return value;
}

}  // namespace

void fill_parameters(Template& into, TemplateRun& run, const std::map<std::string, Attribute>& passed) {
  const Node* parameters = into.tree.find("Parameters");
  if (parameters == nullptr) return;
  for (const Entry& entry : parameters->entries) {
    into.parameters.emplace(entry.key, value_of(entry, into, run, passed));
  }
  run.report.stop_if_failed();
}

}  // namespace scaleplan::read
