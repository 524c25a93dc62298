// Follows a value to what it was computed from.
#include "scaleplan/explain.hpp"

#include <algorithm>
#include <set>

#include "bought.hpp"
#include "evaluate/demand.hpp"
#include "ids.hpp"
#include "names.hpp"

namespace scaleplan {
namespace {

Derivation step_of(StepKind kind, std::string name, Text formula = {}, Text because = {},
                   std::optional<double> value = {}, const Unit& unit = {}) {
  Derivation step;
  step.kind = kind;
  step.name = std::move(name);
  step.formula = formula;
  step.because = because;
  step.value = value;
  step.unit = unit;
  return step;
}

class Explainer {
 public:
  Explainer(const Program& program, const Block& workload, const Recommendation& answer)
      : program_(program),
        answer_(answer),
        plain_(evaluate(program, workload, Extent::explanation)),
        arranged_(
            evaluate(program, taking(program, workload, 0, answer.arrangement.taken), Extent::explanation)),
        shown_(static_cast<std::size_t>(answer.shown)) {}

  std::optional<Derivation> named(const std::string& wish) {
    const std::string name = formula_id(wish);
    for (const StageResult& stage : answer_.stages) {
      if (formula_id(stage.stage->id) == name) return this->stage(as_run(stage));
    }
    for (const ComponentResult& component : answer_.topology) {
      if (component.component->id == name) return this->component(component);
    }
    if (auto found = value(name, shown_)) return found;
    if (auto found = limit_named(answer_.arrangement.stage, name)) return found;
    for (const StageResult& stage : answer_.stages) {
      if (auto found = limit_named(stage, name)) return found;
    }
    return std::nullopt;
  }

 private:
  /// The value of a column for a stage: the one that is shown has the moves that are taken.
  double at(Register column, std::size_t stage) const {
    return (stage == shown_ ? arranged_ : plain_).at(column, 0);
  }

  const StageResult& as_run(const StageResult& stage) const {
    return static_cast<std::size_t>(stage.index) == shown_ ? answer_.arrangement.stage : stage;
  }

  std::optional<Derivation> limit_named(const StageResult& stage, const std::string& name) {
    for (const LimitResult& limit : stage.limits) {
      if (formula_id(limit.limit->id) == name)
        return this->limit(limit, static_cast<std::size_t>(stage.index));
    }
    return std::nullopt;
  }

  /// The steps for every name in a formula that means something; those shown before are named only.
  void steps(Derivation& of, Text formula, std::size_t stage) {
    for (const std::string& name : plan::names_in(formula)) {
      if (auto step = value(name, stage)) of.steps.push_back(std::move(*step));
    }
  }

  /// An input, metric, table figure or decision as a stage sees it.
  std::optional<Derivation> value(const std::string& name, std::size_t stage) {
    for (const InputValue& input : answer_.inputs) {
      if (input.input->id == name) return this->input(input, stage);
    }
    for (const Metric& metric : program_.metrics) {
      if (metric.id == name) return this->metric(metric, stage, metric.redefined.size());
    }
    for (const TableFigure& figure : program_.figures) {
      if (figure.id != name) continue;
      Derivation step =
          step_of(StepKind::figure, name, {}, figure.because, at(figure.by_stage[stage], stage), figure.unit);
      step.place = figure.place;
      step.source = figure.source;
      return step;
    }
    for (std::size_t d = 0; d < program_.decisions.size(); ++d) {
      if (formula_id(program_.decisions[d].id) == name) return decision(program_.decisions[d], stage);
    }
    return std::nullopt;
  }

  bool first_time(Derivation& step, const std::string& key) {
    step.again = !printed_.insert(key).second;
    return !step.again;
  }

  Derivation input(const InputValue& from, std::size_t stage) {
    const Input& input = *from.input;
    Derivation step =
        step_of(StepKind::input, std::string(input.id), {}, input.because, from.value, input.unit);
    step.place = input.place;
    step.source = input.source;
    if (input.unit.text == "ratio" && input.high > 1) step.unit.text = {};  // a factor, no share
    if (input.type == InputType::choice) step.word = input.values[as_index(from.value)];
    if (input.type == InputType::yes_no) step.word = from.value != 0 ? "yes" : "no";
    if (from.origin == Origin::given) {
      step.because = {};
      step.remark = Remark::given;
      step.source = {};
      return step;
    }
    step.formula = input.default_text;
    if (first_time(step, step.name)) steps(step, input.default_text, stage);
    return step;
  }

  /// A metric by its redefinitions up to, not including, number `upto`; `before` is one fewer.
  Derivation metric(const Metric& metric, std::size_t stage, std::size_t upto) {
    while (upto > 0 && metric.redefined[upto - 1].stage > static_cast<std::int32_t>(stage)) --upto;
    Derivation step =
        step_of(StepKind::metric, std::string(metric.id), metric.formula, metric.help, {}, metric.unit);
    step.place = metric.place;
    step.source = metric.source;
    std::size_t seen_by = stage;
    if (upto > 0) {
      const Redefined& last = metric.redefined[upto - 1];
      step.formula = last.formula;
      step.place = last.place;
    } else if (!metric.redefined.empty()) {
      seen_by = std::min(stage, static_cast<std::size_t>(std::max(metric.redefined.front().stage - 1, 0)));
    }
    const double got = at(metric.by_stage[seen_by], seen_by);
    if (metric.unit.text == "yes/no") {
      step.word = got != 0 ? "yes" : "no";
    } else {
      step.value = got;
    }
    if (!first_time(step, step.name + std::to_string(upto))) return step;
    for (const std::string& name : plan::names_in(step.formula)) {
      if (name == "before" && upto > 0) {
        const auto earlier = static_cast<std::size_t>(std::max(metric.redefined[upto - 1].stage - 1, 0));
        step.steps.push_back(this->metric(metric, earlier, upto - 1));
        step.steps.back().name = "before: " + step.steps.back().name;
      } else if (auto inner = value(name, stage)) {
        step.steps.push_back(std::move(*inner));
      }
    }
    return step;
  }

