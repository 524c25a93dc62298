// Finds the names that formulas hold, and those of a rule set that can be explained.
#include "names.hpp"

#include <algorithm>

#include "ascii.hpp"
#include "scaleplan/explain.hpp"

namespace scaleplan {
namespace plan {
std::vector<std::string> names_in(Text formula) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < formula.size();) {
    if (formula[i] == '\'' || formula[i] == '"') {
      i = std::min(formula.find(formula[i], i + 1), formula.size() - 1) + 1;
      continue;
    }
    if (!starts_name(formula[i])) {
      // Digits go with what follows them: 10k, 40 ms.
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < formula.size() &&
           (starts_name(formula[end]) || formula[end] == '.' || is_digit(formula[end])))
      ++end;
    const std::string name(formula.substr(i, end - i));
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    i = end;
  }
  return names;
}

}  // namespace plan

std::vector<std::string> explainable(const Program& program) {
  std::vector<std::string> names;
  for (const Input& input : program.inputs) names.emplace_back(input.id);
  for (const Metric& metric : program.metrics) names.emplace_back(metric.id);
  for (const TableFigure& figure : program.figures) names.emplace_back(figure.id);
  for (const Decision& decision : program.decisions) names.emplace_back(decision.id);
  for (const Stage& stage : program.stages) {
    names.emplace_back(stage.id);
    for (const Limit& limit : stage.limits) names.emplace_back(limit.id);
    for (const std::int32_t component : stage.components)
      names.emplace_back(program.components[as_index(component)].id);
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace scaleplan
