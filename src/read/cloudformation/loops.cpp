// Fn::ForEach over known values: its resources are read once for each.
#include <utility>

#include "ascii.hpp"
#include "template.hpp"

namespace scaleplan::read {
namespace {

constexpr int most_rounds = 1000;
constexpr std::size_t most_letters = 64;  ///< of a value: it becomes part of a name

void replace_all(std::string& text, const std::string& what, const std::string& by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
}

/// Puts the value of a round into names and texts; &{} leaves out what no name may hold.
void fill_in(std::string& text, const std::string& variable, const std::string& value) {
  if (text.find('{') == std::string::npos) return;
  std::string letters;
  for (const char c : value) {
    if (is_letter(c) || is_digit(c)) letters += c;
  }
  replace_all(text, "${" + variable + "}", value);
  replace_all(text, "&{" + variable + "}", letters);
}

/// Returns how many values and bytes there are.
std::size_t fill_in(Node& node, const std::string& variable, const std::string& value) {
  fill_in(node.text, variable, value);
  std::size_t bytes = 1 + node.text.size();
  for (Entry& entry : node.entries) {
    fill_in(entry.key, variable, value);
    bytes += entry.key.size() + fill_in(entry.value, variable, value);
  }
  for (Node& item : node.items) bytes += fill_in(item, variable, value);
  return bytes;
}

/// The values of the rounds, or nothing when one of them is unknown.
std::optional<std::vector<std::string>> rounds(const Node& values, Template& in, TemplateRun& run) {
  const auto known = evaluate(values, in, run);
  if (!known || known->kind != Attribute::Kind::list) return std::nullopt;
  std::vector<std::string> all;
  for (const Attribute& item : known->items) {
    auto text = text_of(item);
    if (!text || text->size() > most_letters) return std::nullopt;
    all.push_back(std::move(*text));
  }
  return all;
}

}  // namespace

bool read_loop(const Entry& loop, bool certain, Template& in, TemplateRun& run) {
  const std::vector<Node>& parts = loop.value.items;
  if (!loop.key.starts_with("Fn::ForEach::") || parts.size() != 3 || parts[0].kind != Node::Kind::scalar ||
      parts[2].kind != Node::Kind::map)
    return false;
  const auto values = rounds(parts[1], in, run);
  if (!values || values->size() > static_cast<std::size_t>(most_rounds - run.rounds)) return false;
  run.rounds += static_cast<int>(values->size());
  const std::string& variable = parts[0].text;
  const auto known = in.parameters.find(variable);
  const auto before = known == in.parameters.end() ? std::optional<Attribute>() : known->second;
  for (const std::string& value : *values) {
    Node round = parts[2];
    spend(loop.value, fill_in(round, variable, value), run);
    in.parameters[variable] = text_at(parts[0], value);
    for (const Entry& entry : round.entries) read_resource(entry, certain, in, run);
  }
  in.parameters.erase(variable);
  if (before) in.parameters.emplace(variable, *before);
  return true;
}

}  // namespace scaleplan::read
