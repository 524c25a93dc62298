// Reading rule sets and workloads: text in, checked values out; the only way in, and the only part that
// throws.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scaleplan/error.hpp"
#include "scaleplan/evaluate.hpp"
#include "scaleplan/program.hpp"
#include "scaleplan/roadmap.hpp"
#include "scaleplan/spread.hpp"

namespace scaleplan {

/// Names of the rule sets inside the binary, the default one first.
std::vector<std::string_view> builtin_rule_sets();

/// The rule set of that name, prepared when the program was built, or read from the file of that name when it
/// has a dot or a slash in it; throws Error.
Program load_rules(std::string_view name_or_path);

/// Reads a rule set from a file and everything it extends; throws Error with every fault found.
Program read_rules(const std::string& path);

/// Reads a history of users, a CSV of date,users, oldest first; throws Error with the place of every fault.
std::vector<HistoryPoint> read_history(std::string_view text, const std::string& file);

/// Values as a person gave them, by input, or a move under the name "with" or "without": the text of a flag
/// or of a workload file.
struct Given {
  std::string name;  ///< as written; `-` and `_` are the same
  std::string value;
  Span at;              ///< where it was written; file is empty for a flag
  std::string excerpt;  ///< its line in a workload file
  Span named_at;        ///< where its name was written
};

/// The values that an input takes, as people write them: "1 to 1G user", "90 to 99.999%", "yes, no".
std::string accepted_values(const Input& input);

/// Reads a workload file (YAML or JSON; `text` is its content); throws Error.
std::vector<Given> read_workload(std::string_view text, const std::string& file);

/// A workload with what is only known as a range; the block holds what is likely.
struct Asked {
  Block workload;
  std::vector<InputRange> ranges;
};

/// A workload from what was given, where a number may be `low..high` or `low..likely..high`; throws Error as
/// workload_of() does, and for ranges that are upside down.
Asked asked_workload(const Program& program, const std::vector<Given>& given);

/// A block of one workload from what was given, later mentions winning; throws Error for unknown names, wrong
/// types, values out of range, and missing inputs.
Block workload_of(const Program& program, const std::vector<Given>& given);

}  // namespace scaleplan
