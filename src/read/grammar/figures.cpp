// The keys of inputs, metrics, decisions and advice.
#include "sections.hpp"

namespace scaleplan::read {
namespace {

constexpr std::array input_keys = {
    without("ratio",
            Key{"unit", Form::unit, "unit of questions, answers and bounds; default: a ratio", "req/s/user"}),
    Key{"type", Form::one_of, "number, unless values are given", "yes/no", "number choice yes/no"},
    Key{"values", Form::words, "the values of a choice", "[pages, api, live]"},
    Key{"labels", Form::texts, "how answers name the values of a choice", "{api: API or mobile}"},
    ordered(Key{"range", Form::words, "least and greatest value that can be given; a number needs it",
                "[0, 100M]"}),
    ordered(Key{"published", Form::words, "least and greatest published value", "[0.7, 120]"}),
    Key{"default", Form::formula, "value assumed when it is not given; without it, the input is required",
        "users * 0.02 req/s/user"},
    Key{"else", Form::section,
        "its value from other inputs, when those are given: one formula, or several ways by id",
        "{load: peak_rps / rps_per_user}", "else"},
    Key{"help", Form::prose, "its meaning, for --help", "requests per second in the busiest minute"},
    Key{"because", Form::prose, "the reason for the default", "a user asks for 72 pages an hour"},
    Key{"ask", Form::prose, "the question to a person", "How many requests arrive in the busiest minute?"},
    Key{"where_to_look", Form::prose, "where a person finds the answer", "the access log"},
    Key{"source", Form::labels, "sources of the default", "[load-test]"},
    Key{"other_names", Form::texts, "what people also call it, with what to give instead",
        "{mau: \"users: {value}, users-kind: monthly\"}"},
    Key{"lens", Form::one_of, "book: also read for the answer of the guidance limits alone", "book", "book"},
    Key{"grows_with", Form::text,
        "the input that grows: where it varies, a given value of this one varies in proportion", "users"},
    Key{"mistaken_for", Form::section, "value of a given one if it was meant otherwise",
        "{is: rate * 3, says: your rate may be a mean}", "mistake"},
};

constexpr std::array otherwise_keys = {
    Key{"is",
        Form::formula,
        "its value; what depends on it must be given to be read",
        "peak_rps / rps_per_user",
        {},
        true},
    Key{"given", Form::words, "further inputs that must be given", "[requests_a_month]"},
};

constexpr std::array mistake_keys = {
    Key{"is", Form::formula, "the value it then has", "peak_rps * peak_to_mean", {}, true},
    Key{"says", Form::prose, "the doubt, as an answer prints it", "your peak may be a mean", {}, true},
};

constexpr std::array metric_keys = {
    Key{"is", Form::formula, "the formula", "peak_rps / peak_to_mean", {}, true},
    Key{"unit", Form::unit, "unit of the result, checked against the formula; yes/no for a condition",
        "req/s"},
    without("no", Key{"staged", Form::yes_no, "whether stages and moves may redefine it", "yes"}),
    Key{"help", Form::prose, "its meaning", "what the bill follows"},
    Key{"because", Form::prose, "why it is computed so; shown when there is no help",
        "a mean hides the peak"},
    Key{"source", Form::labels, "sources of the formula", "[judgement]"},
};

constexpr std::array decision_keys = {
    Key{"title", Form::prose, "the subject, as answers name it", "database"},
    Key{"help", Form::prose, "the question in full", "which service runs the database"},
    Key{"because", Form::prose, "why it is asked", "the services differ in failover"},
    Key{"source", Form::labels, "sources of the question", "[book]"},
    without("true", Key{"shown", Form::formula, "whether an answer shows it; default: always", "has_cache"}),
    ordered(Key{"options", Form::by_id, "tried in order; the last holds when no other does",
                "{redis: {when: \"zones > 1\", because: it spans zones}, memcached: {because: simplest}}",
                "option", true}),
};

constexpr std::array option_keys = {
    Key{"title", Form::prose, "the choice, as answers name it", "a managed database"},
    Key{"when", Form::formula, "the condition; every option but the last needs one", "availability > 99.9%"},
    Key{"because", Form::prose, "the reason, as the answer prints it", "fails over in a minute"},
    Key{"source", Form::labels, "sources of the reason", "[book]"},
};

constexpr std::array advice_keys = {
    Key{"title", Form::prose, "the subject", "is it the peak"},
    Key{"when", Form::formula, "the condition; default: always", "peak_rps > 100 req/s"},
    Key{"value", Form::formula, "the value of {value} in the sentence", "peak_rps / users"},
    Key{"unit", Form::unit, "unit of {value}", "req/s/user"},
    Key{"says", Form::prose, "the sentence; quote it", "\"{value} is more than anyone published.\""},
    Key{"as_of", Form::prose, "the date it speaks for", "2026-10-02"},
    Key{"because", Form::prose, "the reason for the remark", "daily means are often given for peaks"},
    Key{"source", Form::labels, "its sources", "[judgement]"},
};

constexpr std::array around_keys = {
    Key{"title", Form::prose, "the cost, as answers name it", "logs"},
    Key{"when", Form::formula, "the condition; default: always", "audience == 'public'"},
    Key{"is",
        Form::formula,
        "the cost; it may name `bill` and `bill_firm`, the stage's own",
        "bill * 9%",
        {},
        true},
    Key{"low", Form::formula, "the least that is usual; default: as `is`", "bill * 3%"},
    Key{"high", Form::formula, "the most that is usual; default: as `is`", "bill * 10%"},
    Key{"because", Form::prose, "the reason", "production wants answers within an hour"},
    Key{"source", Form::labels, "its sources", "[judgement]"},
};

constexpr std::array figure_parts = {
    Section{"input", "an input", "a fact about the workload, and the value assumed without it", input_keys},
    Section{.id = "else",
            .title = "ways to derive an input",
            .help = "the value of an input from others; the first way whose inputs are given counts",
            .alone = Form::formula,
            .others = Form::section,
            .others_of = "otherwise",
            .others_help = "a way, under an id of its own"},
    Section{.id = "otherwise",
            .title = "a way to derive an input",
            .help = "the value of an input from others",
            .keys = otherwise_keys,
            .alone = Form::formula},
    Section{"mistake", "a mistake", "another meaning of a given value", mistake_keys},
    Section{"metric", "a metric", "a named formula", metric_keys},
    Section{"decision", "a decision", "a question whose answer is one of its options", decision_keys},
    Section{"option", "an option", "an answer, with the condition under which it is taken", option_keys},
    Section{"advice", "advice", "a remark beside the answer", advice_keys},
    Section{"around", "a cost around the bill", "a cost that is printed beside the bill and not in it",
            around_keys},
};

}  // namespace

std::span<const Section> figure_sections() { return figure_parts; }

}  // namespace scaleplan::read
