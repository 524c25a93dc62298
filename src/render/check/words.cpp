// Writes the sentences of a check.
#include "words.hpp"

#include <algorithm>
#include <cmath>

#include "answer/sentences.hpp"
#include "carries.hpp"
#include "ids.hpp"
#include "writing/number.hpp"

namespace scaleplan {

std::string_view name_of(Verdict verdict) {
  constexpr std::string_view names[] = {"enough",       "too-small",  "larger",
                                        "not-provable", "off-ladder", "reaches"};
  return names[static_cast<std::size_t>(verdict)];
}

namespace render {
namespace {

const Stage& stage_at(const Program& program, int stage) { return program.stages[as_index(stage)]; }

const Component* component_of(const Program& program, int stage, Text id) {
  for (const std::int32_t at : stage_at(program, stage).components) {
    const Component& component = program.components[as_index(at)];
    if (component.id == id) return &component;
  }
  return nullptr;
}

std::string titles(const Program& program, const Requirement& demand) {
  std::string all;
  for (const Text id : demand.components) {
    const Component* component = component_of(program, demand.stage, id);
    all += (all.empty() ? "" : " or ") + std::string(component == nullptr ? id : component->title);
  }
  return all;
}

std::string money(double usd) {
  if (std::abs(usd) < 0.005) return "for the same money";
  return usd > 0 ? dollars(usd) + " a month more" : dollars(-usd) + " a month less";
}

std::string filled(std::string all, int needed) {
  const std::size_t at = all.find("{needed}");
  if (at != std::string::npos) all.replace(at, 8, std::to_string(needed));
  return all;
}

std::string count_words(int count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string declared_words(const Requirement& demand) {
  if (demand.found == nullptr) return demand.declared.open ? "not known" : "not declared";
  const Amount amount = demand.declared;
  std::string text = demand.measure == Measure::instances ? count_words(amount.least, "unit", "units")
                     : demand.measure == Measure::zones   ? count_words(amount.least, "zone", "zones")
                                                          : count_words(amount.least, "copy", "copies");
  if (!amount.open) return text;
  return amount.least == 0 ? "not known" : text + " for sure";
}

std::string needed_words(const Requirement& demand) {
  if (demand.measure == Measure::zones) return count_words(demand.needed, "zone", "zones");
  if (demand.measure == Measure::copies) return count_words(demand.needed, "copy", "copies");
  return count_words(demand.needed, "unit", "units");
}

std::string requirement_words(const Program& program, const Requirement& demand) {
  std::string text = titles(program, demand) + ": ";
  if (demand.measure == Measure::zones) return text + "in at least " + needed_words(demand);
  if (demand.measure == Measure::copies)
    return text + "at least " + needed_words(demand) + ", one standing by";
  return text + "at least " + needed_words(demand);
}

std::string action_words(const Requirement& demand) {
  std::string action;
  if (const FoundResource* one = demand.resource) {
    const bool more_units =
        demand.measure == Measure::instances ||
        (demand.measure == Measure::zones && demand.found != nullptr && demand.found->zones_by_instances);
    action = more_units                         ? one->instances_action
             : demand.measure == Measure::zones ? one->zones_action
                                                : one->copies_action;
  }
  std::string text = action.empty() ? "" : filled(action, demand.needed);
  if (text.empty()) {
    text = demand.found == nullptr ? "declare it, or give the file that declares it, too"
                                   : "declare at least " + needed_words(demand);
  }
  if (demand.met == Truth::unknown)
    text += "; what is not known until it runs can be told by a known value, such as --parameter NAME=VALUE";
  return text;
}

FindingWords below_words(const Program& program, const Check& check, const CheckFinding& finding) {
  const Undersized& below = *finding.below;
  const DeclaredMachines& machines = below.machines;
  FindingWords words;
  words.requirement = std::string(machines.found->title) + ": at least as large as " +
                      machines_words(below.needed_count, below.needed_size);
  words.declared = machines_words(machines) + ", " + fullness(below.fill) + " full (" +
                   full_of_words(below.need, below.zone_lost) + ")";
  words.needed = machines_words(below.needed_count, below.needed_size);
  words.because = std::string(stage_at(program, below.stage).id) + " needs them for this workload.";
  words.source = machines.component->source;
  words.rule = machines.component->place;
  words.stage = stage_at(program, below.stage).id;
  words.at = place_of(check, machines.resource);
  const std::string& how = machines.resource->instances_action;
  words.action = "take " + words.needed;
  if (below.same_size > machines.count) {
    words.action += ", or " + machines_words(below.same_size, machines.size);
    if (!how.empty()) words.action += ": " + filled(how, below.same_size);
  }
  return words;
}

}  // namespace

std::string stage_id(const Program& program, int stage) {
  return stage < 0 ? "no stage" : std::string(stage_at(program, stage).id);
}

std::string machines_words(int count, std::string_view size) {
  return std::to_string(count) + " x " + std::string(size);
}

std::string machines_words(const DeclaredMachines& machines) {
  std::string all;
  for (const MachineGroup& lot : machines.lots)
    all += (all.empty() ? "" : " + ") + machines_words(lot.count, lot.size);
  return all;
}

Span place_of(const Check& check, const FoundResource* found) {
  Span at;
  if (check.declaration == nullptr || check.declaration->files.empty()) return at;
  at.file = check.declaration->files.front();
  if (found == nullptr) return at;
  const Resource& resource = *found->resource;
  at.file = check.declaration->files[as_index(resource.file)];
  at.line = resource.line;
  at.column = resource.column;
  return at;
}

FindingWords words_of(const Program& program, const Check& check, const CheckFinding& finding) {
  if (finding.below) return below_words(program, check, finding);
  FindingWords words;
  if (finding.limit != nullptr) {
    const LimitResult& limit = *finding.limit;
    words.requirement = limit_name(limit);
    words.declared =
        limit_amount(*limit.limit, limit.most) + " at most, " + fullness(limit.utilization) + " of it needed";
    words.needed = limit_amount(*limit.limit, limit.need);
    words.because = limit.limit->because;
    words.source = limit.limit->source;
    words.rule = limit.limit->place;
    words.stage = stage_at(program, check.declared).id;
    if (check.needed >= 0) words.action = "go to " + stage_id(program, check.needed);
    return words;
  }
  const Requirement& demand = *finding.demand;
  const Stage& stage = stage_at(program, demand.stage);
  const Component* component = component_of(program, demand.stage, demand.components.front());
  words.requirement = requirement_words(program, demand);
  words.declared = declared_words(demand);
  words.needed = needed_words(demand);
  if (finding.early != nullptr) {
    words.because = "It is taken early (--with " + std::string(finding.early->id) +
                    "), and counted on: " + std::string(finding.early->because) + ".";
    words.source = finding.early->source;
    words.rule = finding.early->place;
  } else {
    words.because = std::string(stage.id) + ": " + std::string(stage.summary);
    words.source = component != nullptr && stage.source.empty() ? component->source : stage.source;
    words.rule = stage.place;
  }
  words.stage = stage.id;
  words.action = action_words(demand);
  words.at = place_of(check, demand.resource);
  return words;
}

std::string verdict_words(Verdict verdict) {
  constexpr const char* words[] = {"enough",       "too small",      "larger than needed",
                                   "not provable", "off the ladder", "what is declared"};
  return words[static_cast<std::size_t>(verdict)];
}

std::string dialect_words(Dialect dialect) {
  return dialect == Dialect::terraform ? "Terraform plan" : "CloudFormation template";
}

std::string state_words(const CheckFinding& finding) {
  if (finding.waived) return "agreed to: " + finding.agreed;
  if (finding.known) return "known from before";
  return (finding.below ? "warning" : met_words(finding.met)) + (finding.worse ? ", worse than before" : "");
}

std::string met_words(Truth met) {
  return met == Truth::yes ? "met" : met == Truth::no ? "not met" : "not known";
}

std::string tier_words(const FoundComponent& component) {
  if (component.resources.empty()) return component.instances.open ? "not known" : "not declared";
  if (component.instances.least == 0) return component.instances.open ? "not known" : "none at its minimum";
  std::string text =
      count_words(component.instances.least, "unit", "units") + (component.instances.open ? " or more" : "");
  text += " in " + count_words(std::max(component.zones.least, 1), "zone", "zones");
  if (component.zones.open) text += " for sure";
  if (component.says_copies && component.copies.least > 1) text += ", with a standby";
  return text;
}

std::string above_words(const Program& program, const Check& check) {
  std::string all;
  std::vector<std::string> seen;
  if (check.architecture == nullptr) return all;
  for (const ComponentAbove& above : check.architecture->above) {
    for (const Text id : above.demand.components) {
      const FoundComponent* component = check.architecture->component(id);
      const bool there = component != nullptr && component->there();
      const std::string text = std::string(id) + " (" + stage_id(program, above.stage) + ")";
      if (!there || std::find(seen.begin(), seen.end(), text) != seen.end()) continue;
      seen.push_back(text);
      all += (all.empty() ? "" : ", ") + text;
    }
  }
  return all;
}

/// The verdict without what it was judged at.
std::string verdict_alone(const Program& program, const Check& check) {
  const std::string declared = stage_id(program, check.declared);
  const std::string needed = stage_id(program, check.needed);
  const std::string reached = check.architecture == nullptr ? declared + " is declared"
                              : check.declared < 0          ? "No stage is reached by what is declared"
                              : check.untold                ? "What is declared reaches at least " + declared
                                                            : "What is declared reaches " + declared;
  const std::string cost = check.usd_per_month_needed ? ", " + money(*check.usd_per_month_needed) : "";
  switch (check.verdict) {
    case Verdict::enough:
      return reached + (check.declared == check.needed
                            ? ", and it is what is needed."
                            : ", " + needed + " is needed, and the rest is agreed to.");
    case Verdict::larger:
      return reached + ", and " + needed + " is enough" + cost + ".";
    case Verdict::too_small:
      return reached + ", and " +
             (check.needed < 0 ? "no stage of " + std::string(program.id) + " is enough."
                               : needed + " is needed" +
                                     (check.lacks_early() ? ", with what is taken early" : "") + cost + ".");
    case Verdict::not_provable:
      if (check.architecture != nullptr && check.architecture->recognised == 0)
        return "Nothing that was read is a part of this ladder; what was not read is not known.";
      return reached + ", and " + needed + " is needed. " +
             (check.untold ? "Stages above it cannot be told apart by what is declared."
                           : "What is not known decides whether it is there.");
    case Verdict::off_ladder:
      if (check.architecture->out_of_scope == nullptr)
        return "Nothing that is declared is a part of this ladder, so nothing was checked.";
      return "This is " + std::string(check.architecture->out_of_scope->title) + ": " +
             std::string(check.architecture->out_of_scope->says) + ". It is not sized by this ladder.";
    case Verdict::reaches:
      return reached + ".";
  }
  return {};
}

std::string verdict_sentence(const Program& program, const Check& check) {
  std::string ends;
  for (const InputValue& one : check.ends)
    ends += (ends.empty() ? " Judged at --" : ", --") + flag_name(one.input->id) + " " +
            value_text(*one.input, one.value);
  if (ends.empty()) return verdict_alone(program, check);
  return verdict_alone(program, check) + ends +
         (check.ends.size() == 1 ? ", the end of its range that needs most." : ", the ends that need most.");
}

}  // namespace render
}  // namespace scaleplan
