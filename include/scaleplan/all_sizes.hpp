// The sizes that no answer would choose, for who asks about machines that are there already.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "scaleplan/program.hpp"

namespace scaleplan {

/// Sizes of a pick that are never chosen: another does as much for no more money, or a rule leaves them out.
/// Those of group g are the ones from groups[g] to groups[g + 1]; figures stand as in Pick.
struct DominatedSizes {
  std::vector<std::int32_t> groups;
  std::vector<Text> names;
  std::vector<double> price, healthy, zone_lost;
  std::vector<std::vector<double>> tables;

  friend bool operator==(const DominatedSizes&, const DominatedSizes&) = default;
};

/// Everything that the catalogues of a rule set hold beside the candidates of its picks.
struct AllSizes {
  std::vector<DominatedSizes> lists;   ///< each once
  std::vector<std::int32_t> of_pick;   ///< index of its list, by pick
  std::shared_ptr<const void> memory;  ///< storage of texts
};

/// All sizes of `program`; read when it is asked for, since few questions need it.
AllSizes all_sizes_of(const Program& program);

}  // namespace scaleplan
