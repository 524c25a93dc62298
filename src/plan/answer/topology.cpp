// Turns columns into parts.
#include "topology.hpp"

#include <algorithm>
#include <cmath>

#include "evaluate/pick.hpp"

namespace scaleplan::plan {
namespace {

std::vector<Fill> fills(const Pick& pick, const Evaluation& evaluation, std::size_t lane,
                        const PartResult& part, std::size_t position) {
  std::vector<Fill> all;
  const double count = part.count;
  const double left = left_of(count, part.zones);
  for (std::size_t k = 0; k < pick.needs.size(); ++k) {
    const Need& need = pick.needs[k];
    const double shared = evaluation.at(need.shared, lane);
    const double each = need.each == none ? 0 : evaluation.at(need.each, lane);
    const std::size_t cell = position * pick.needs.size() + k;
    Fill fill;
    fill.need = &need;
    fill.healthy = utilization(shared + each * count, pick.healthy[cell] * count);
    if (part.zones > 1) fill.zone_lost = utilization(shared + each * left, pick.zone_lost[cell] * left);
    all.push_back(fill);
  }
  return all;
}

PartResult result_of(const Program& program, const Part& part, const Evaluation& evaluation,
                     std::size_t lane) {
  const auto at = [&](Register column) { return evaluation.at(column, lane); };
  PartResult result;
  result.part = &part;
  if (!part.service.texts.empty()) {
    const auto which = part.service.by == none ? 0 : static_cast<std::size_t>(at(part.service.by));
    result.service = part.service.texts[which];
  }
  result.count = static_cast<int>(at(part.count));
  result.copies = static_cast<int>(at(part.copies));
  result.zones = std::max(1, static_cast<int>(at(part.zones)));
  result.outage = at(part.outage);
  if (part.pick >= 0) {
    const Pick& pick = program.picks[as_index(part.pick)];
    const double position = at(part.picked + PickColumn::candidate);
    result.enough = at(part.picked + PickColumn::fits) > 0;
    if (position >= 0) {
      const auto index = static_cast<std::size_t>(position);
      result.size = program.candidates[as_index(pick.candidates[index])].name;
      result.fills = fills(pick, evaluation, lane, result, index);
    }
  }
  for (const CostLine& line : part.costs) {
    const double usd = at(line.usd_per_second) * seconds_a_month;
    result.usd_per_month += usd;
    result.bill.push_back(
        {&line, usd, line.quantity == none ? 0 : at(line.quantity) / line.quantity_unit.factor});
  }
  return result;
}

}  // namespace

std::vector<PartResult> topology(const Program& program, const Stage& stage, const Evaluation& evaluation,
                                 std::size_t lane) {
  std::vector<PartResult> all;
  for (const std::int32_t index : stage.parts) {
    const Part& part = program.parts[as_index(index)];
    if (part.present != none && evaluation.at(part.present, lane) == 0) continue;
    all.push_back(result_of(program, part, evaluation, lane));
  }
  return all;
}

}  // namespace scaleplan::plan
