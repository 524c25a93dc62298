// Mistakes made on purpose in the shipped rule files: each with its place and what was meant.
#pragma once

#include <string>
#include <vector>

namespace scaleplan::test {

/// One rule file with one mistake in it.
struct Mutant {
  std::string category;
  std::string file;  ///< in the folder of rules
  std::string root;  ///< the rule set to load
  std::string text;  ///< the file's content with the mistake
  std::string what;  ///< the change, for who reads a failure
  int line = 0, column = 0;
  std::string meant;  ///< the word before a typing mistake; empty for other mistakes
};

/// `count` typing mistakes of one edit each: in keys, names, labels, references, units and ids.
std::vector<Mutant> typing_mistakes(std::size_t count);

/// Mistakes of type, unit, range, order, structure, circles and missing keys, written by hand.
std::vector<Mutant> other_mistakes();

}  // namespace scaleplan::test
