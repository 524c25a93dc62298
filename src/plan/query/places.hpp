// In which zones something is: from names of zones, and from what it refers to.
#pragma once

#include <algorithm>
#include <set>
#include <string>

#include "asking.hpp"

namespace scaleplan::plan {

/// Zones as far as they are known.
struct Zones {
  std::set<std::string> names;  ///< of zones, or of what stands for one
  std::set<std::string> ids;    ///< of places whose zones are not told; all may be one
  int least = 0;                ///< how many there are in any case, whatever their names
  bool fixed = false;           ///< `least` was said as a number
  bool open = false;            ///< there may be more

  void add(const Zones& more);
  [[nodiscard]] int count() const {
    return std::max({least, static_cast<int>(names.size()), ids.empty() ? 0 : 1});
  }
  /// Whether there may be more than count() of them.
  [[nodiscard]] bool undecided() const { return open || ids.size() + (names.empty() ? 0 : 1) > 1; }
};

class Places {
 public:
  explicit Places(Asking& asking) : asking_(asking) {}

  /// The zones that `told` means, as a resource of `file` says it.
  Zones of(const Told& told, std::int32_t file);
  /// What cannot be made in one zone proves that the places it lists are in several.
  void spans(Zones& zones);

 private:
  void gather(const Told& told, Zones& into, int depth);
  void gather(const Attribute& value, Zones& into, int depth);
  bool gather(const std::string& reference, Zones& into, int depth);
  /// Whether `resource` says where it is; if so, its zones are added.
  bool gather(const Resource& resource, Zones& into, int depth);
  bool at_place(const Resource& resource, Zones& into, int depth);
  [[nodiscard]] bool unplaced(std::string_view name) const;

  Asking& asking_;
  std::int32_t file_ = 0;  ///< in which references are looked up first
  bool spanning_ = false;
};

}  // namespace scaleplan::plan
