// Tries cases: what each expects against what the answer says.
#include "scaleplan/cases.hpp"

#include <algorithm>
#include <cmath>

#include "answer/topology.hpp"
#include "scaleplan/missing.hpp"

namespace scaleplan {
namespace {

/// Rounding of a bound that was computed itself.
constexpr double slack = 1e-12;

Text yes_no(bool yes) { return yes ? "yes" : "no"; }

/// One case under trial: its answer, and every column of it.
class Trial {
 public:
  Trial(const Program& program, const Case& tested)
      : program_(program),
        tested_(tested),
        answer_(recommend(program, *tested.workload)),
        plain_(evaluate(program, *tested.workload, Extent::explanation)),
        arranged_(evaluate(program, taking(program, *tested.workload, 0, answer_.arrangement.taken),
                           Extent::explanation)) {}

  void expect(const Expectation& expected, std::vector<Mismatch>& wrong) {
    Mismatch got;
    got.expected = &expected;
    const auto shown = static_cast<std::size_t>(expected.stage < 0 ? answer_.shown : expected.stage);
    // What is expected of the answer is expected of what it runs; a stage that is named is meant as it is.
    now_ = expected.stage < 0 ? &arranged_ : &plain_;
    look(expected, shown, got);
    if (right(expected, got)) return;
    derive(expected, shown, got);
    wrong.push_back(std::move(got));
  }

 private:
  double at(Register column) const { return now_->at(column, 0); }

  static bool right(const Expectation& expected, const Mismatch& got) {
    if (!expected.word.empty() || !got.number) return expected.word == got.word && !got.word.empty();
    const double size = std::abs(*got.number) * slack;
    return (!expected.right.low || *got.number >= *expected.right.low - size) &&
           (!expected.right.high || *got.number <= *expected.right.high + size);
  }

  void look(const Expectation& expected, std::size_t shown, Mismatch& got) const {
    switch (expected.subject) {
      case Subject::error:
        got.word = "none";
        return;
      case Subject::stage:
        got.word = answer_.chosen < 0 ? "none" : std::string(program_.stages[shown].id);
        return;
      case Subject::binding:
        got.word = binding();
        return;
      case Subject::cost:
        got.number = at(program_.stages[shown].firm) + at(program_.stages[shown].soft);
        return;
      case Subject::outage:
        got.number = at(program_.stages[shown].outage);
        return;
      case Subject::headroom:
        if (answer_.headroom.stage) got.number = *answer_.headroom.stage * expected.unit.factor;
        if (!got.number) got.word = "none";
        return;
      case Subject::input:
      case Subject::metric:
      case Subject::figure:
      case Subject::decision:
        return value(expected, shown, got);
      case Subject::holds:
      case Subject::breaks:
      case Subject::utilization:
      case Subject::need:
      case Subject::limit:
        return limit(expected, shown, got);
      case Subject::present:
      case Subject::count:
      case Subject::copies:
      case Subject::zones:
      case Subject::size:
      case Subject::service:
      case Subject::component_cost:
      case Subject::full:
        return component(expected, shown, got);
    }
  }

  std::string binding() const {
    if (answer_.chosen == 0) return "none";
    const auto before = static_cast<std::size_t>(answer_.chosen < 0 ? answer_.shown : answer_.chosen - 1);
    const LimitResult* worst = answer_.stages[before].worst();
    return worst == nullptr ? "none" : std::string(worst->limit->id);
  }

  void value(const Expectation& expected, std::size_t shown, Mismatch& got) const {
    for (const InputValue& input : answer_.inputs) {
      if (expected.subject != Subject::input || input.input->id != expected.id) continue;
      got.number = input.value;
      if (input.input->type == InputType::yes_no) got.word = yes_no(input.value != 0);
      if (input.input->type == InputType::choice) got.word = input.input->values[as_index(input.value)];
    }
    for (const Metric& metric : program_.metrics) {
      if (expected.subject != Subject::metric || metric.id != expected.id) continue;
      got.number = at(metric.by_stage[shown]);
      if (metric.unit.text == "yes/no") got.word = yes_no(*got.number != 0);
    }
    for (const TableFigure& figure : program_.figures) {
      if (expected.subject == Subject::figure && figure.id == expected.id)
        got.number = at(figure.by_stage[shown]);
    }
    for (const Decision& decision : program_.decisions) {
      if (expected.subject == Subject::decision && decision.id == expected.id)
        got.word = decision.options[as_index(at(decision.by_stage[shown]))].id;
    }
    if (!got.word.empty()) got.number.reset();
  }

  void limit(const Expectation& expected, std::size_t shown, Mismatch& got) const {
    const StageResult& of = expected.stage < 0 ? answer_.arrangement.stage : answer_.stages[shown];
    for (const LimitResult& limit : of.limits) {
      if (limit.limit->id != expected.id) continue;
      got.number = expected.subject == Subject::need    ? limit.need
                   : expected.subject == Subject::limit ? limit.most
                                                        : limit.utilization;
      if (expected.subject == Subject::holds) got.word = holds(limit.utilization) ? "holds" : "breaks";
      if (expected.subject == Subject::breaks) got.word = holds(limit.utilization) ? "holds" : "breaks";
    }
  }

