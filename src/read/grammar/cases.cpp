// The keys of a case file: the tests of a rule set.
#include "sections.hpp"

namespace scaleplan {
namespace {

constexpr std::array file_keys = {
    Key{"rules",
        Form::text,
        "the rule set under test: a built-in name, or a file beside this one",
        "our-shop",
        {},
        true},
    Key{"format", Form::one_of, "version of this language; default: 1", "1", "1"},
    Key{"title", Form::text, "subject of the tests, on one line", "Our shop"},
    Key{"unreachable", Form::texts, "limits that no workload breaks or comes near to, each with the reason",
        "{nosql.writes: a hundred tables are more than anyone asks for}"},
    Key{"cases", Form::by_id, "cases and tables of cases, by a name in words",
        "a small shop: {given: {users: 5k}, expect: {stage: multi-az}}", "case", true},
};

constexpr std::array case_keys = {
    Key{"given", Form::as_needed, "inputs with their values, as flags take them; with and without name moves",
        "{users: 5k, availability: 99%}"},
    Key{"expect", Form::as_needed,
        "the expected answer: stage, binding, cost, a metric, a decision, web.count, web.cpu.need",
        "{stage: multi-az, binding: outage, web.count: 2 to 8, cost: at most $1k}"},
    Key{"columns", Form::words, "of a table: names of inputs and expectations", "[users, stage, binding]"},
    Key{"rows", Form::as_needed, "of a table: one value for each column, ~ for no value",
        "[[500, single-instance, none], [501, split-database, several-hundred]]"},
    Key{"because", Form::text, "the reason", "the book says so"},
};

constexpr std::array case_parts = {
    Section{"cases", "a file of cases", "answers that a rule set must give", file_keys},
    Section{"case", "a case", "a workload and the expected answer, once or as a table", case_keys},
};

}  // namespace

std::span<const Section> case_sections() { return case_parts; }

}  // namespace scaleplan
