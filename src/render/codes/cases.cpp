// The codes of case files and of failing cases.
#include <array>

#include "codes.hpp"

namespace scaleplan::render {
namespace {

constexpr std::array<Code, 8> of_cases = {{
    {"C001", "empty case", "A file without cases, a table without rows, or a case without expect:.",
     "Write the expected answer: expect: {stage: multi-az}."},
    {"C002", "unknown name in a case",
     "The case names a stage, limit, option or other thing that the rule set does not have.",
     "Name one that it has; scaleplan stages lists stages and limits."},
    {"C003", "value that cannot be expected",
     "The value is not a number, word or limit of the expected kind.",
     "Write a value as the hint says; numbers may have a tolerance: 920 +- 5%, 900 to 1k, at most 1k."},
    {"C004", "not a file of cases", "The head of the file does not name its rule set or format.",
     "Begin with rules: NAME."},
    {"C005", "malformed table",
     "Columns or rows are missing, or a row does not have one value for each column.",
     "Write columns: [users, stage] and rows: [[500, small]], with ~ where a row has no value."},
    {"C006", "set twice", "One case gives or expects the same thing twice.",
     "Set it for the whole table or in a column, not both."},
    {"C100", "failing case", "The answer to a workload differs from its case.",
     "If the rules are right, change the case; if not, the rules."},
    {"C101", "coverage too low", "The cases cover less of the rule set than --threshold requires.",
     "Add cases for the gaps that scaleplan rules test lists."},
}};

}  // namespace

std::span<const Code> case_codes() { return of_cases; }

}  // namespace scaleplan::render
