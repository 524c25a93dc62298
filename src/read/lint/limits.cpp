// Finds limits that never or always bind, fall from stage to stage, or belong to a component that users make
// go.
#include <algorithm>
#include <cmath>

#include "lint.hpp"

namespace scaleplan::read {
namespace {

std::string subject_of(const Limit& limit, const Stage& stage) {
  return "limit " + std::string(limit.id) + " of stage " + std::string(stage.id);
}

bool of_pick(const Lint& lint, const Limit& limit) {
  return lint.program().code[as_index(limit.limit)].op == Op::most;
}

/// Never or always: certain from the ranges alone.
void binding(Lint& lint, const Limit& limit, const Stage& stage) {
  const Range need = lint.range(limit.need);
  const Range most = lint.range(limit.limit);
  const Mark owner = lint.entry(limit.place, limit.key);
  if (need.high <= 0 || (need.high <= most.low && !of_pick(lint, limit))) {
    lint.find("L005", Severity::warning, owner, subject_of(limit, stage),
              {named(limit.id), amount(need.high, limit.unit), amount(most.low, limit.unit)}, "limit");
  } else if (need.low > most.high * (1 + 1e-9)) {
    lint.find("L006", Severity::error, owner, subject_of(limit, stage),
              {named(limit.id), amount(need.low, limit.unit), amount(most.high, limit.unit)}, "limit");
  }
}

bool of_nothing(const Lint& lint, const Limit& limit) {
  const Range most = lint.range(limit.limit);
  return most.low == most.high && most.high <= 0 && lint.range(limit.need).high > 0 && !of_pick(lint, limit);
}

/// A limit of nothing, or less, breaks with the first of what is needed; reported once for all stages that
/// have it.
void nothing(Lint& lint, const Limit& limit, const Stage& stage) {
  const Range most = lint.range(limit.limit);
  if (!of_nothing(lint, limit)) return;
  for (const Stage& earlier : lint.program().stages) {
    if (&earlier == &stage) break;
    if (std::any_of(earlier.limits.begin(), earlier.limits.end(), [&](const Limit& one) {
          return one.id == limit.id && one.place == limit.place && of_nothing(lint, one);
        }))
      return;
  }
  lint.find("L034", Severity::warning, lint.entry(limit.place, limit.key), subject_of(limit, stage),
            {named(limit.id), amount(most.high, limit.unit)}, "limit");
}

/// Whether some stage makes the limit able to bind: a limit that all stages share is judged over all of them.
bool binds_somewhere(const Lint& lint, const Limit& limit) {
  for (const Stage& stage : lint.program().stages) {
    for (const Limit& other : stage.limits) {
      if (other.id != limit.id || other.place != limit.place) continue;
      const Range need = lint.range(other.need);
      if (need.high > 0 && (of_pick(lint, other) || need.high > lint.range(other.limit).low)) return true;
    }
  }
  return false;
}

/// Whether some stage can hold the limit: one that no stage can hold is a fault, one that a stage outgrows is
/// not.
bool holds_somewhere(const Lint& lint, const Limit& limit) {
  for (const Stage& stage : lint.program().stages) {
    for (const Limit& other : stage.limits) {
      if (other.id == limit.id && other.place == limit.place &&
          lint.range(other.need).low <= lint.range(other.limit).high * (1 + 1e-9))
        return true;
    }
  }
  return false;
}

/// The same need against less than the stage before could take.
void falling(Lint& lint, const Stage& before, const Stage& stage) {
  for (const Limit& limit : stage.limits) {
    if (limit.kind == LimitKind::guidance) continue;
    const auto same = std::find_if(before.limits.begin(), before.limits.end(),
                                   [&](const Limit& l) { return l.id == limit.id && l.need == limit.need; });
    if (same == before.limits.end() || of_pick(lint, limit)) continue;
    if (lint.range(limit.limit).high < lint.range(same->limit).low) {
      lint.find("L008", Severity::warning, lint.entry(limit.place, limit.key), subject_of(limit, stage),
                {named(limit.id), amount(lint.range(limit.limit).high, limit.unit), named(before.id),
                 amount(lint.range(same->limit).low, limit.unit)},
                "limit");
    }
  }
}

/// Whether column `at` is computed from column `from`.
bool reads(const Program& program, Register at, Register from, std::vector<char>& seen) {
  if (at < 0) return false;
  if (at == from) return true;
  auto& known = seen[as_index(at)];
  if (known != 0) return false;
  known = 1;
  const Instruction& step = program.code[as_index(at)];
  const Operation& what = operation(step.op);
  const Register registers[] = {step.a, step.b, step.c};
  return what.apply != nullptr && std::any_of(registers, registers + what.reads,
                                              [&](Register one) { return reads(program, one, from, seen); });
}

void conditional_components(Lint& lint) {
  const Program& program = lint.program();
  if (program.growing < 0) return;
  const Register users = program.inputs[as_index(program.growing)].value;
  for (const Component& component : program.components) {
    std::vector<char> seen(program.code.size());
    if (component.present == none || !reads(program, component.present, users, seen)) continue;
    // One that carries nothing and is never down comes and goes without harm.
    const bool limited = std::any_of(program.stages.begin(), program.stages.end(), [&](const Stage& stage) {
      return std::any_of(stage.limits.begin(), stage.limits.end(),
                         [&](const Limit& limit) { return limit.component == component.id; });
    });
    if (!limited && lint.range(component.outage).high <= 0) continue;
    const auto declared = lint.all().components.find(component.id);
    if (declared == lint.all().components.end()) continue;
    for (const Entry& entry : declared->second->entries) {
      if (entry.key == "present")
        lint.find("L004", Severity::error, entry.at, "component " + std::string(component.id),
                  {named(component.id)});
    }
  }
}

}  // namespace

void lint_limits(Lint& lint) {
  const auto& stages = lint.program().stages;
  for (std::size_t s = 0; s < stages.size(); ++s) {
    for (const Limit& limit : stages[s].limits) {
      if (!binds_somewhere(lint, limit) || !holds_somewhere(lint, limit)) {
        binding(lint, limit, stages[s]);
      } else {
        nothing(lint, limit, stages[s]);
      }
    }
    if (s > 0) falling(lint, stages[s - 1], stages[s]);
  }
  conditional_components(lint);
}

void lint_bands(Lint& lint) {
  const auto& stages = lint.program().stages;
  struct Band {
    const Limit* limit = nullptr;
    const Stage* stage = nullptr;
  };
  std::vector<Band> bands(stages.size());
  for (std::size_t s = 0; s < stages.size(); ++s) {
    for (const Limit& limit : stages[s].limits) {
      const bool constant = lint.range(limit.limit).low == lint.range(limit.limit).high;
      if (limit.kind == LimitKind::guidance && limit.component.empty() && constant)
        bands[s] = {&limit, &stages[s]};
    }
  }
  Band widest;
  const Stage* open = nullptr;
  for (std::size_t s = 0; s < stages.size(); ++s) {
    if (bands[s].limit == nullptr) {
      open = open == nullptr ? &stages[s] : open;
      continue;
    }
    const Limit& limit = *bands[s].limit;
    const Mark owner = lint.entry(limit.place, limit.key);
    // A stage without an end before one that has a band: by the bands nobody gets from one to the other.
    if (open != nullptr) {
      lint.find("L007", Severity::warning, lint.entry(open->place, open->id),
                "stage " + std::string(open->id), {named(open->id), named(stages[s].id)});
      open = nullptr;
    }
    if (widest.limit != nullptr && widest.limit->need == limit.need &&
        lint.range(limit.limit).high <= lint.range(widest.limit->limit).high) {
      lint.find("L011", Severity::warning, owner, subject_of(limit, stages[s]),
                {named(stages[s].id), amount(lint.range(limit.limit).high, limit.unit),
                 named(widest.stage->id), amount(lint.range(widest.limit->limit).high, limit.unit)},
                "limit");
      continue;
    }
    widest = bands[s];
  }
}

}  // namespace scaleplan::read
