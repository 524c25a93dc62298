// Finds the figures that an answer needs and no rule gives.
//
// The program is walked backward from what is asked for, a limit or a bill, along what counts for one
// workload: a branch that is not taken and a factor of zero hide what is behind them. A row of a table
// without a figure for what is chosen, and a pick without a size that has a price, are missing where the walk
// comes to them.
#include "scaleplan/missing.hpp"

#include <algorithm>

#include "evaluate/demand.hpp"
#include "evaluate/reached.hpp"
#include "missing.hpp"

namespace scaleplan {
namespace plan {
namespace {

/// What is missing behind results: figures of tables, and picks by their register.
struct Lack {
  std::vector<const Gap*> figures;
  std::vector<Register> picks;
  [[nodiscard]] bool nothing() const { return figures.empty() && picks.empty(); }
};

Lack lack_of(const Program& program, const Reached& reached, const Evaluation& from, std::size_t lane) {
  Lack lack;
  for (const Gap& gap : program.gaps) {
    if (reached.has(gap.at) && from.at(gap.chosen, lane) == gap.index) lack.figures.push_back(&gap);
  }
  for (std::size_t i = 0; i < static_cast<std::size_t>(program.answered); ++i) {
    const auto at = static_cast<Register>(i);
    if (program.code[i].op != Op::pick || !reached.has(at)) continue;
    const Pick& pick = program.picks[as_index(program.code[i].a)];
    if (pick.sizes.candidates_of(demand_of(pick, from, lane).group).empty()) lack.picks.push_back(at);
  }
  return lack;
}

/// The missing figures of one workload, as an answer tells them.
class Missing {
 public:
  Missing(const Program& program, const Evaluation& now) : program_(program), now_(now) {}

  /// What is missing for the stage that would be the answer.
  std::vector<MissingPrice> needed() const {
    for (const Stage& stage : program_.stages) {
      Reached reached(program_, now_, 0);
      const bool possible = judged(stage, reached);
      if (!possible && &stage != &program_.stages.back()) continue;
      reached.by(stage.firm).by(stage.soft).by(stage.outage);
      const Lack lack = lack_of(program_, reached, now_, 0);
      std::vector<MissingPrice> all;
      for (const Gap* gap : lack.figures) add(of_figure(*gap), gap->at, stage, all);
      for (const Register pick : lack.picks) add(of_pick(pick), pick, stage, all);
      return all;
    }
    return {};
  }

 private:
  /// Reaches the limits of a stage; false where one of which nothing is missing rules it out.
  bool judged(const Stage& stage, Reached& reached) const {
    for (const Limit& limit : stage.limits) {
      if (limit.present != none && now_.at(limit.present, 0) == 0) continue;
      if (!holds(utilization(now_.at(limit.need, 0), now_.at(limit.limit, 0)))) {
        Reached alone(program_, now_, 0);
        alone.by(limit.need).by(limit.limit);
        if (lack_of(program_, alone, now_, 0).nothing()) return false;
      }
      reached.by(limit.need).by(limit.limit);
    }
    return true;
  }

  static MissingPrice of_figure(const Gap& gap) {
    MissingPrice missing;
    missing.figure = gap.figure;
    missing.unit = gap.unit;
    missing.where = missing.choices = {{gap.by, gap.value}};
    return missing;
  }

  /// Adds what the column at `at` stands for, with the components that need it.
  void add(MissingPrice missing, Register at, const Stage& stage, std::vector<MissingPrice>& into) const {
    auto same = std::find_if(into.begin(), into.end(), [&](const MissingPrice& one) {
      return one.catalog == missing.catalog && one.figure == missing.figure && one.where == missing.where;
    });
    if (same == into.end()) same = into.insert(into.end(), missing);
    const auto put = [](Text id, std::vector<Text>& ids) {
      if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    };
    for (const Text row : missing.rows) put(row, same->rows);
    for (const std::int32_t index : stage.components) {
      const Component& component = program_.components[as_index(index)];
      if (component.present != none && now_.at(component.present, 0) == 0) continue;
      Reached reached(program_, now_, 0);
      if (component.pick >= 0) reached.by(component.picked);
      for (const CostLine& line : component.costs) reached.by(line.usd_per_second);
      if (reached.has(at)) put(component.id, same->components);
    }
  }

  /// The name and the value of what selector `number` of a pick reads.
  [[nodiscard]] Chosen chosen(const Pick& pick, std::size_t number) const {
    const Register at = pick.selectors[number];
    const auto value = static_cast<std::size_t>(now_.at(at, 0));
    for (const Input& input : program_.inputs) {
      if (input.value == at && value < input.values.size()) return {input.id, input.values[value]};
    }
    for (const Decision& decision : program_.decisions) {
      const auto& by = decision.by_stage;
      if (std::find(by.begin(), by.end(), at) != by.end()) return {decision.id, decision.options[value].id};
    }
    return {};
  }

  /// The group beside `group` in which selector `number` has another value.
  static std::size_t with_digit(const Pick& pick, std::size_t group, std::size_t number, std::size_t value) {
    std::size_t stride = 1;
    for (std::size_t i = number + 1; i < pick.radix.size(); ++i) stride *= as_index(pick.radix[i]);
    const std::size_t now = group / stride % as_index(pick.radix[number]);
    return group + value * stride - now * stride;
  }

  [[nodiscard]] MissingPrice of_pick(Register at) const {
    const Pick& pick = program_.picks[as_index(program_.code[as_index(at)].a)];
    const std::size_t group = demand_of(pick, now_, 0).group;
    const SizeTable& sizes = pick.sizes;
    const CatalogRows& rows = sizes.rows_of(group);
    MissingPrice missing;
    if (rows.first < rows.last)
      missing.catalog = program_.candidates[as_index(sizes.names[as_index(rows.first)])].catalog;
    const auto list = [&](std::size_t in) { return sizes.price_at(in, as_index(rows.first)); };
    for (std::size_t i = sizes.from.size() > 1 ? 1 : 0; i < pick.selectors.size(); ++i) {
      bool chooses = false, helps = false;
      for (std::size_t value = 0; value < as_index(pick.radix[i]); ++value) {
        const std::size_t other = with_digit(pick, group, i, value);
        chooses = chooses || list(other) != list(group);
        if (sizes.candidates_of(other).empty()) continue;
        helps = true;
        if (missing.rows.empty())
          for (const std::int32_t row : sizes.candidates_of(other))
            missing.rows.push_back(program_.candidates[as_index(sizes.names[as_index(row)])].name);
      }
      const Chosen one = chosen(pick, i);
      if (chooses) missing.choices.push_back(one);
      if (helps) missing.where.push_back(one);
    }
    if (missing.where.empty()) missing.where = missing.choices;
    return missing;
  }

  const Program& program_;
  const Evaluation& now_;
};

}  // namespace

bool priced(const Program& program, const Stage& stage, const Evaluation& from, std::size_t lane) {
  if (program.complete) return true;
  Reached reached(program, from, lane);
  reached.by(stage.firm).by(stage.soft);
  return lack_of(program, reached, from, lane).nothing();
}

}  // namespace plan

std::vector<MissingPrice> missing_prices(const Program& program, const Block& workload) {
  if (program.complete) return {};
  return plan::Missing(program, evaluate(program, workload)).needed();
}

}  // namespace scaleplan
