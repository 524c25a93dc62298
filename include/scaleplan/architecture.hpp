// What declared resources amount to: the parts of a ladder that are there, and the stages that they reach.
#pragma once

#include <string>
#include <vector>

#include "scaleplan/declaration.hpp"
#include "scaleplan/program.hpp"
#include "scaleplan/recognition.hpp"
#include "scaleplan/truth.hpp"

namespace scaleplan {

/// A number as far as it is known: at least `least`, and perhaps more where it is open.
struct Amount {
  int least = 0;
  bool open = false;

  friend bool operator==(const Amount&, const Amount&) = default;
};

/// What is counted of a part.
enum class Measure : std::uint8_t { units, zones, copies };

/// A declared resource that was recognised as a part, or as a unit or several of one.
struct FoundResource {
  const Resource* resource = nullptr;
  const Way* way = nullptr;
  bool sure = true;  ///< false when its condition is not known, or whether it will exist
  Amount units, copies;
  bool says_copies = false;
  bool in_whole = false;  ///< whether its copies are other units of its whole, and no machines beside them
  std::string group;      ///< the whole that it belongs to: the same for all that do
  /// What to change, in the words of its dialect; may hold {needed}.
  std::string units_action, zones_action, copies_action;
  std::string size;  ///< name of its size; empty when it has none or it is not known
};

/// A part of the ladder as it is declared.
struct FoundPart {
  Text id, title, tier;
  Amount units, zones, copies;
  bool says_zones = false, says_copies = false;  ///< whether anything was said of them
  bool zones_by_units = false;                   ///< whether more units would be in more zones
  std::vector<FoundResource> resources;
  const FoundResource* weakest = nullptr;  ///< the one with the fewest copies
  std::string whole;                       ///< the group whose units and zones count

  /// Whether at least one unit of it is declared for sure.
  [[nodiscard]] bool there() const { return units.least > 0; }
  [[nodiscard]] Amount of(Measure measure) const {
    return measure == Measure::units ? units : measure == Measure::zones ? zones : copies;
  }
};

/// Something that a stage demands of a part; of several parts, of any of them.
struct Requirement {
  std::vector<Text> parts;
  Measure measure = Measure::units;
  int needed = 1;
  int stage = 0;  ///< the first stage that demands it
  Truth met = Truth::no;
  Amount declared;
  const FoundPart* found = nullptr;         ///< null when no resource was recognised as the part
  const FoundResource* resource = nullptr;  ///< the one to look at; may be null
};

/// What a stage demands of a part that only a move taken early adds to it.
struct EarlyDemand {
  const Move* move = nullptr;
  Requirement demand;
};

/// How one stage fares: what it demands beyond those before it.
struct StageProof {
  std::vector<Requirement> demands;
  std::vector<EarlyDemand> early;  ///< of the whole stage; none of them counts for reaching it
  Truth met = Truth::unknown;
  bool provable = true;  ///< false when nothing that is declared could tell it from the stage before
};

/// A part of a stage above the one that is reached.
struct PartAbove {
  int stage = 0;
  Requirement demand;
};

/// A remark about one resource.
struct Taught {
  const Lesson* lesson = nullptr;
  const Resource* resource = nullptr;
  std::string action;  ///< what to change, in the words of its dialect
};

/// Everything that was recognised.
struct Architecture {
  std::vector<FoundPart> parts;  ///< of every part that the rule set can recognise, found or not
  std::vector<StageProof> stages;
  int reached = -1;                ///< the highest stage of which all below and itself are met; -1 if none
  const Beside* beside = nullptr;  ///< what it is instead of a ladder's application; null where it is one
  std::vector<PartAbove> above;
  std::vector<Taught> taught;
  std::size_t recognised = 0;  ///< resources that are a part of anything

  [[nodiscard]] const FoundPart* part(Text id) const;
};

/// What `declaration` amounts to by the rules; all three must outlive it.
Architecture architecture_of(const Program& program, const Recognition& rules,
                             const Declaration& declaration);

}  // namespace scaleplan
