// The demands of each stage by its topology, and the highest stage whose demands are all declared.
#include "scaleplan/architecture.hpp"

#include <algorithm>
#include <array>

#include "decided.hpp"
#include "found.hpp"

namespace scaleplan {

const FoundComponent* Architecture::component(Text id) const {
  const auto found =
      std::find_if(components.begin(), components.end(), [&](const FoundComponent& p) { return p.id == id; });
  return found == components.end() ? nullptr : &*found;
}

namespace plan {
namespace {

Requirement wanted(std::vector<Text> components, Measure measure, int needed, int stage) {
  Requirement demand;
  demand.components = std::move(components);
  demand.measure = measure;
  demand.needed = needed;
  demand.stage = stage;
  return demand;
}

class StageProofs {
 public:
  StageProofs(const Program& program, const Recognition& rules, const Block& workload, Architecture& into)
      : program_(program), rules_(rules), into_(into), now_(evaluate(program, workload)) {}

  void prove() {
    for (std::size_t s = 0; s < program_.stages.size(); ++s) stage(static_cast<int>(s));
    bool reached = true;
    for (std::size_t s = 0; s < into_.stages.size(); ++s) {
      const StageProof& proof = into_.stages[s];
      reached = reached && proof.provable && proof.met == Truth::yes;
      // What is only taken as met shows no further stage.
      const bool shown = std::any_of(proof.demands.begin(), proof.demands.end(),
                                     [](const Requirement& demand) { return !demand.elsewhere; });
      if (reached && shown) into_.reached = static_cast<int>(s);
      if (reached) continue;
      for (const Requirement& demand : proof.demands) {
        if (demand.met == Truth::yes) into_.above.push_back({static_cast<int>(s), demand});
      }
    }
  }

 private:
  void stage(int index) {
    const Stage& stage = program_.stages[as_index(index)];
    StageProof proof;
    for (const Proof& one : rules_.proofs) {
      if (one.stage != stage.id) continue;
      for (const Text component : one.components) proved_.push_back(component);
      demand(proof, wanted(one.components, Measure::instances, 1, index));
      alternatives(proof, stage, one, index);
    }
    for (const std::int32_t at : stage.components) {
      const Component& component = program_.components[as_index(at)];
      if (component.early) {
        early(proof, component, index);
        continue;
      }
      const bool absent = component.present != none && now_.at(component.present, 0) == 0;
      if (absent || (component.present != none && component.move < 0)) continue;
      if (std::find(proved_.begin(), proved_.end(), component.id) != proved_.end()) continue;
      for (Requirement& one : of_component(component, index)) demand(proof, std::move(one));
    }
    proof.provable = !proof.demands.empty();
    proof.met = Truth::yes;
    for (const Requirement& demand : proof.demands) {
      if (demand.met == Truth::no) proof.met = Truth::no;
      if (demand.met == Truth::unknown && proof.met == Truth::yes) proof.met = Truth::unknown;
    }
    if (!proof.provable) proof.met = Truth::unknown;
    into_.stages.push_back(std::move(proof));
  }

  /// The demands of the stage on the declared one of several components that prove it: on the one that meets
  /// most of them.
  void alternatives(StageProof& proof, const Stage& stage, const Proof& one, int index) {
    std::vector<Requirement> best;
    bool any = false;
    std::size_t fewest = 0;
    for (const std::int32_t at : stage.components) {
      const Component& component = program_.components[as_index(at)];
      const FoundComponent* found = into_.component(component.id);
      if (std::find(one.components.begin(), one.components.end(), component.id) == one.components.end() ||
          found == nullptr || !found->there())
        continue;
      std::vector<Requirement> all;
      std::size_t unmet = 0;
      for (Requirement& demand : of_component(component, index)) {
        judge(demand, {found});
        if (demand.needed <= 1) continue;
        unmet += demand.met == Truth::yes ? 0 : 1;
        all.push_back(std::move(demand));
      }
      if (any && unmet >= fewest) continue;
      any = true;
      fewest = unmet;
      best = std::move(all);
    }
    for (Requirement& demand : best) proof.demands.push_back(std::move(demand));
  }

  /// A number of the topology as the workload has it, at least 1.
  [[nodiscard]] int demanded(Register number) const {
    return number == none ? 1 : std::max(1, static_cast<int>(now_.at(number, 0)));
  }

  /// The demands of a stage on one of its components.
  std::array<Requirement, 3> of_component(const Component& component, int stage) const {
    const int instances =
        demanded(component.pick < 0 ? component.count : program_.picks[as_index(component.pick)].least);
    const int copies = demanded(component.copies);
    // A standby is in another zone than what it stands by for.
    const int zones = std::max(std::min(instances, demanded(component.zones)), copies);
    return {wanted({component.id}, Measure::instances, instances, stage),
            wanted({component.id}, Measure::copies, copies, stage),
            wanted({component.id}, Measure::zones, zones, stage)};
  }

  /// Adds the demands on a component that a move adds, if any resource could meet them.
  void early(StageProof& proof, const Component& component, int stage) const {
    const Move& move = program_.moves[as_index(component.move)];
    const auto candidates = counting({component.id});
    if (candidates.empty()) return;
    for (Requirement& one : of_component(component, stage)) {
      if (one.measure != Measure::instances && one.needed <= 1) continue;
      judge(one, candidates);
      proof.early.push_back({&move, std::move(one)});
    }
  }

