// Turns columns into components.
#include "topology.hpp"

#include <algorithm>
#include <cmath>

#include "evaluate/pick.hpp"

namespace scaleplan::plan {
namespace {

std::vector<Fill> fills(const Pick& pick, const Evaluation& evaluation, std::size_t lane,
                        const ComponentResult& component, std::size_t row) {
  std::vector<Fill> all;
  const double count = component.count;
  const double left = left_of(count, component.zones);
  for (std::size_t k = 0; k < pick.needs.size(); ++k) {
    const Need& need = pick.needs[k];
    const double shared = evaluation.at(need.shared, lane);
    const double each = need.each == none ? 0 : evaluation.at(need.each, lane);
    const std::size_t cell = row * pick.needs.size() + k;
    Fill fill;
    fill.need = &need;
    fill.healthy = utilization(shared + each * count, pick.sizes.healthy[cell] * count);
    if (component.zones > 1)
      fill.zone_lost = utilization(shared + each * left, pick.sizes.zone_lost[cell] * left);
    all.push_back(fill);
  }
  return all;
}

/// The origin of the price of a row; null where it is listed.
const PriceNote* price_note(const Program& program, const Pick& pick, std::size_t group, std::size_t row) {
  const auto origins = pick.sizes.rows_of(group).origins;
  const std::int32_t origin = origins.empty() ? 0 : origins[pick.sizes.price_at(group, row)];
  return origin == 0 ? nullptr : &program.price_notes[as_index(origin) - 1];
}

ComponentResult result_of(const Program& program, const Component& component, const Evaluation& evaluation,
                          std::size_t lane) {
  const auto at = [&](Register column) { return evaluation.at(column, lane); };
  ComponentResult result;
  result.component = &component;
  if (!component.service.texts.empty()) {
    const auto which = component.service.by == none ? 0 : static_cast<std::size_t>(at(component.service.by));
    result.service = component.service.texts[which];
  }
  result.count = static_cast<int>(at(component.count));
  result.copies = static_cast<int>(at(component.copies));
  result.zones = std::max(1, static_cast<int>(at(component.zones)));
  result.outage = at(component.outage);
  if (component.pick >= 0) {
    const Pick& pick = program.picks[as_index(component.pick)];
    const double row = at(component.picked + PickColumn::candidate);
    result.enough = at(component.picked + PickColumn::fits) > 0;
    if (row >= 0) {
      const Candidate& size = program.candidates[as_index(pick.sizes.names[as_index(row)])];
      result.size = size.name;
      const auto group = static_cast<std::size_t>(at(component.picked + PickColumn::group));
      result.price_note = price_note(program, pick, group, as_index(row));
      const bool dated = result.price_note != nullptr && !result.price_note->as_of.empty();
      result.price_as_of = dated ? result.price_note->as_of : size.as_of;
      result.fills = fills(pick, evaluation, lane, result, as_index(row));
    }
  }
  for (const CostLine& line : component.costs) {
    const double usd = at(line.usd_per_second) * seconds_a_month;
    result.usd_per_month += usd;
    result.bill.push_back(
        {&line, usd, line.quantity == none ? 0 : at(line.quantity) / line.quantity_unit.factor});
  }
  return result;
}

}  // namespace

std::vector<ComponentResult> topology(const Program& program, const Stage& stage,
                                      const Evaluation& evaluation, std::size_t lane) {
  std::vector<ComponentResult> all;
  for (const std::int32_t index : stage.components) {
    const Component& component = program.components[as_index(index)];
    if (component.present != none && evaluation.at(component.present, lane) == 0) continue;
    all.push_back(result_of(program, component, evaluation, lane));
  }
  return all;
}

}  // namespace scaleplan::plan
