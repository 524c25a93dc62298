// A finding of a check in words: what is demanded, what is declared, why, and what to do.
#pragma once

#include <string>

#include "scaleplan/check.hpp"

namespace scaleplan::render {

struct FindingWords {
  std::string requirement, declared, needed, because, action;
  Citations source;
  Place rule;  ///< where the rule stands
  Span at;     ///< where the resource stands; file is empty when there is none
  Text stage;  ///< that demands it
};

FindingWords words_of(const Program& program, const Check& check, const CheckFinding& finding);

/// "multi-az" or "no stage".
std::string stage_id(const Program& program, int stage);
/// "2 x m7g.large"
std::string machines_words(int count, std::string_view size);
/// "1 x db.m7g.large + 2 x db.t4g.large"
std::string machines_words(const DeclaredMachines& machines);
/// Where a resource stands; file is empty when there is none.
Span place_of(const Check& check, const FoundResource* resource);

/// The inputs that a declaration decides: "--region eu-west-1"; empty where it decides none.
std::string decided_words(const Architecture& architecture);

/// The verdict with what is declared and what is needed, in one or two sentences.
std::string verdict_sentence(const Program& program, const Check& check);
/// "too small"
std::string verdict_words(Verdict verdict);
/// "3 units in 2 zones", "not declared", "not known".
std::string tier_words(const FoundComponent& component);
/// The components of stages above the one that is reached, each once: "balancer (multi-az), cdn (cdn)".
std::string above_words(const Program& program, const Check& check);
/// The kind of a declaration: "Terraform plan", "CloudFormation template".
std::string dialect_words(Dialect dialect);
std::string met_words(Truth met);
/// The state of a finding: "not met", "warning", "waived: quiet season".
std::string state_words(const CheckFinding& finding);

}  // namespace scaleplan::render
