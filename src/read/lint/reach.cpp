// Finds what a search over workloads shows: what is never chosen, less available, or needed by fewer users.
#include "scaleplan/reach.hpp"
#include "lint.hpp"

namespace scaleplan::read {
namespace {

/// The inputs of a workload besides users: names and amounts in turn.
void add_facts(const Program& program, const Block& one, std::vector<LintFact>& facts) {
  for (std::size_t i = 0; i < program.inputs.size(); ++i) {
    const Input& input = program.inputs[i];
    if (static_cast<std::int32_t>(i) == program.growing || !one.given(i, 0)) continue;
    const double value = one.value(i, 0);
    facts.push_back(named(input.id));
    if (input.type == InputType::number) {
      facts.push_back(amount(value, input.unit));
    } else {
      const auto index = static_cast<std::size_t>(value);
      facts.push_back(named(input.type == InputType::yes_no ? (value != 0 ? Text("yes") : Text("no"))
                                                            : input.values[index]));
    }
  }
}

void falls(Lint& lint, const Reach& reach) {
  const Program& program = lint.program();
  for (const Regression& fall : reach.regressions) {
    const Stage& after = program.stages[as_index(fall.after)];
    Mark owner = lint.entry(after.place, after.id);
    if (fall.limit != nullptr && fall.limit->place.line > 0) {
      std::string_view id = fall.limit->id;
      if (!fall.limit->component.empty()) id.remove_prefix(fall.limit->component.size() + 1);
      owner = lint.entry(fall.limit->place, id);
    }
    std::vector<LintFact> facts;
    const auto users = [&](const Block& one) {
      const auto growing = static_cast<std::size_t>(program.growing);
      facts.push_back(amount(one.value(growing, 0), program.inputs[growing].unit));
    };
    const bool none = static_cast<std::size_t>(fall.before) == program.stages.size();
    facts.push_back(named(none ? Text("no stage") : program.stages[as_index(fall.before)].id));
    facts.push_back(named(after.id));
    users(fall.fewer);
    users(fall.more);
    add_facts(program, fall.fewer, facts);
    const std::string subject =
        fall.limit == nullptr ? "stage " + std::string(after.id)
                              : "limit " + std::string(fall.limit->id) + " of stage " + std::string(after.id);
    lint.find("L003", Severity::error, owner, subject, std::move(facts), "need");
  }
}

}  // namespace

void lint_reach(Lint& lint) {
  const Program& program = lint.program();
  const Reach reach = search_ladder(program);
  for (std::size_t s = 0; s < program.stages.size(); ++s) {
    const Stage& stage = program.stages[s];
    const std::string id(stage.id);
    const Mark owner = lint.entry(stage.place, stage.id);
    if (reach.chosen[s] == 0) lint.find("L002", Severity::error, owner, "stage " + id, {named(id)});
    if (reach.outage_more[s] > 1e-12) {
      lint.find("L027", Severity::warning, owner, "stage " + id,
                {named(id), named(program.stages[s - 1].id), amount(reach.outage_more[s], Unit{"ratio", 1})});
    }
  }
  for (std::size_t d = 0; d < program.decisions.size(); ++d) {
    const Decision& decision = program.decisions[d];
    for (std::size_t o = 0; o < decision.options.size(); ++o) {
      if (reach.options[d][o] != 0) continue;
      const Option& option = decision.options[o];
      lint.find("L028", Severity::warning, lint.entry(option.place, option.id),
                "option " + std::string(option.id) + " of decision " + std::string(decision.id),
                {named(option.id), named(decision.id)}, "when");
    }
  }
  falls(lint, reach);
}

}  // namespace scaleplan::read
