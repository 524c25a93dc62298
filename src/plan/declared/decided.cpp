// The inputs of the workload that a declaration decides: its region, its engine, where its servers run.
#include "decided.hpp"

#include <algorithm>

namespace scaleplan {
namespace plan {
namespace {

void decide(std::vector<DecidedValue>& into, const Program& program, const DecidedInput& decided,
            const QueryValue& answer, Text component) {
  const auto input = std::find_if(program.inputs.begin(), program.inputs.end(),
                                  [&](const Input& one) { return one.id == decided.input; });
  const auto value = text_of(answer);
  const auto same = [&](const DecidedValue& one) { return one.input->id == decided.input; };
  if (input == program.inputs.end() || !value || input->values.empty() ||
      std::any_of(into.begin(), into.end(), same))
    return;
  const bool known = std::find(input->values.begin(), input->values.end(), *value) != input->values.end();
  into.push_back({&*input, *value, known, component});
}

}  // namespace

std::vector<DecidedValue> decided_values(const Program& program, QueryEvaluator& evaluator,
                                         const std::vector<FoundComponent>& components) {
  std::vector<DecidedValue> into;
  for (const FoundComponent& component : components) {
    for (const FoundResource& found : component.resources) {
      if (!found.sure || found.group != component.whole) continue;
      for (const DecidedInput& one : found.matcher->decides)
        decide(into, program, one, evaluator.evaluate(one.query, *found.resource), component.id);
    }
  }
  for (const DecidedInput& one : evaluator.rules().decides)
    decide(into, program, one, evaluator.evaluate(one.query, {nullptr, nullptr, nullptr}), {});
  return into;
}

}  // namespace plan

Block as_declared(const Program& program, const Architecture& architecture, Block workload) {
  for (const DecidedValue& one : architecture.decided) {
    const auto column = static_cast<std::size_t>(one.input - program.inputs.data());
    const auto value = std::find(one.input->values.begin(), one.input->values.end(), one.value);
    if (one.known && !workload.given(column, 0))
      workload.give(column, 0, static_cast<double>(value - one.input->values.begin()));
  }
  for (std::size_t m = 0; m < program.moves.size(); ++m) {
    const auto column = static_cast<std::size_t>(program.moves[m].input);
    bool all = false, any = false;
    for (const Component& component : program.components) {
      if (component.move != static_cast<std::int32_t>(m)) continue;
      const FoundComponent* found = architecture.component(component.id);
      all = (all || !any) && found != nullptr && found->there();
      any = true;
    }
    if (all && !workload.given(column, 0)) workload.give(column, 0, 1);
  }
  return workload;
}

}  // namespace scaleplan
