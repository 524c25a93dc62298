// Finds formulas that can leave what makes sense within the inputs' ranges: negative, or beyond all numbers.
#include <cmath>

#include "lint.hpp"

namespace scaleplan::read {
namespace {

/// Beyond this nothing that is bought or counted lies, and a product of two overflows.
constexpr double huge = 1e150;

void look(Lint& lint, Register at, const Mark& owner, const std::string& subject, const Unit& unit,
          std::string_view key) {
  if (at == none) return;
  const Range range = lint.range(at);
  if (std::isnan(range.low) || std::isnan(range.high) || std::abs(range.low) > huge ||
      std::abs(range.high) > huge) {
    lint.find("L010", Severity::warning, owner, subject, {named(subject)}, key);
  } else if (range.low < 0) {
    lint.find("L009", Severity::warning, owner, subject, {named(subject), amount(range.low, unit)}, key);
  }
}

void metrics(Lint& lint) {
  for (const Metric& metric : lint.program().metrics) {
    const std::string id(metric.id);
    const Mark owner = lint.entry(metric.place, metric.id);
    for (std::size_t s = 0; s < metric.by_stage.size(); ++s) {
      // A change by a stage is reported at the stage.
      const Redefined* now = nullptr;
      for (const Redefined& again : metric.redefined) {
        if (again.stage == static_cast<std::int32_t>(s)) now = &again;
      }
      const bool first = s == 0 || metric.by_stage[s] != metric.by_stage[s - 1];
      if (!first) continue;
      look(lint, metric.by_stage[s], now == nullptr ? owner : lint.entry(now->place, metric.id),
           "metric " + id, metric.unit, "is");
    }
  }
}

void inputs(Lint& lint) {
  const Program& program = lint.program();
  for (std::size_t i = 0; i < program.inputs.size(); ++i) {
    const Input& input = program.inputs[i];
    if (input.type != InputType::number || input.low < 0) continue;
    const std::string id(input.id);
    look(lint, input.value, lint.all().inputs[i].at, "the default of " + id, input.unit, "default");
  }
}

void bills(Lint& lint) {
  for (const Component& component : lint.program().components) {
    const Node* declared = nullptr;
    if (const auto found = lint.all().components.find(component.id); found != lint.all().components.end())
      declared = found->second;
    const Node* costs = declared == nullptr ? nullptr : declared->find("cost");
    for (const CostLine& line : component.costs) {
      Mark owner = lint.entry(component.place, component.id);
      for (std::size_t e = 0; costs != nullptr && e < costs->entries.size(); ++e) {
        if (costs->entries[e].key == line.id) owner = costs->entries[e].at;
      }
      const std::string subject = "cost " + std::string(line.id) + " of " + std::string(component.id);
      // Picks have no greatest price before they are made; only prices below zero can be found.
      if (lint.range(line.usd_per_second).low < 0)
        lint.find("L009", Severity::warning, owner, subject,
                  {named(subject), amount(lint.range(line.usd_per_second).low, usd_a_month)});
    }
  }
}

}  // namespace

void lint_formulas(Lint& lint) {
  inputs(lint);
  metrics(lint);
  bills(lint);
}

}  // namespace scaleplan::read
