// Writes the sentences of a check.
#include "words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "answer/sentences.hpp"
#include "carries.hpp"
#include "ids.hpp"
#include "writing/number.hpp"

namespace scaleplan {

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

std::string filled(std::string all, int needed) {
  const std::size_t at = all.find("{needed}");
  if (at != std::string::npos) all.replace(at, 8, std::to_string(needed));
  return all;
}

std::string count_words(int count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string declared_words(const Requirement& demand) {
  if (demand.found == nullptr) return demand.declared.open ? "unknown" : "not declared";
  const Amount amount = demand.declared;
  std::string text = demand.measure == Measure::instances ? count_words(amount.least, "instance", "instances")
                     : demand.measure == Measure::zones   ? count_words(amount.least, "zone", "zones")
                                                          : count_words(amount.least, "copy", "copies");
  if (!amount.open) return text;
  return amount.least == 0 ? "unknown" : "at least " + text;
}

std::string needed_words(const Requirement& demand) {
  if (demand.measure == Measure::zones) return count_words(demand.needed, "zone", "zones");
  if (demand.measure == Measure::copies) return count_words(demand.needed, "copy", "copies");
  return count_words(demand.needed, "instance", "instances");
}

std::string requirement_words(const Program& program, const Requirement& demand) {
  std::string text = titles(program, demand) + ": ";
  if (demand.measure == Measure::zones) return text + "in at least " + needed_words(demand);
  if (demand.measure == Measure::copies) return text + "at least " + needed_words(demand) + ", one a standby";
  return text + "at least " + needed_words(demand);
}

std::string action_words(const Requirement& demand) {
  std::string action;
  if (const FoundResource* one = demand.resource) {
    const bool more_instances =
        demand.measure == Measure::instances ||
        (demand.measure == Measure::zones && demand.found != nullptr && demand.found->zones_by_instances);
    action = more_instances                     ? one->instances_action
             : demand.measure == Measure::zones ? one->zones_action
                                                : one->copies_action;
  }
  std::string text = action.empty() ? "" : filled(action, demand.needed);
  if (text.empty()) {
    text = demand.found == nullptr ? "declare it, or also pass the file that declares it"
                                   : "declare at least " + needed_words(demand);
  }
  if (demand.met == Truth::unknown)
    text += "; write out values that are unknown until deployment, or pass --parameter NAME=VALUE";
  return text;
}

FindingWords below_words(const Program& program, const Check& check, const CheckFinding& finding) {
  const Undersized& below = *finding.below;
  const DeclaredMachines& machines = below.machines;
  FindingWords words;
  words.requirement = std::string(machines.found->title) + ": at least as large as " +
                      machines_words(below.needed_count, below.needed_size);
  words.declared = machines.reason != UnknownReason::nothing
                       ? "size unknown"
                       : machines_words(machines) + (below.sure ? "" : " or more") + ", " +
                             fullness(below.fill) + " full (" + full_of_words(below.need, below.zone_lost) +
                             ")";
  words.needed = machines_words(below.needed_count, below.needed_size);
  words.because = fmt::format("Stage {} needs them for this workload.", stage_at(program, below.stage).id);
  words.source = machines.component->source;
  words.rule = machines.component->place;
  words.stage = stage_at(program, below.stage).id;
  words.at = place_of(check, machines.resource);
  if (machines.reason != UnknownReason::nothing) {
    words.action = reason_words(machines);
    return words;
  }
  const std::string& how = machines.resource->instances_action;
  words.action = "use " + words.needed;
  if (below.same_size > machines.count) {
    const std::string more = machines_words(below.same_size, machines.size);
    if (more != words.needed) words.action += ", or " + more;
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
  for (const MachineGroup& group : machines.groups)
    all += (all.empty() ? "" : " + ") + machines_words(group.count, group.size);
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
    words.declared = fmt::format("at most {} ({} used)", limit_amount(*limit.limit, limit.most),
                                 fullness(limit.utilization));
    words.needed = limit_amount(*limit.limit, limit.need);
    words.because = limit.limit->because;
    words.source = limit.limit->source;
    words.rule = limit.limit->place;
    words.stage = stage_at(program, check.declared).id;
    if (check.needed >= 0) words.action = "move to " + stage_id(program, check.needed);
    return words;
  }
  const Requirement& demand = *finding.demand;
  const Stage& stage = stage_at(program, demand.stage);
  const Component* component = component_of(program, demand.stage, demand.components.front());
  words.requirement = requirement_words(program, demand);
  words.declared = declared_words(demand);
  words.needed = needed_words(demand);
  if (finding.early != nullptr) {
    words.because = fmt::format("--with {} takes it early, and the answer relies on it: {}.",
                                finding.early->id, finding.early->because);
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

std::string dialect_words(Dialect dialect) {
  return dialect == Dialect::terraform ? "Terraform plan" : "CloudFormation template";
}

std::string state_words(const CheckFinding& finding) {
  if (finding.waived) return "waived: " + finding.agreed;
  if (finding.known) return "in the baseline";
  return (finding.below && finding.met == Truth::no ? "too small" : met_words(finding.met)) +
         (finding.worse ? ", worse than the baseline" : "");
}

std::string met_words(Truth met) {
  return met == Truth::yes ? "met" : met == Truth::no ? "not met" : "unknown";
}

std::string tier_words(const FoundComponent& component) {
  if (component.elsewhere) return "declared elsewhere";
  if (component.resources.empty()) return component.instances.open ? "unknown" : "not declared";
  if (component.instances.least == 0) return component.instances.open ? "unknown" : "0 instances at minimum";
  std::string text = count_words(component.instances.least, "instance", "instances") +
                     (component.instances.open ? " or more" : "");
  text += component.zones.open ? " in at least " : " in ";
  text += count_words(std::max(component.zones.least, 1), "zone", "zones");
  if (component.says_copies && component.copies.least > 1) text += ", with a standby";
  return text;
}

std::string decided_words(const Architecture& architecture) {
  std::string all;
  for (const DecidedValue& one : architecture.decided)
    all += fmt::format("{}--{} {}{}", all.empty() ? "" : ", ", flag_name(one.input->id), one.value,
                       one.known ? "" : " (no price here is for it)");
  return all;
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

}  // namespace render
}  // namespace scaleplan
