// The codes of the lint.
#include <array>

#include "codes.hpp"

namespace scaleplan::render {
namespace {

constexpr std::array<Code, 44> of_lint = {{
    {"L001", "accepts nothing", "A lint: key accepts a finding that does not exist, or names no lint code.",
     "Delete it."},
    {"L002", "stage never chosen",
     "No workload that was tried, over the whole range of users with every input at its default, its ends "
     "and "
     "its choices, has this stage as its answer.",
     "Raise its limits above those of the stages before it, or remove it."},
    {"L003", "more users, earlier stage",
     "A limit breaks with fewer users and holds with more, so the answer goes back down the ladder as users "
     "grow. The finding names such a workload.",
     "Make the need grow with users, and the limit not grow with them."},
    {"L004", "component that depends on users",
     "The condition of present: depends on users, so limits of the component hold or vanish as users grow.",
     "Let a stage add or drop the component."},
    {"L005", "limit that never binds",
     "Within the ranges of the inputs the need never reaches the limit, in any stage that has it.",
     "Lower the limit, correct its unit, or remove it."},
    {"L006", "limit that always binds",
     "Within the ranges of the inputs the need is always greater than the limit, so no stage with it is "
     "chosen.",
     "Raise the limit, or correct its unit."},
    {"L007", "gap between bands",
     "A stage without a guidance limit stands before a stage that has one: the bands alone do not lead on "
     "from "
     "it.",
     "Give the stage a guidance limit, or the later one a limit of load."},
    {"L008", "limit that falls", "A stage can take less of the same need than the stage before it.",
     "Raise the limit of the later stage, or reorder the two with after:."},
    {"L009", "can be negative", "Within the ranges of the inputs the formula can be less than zero.",
     "Write max(..., 0), or narrow the range of an input."},
    {"L010", "can overflow", "Within the ranges of the inputs the formula exceeds any number.",
     "Narrow the range of an input, or bound the formula with min()."},
    {"L011", "bands overlap",
     "The guidance limit of a stage is not greater than that of a stage before it, so by the bands alone the "
     "stage is never the answer.",
     "Raise it, or accept it where another limit, such as availability, leads to the stage."},
    {"L012", "input never used", "No limit, price, decision or answer depends on the input.",
     "Use it in a formula, or delete it."},
    {"L013", "metric never used", "No limit, price, decision or answer depends on the metric.",
     "Use it in a formula, or delete it."},
    {"L014", "table row never used", "No formula that matters reads the row.", "Read it, or delete it."},
    {"L015", "source never cited", "No rule cites the source.", "Cite it where it is used, or delete it."},
    {"L016", "catalogue never used", "No component takes its sizes from the catalogue.",
     "Name it under size: from:, or delete it."},
    {"L017", "unit never used", "Nothing is counted in the unit.", "Delete it from units:."},
    {"L018", "component never used", "No stage and no move adds the component.",
     "Add it to a stage, or delete it."},
    {"L019", "move never taken",
     "No stage takes the move, and it has no condition under which it is advised.",
     "Take it in a stage, give it a when:, or delete it."},
    {"L020", "offer never needed", "No component has a need of this name.", "Delete the offer, or need it."},
    {"L021", "column never read", "No offer and no condition reads the column of the catalogue.",
     "Read it in an offer or a where:, or delete it."},
    {"L022", "size without a price", "The row has no price anywhere, so the size is never offered.",
     "Add a price, or delete the row."},
    {"L023", "no reason", "The rule has no because:, so an answer cannot say why.", "Add because: ..."},
    {"L024", "no source", "The rule has no source:, so a reader cannot check it.",
     "Add source: ..., which may be your own judgement, declared as such."},
    {"L025", "old price", "The price is older than a year on the day that --as-of gives.",
     "Look the price up, and change its source's as_of."},
    {"L026", "price without a date", "No source of the price has a date, so its age is not known.",
     "Give the source an as_of."},
    {"L027", "less available than the stage before",
     "The components of the stage together are down longer than those of the stage before it.",
     "Make a component more available, or accept it and say why."},
    {"L028", "option never chosen", "No workload that was tried takes this option of the decision.",
     "Correct its when:, or that of an option before it, or delete it."},
    {"L029", "component never recognised",
     "The rules recognise declared resources, but this component has no found_as:, no recognised component "
     "covers "
     "it, and none proves its stage with it: check passes it over.",
     "Write found_as: at the component, or accept it where it is never declared."},
    {"L030", "size never bought",
     "For every price list and every component that takes sizes of the catalogue, another size does at "
     "least as much at no higher cost, or a condition shuts the size out.",
     "Correct its price or columns, delete the row, or accept it in the catalogue: lint: {L030: reason}."},
    {"L032", "key without a value", "No value follows the colon.",
     "Write the value, delete the key, or write ~ for no value."},
    {"L033", "empty remark", "The remark has no says:, so an answer shows no text for it.", "Add says: ..."},
    {"L034", "limit of zero", "The limit is 0 or less, so it breaks at any load.",
     "Write the most there can be, or drop the limit."},
    {"L035", "unknown confidence", "The confidence of a source is not high, medium or low.",
     "Write high, medium or low."},
    {"L036", "new id like an inherited one",
     "The file extends a rule set and adds an id that is one letter from an inherited one of the same map.",
     "Write the inherited id, or accept the new one."},
    {"L037", "price missing for a choice",
     "A catalogue has no price at all, or a row of a table no figure, for a value that an input or a "
     "decision "
     "can take: a question that needs it is an error (W011).",
     "Give it, or accept that such questions have no answer."},
    {"L038", "inherited component taken over",
     "The file extends a rule set and gives an inherited component another service and another title or "
     "tier, "
     "so it is something new; but what the file leaves out is still that of the inherited one.",
     "Write replace: yes in it, choose another id, or accept it."},
    {"L039", "price left behind",
     "The price is more than a year older than the newest price of the rule set, so bills add up prices of "
     "different times.",
     "Look the price up, and change its as_of, or accept it."},
    {"L040", "price far off its family",
     "A size costs five times as much, or as little, for each unit of a figure as the sizes whose names "
     "begin "
     "alike: one of the two numbers may have a digit too many.",
     "Correct the price or the figure."},
    {"L041", "dearer with less",
     "A size costs more than another one of its family that has as much of everything and more of something.",
     "Correct the price or the figures."},
    {"L042", "mixed price units", "A row gives its price over another time than the catalogue does.",
     "Write it in price_unit."},
    {"L043", "less with a zone lost",
     "Of the offer more may be used with everything up than with a zone lost, when the rest has to carry it "
     "all.",
     "Raise zone_lost: to healthy: or more, or lower healthy:."},
    {"L044", "aim above max", "The count that is preferred is greater than the most there can be.",
     "Lower aim:, or raise max:."},
    {"L045", "condition leaves few sizes",
     "The condition shuts out nine of ten sizes of the catalogue or more, whatever is chosen.",
     "Correct the condition, or accept it."},
}};

}  // namespace

std::span<const Code> lint_codes() { return of_lint; }

}  // namespace scaleplan::render