  /// Adds a demand that no earlier stage made, if any resource could meet it.
  void demand(StageProof& proof, Requirement demand) {
    if (demand.measure != Measure::instances && demand.needed <= 1) return;
    const auto candidates = counting(demand.components);
    if (candidates.empty()) return;
    for (const StageProof& before : into_.stages) {
      for (const Requirement& known : before.demands) {
        if (known.components == demand.components && known.measure == demand.measure &&
            known.needed >= demand.needed)
          return;
      }
    }
    judge(demand, candidates);
    proof.demands.push_back(std::move(demand));
  }

  /// The components that count as one of `components`: themselves, and those that cover them.
  std::vector<const FoundComponent*> counting(const std::vector<Text>& components) const {
    std::vector<const FoundComponent*> all;
    const auto put = [&](Text id) {
      const FoundComponent* component = into_.component(id);
      if (component != nullptr && std::find(all.begin(), all.end(), component) == all.end())
        all.push_back(component);
    };
    for (const Text component : components) {
      put(component);
      for (const Component& other : program_.components) {
        if (std::find(other.covers.begin(), other.covers.end(), component) != other.covers.end())
          put(other.id);
      }
    }
    return all;
  }

  static void judge(Requirement& demand, const std::vector<const FoundComponent*>& candidates) {
    for (const FoundComponent* component : candidates) {
      Amount amount = component->of(demand.measure);
      const bool silent = demand.measure == Measure::copies && component->there() && !component->says_copies;
      if (silent) amount = {1, true};
      const Truth met = component->elsewhere ? Truth::yes : amount.reaches(demand.needed);
      const bool better = demand.found == nullptr || (met != Truth::no && demand.met == Truth::no) ||
                          (met == Truth::yes && demand.met != Truth::yes) ||
                          (met == demand.met && amount.least > demand.declared.least);
      if (!better) continue;
      demand.met = met;
      demand.elsewhere = component->elsewhere;
      demand.declared = amount;
      demand.found = component->resources.empty() ? nullptr : component;
      demand.resource = nullptr;
      if (demand.measure == Measure::copies && component->weakest != nullptr) {
        demand.resource = component->weakest;
      } else if (!component->resources.empty()) {
        demand.resource = &component->resources.front();
      }
    }
  }

  const Program& program_;
  const Recognition& rules_;
  Architecture& into_;
  Evaluation now_;
  std::vector<Text> proved_;  ///< components that stand in a proof of a stage so far
};

/// Whether each component is declared, running or not, as a name in a condition: yes, no or unknown.
Attribute found_as_attributes(const std::vector<FoundComponent>& components) {
  Attribute all;
  all.kind = Attribute::Kind::map;
  for (const FoundComponent& component : components) {
    Attribute found;
    found.yes = std::any_of(component.resources.begin(), component.resources.end(),
                            [](const FoundResource& one) { return one.sure; });
    found.yes = found.yes || component.elsewhere;
    found.kind = !found.yes && component.instances.open ? Attribute::Kind::unknown : Attribute::Kind::yes_no;
    all.keys.emplace_back(component.id);
    all.items.push_back(std::move(found));
  }
  return all;
}

/// Makes the absence of a component unknown where the rules say that another file may declare it.
void missing_may_be_elsewhere(std::vector<FoundComponent>& components, QueryEvaluator& evaluator) {
  const Attribute found = found_as_attributes(components);
  for (const Elsewhere& one : evaluator.rules().elsewhere) {
    if (truth_of(evaluator.evaluate(one.when, {nullptr, &found, nullptr})) == Truth::no) continue;
    for (FoundComponent& component : components) {
      if (component.id == one.component && component.resources.empty())
        component.instances.open = component.zones.open = component.copies.open = true;
    }
  }
}

void advise(Architecture& into, QueryEvaluator& evaluator) {
  for (const Advisory& advisory : evaluator.rules().advisories) {
    for (const Text type : advisory.types) {
      for (const Resource* resource : evaluator.of_type(type)) {
        if (both(evaluator.is_a(*resource, type), evaluator.truth(advisory.when, *resource)) != Truth::yes)
          continue;
        into.advisories.push_back(
            {&advisory, resource, evaluator.dialects().action(resource->type, advisory.action)});
      }
    }
  }
}

}  // namespace
}  // namespace plan

Architecture architecture_of(const Program& program, const Recognition& rules, const Declaration& declaration,
                             const Block* workload, const std::vector<std::string>& elsewhere) {
  Architecture result;
  const plan::Resources resources(declaration);
  plan::QueryEvaluator evaluator(rules, resources);
  result.components = plan::found_components(program, evaluator);
  for (const FoundComponent& component : result.components) result.recognised += component.resources.size();
  evaluator.set_parts(result.components);
  for (FoundComponent& component : result.components) {
    component.elsewhere = component.resources.empty() &&
                          std::find(elsewhere.begin(), elsewhere.end(), component.id) != elsewhere.end();
  }
  plan::missing_may_be_elsewhere(result.components, evaluator);
  plan::StageProofs(program, rules, workload == nullptr ? Block(as_index(program.columns), 1) : *workload,
                    result)
      .prove();
  const Attribute found = plan::found_as_attributes(result.components);
  for (const OutOfScope& beside : rules.out_of_scope) {
    if (plan::truth_of(evaluator.evaluate(beside.when, {nullptr, &found, nullptr})) != Truth::yes) continue;
    result.out_of_scope = &beside;
    break;
  }
  result.decided = plan::decided_values(program, evaluator, result.components);
  plan::advise(result, evaluator);
  return result;
}

}  // namespace scaleplan