  void component(const Expectation& expected, std::size_t shown, Mismatch& got) const {
    const auto components = plan::topology(program_, program_.stages[shown], *now_, 0);
    const std::size_t dot = expected.subject == Subject::full ? expected.id.find('.') : std::string::npos;
    const std::string id = expected.id.substr(0, dot);
    const auto found = std::find_if(components.begin(), components.end(),
                                    [&](const ComponentResult& p) { return p.component->id == id; });
    if (expected.subject == Subject::present) {
      got.word = yes_no(found != components.end());
      return;
    }
    if (found == components.end()) return;
    if (expected.subject == Subject::count) got.number = found->count;
    if (expected.subject == Subject::copies) got.number = found->copies;
    if (expected.subject == Subject::zones) got.number = found->zones;
    if (expected.subject == Subject::component_cost) got.number = found->usd_per_month / seconds_a_month;
    if (expected.subject == Subject::size) got.word = found->size;
    if (expected.subject == Subject::service) got.word = found->service;
    if (dot == std::string::npos) return;
    for (const Fill& fill : found->fills) {
      if (fill.need->id == expected.id.substr(dot + 1)) got.number = std::max(fill.healthy, fill.zone_lost);
    }
  }

  /// How what came instead came about.
  void derive(const Expectation& expected, std::size_t shown, Mismatch& got) {
    Recommendation seen = expected.stage < 0 ? answer_ : as_it_is(expected.stage);
    const Subject about = expected.subject;
    if (about == Subject::error) return;
    if (about == Subject::stage || about == Subject::binding || about == Subject::headroom)
      return derive_stage(expected, got);
    std::string name = expected.id;
    if (about == Subject::cost || about == Subject::outage) name = program_.stages[shown].id;
    if (about == Subject::full) name = expected.id.substr(0, expected.id.find('.'));
    got.derivation = explain(program_, *tested_.workload, seen, name);
    if (expected.subject == Subject::cost || expected.subject == Subject::outage)
      by_component(*got.derivation, seen.topology, expected);
  }

  /// A stage's sum by its components, in place of its limits.
  static void by_component(Derivation& of, const std::vector<ComponentResult>& components,
                           const Expectation& expected) {
    of.steps.clear();
    of.value.reset();
    of.holds.reset();
    for (const ComponentResult& component : components) {
      Derivation& step = of.steps.emplace_back();
      step.kind = StepKind::cost;
      step.name = component.component->id;
      step.place = component.component->place;
      step.unit = expected.unit;
      step.value =
          expected.subject == Subject::cost ? component.usd_per_month / seconds_a_month : component.outage;
    }
  }

  /// Of a stage: what it broke if it should have been chosen, else how full the chosen one is.
  void derive_stage(const Expectation& expected, Mismatch& got) {
    int about = answer_.shown;
    for (std::size_t s = 0; s < program_.stages.size(); ++s) {
      const bool passed_by = answer_.chosen < 0 || static_cast<int>(s) < answer_.chosen;
      if (program_.stages[s].id == expected.word && passed_by) about = static_cast<int>(s);
    }
    if (expected.subject == Subject::binding && answer_.chosen > 0) about = answer_.chosen - 1;
    got.derivation = explain(program_, *tested_.workload, as_it_is(about),
                             std::string(program_.stages[as_index(about)].id));
  }

  /// The answer as if it showed a stage without moves that nobody asked for.
  [[nodiscard]] Recommendation as_it_is(int stage) const {
    Recommendation seen = answer_;
    seen.shown = stage;
    seen.arrangement.taken = 0;
    seen.arrangement.stage = answer_.stages[as_index(stage)];
    seen.topology = plan::topology(program_, program_.stages[as_index(stage)], plain_, 0);
    return seen;
  }

  const Program& program_;
  const Case& tested_;
  Recommendation answer_;
  Evaluation plain_, arranged_;
  const Evaluation* now_ = nullptr;  ///< the one that the present expectation is about
};

CaseResult try_case(const Program& program, const Case& tested) {
  CaseResult result;
  result.tested = &tested;
  const bool priced = !tested.workload || missing_prices(program, *tested.workload).empty();
  if (!tested.workload || !priced) {
    const std::string code = priced ? tested.refused.front().code : "W011";
    for (const Expectation& expected : tested.expected) {
      if (expected.subject == Subject::error && expected.word == code) continue;
      Mismatch got;
      got.expected = &expected;
      got.word = code;
      result.wrong.push_back(std::move(got));
    }
    return result;
  }
  Trial trial(program, tested);
  for (const Expectation& expected : tested.expected) trial.expect(expected, result.wrong);
  return result;
}

}  // namespace

std::vector<CaseResult> run_cases(const Program& program, const std::vector<CaseFile>& files) {
  std::vector<CaseResult> results;
  for (const CaseFile& file : files) {
    for (const Case& tested : file.cases) results.push_back(try_case(program, tested));
  }
  return results;
}

}  // namespace scaleplan
