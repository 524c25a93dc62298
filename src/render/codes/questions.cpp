// What the codes of command lines and workloads mean.
#include <array>

#include "codes.hpp"

namespace scaleplan::render {
namespace {

constexpr std::array<Code, 10> of_questions = {{
    {"U001", "usage", "The command line has a verb, flag or value that is not known.",
     "See the hint, or scaleplan VERB --help."},
    {"W001", "unknown input", "The workload names an input that this rule set does not have.",
     "scaleplan recommend --help lists the inputs."},
    {"W002", "not a value of this input", "The value is no number, or is in another unit than the input.",
     "Write a number in the unit of the input, such as 50k, 20ms or 99.9%."},
    {"W003", "out of range", "The value lies outside what the input accepts.",
     "Give a value within the range, or widen it in the rule file."},
    {"W004", "a required input is missing",
     "An input without a default is neither given nor follows from others.",
     "Give one of the inputs that are named."},
    {"W005", "not a choice", "The input takes one of a few words, and this is none of them.",
     "Write one of the words that are named."},
    {"W006", "nothing that can be taken early", "--with names no early move of this rule set.",
     "Name one of those that are listed."},
    {"W007", "not a workload", "A workload file holds name: value pairs, each with a single value.",
     "Write one input on a line, such as users: 50k."},
    {"W008", "range upside down", "A range is written from low to high: low..high, or low..likely..high.",
     "Turn it round: 30k..80k."},
    {"W009", "not a history",
     "A history has a line for each day on which users were counted: date,users, oldest first.",
     "Write lines such as 2026-01-31,1200."},
}};

}  // namespace

std::span<const Code> question_codes() { return of_questions; }

}  // namespace scaleplan::render
