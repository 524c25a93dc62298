// Chooses size and count of one component: the cheapest that meets every need, healthy and with a zone lost.
#pragma once

#include <cstddef>
#include <span>

#include "scaleplan/evaluate.hpp"

namespace scaleplan::plan {

/// Writes the columns of the pick at register `self` for these workloads.
void pick(const Pick& pick, Evaluation& into, Register self, std::span<const std::size_t> lanes);

/// Writes the columns of the pick at register `self` where its units are there already.
void take(const Pick& pick, Evaluation& into, Register self, const FixedPick& taken, std::size_t lanes);

/// Writes what `most` reads of the pick at `self`, for workloads `first` to `last`, where only whether
/// something fits is asked: any candidate that does, or none where clearly nothing does.
void fit(const Pick& pick, Evaluation& into, Register self, std::size_t first, std::size_t last);

/// Writes to `self` the most of need `which` / 2 (odd: while a zone is lost) that the pick at `picked` can
/// be.
void most(const Pick& pick, Evaluation& into, Register self, Register picked, int which, std::size_t lanes);

/// Units that are left of `count` spread over `zones` when the fullest zone is lost; `count` with fewer than
/// two zones.
double left_of(double count, double zones);

}  // namespace scaleplan::plan