  Derivation decision(const Decision& decision, std::size_t stage) {
    Derivation step = step_of(StepKind::decision, std::string(decision.id));
    const auto chosen = static_cast<std::size_t>(at(decision.by_stage[stage], stage));
    step.word = decision.options[chosen].title;
    step.because = decision.options[chosen].because;
    step.place = decision.place;
    step.source = decision.options[chosen].source;
    if (!first_time(step, step.name)) return step;
    for (std::size_t i = 0; i < decision.options.size(); ++i) {
      const Option& option = decision.options[i];
      Derivation one = step_of(StepKind::option, std::string(option.id), option.condition);
      one.word = option.title;
      one.place = option.place;
      one.source = option.source;
      one.holds = option.when.empty() || option.when[stage] == none || at(option.when[stage], stage) != 0;
      if (i > chosen && *one.holds) one.remark = Remark::not_asked;
      if (i <= chosen) steps(one, option.condition, stage);
      step.steps.push_back(std::move(one));
    }
    return step;
  }

  Derivation limit(const LimitResult& from, std::size_t stage) {
    const Limit& limit = *from.limit;
    Derivation step =
        step_of(StepKind::limit, std::string(limit.id), limit.formula, limit.because, from.need, limit.unit);
    step.utilization = from.utilization;
    step.holds = holds(from.utilization);
    step.place = limit.place;
    step.source = limit.source;
    Derivation most = step_of(StepKind::figure, "limit", {}, {}, from.most, limit.unit);
    most.place = limit.place;
    step.steps.push_back(std::move(most));
    steps(step, limit.formula, stage);
    return step;
  }

  Derivation component(const ComponentResult& from) {
    const Component& component = *from.component;
    Derivation step = step_of(StepKind::component, std::string(component.id), {}, component.because,
                              from.usd_per_month * usd_a_month.factor, usd_a_month);
    step.word = from.size;
    step.place = component.place;
    step.source = component.source;
    for (const LimitResult& limit : answer_.arrangement.stage.limits) {
      if (limit.limit->component == component.id) step.steps.push_back(this->limit(limit, shown_));
    }
    if (component.pick >= 0) candidates(step, from);
    for (const BillLine& line : from.bill) {
      Derivation cost = step_of(StepKind::cost, std::string(line.line->id), {}, line.line->title,
                                line.usd_per_month * usd_a_month.factor, usd_a_month);
      cost.source = line.line->source;
      step.steps.push_back(std::move(cost));
    }
    return step;
  }

  /// The sizes next to the chosen one by price, each with the need that refuses it at this count, if one
  /// does.
  void candidates(Derivation& step, const ComponentResult& from) const {
    constexpr std::size_t neighbours = 4;
    const Pick& pick = program_.picks[as_index(from.component->pick)];
    const double row = at(from.component->picked + PickColumn::candidate, shown_);
    if (row < 0) return;
    const plan::Demand demand = plan::demand_of(pick, arranged_, 0);
    const auto all = pick.sizes.candidates_of(demand.group);
    const auto chosen = static_cast<std::size_t>(
        std::find(all.begin(), all.end(), static_cast<std::int32_t>(row)) - all.begin());
    const std::size_t first = chosen > neighbours ? chosen - neighbours : 0;
    for (std::size_t c = first; c < std::min(all.size(), chosen + 3); ++c) {
      const std::size_t size = as_index(all[c]);
      Derivation one = step_of(StepKind::candidate,
                               std::string(program_.candidates[as_index(pick.sizes.names[size])].name));
      one.value = plan::PriceList(pick.sizes, demand).of(size) * from.count * from.copies;
      one.unit = usd_a_month;
      const plan::Fullest worst = plan::fullest(
          {&pick, size, static_cast<double>(from.count), static_cast<double>(from.zones)}, arranged_, 0);
      if (worst.need != nullptr) one.word = worst.need->title;
      one.utilization = worst.fill;
      one.holds = holds(worst.fill);
      one.remark = c == chosen ? Remark::chosen : *one.holds ? Remark::fits : Remark::too_small;
      step.steps.push_back(std::move(one));
    }
  }

  Derivation stage(const StageResult& from) {
    Derivation step = step_of(StepKind::stage, std::string(from.stage->id), {}, from.stage->summary,
                              from.usd_per_month() * usd_a_month.factor, usd_a_month);
    step.holds = from.holds;
    step.place = from.stage->place;
    step.source = from.stage->source;
    for (const LimitResult& limit : from.limits) {
      Derivation one = this->limit(limit, static_cast<std::size_t>(from.index));
      one.steps.clear();
      step.steps.push_back(std::move(one));
    }
    return step;
  }

  const Program& program_;
  const Recommendation& answer_;
  Evaluation plain_, arranged_;
  std::size_t shown_;
  std::set<std::string> printed_;
};

}  // namespace

std::optional<Derivation> explain(const Program& program, const Block& workload, const Recommendation& answer,
                                  const std::string& name) {
  return Explainer(program, workload, answer).named(name);
}

}  // namespace scaleplan
