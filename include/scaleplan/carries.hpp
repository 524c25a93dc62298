// The load that declared components carry: up to how many users, the limit that ends it, and the cost.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scaleplan/architecture.hpp"
#include "scaleplan/evaluate.hpp"

namespace scaleplan {

/// The reason why the capacity of a component's machines is unknown; nothing where it is known.
enum class UnknownReason : std::uint8_t { nothing, absent, count, no_size, size_unknown, not_sold };

/// Machines of one size.
struct MachineGroup {
  std::string size;
  int count = 0;
  int standbys = 0;       ///< further machines that carry no load
  std::size_t row = 0;    ///< of the size in the table of the component's pick
  std::size_t group = 0;  ///< at whose price
};

/// A component of a stage that has machines, as it is declared.
struct DeclaredMachines {
  const Component* component = nullptr;     ///< as the stage has it
  const FoundComponent* found = nullptr;    ///< null when nothing was recognised as it
  const FoundResource* resource = nullptr;  ///< the one to look at; may be null
  UnknownReason reason = UnknownReason::nothing;
  std::vector<MachineGroup> groups;  ///< by size, where all are known
  std::string size;  ///< as it is declared, of the first lot or of what is not sold; may be empty
  int count = 0;
  int standbys = 0;            ///< further machines that carry no load
  bool more_possible = false;  ///< whether there may be more of them
  int zones = 1;               ///< zones that they count on
};

/// The end of one component: the last count of users that its machines carry, and the need that fills them.
struct MachinesEnd {
  DeclaredMachines machines;
  std::optional<double> users;  ///< nothing: without end, or unknown
  const Need* need = nullptr;
  bool zone_lost = false;
};

/// The load that a declaration carries. User counts are whole; 0: not even one; nothing: without end.
struct Carries {
  int stage = -1;                     ///< the stage that is reached; -1: none, and nothing else is set
  std::optional<double> users;        ///< the least of both ends below
  std::optional<double> stage_users;  ///< where the limits of the stage end
  const Limit* limit = nullptr;       ///< the limit that ends it; null without an end
  std::optional<double> machines;     ///< where the known machines end
  int fullest = -1;  ///< the component in `components` whose machines end first; -1: none ends
  std::vector<MachinesEnd> components;
  double at_users = 0;                 ///< the users that the costs are for
  double firm = 0, soft = 0;           ///< USD a month; unknown machines cost as recommended
  std::vector<DecidedValue> unpriced;  ///< of what no price here is for, so that the costs are not known
  bool above = false;                  ///< whether components of later stages are declared; they do not count

  /// Whether the machines of every component are known.
  [[nodiscard]] bool all_known() const;
};

/// Machines that are fewer or smaller than a workload needs, or may be: their size or count is not known.
struct Undersized {
  DeclaredMachines machines;
  bool sure = true;
  double fill = 0;  ///< how full they would be; more than 1, or 0 where the size is not known
  const Need* need = nullptr;
  bool zone_lost = false;
  int stage = -1;        ///< the stage whose needs are meant
  int needed_count = 1;  ///< as the answer would buy it
  Text needed_size;
  int same_size = 0;  ///< how many of the declared size would do; 0: no number that is allowed
};

/// The load that the stage reached by `architecture` carries as declared, for the one workload in `workload`,
/// whose users grow; its costs are those at `asked` users at most, if given.
Carries carries_of(const Program& program, const Architecture& architecture, const Block& workload,
                   std::optional<double> asked);

/// The components that are, or may be, declared smaller than `workload` needs in `stage`.
std::vector<Undersized> undersized(const Program& program, const Architecture& architecture, int stage,
                                   const Block& workload);

}  // namespace scaleplan
