// The load that a declaration carries, in words.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "scaleplan/check.hpp"

namespace scaleplan::render {

/// A label and what stands beside it: the end, the machines of each component, the costs.
using CarriesLines = std::vector<std::pair<std::string, std::string>>;
CarriesLines carries_lines(const Program& program, const Carries& carries);

/// The reason why the machines of a component are unknown, and the remedy; empty when they are known.
std::string reason_words(const DeclaredMachines& machines);
/// "size-unknown"
std::string_view name_of(UnknownReason reason);
/// "cpu, while a zone is lost"
std::string full_of_words(const Need* need, bool zone_lost);

}  // namespace scaleplan::render
