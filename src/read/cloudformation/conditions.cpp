// Conditions of a template in three values: an unknown operand makes the result unknown, unless the rest
// decides.
#include <utility>

#include "functions.hpp"
#include "template.hpp"

namespace scaleplan::read {
namespace {

/// And: one no decides; or: one yes.
Truth together(const Node& list, Truth deciding, Template& in, TemplateRun& run) {
  Truth all = negated(deciding);
  for (const Node& one : list.items) {
    const Truth holds = test(one, in, run);
    if (holds == deciding) return deciding;
    if (holds == Truth::unknown) all = Truth::unknown;
  }
  return all;
}

}  // namespace

Truth condition(std::string_view name, Template& in, TemplateRun& run, const Node& asked) {
  const auto known = in.conditions.find(name);
  if (known != in.conditions.end()) return known->second.value_or(Truth::unknown);
  const Node* all = in.tree.find("Conditions");
  const Node* one = all == nullptr ? nullptr : all->find(name);
  if (one == nullptr) {
    note(run, asked.at, "D205", "there is no condition of that name", "it counts as unknown");
    return Truth::unknown;
  }
  in.conditions.emplace(name, std::nullopt);
  const Truth holds = test(*one, in, run);
  in.conditions.find(name)->second = holds;
  return holds;
}

Truth test(const Node& node, Template& in, TemplateRun& run) {
  const Deeper level(run);
  if (level.too_deep()) return Truth::unknown;
  const auto call = call_of(node);
  if (!call) {
    const auto value = evaluate(node, in, run);
    const auto yes = value ? yes_of(*value) : std::nullopt;
    return !yes ? Truth::unknown : *yes ? Truth::yes : Truth::no;
  }
  const Node& argument = *call->argument;
  const std::size_t given = argument.kind == Node::Kind::list ? argument.items.size() : 0;
  if (call->name == "Condition") return condition(argument.text, in, run, node);
  if (call->name == "And" && given > 0) return together(argument, Truth::no, in, run);
  if (call->name == "Or" && given > 0) return together(argument, Truth::yes, in, run);
  if (call->name == "Not" && given == 1) return negated(test(argument.items[0], in, run));
  if (call->name == "Equals" && given == 2) {
    const auto left = evaluate(argument.items[0], in, run), right = evaluate(argument.items[1], in, run);
    return left && right ? equal(*left, *right) : Truth::unknown;
  }
  for (const std::string_view name : {"And", "Or", "Not", "Equals"}) {
    if (call->name == name) odd(name, node, run);
  }
  const auto value =
      call->name == "Ref" || call->name == "FindInMap" ? evaluate(node, in, run) : std::nullopt;
  const auto yes = value ? yes_of(*value) : std::nullopt;
  return !yes ? Truth::unknown : *yes ? Truth::yes : Truth::no;
}

}  // namespace scaleplan::read
