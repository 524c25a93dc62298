// Mistakes made on purpose in the shipped rule files: each with its place and what was meant.
#pragma once

#include <string>
#include <vector>

namespace scaleplan::test {

/// One rule file with one mistake in it.
struct Mutant {
  std::string category;
  std::string file;  ///< in the folder of rules
  std::string root;  ///< the rule set to load; a file of cases is read itself
  std::string text;  ///< the file's content with the mistake
  std::string what;  ///< the change, for who reads a failure
  int line = 0, column = 0;
  std::string meant;  ///< the word before a typing mistake; empty for other mistakes
};

/// A mistake written by hand: what is replaced, by what, and what is to be marked.
struct Mistake {
  const char* category;
  const char* file;
  const char* old;     ///< its first occurrence is replaced; empty: the whole file is
  const char* now;     ///< the text in its place
  const char* marked;  ///< the first of this in `now`; behind a ^, the first line of the file that begins so
  const char* meant = "";
};

/// The places of the files that the mistakes are made in.
inline constexpr const char* book = "learning-aws.yaml";
inline constexpr const char* aws = "aws.yaml";
inline constexpr const char* cache = "catalog/cache.yaml";
inline constexpr const char* cases_of_book = "learning-aws.cases.yaml";

/// `count` typing mistakes of one edit each: in keys, names, labels, references, units and ids.
std::vector<Mutant> typing_mistakes(std::size_t count);

/// Mistakes of every other kind, written by hand.
std::vector<Mutant> other_mistakes();

/// Faults of a value: its form, its unit, its range.
const std::vector<Mistake>& mistakes_of_values();
/// Faults of names: unknown, twice, misspelled, in a circle.
const std::vector<Mistake>& mistakes_of_names();
/// Faults of the layout: indentation, brackets, quotes, colons, missing parts.
const std::vector<Mistake>& mistakes_of_layout();

/// Sets line and column of `mutant` to the byte `at` of its text.
void place(Mutant& mutant, std::size_t at);

/// A file without mistakes; a catalogue with rows of its own stands for one whose rows are in CSV files.
std::string right_file(const std::string& file);

}  // namespace scaleplan::test
