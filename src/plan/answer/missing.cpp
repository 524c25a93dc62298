// Finds the figures that an answer needs and no rule gives.
//
// The program is walked backward from what is asked for, a limit or a bill, along what counts for one
// workload: a branch that is not taken and a factor of zero hide what is behind them. A row of a table
// without a figure for what is chosen, and a pick without a size that has a price, are missing where the walk
// comes to them.
#include "scaleplan/missing.hpp"

#include <algorithm>
#include <set>

#include "evaluate/demand.hpp"
#include "evaluate/slice.hpp"
#include "missing.hpp"

namespace scaleplan {
namespace plan {
namespace {

/// What is missing behind some results: figures of tables, and picks by their register.
struct Lack {
  std::set<const Gap*> figures;
  std::set<Register> picks;
  [[nodiscard]] bool nothing() const { return figures.empty() && picks.empty(); }
};

/// Walks backward from results of one workload; only what they need is read.
class Walk {
 public:
  Walk(const Program& program, const Evaluation& from, std::size_t lane)
      : program_(program), from_(from), lane_(lane), seen_(program.code.size()) {}

  Walk& to(Register result) {
    open_.push_back(result);
    while (!open_.empty()) {
      Register now = open_.back();
      open_.pop_back();
      if (now == none) continue;
      while (program_.code[as_index(now)].op == Op::written) --now;
      if (seen_[as_index(now)] != 0) continue;
      seen_[as_index(now)] = 1;
      step(now, program_.code[as_index(now)]);
    }
    return *this;
  }

  [[nodiscard]] const Lack& lack() const { return lack_; }

 private:
  [[nodiscard]] bool zero(Register at) const { return from_.at(at, lane_) == 0; }

  void step(Register self, const Instruction& now) {
    if (now.op == Op::lookup) look(self);
    if (now.op == Op::pick) look(self, program_.picks[as_index(now.a)]);
    const bool product = now.op == Op::multiply || now.op == Op::both;
    if (product && zero(now.a)) return open_.push_back(now.a);
    if (product && zero(now.b)) return open_.push_back(now.b);
    if (now.op == Op::select) {
      open_.push_back(now.a);
      return open_.push_back(zero(now.a) ? now.c : now.b);
    }
    each_read(program_, now, [&](Register at) { open_.push_back(at); });
  }

  void look(Register self) {
    for (const Gap& gap : program_.gaps) {
      if (gap.at == self && from_.at(gap.chosen, lane_) == gap.index) lack_.figures.insert(&gap);
    }
  }

  void look(Register self, const Pick& pick) {
    if (pick.sizes.candidates_of(demand_of(pick, from_, lane_).group).empty()) lack_.picks.insert(self);
  }

  const Program& program_;
  const Evaluation& from_;
  std::size_t lane_;
  std::vector<std::uint8_t> seen_;
  std::vector<Register> open_;
  Lack lack_;
};

/// The missing figures of one workload, as an answer tells them.
class Missing {
 public:
  Missing(const Program& program, const Evaluation& now) : program_(program), now_(now) {}

  /// What is missing for the stage that would be the answer.
  std::vector<MissingPrice> needed() const {
    for (const Stage& stage : program_.stages) {
      Walk walk(program_, now_, 0);
      const bool possible = judged(stage, walk);
      if (!possible && &stage != &program_.stages.back()) continue;
      const Lack& lack = walk.to(stage.firm).to(stage.soft).to(stage.outage).lack();
      std::vector<MissingPrice> all;
      for (const Gap& gap : program_.gaps) {  // in their order
        if (lack.figures.contains(&gap)) add(of_figure(gap), &gap, none, stage, all);
      }
      for (const Register pick : lack.picks) add(of_pick(pick), nullptr, pick, stage, all);
      return all;
    }
    return {};
  }

 private:
  /// Walks to the limits of a stage; false where one of which nothing is missing rules it out.
  bool judged(const Stage& stage, Walk& walk) const {
    for (const Limit& limit : stage.limits) {
      if (limit.present != none && now_.at(limit.present, 0) == 0) continue;
      if (!holds(utilization(now_.at(limit.need, 0), now_.at(limit.limit, 0))) &&
          Walk(program_, now_, 0).to(limit.need).to(limit.limit).lack().nothing())
        return false;
      walk.to(limit.need).to(limit.limit);
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

  void add(MissingPrice missing, const Gap* gap, Register pick, const Stage& stage,
           std::vector<MissingPrice>& into) const {
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
      Walk walk(program_, now_, 0);
      if (component.pick >= 0) walk.to(component.picked);
      for (const CostLine& line : component.costs) walk.to(line.usd_per_second);
      const Lack& lack = walk.lack();
      if (gap == nullptr ? lack.picks.contains(pick) : lack.figures.contains(gap))
        put(component.id, same->components);
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
  return program.complete || Walk(program, from, lane).to(stage.firm).to(stage.soft).lack().nothing();
}

}  // namespace plan

std::vector<MissingPrice> missing_prices(const Program& program, const Block& workload) {
  if (program.complete) return {};
  return plan::Missing(program, evaluate(program, workload)).needed();
}

}  // namespace scaleplan
