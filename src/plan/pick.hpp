// Chooses size and count of one part: the cheapest that meets every need, healthy and with a zone lost.
#pragma once

#include <cstddef>

#include "scaleplan/evaluate.hpp"

namespace scaleplan::plan {

/// Writes the four columns of the pick at register `self`: count, candidate (position, -1 if none is
/// offered), price of one in USD/s with its surcharge, and whether all needs are met.
void pick(const Pick& pick, Evaluation& into, Register self, std::size_t lanes);

/// The most of need `which` / 2 (odd: while a zone is lost) that the pick can be for workload `lane`.
double most(const Pick& pick, const Evaluation& from, Register self, int which, std::size_t lane);

/// Units that are left of `count` spread over `zones` when the fullest zone is lost; `count` with fewer than
/// two zones.
double left_of(double count, double zones);

/// The group of candidates that the selectors choose for workload `lane`.
std::size_t group_of(const Pick& pick, const Evaluation& from, std::size_t lane);

}  // namespace scaleplan::plan
