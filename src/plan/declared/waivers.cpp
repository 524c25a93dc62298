// Marks the findings of a check that a team has agreed to.
#include "scaleplan/waivers.hpp"

#include "query/query_value.hpp"

namespace scaleplan {
namespace {

bool same(const CheckFinding& finding, const BaselineFinding& earlier) {
  return finding.code == earlier.code && finding.address == earlier.address;
}

/// Whether the declaration shrank or its load grew since the baseline; values the baseline lacks are ignored.
bool worse(const CheckFinding& finding, const BaselineFinding& earlier) {
  constexpr double noise = 1e-9;  // of the digits that are written
  if (earlier.declared_least && finding.demand != nullptr) {
    const bool decided = earlier.unknown && finding.met == Truth::no;
    return decided || finding.demand->declared.least < *earlier.declared_least;
  }
  return earlier.fill && finding.fill() && *finding.fill() > *earlier.fill * (1 + noise);
}

}  // namespace

void apply_waivers(Check& check, std::vector<Waiver>& waivers, std::string_view day) {
  for (Waiver& waiver : waivers) {
    waiver.expired = !waiver.expires.empty() && waiver.expires < day;
    for (CheckFinding& finding : check.findings) {
      if (waiver.expired || !plan::fits(finding.address, waiver.address) ||
          !plan::fits(finding.code, waiver.requirement))
        continue;
      waiver.used = true;
      finding.waived = true;
      finding.agreed = waiver.reason;
    }
  }
  judge(check);
}

void apply_baseline(Check& check, const std::vector<BaselineFinding>& earlier) {
  for (const BaselineFinding& before : earlier) {
    for (CheckFinding& finding : check.findings) {
      if (!same(finding, before)) continue;
      (worse(finding, before) ? finding.worse : finding.known) = true;
    }
  }
  judge(check);
}

}  // namespace scaleplan
