// What the codes of rule files and catalogues mean.
#include <array>

#include "codes.hpp"

namespace scaleplan::render {
namespace {

constexpr std::array<Code, 30> of_rules = {{
    {"R001", "unknown key", "A map has a key that nothing reads, most often a misspelled one.",
     "Write one of the keys that are named, or delete it; text of your own goes into note:."},
    {"R002", "missing key", "Something that is needed is not there, such as the formula of a metric.",
     "Add the key that is named."},
    {"R003", "wrong form", "A map stands where a text is expected, a text where a list is, and so on.",
     "Write the value in the form that is named."},
    {"R004", "unknown value", "A key takes one of a few values, and this is none of them.",
     "Write one of the values that are named."},
    {"R005", "name taken", "An id equals a unit, a function, or another id that formulas can say.",
     "Choose another id."},
    {"R006", "dash in a name", "The id is read by formulas, where - means minus.", "Write it with _."},
    {"R010", "unknown unit", "A unit is neither built in nor declared under units:.",
     "Correct it; a counted thing of your own is declared under units:."},
    {"R011", "unknown name",
     "A formula reads a name that is no input, metric, decision or table row, or calls a function that is "
     "not there.",
     "Correct the name, or declare it."},
    {"R012", "dimensions differ",
     "Values of different kinds, such as seconds and bytes, are added, compared, or given where the other is "
     "needed.",
     "Give each number its unit; multiply or divide by what changes one into the other."},
    {"R013", "wrong kind of value", "A number, a condition or a choice stands where another kind is needed.",
     "Compare a number with something to make a condition; compare a choice with a value in quotes."},
    {"R014", "depends on itself", "A formula reads, perhaps through others, the name that it defines.",
     "Break the circle at one of the names that are listed."},
    {"R015", "division by zero", "The divisor can be 0 within the ranges of the inputs.",
     "Narrow the range of the input, or write max(..., the smallest value that makes sense)."},
    {"R016", "wrong number of values", "A function is called with too few or too many values.",
     "See the function's form in the message."},
    {"R017", "not an amount", "A bound, a share or a lead time must be a number with a fitting unit.",
     "Write it like the example in the message."},
    {"R018", "range upside down",
     "The first bound of a range is greater than the second, or a bound of tiers() is not above the one "
     "before.",
     "Write [low, high], and bounds in rising order."},
    {"R019", "published range too wide", "The published range reaches beyond what can be given.",
     "Widen range: until it holds the published one, or correct that."},
    {"R020", "formula expected", "A formula must be a single value, and a map or a list stands there.",
     "Write the formula; in quotes when it holds , { } or :."},
    {"R021", "formula cannot be read", "The formula breaks the grammar of formulas.",
     "See the place that is marked."},
    {"R022", "unknown source", "A source is cited that is not declared under sources:.",
     "Correct the label, or declare the source."},
    {"R023", "unknown id",
     "A component, move, catalogue, offer, staged metric or neighbour is named that is not there.",
     "Correct the id, or declare it."},
    {"R024", "twice there, or not there", "Something is added that is there, or removed that is not.",
     "Delete the line; use change: to alter what an earlier stage brought."},
    {"R025", "catalogue cannot be read", "A catalogue lacks rows, a cell is no number, or a price is wrong.",
     "Rows hold bare numbers in the units of their columns."},
    {"R026", "rule set not found",
     "What extends:, includes:, goes_on:, file: or --rules names is not there, or is the file itself.",
     "Check the name; a path is relative to the file that names it."},
    {"R027", "other format", "The file is written for another format of rule files.",
     "Write format: 1, or use a program that reads that format."},
    {"R028", "count upside down",
     "A component's count has a min that is greater than its max, or more zones than there can be of it.",
     "Change both; a stage may have moved one of them only."},
    {"R029", "no count", "A count, or what belongs to it, is less than 1 or no whole number.",
     "Write a whole number from 1 on."},
    {"R030", "not a share",
     "An outage, what is survived of it, or what may be used of an offer, lies outside 0 to 100 %.",
     "Write a share, such as 0.5%."},
    {"R031", "no rule file", "The file has none of the keys of a rule file, so it is of another kind.",
     "Give it where files of its kind belong, or begin with ruleset: and format: 1."},
    {"R032", "breaks what is extended",
     "A line replaces or adds something, and lines of the file that is extended are wrong with it.",
     "Keep what they read, or change those lines too."},
    {"R033", "default out of range",
     "The default is no value that could be given: it lies outside of range:, whatever else is given.",
     "Correct its number or its unit, or widen range:."},
}};

}  // namespace

std::span<const Code> rule_codes() { return of_rules; }

}  // namespace scaleplan::render
