// What to run: the needed stage with those moves of later stages that make bill and upkeep least.
#pragma once

#include <cmath>
#include <optional>
#include <vector>

#include "scaleplan/evaluate.hpp"

namespace scaleplan {

/// The share by which a dearer way to run may exceed the cheapest and still be preferred for having fewer
/// moves.
constexpr double arrangement_band = 0.05;

/// What running something costs in a month: USD, and hours of people with their price in USD.
struct RunningCost {
  double firm = 0, soft = 0;
  double upkeep_hours = 0, upkeep_usd = 0;
  [[nodiscard]] double usd_per_month() const { return firm + soft; }
  /// Whether no price is missing; a bill without one is not a number.
  [[nodiscard]] bool priced() const { return !std::isnan(usd_per_month()); }
  /// The bill and the work, by which ways to run are compared.
  [[nodiscard]] double total() const { return firm + soft + upkeep_usd; }
};

/// Moves of a program, by their place in Program::moves, as bits.
using MoveSet = std::uint64_t;
constexpr std::size_t most_moves = 10;  ///< of a rule set; the reader refuses more

/// One way to run a stage.
struct Way {
  MoveSet moves = 0;  ///< those taken early
  bool holds = true;  ///< whether the stage's limits hold with them
  bool open = true;   ///< whether nothing that was asked speaks against it
  RunningCost cost;
};

/// The ways to run one workload, and the one to take.
struct Ways {
  int stage = -1;       ///< the needed stage; -1: none holds
  MoveSet choices = 0;  ///< moves that may be taken or left
  std::vector<Way> all;
  std::size_t best = 0;
  bool work_has_price = false;
  [[nodiscard]] const Way& taken() const { return all[best]; }
  /// The way with exactly these moves, or null.
  [[nodiscard]] const Way* with(MoveSet moves) const;
  /// The open way nearest to the one to take in bill and work, or null.
  [[nodiscard]] const Way* runner_up() const;
};

/// How far ways are looked at: those that may be taken, or also those that --with or --without rule out.
enum class Look { open, all };

/// The ways to run every workload of a block at `stages` (by lane; -1: none holds, then the last stage as it
/// is).
std::vector<Ways> ways(const Program& program, const Block& workloads, const std::vector<int>& stages,
                       Look look = Look::open);

/// The workload in `lane` with the moves of `way` taken.
Block taking(const Program& program, const Block& workloads, std::size_t lane, MoveSet moves);

}  // namespace scaleplan
