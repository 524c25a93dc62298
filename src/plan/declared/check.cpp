// Compares a declaration with the needs of a workload, and reports the demands that decide.
#include "scaleplan/check.hpp"

#include <algorithm>

#include "query/query_value.hpp"

namespace scaleplan {
namespace {

std::string code_of(const Requirement& demand) {
  std::string code;
  for (const Text component : demand.components)
    code += (code.empty() ? "" : "-or-") + std::string(component);
  const char* const measures[] = {".count", ".zones", ".copies"};
  return code + measures[static_cast<std::size_t>(demand.measure)];
}

/// The demands of all stages up to `last`, of each the greatest.
std::vector<const Requirement*> demands(const Architecture& architecture, int last) {
  std::vector<const Requirement*> all;
  for (int s = 0; s <= last; ++s) {
    for (const Requirement& demand : architecture.stages[as_index(s)].demands) {
      const auto same = std::find_if(all.begin(), all.end(), [&](const Requirement* known) {
        return known->components == demand.components && known->measure == demand.measure;
      });
      if (same == all.end()) {
        all.push_back(&demand);
      } else {
        *same = &demand;
      }
    }
  }
  return all;
}

/// Whether the answer is for a workload with the move taken early.
bool takes(const Recommendation& answer, const Move& move) {
  return std::any_of(answer.arrangement.moves.begin(), answer.arrangement.moves.end(),
                     [&](const MoveResult& one) { return one.move == &move && one.asked.value_or(false); });
}

/// Whether the finding before is that the same component lacks copies, each of which would be in a zone.
bool said(const Check& check, const Requirement& demand) {
  return demand.measure == Measure::zones &&
         std::any_of(check.findings.begin(), check.findings.end(), [&](const CheckFinding& one) {
           return one.demand != nullptr && one.demand->components == demand.components &&
                  one.demand->measure == Measure::copies && one.met == demand.met;
         });
}

void demand(Check& check, const Requirement& demand, const Move* early) {
  ++check.checked;
  if (demand.met == Truth::yes || said(check, demand)) return;
  CheckFinding finding;
  finding.demand = &demand;
  finding.early = early;
  finding.met = demand.met;
  finding.code = code_of(demand);
  if (demand.resource != nullptr) finding.address = demand.resource->resource->address;
  check.findings.push_back(std::move(finding));
}

double cost_of(const Recommendation& answer, int stage) {
  return answer.stages[as_index(stage)].usd_per_month();
}

}  // namespace

bool Check::counts(bool below, Truth met) const {
  return std::any_of(findings.begin(), findings.end(), [&](const CheckFinding& one) {
    return one.counts() && one.below.has_value() == below && one.met == met;
  });
}

void judge(Check& check) {
  const bool nothing_found = std::all_of(check.findings.begin(), check.findings.end(),
                                         [](const CheckFinding& f) { return f.below.has_value(); });
  if (check.architecture != nullptr && check.architecture->out_of_scope != nullptr) {
    check.verdict = Verdict::off_ladder;
  } else if (check.architecture != nullptr && check.architecture->recognised == 0) {
    const bool unread = check.declaration != nullptr && check.declaration->unread;
    check.verdict = unread ? Verdict::not_provable : Verdict::off_ladder;
  } else if (check.answer == nullptr) {
    check.verdict = Verdict::reaches;
  } else if (check.counts(false, Truth::no) || (check.needed < 0 && nothing_found)) {
    check.verdict = Verdict::too_small;
  } else if (check.counts(true, Truth::no)) {
    check.verdict = Verdict::machines_too_small;
  } else if (check.counts(false, Truth::unknown) || check.counts(true, Truth::unknown) ||
             check.cannot_tell_stage || check.checked == 0) {
    check.verdict = Verdict::not_provable;
  } else {
    check.verdict = check.declared > check.needed ? Verdict::larger : Verdict::enough;
  }
}

Check check_stage(const Recommendation& answer, int declared) {
  Check check;
  check.answer = &answer;
  check.declared = declared;
  check.needed = answer.chosen;
  const StageResult& have = answer.stages[as_index(declared)];
  check.checked = have.limits.size();
  for (const LimitResult& limit : have.limits) {
    if (holds(limit.utilization)) continue;
    CheckFinding finding;
    finding.limit = &limit;
    finding.code = limit.limit->id;
    check.findings.push_back(std::move(finding));
  }
  if (answer.chosen >= 0) check.usd_per_month_needed = cost_of(answer, answer.chosen) - have.usd_per_month();
  judge(check);
  return check;
}

Check check_declared(const Recommendation* answer, const Architecture& architecture,
                     const Declaration& declaration) {
  Check check;
  check.answer = answer;
  check.architecture = &architecture;
  check.declaration = &declaration;
  check.declared = architecture.reached;
  check.needed = answer == nullptr ? -1 : answer->chosen;
  const int last = static_cast<int>(architecture.stages.size()) - 1;
  // Without a workload, findings are those of the next stage.
  const int wanted = answer == nullptr  ? std::min(last, architecture.reached + 1)
                     : check.needed < 0 ? last
                                        : check.needed;
  if (architecture.out_of_scope == nullptr) {
    for (const Requirement* one : demands(architecture, wanted)) demand(check, *one, nullptr);
    for (const EarlyDemand& one : architecture.stages[as_index(wanted)].early) {
      if (answer != nullptr && takes(*answer, *one.move)) demand(check, one.demand, one.move);
    }
  }
  for (int s = 0; s <= wanted; ++s) {
    if (!architecture.stages[as_index(s)].provable) check.cannot_tell_stage = true;
  }
  const bool priced = std::all_of(architecture.decided.begin(), architecture.decided.end(),
                                  [](const DecidedValue& one) { return one.known; });
  if (answer != nullptr && check.needed >= 0 && check.declared >= 0 && !check.lacks_early() && priced)
    check.usd_per_month_needed = cost_of(*answer, check.needed) - cost_of(*answer, check.declared);
  judge(check);
  return check;
}

bool Check::failed() const {
  const bool nothing = architecture != nullptr && architecture->recognised == 0;
  const bool below = fail_on.sized_below && counts(true, Truth::no);
  const bool unknown = fail_on.unknown == FailOn::Unknown::fail &&
                       (counts(false, Truth::unknown) || counts(true, Truth::unknown));
  switch (verdict) {
    case Verdict::too_small:
      return fail_on.too_small || below || unknown;
    case Verdict::machines_too_small:
      return below || unknown;
    case Verdict::larger:
      return fail_on.larger && usd_per_month_needed.value_or(0) <= 0;
    case Verdict::not_provable:
      return nothing || fail_on.unknown == FailOn::Unknown::fail;
    case Verdict::off_ladder:
      return nothing && architecture->out_of_scope == nullptr;
    case Verdict::enough:
    case Verdict::reaches:
      return false;
  }
  return false;
}

bool Check::lacks_early() const {
  return std::any_of(findings.begin(), findings.end(),
                     [](const CheckFinding& f) { return f.early != nullptr; });
}

void check_sizes(Check& check, const Program& program, const Block& workload) {
  if (check.architecture == nullptr || check.architecture->out_of_scope != nullptr || check.needed < 0)
    return;
  const int stage = std::max(check.needed, check.declared);
  for (Undersized& one : undersized(program, *check.architecture, stage, workload)) {
    CheckFinding finding;
    finding.code = std::string(one.machines.found->id) + ".sized-below";
    finding.address = one.machines.resource->resource->address;
    finding.met = one.sure ? Truth::no : Truth::unknown;
    finding.below = std::move(one);
    check.findings.push_back(std::move(finding));
  }
  judge(check);
}

std::vector<std::string> finding_codes(const Program& program, const Recognition& rules) {
  std::vector<std::string> all;
  for (const Measure measure : {Measure::instances, Measure::zones, Measure::copies}) {
    Requirement demand;
    demand.measure = measure;
    for (const Component& component : program.components) {
      demand.components = {component.id};
      all.push_back(code_of(demand));
    }
    for (const Proof& proof : rules.proofs) {
      demand.components = proof.components;
      all.push_back(code_of(demand));
    }
  }
  for (const Component& component : program.components)
    all.push_back(std::string(component.id) + ".sized-below");
  for (const Stage& stage : program.stages) {
    for (const Limit& limit : stage.limits) all.emplace_back(limit.id);
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

}  // namespace scaleplan
