// What the codes of files of cases, and of what they find, mean.
#include <array>

#include "codes.hpp"

namespace scaleplan::render {
namespace {

constexpr std::array<Code, 8> of_cases = {{
    {"C001", "a case that says nothing",
     "A file without cases, a table without rows, or a case without expect:.",
     "Write what the answer has to be: expect: {stage: multi-az}."},
    {"C002", "unknown name in a case",
     "The case names a stage, limit, option or other thing that the rule set does not have.",
     "Name one that it has; scaleplan stages lists stages and limits."},
    {"C003", "not a value that can be expected",
     "The value is no number, word or limit of the kind that is expected.",
     "Write a value as the hint says; numbers may have a tolerance: 920 +- 5%, 900 to 1k, at most 1k."},
    {"C004", "not a file of cases",
     "The head of the file does not say which rule set it is about, or in which format.",
     "Begin with rules: NAME."},
    {"C005", "a table that is not one",
     "Columns or rows are missing, or a row has not one value for each column.",
     "Write columns: [users, stage] and rows: [[500, small]], with ~ where a row says nothing."},
    {"C006", "said twice", "One case gives or expects the same thing twice.",
     "Say it for the whole table or in a column, not both."},
    {"C100", "a case that fails", "The answer to a workload is not what its case expects.",
     "If the rules are right, change the case; if not, the rules."},
    {"C101", "too little is seen", "The cases have seen less of the rule set than --threshold asks for.",
     "Add cases for what scaleplan rules test names as not seen."},
}};

}  // namespace

std::span<const Code> case_codes() { return of_cases; }

}  // namespace scaleplan::render
