// A program as bytes inside the binary: written when the program is built, read at start without parsing
// anything.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "scaleplan/program.hpp"
#include "scaleplan/recognition.hpp"
#include "text_file.hpp"

namespace scaleplan::read {

/// A rule set as bytes, in words so that its numbers are aligned.
std::vector<std::uint64_t> freeze(Program program);
/// The recognition of a rule set as bytes, for Program::recognition.
std::string freeze(Recognition rules);

/// The rule set in `words`, which must outlive it; texts and numbers are not copied.
Program thaw(std::span<const std::uint64_t> words);

/// One rule set inside the binary.
struct Prepared {
  std::string_view name;
  std::span<const std::uint64_t> words;
};

/// The rule sets that the build put into the binary; the default rule set first.
std::span<const Prepared> prepared_sets();
/// The rule files as they stand in the source tree, for those that extend them.
std::span<const TextFile> embedded_files();

}  // namespace scaleplan::read
