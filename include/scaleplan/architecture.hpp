// The architecture of declared resources: the components of a ladder that they form, and the stage that they
// reach.
#pragma once

#include <limits>
#include <string>
#include <vector>

#include "scaleplan/declaration.hpp"
#include "scaleplan/evaluate.hpp"
#include "scaleplan/program.hpp"
#include "scaleplan/recognition.hpp"
#include "scaleplan/truth.hpp"

namespace scaleplan {

/// A number as far as it is known: at least `least`, and perhaps more where it is open, up to `most`.
struct Amount {
  int least = 0;
  bool open = false;
  int most = std::numeric_limits<int>::max();  ///< where it is open

  /// Whether it is at least `needed`.
  [[nodiscard]] Truth reaches(int needed) const {
    return least >= needed ? Truth::yes : open && most >= needed ? Truth::unknown : Truth::no;
  }

  friend bool operator==(const Amount&, const Amount&) = default;
};

/// A measure of a component.
enum class Measure : std::uint8_t { instances, zones, copies };

/// A declared resource that was recognised as a component, or as one or several instances of it.
struct FoundResource {
  const Resource* resource = nullptr;
  const Matcher* matcher = nullptr;
  bool sure = true;  ///< false when its condition or its existence is unknown
  Amount instances, copies;
  bool says_copies = false;
  bool in_whole = false;  ///< whether its copies are other instances of its group
  std::string group;      ///< the group that it belongs to
  /// Actions in the words of its dialect; may hold {needed}.
  std::string instances_action, zones_action, copies_action;
  std::string size;  ///< names of its sizes, or its figures; empty when it has none or it is unknown
  std::vector<std::string> sizes;  ///< each by name, where it may be of any of them
  std::vector<double>
      figures;  ///< by those of the matcher, in the units of their columns; empty when unknown
};

/// An input of the workload as a declaration decides it.
struct DecidedValue {
  const Input* input = nullptr;
  std::string value;
  bool known = false;  ///< whether the input has this value; else no price here is for it
  Text component;      ///< whose resource decides it; empty: the declaration as a whole
};

/// A component of the ladder as it is declared.
struct FoundComponent {
  Text id, title, tier;
  Amount instances, zones, copies;
  bool says_zones = false, says_copies = false;  ///< whether anything gives them
  bool zones_by_instances = false;               ///< whether more instances would be in more zones
  std::vector<FoundResource> resources;
  const FoundResource* weakest = nullptr;  ///< the one with the fewest copies
  std::string whole;                       ///< the group whose instances and zones count
  bool elsewhere = false;                  ///< whether its owner declares it elsewhere, as a flag says

  /// Whether at least one instance of it is declared for sure.
  [[nodiscard]] bool there() const { return instances.least > 0; }
  [[nodiscard]] Amount of(Measure measure) const {
    return measure == Measure::instances ? instances : measure == Measure::zones ? zones : copies;
  }
};

/// A demand of a stage on a component; of several components, on any of them.
struct Requirement {
  std::vector<Text> components;
  Measure measure = Measure::instances;
  int needed = 1;
  int stage = 0;  ///< the first stage that demands it
  Truth met = Truth::no;
  bool elsewhere = false;  ///< whether it is met because its owner declares it elsewhere
  Amount declared;
  const FoundComponent* found = nullptr;    ///< null when no resource was recognised as the component
  const FoundResource* resource = nullptr;  ///< the one to look at; may be null
};

/// A demand on a component that only a move taken early adds to a stage.
struct EarlyDemand {
  const Move* move = nullptr;
  Requirement demand;
};

/// The demands of one stage beyond those before it, and whether they are met.
struct StageProof {
  std::vector<Requirement> demands;
  std::vector<EarlyDemand> early;  ///< of the whole stage; none of them counts for reaching it
  Truth met = Truth::unknown;
  bool provable = true;  ///< false when no declaration could prove it
};

/// A component of a stage above the one that is reached.
struct ComponentAbove {
  int stage = 0;
  Requirement demand;
};

/// An advisory that holds for one resource.
struct AdvisoryFinding {
  const Advisory* advisory = nullptr;
  const Resource* resource = nullptr;
  std::string action;  ///< in the words of its dialect
};

/// Everything that was recognised in a declaration.
struct Architecture {
  std::vector<FoundComponent>
      components;  ///< of every component that the rule set can recognise, found or not
  std::vector<StageProof> stages;
  int reached = -1;  ///< the highest stage of which all below and itself are met; -1 if none
  std::vector<DecidedValue> decided;
  const OutOfScope* out_of_scope = nullptr;  ///< null where the ladder sizes it
  std::vector<ComponentAbove> above;
  std::vector<AdvisoryFinding> advisories;
  std::size_t recognised = 0;  ///< resources that form a component

  [[nodiscard]] const FoundComponent* component(Text id) const;
};

/// The architecture of `declaration` by the rules; all three must outlive it. Counts that a stage demands are
/// those of `workload`, without one those of a workload of which nothing is given. Components of which
/// nothing is declared and which are named in `elsewhere` count as all that is demanded of them.
Architecture architecture_of(const Program& program, const Recognition& rules, const Declaration& declaration,
                             const Block* workload = nullptr, const std::vector<std::string>& elsewhere = {});

/// The workload with the moves made whose components are all declared and with the inputs that the
/// declaration decides, unless it says otherwise itself.
Block as_declared(const Program& program, const Architecture& architecture, Block workload);

}  // namespace scaleplan
