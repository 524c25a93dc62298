// Finds the line of an extending file that makes lines wrong which its author did not write.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "loaded.hpp"

namespace scaleplan::read {

/// A key of a file that is read as if it were not there.
struct Omission {
  std::string file;
  std::vector<std::string> path;  ///< empty: all but the heading
};

/// Whether `key` makes a file the rule set that it is.
inline bool is_heading_key(std::string_view key) {
  return key == "extends" || key == "ruleset" || key == "format";
}

/// A rule set read as far as it went.
struct Reading {
  std::unique_ptr<Loaded> loaded = std::make_unique<Loaded>();
  int reached = 0;          ///< 0: its files; 1: its sections; 2: its formulas; 3: all
  std::vector<Node> files;  ///< in the order in which they are laid over each other; the built-in ones apart
};

/// Reports errors in files that are extended at the line of the extending file without which they are not
/// there.
void find_culprits(Reading& reading, const std::function<Reading(const Omission&)>& again,
                   const std::function<bool(const std::string&)>& built_in);

}  // namespace scaleplan::read
