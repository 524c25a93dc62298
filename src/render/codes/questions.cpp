// The codes of command lines and workloads.
#include <array>

#include "codes.hpp"

namespace scaleplan::render {
namespace {

constexpr std::array<Code, 13> of_questions = {{
    {"U001", "usage", "The command line has an unknown verb, flag or value.",
     "See the hint, or scaleplan VERB --help."},
    {"U002", "path out of the repository", "A path of a project file leads out of the repository.",
     "Name a file in the folder that holds .git, or give the path as a flag."},
    {"W001", "unknown input", "The workload names an input that this rule set does not have.",
     "scaleplan recommend --help lists the inputs."},
    {"W002", "not a value of this input", "The value is not a number, or has another unit than the input.",
     "Write a number in the unit of the input, such as 50k, 20ms or 99.9%."},
    {"W003", "out of range", "The value lies outside what the input accepts.",
     "Give a value within the range, or widen it in the rule file."},
    {"W004", "required input missing",
     "An input without a default is not given and does not follow from others.",
     "Give one of the inputs named."},
    {"W005", "not a choice", "The input takes one of a few words, but not this one.",
     "Write one of the words named."},
    {"W006", "unknown move", "--with or --without names a move that this rule set does not have.",
     "Name one of those listed."},
    {"W007", "not a workload", "A workload file holds name: value pairs, each with a single value.",
     "Write one input on a line, such as users: 50k."},
    {"W008", "reversed range", "A range is written from low to high: low..high, or low..likely..high.",
     "Swap its ends: 30k..80k."},
    {"W009", "not a history",
     "A history has a line for each day on which users were counted: date,users, oldest first.",
     "Write lines such as 2026-01-31,1200."},
    {"W010", "move asked for and switched off",
     "--with and --without, or a workload file, name the same move.", "Name it under one of them."},
    {"W011", "a price is missing",
     "A component needs a price, or a figure of a table, that no rule gives for the region or another "
     "choice.",
     "Give it in a rule file that extends this one; the lines to fill in are shown. Of a catalogue one row "
     "is "
     "enough."},
}};

}  // namespace

std::span<const Code> question_codes() { return of_questions; }

}  // namespace scaleplan::render
