// Accepted findings: waivers in a file, and the baseline of an earlier check.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scaleplan/check.hpp"

namespace scaleplan {

/// Somebody's agreement that a finding need not be mended, until a date.
struct Waiver {
  std::string address;      ///< may hold *
  std::string requirement;  ///< code of a finding; may hold *
  std::string reason;
  std::string expires;  ///< "2027-01-31", the last day; empty: never
  Span at;
  bool expired = false;  ///< on the day that it was applied for
  bool used = false;     ///< whether it agrees to any finding
};

/// Reads a waiver file (YAML); `file` names it in messages. Throws Error.
std::vector<Waiver> read_waivers(std::string_view text, const std::string& file);

/// Marks the findings that a waiver agrees to on `day` ("2026-11-24"), and the waivers that have expired or
/// are used.
void apply_waivers(Check& check, std::vector<Waiver>& waivers, std::string_view day);

/// A finding of an earlier check, as far as its JSON holds it.
struct BaselineFinding {
  std::string code, address;
  bool unknown = false;                  ///< a value unknown until deployment decided it
  std::optional<double> declared_least;  ///< how many or how much was declared at least
  std::optional<double> fill;            ///< how full it was; 1 is full
};

/// Reads the JSON of an earlier check; `file` names it in messages. Throws Error for any other text.
std::vector<BaselineFinding> read_baseline(std::string_view text, const std::string& file);

/// Marks the findings that an earlier check had, too, as known, or as worse where less is declared or it is
/// fuller now; a value that the earlier check lacks is ignored.
void apply_baseline(Check& check, const std::vector<BaselineFinding>& earlier);

}  // namespace scaleplan
