// A rule set with everything that was read on the way to its program: for who looks at the rules themselves.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "definitions/definitions.hpp"
#include "program/graph.hpp"
#include "rule_files.hpp"

namespace scaleplan::read {

/// Texts, definitions and program of one rule set; nothing in it may be moved, as they point to each other.
struct Loaded {
  std::shared_ptr<Texts> texts = std::make_shared<Texts>();
  Report report;
  Definitions all;
  Program program;
  std::vector<Range> ranges;  ///< the range of each column of the program
};

/// Reads as `read_program` does and keeps what it read; throws Error.
std::unique_ptr<Loaded> load(const std::string& name_or_path, const std::vector<TextFile>& builtin);

}  // namespace scaleplan::read
