// In which zones something is: from names of zones, and from what it refers to.
#pragma once

#include <set>
#include <string>

#include "asking.hpp"

namespace scaleplan::plan {

/// Zones as far as they are known.
struct Zones {
  std::set<std::string> names;  ///< of zones, or of what stands for one
  int least = 0;                ///< how many there are in any case, whatever their names
  bool fixed = false;           ///< `least` was said as a number
  bool open = false;            ///< there may be more

  void add(const Zones& more);
  [[nodiscard]] int count() const { return std::max(least, static_cast<int>(names.size())); }
};

class Places {
 public:
  explicit Places(Asking& asking) : asking_(asking) {}

  /// The zones that `told` means.
  Zones of(const Told& told);

 private:
  void gather(const Told& told, Zones& into, int depth);
  void gather(const Attribute& value, Zones& into, int depth);
  bool gather(const std::string& reference, Zones& into, int depth);
  /// Whether `resource` says where it is; if so, its zones are added.
  bool gather(const Resource& resource, Zones& into, int depth);
  void spans(Zones& zones);

  Asking& asking_;
  bool spanning_ = false;
};

}  // namespace scaleplan::plan
