// The codes of rule files and catalogues.
#include <array>

#include "codes.hpp"

namespace scaleplan::render {
namespace {

constexpr std::array<Code, 30> of_rules = {{
    {"R001", "unknown key", "A map has a key that is never read, most often a misspelled one.",
     "Write one of the keys named, or delete it; put your own text in note:."},
    {"R002", "missing key", "A required key is missing, such as the formula of a metric.",
     "Add the key named."},
    {"R003", "wrong form", "A map is written where text is expected, text where a list is, and so on.",
     "Write the value in the form named."},
    {"R004", "unknown value", "A key takes one of a few values, but not this one.",
     "Write one of the values named."},
    {"R005", "name taken", "An id equals a unit, a function, or another id that formulas can read.",
     "Choose another id."},
    {"R006", "dash in a name", "The id is read by formulas, where - means minus.", "Write it with _."},
    {"R010", "unknown unit", "A unit is neither built in nor declared under units:.",
     "Correct it; declare counted things of your own under units:."},
    {"R011", "unknown name",
     "A formula reads a name that is not an input, metric, decision or table row, or calls an unknown "
     "function.",
     "Correct the name, or declare it."},
    {"R012", "dimensions differ",
     "Values of different kinds, such as seconds and bytes, are added, compared, or given where the other is "
     "needed.",
     "Give each number its unit; multiply or divide to convert one into the other."},
    {"R013", "wrong kind of value",
     "A number, a condition or a choice is written where another kind is needed.",
     "Compare a number with something to make a condition; compare a choice with a value in quotes."},
    {"R014", "depends on itself", "A formula reads, perhaps through others, the name that it defines.",
     "Break the circle at one of the names listed."},
    {"R015", "division by zero", "The divisor can be 0 within the ranges of the inputs.",
     "Narrow the range of the input, or write max(..., the smallest value that makes sense)."},
    {"R016", "wrong number of values", "A function is called with too few or too many values.",
     "See the function's form in the message."},
    {"R017", "not an amount", "A bound, a share or a lead time must be a number with a fitting unit.",
     "Write it like the example in the message."},
    {"R018", "reversed range",
     "The first bound of a range is greater than the second, or a bound of tiers() is not above the one "
     "before.",
     "Write [low, high], and bounds in rising order."},
    {"R019", "published range too wide", "The published range reaches beyond the accepted range.",
     "Widen range: until it holds the published one, or correct that."},
    {"R020", "formula expected", "A formula must be a single value, not a map or a list.",
     "Write the formula; in quotes when it holds , { } or :."},
    {"R021", "formula cannot be read", "The formula breaks the grammar of formulas.",
     "See the marked place."},
    {"R022", "unknown source", "A cited source is not declared under sources:.",
     "Correct the label, or declare the source."},
    {"R023", "unknown id",
     "A component, move, catalogue, offer, staged metric or neighbour that is named does not exist.",
     "Correct the id, or declare it."},
    {"R024", "duplicate or missing id", "An id is added that exists, or removed that does not.",
     "Delete the line; use change: to alter a component of an earlier stage."},
    {"R025", "catalogue cannot be read",
     "A catalogue lacks rows, a cell is not a number, or a price is wrong.",
     "Rows hold bare numbers in the units of their columns."},
    {"R026", "rule set not found",
     "A name under extends:, includes:, goes_on:, file: or --rules does not exist, or is the file itself.",
     "Check the name; a path is relative to the file that names it."},
    {"R027", "unsupported format", "The file is written for another format of rule files.",
     "Write format: 1, or use a program that reads that format."},
    {"R028", "reversed count",
     "A component's count has a min that is greater than its max, or more zones than its max.",
     "Change both; a stage may have moved one of them only."},
    {"R029", "no count", "A count, or what belongs to it, is less than 1 or not a whole number.",
     "Write a whole number of at least 1."},
    {"R030", "not a share",
     "An outage, its survived share, or the usable share of an offer is outside 0 to 100 %.",
     "Write a share, such as 0.5%."},
    {"R031", "not a rule file", "The file has none of the keys of a rule file, so it is of another kind.",
     "Pass it with the flag of its kind, or begin with ruleset: and format: 1."},
    {"R032", "breaks the extended rule set",
     "A line replaces or adds something that makes lines of the extended file wrong.",
     "Keep what they read, or change those lines too."},
    {"R033", "default out of range",
     "The default is not an accepted value: it is outside range:, whatever else is given.",
     "Correct its number or its unit, or widen range:."},
}};

}  // namespace

std::span<const Code> rule_codes() { return of_rules; }

}  // namespace scaleplan::render
