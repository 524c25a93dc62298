// One mistake, one message: findings that follow from the same word become one, where the mistake is.
#pragma once

#include "definitions.hpp"

namespace scaleplan::read {

/// Settles the words of `report` that nothing declares: a misspelled declaration is reported once, where
/// it stands, a use of what an extension removes where it is removed; other repetitions are counted.
void settle(Report& report, const Definitions& all);

/// The lines of some findings in words, each line once: "rules/a.yaml:3, rules/a.yaml:9 and 4 more".
std::string lines_in_words(const Report& report, const std::vector<std::size_t>& findings);

}  // namespace scaleplan::read
