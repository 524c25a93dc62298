// Resolves the zones of a resource from names of zones and from references.
#pragma once

#include <algorithm>
#include <set>
#include <string>

#include "query_evaluator.hpp"

namespace scaleplan::plan {

/// Zones as far as they are known.
struct Zones {
  std::set<std::string> names;  ///< of zones, or of resources that stand for one
  std::set<std::string> ids;    ///< of subnets in unknown zones; all may be in one
  int least = 0;                ///< the fewest there are, whatever their names
  bool fixed = false;           ///< `least` was given as a number
  bool open = false;            ///< there may be more

  void add(const Zones& more);
  [[nodiscard]] int count() const {
    return std::max({least, static_cast<int>(names.size()), ids.empty() ? 0 : 1});
  }
  /// Whether there may be more than count() of them.
  [[nodiscard]] bool undecided() const { return open || ids.size() + (names.empty() ? 0 : 1) > 1; }
};

/// Resolves zones by the zone sources of a rule set.
class ZoneResolver {
 public:
  explicit ZoneResolver(QueryEvaluator& evaluator) : evaluator_(evaluator) {}

  /// The zones that a value in `file` resolves to.
  Zones of(const QueryValue& answer, std::int32_t file);
  /// Raises the count where a resource that needs several zones lists the same subnets.
  void spans(Zones& zones);

 private:
  void gather(const QueryValue& answer, Zones& into, int depth);
  void gather(const Attribute& value, Zones& into, int depth);
  bool gather(const std::string& reference, Zones& into, int depth);
  /// Adds the zones of `resource`; false where no zone source matches it.
  bool gather(const Resource& resource, Zones& into, int depth);
  bool at_place(const Resource& resource, Zones& into, int depth);
  [[nodiscard]] bool unplaced(std::string_view name) const;

  QueryEvaluator& evaluator_;
  std::int32_t file_ = 0;  ///< in which references are looked up first
  bool spanning_ = false;
};

}  // namespace scaleplan::plan
