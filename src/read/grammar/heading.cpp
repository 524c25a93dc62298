// The keys of the rule file itself, its sources and its tables.
#include "sections.hpp"

namespace scaleplan {
namespace {

using read::ordered;
using read::without;

constexpr std::array ruleset_keys = {
    Key{"ruleset", Form::prose, "name of the rule set, shown in every answer", "our-shop", {}, true},
    Key{"format", Form::one_of, "version of this language", "1", "1", true},
    Key{"extends", Form::text,
        "the rule set that this one changes: a built-in name, or a file relative to this one", "aws"},
    Key{"includes", Form::words, "files with further sections of this rule set, relative to this one",
        "recognition/aws.yaml"},
    Key{"title", Form::prose, "its subject, on one line", "AWS web application, one user to millions"},
    Key{"version", Form::prose, "your own version of the rules; quote it", "\"1.0\""},
    Key{"goes_on", Form::text, "rule set that goes further than the last stage here", "aws"},
    Key{"units", Form::words, "counted things besides time, bytes and money; at most 21",
        "[user, req, query]"},
    Key{"not_counted", Form::words, "costs outside the bill, listed below it", "[support, staging, people]"},
    without("users",
            Key{"grows", Form::text, "the input that growth and headroom count in; default: users", "tps"}),
    Key{"words", Form::section, "words of answers that every rule set chooses",
        "{firm: machines, soft: traffic, guide: the book, prices: on demand}", "words"},
    Key{"sources", Form::by_id, "sources of figures and statements; rules cite them by label",
        "load-test: {title: our own load test, as_of: 2026-10-02}", "source"},
    Key{"tables", Form::by_id, "figures that depend on a choice; formulas read them as table.row",
        "price: {by: region, disk: {north: $0.08/GiB/month, south: $0.09/GiB/month}}", "table"},
    Key{"catalogs", Form::by_id, "sizes that can be bought, and their usable share",
        "machines: {file: machines.yaml, offers: {cpu: cores, memory: memory}}", "catalog_use"},
    Key{"inputs", Form::by_id, "facts about the workload; each is a flag and a key of workload files",
        "users: {unit: user, range: [1, 1G], help: projected users}", "input"},
    Key{"decisions", Form::by_id, "questions beside the ladder, answered by one of their options",
        "engine: {options: {big: {when: \"users > 1k user\", because: it is busy}, small: {because: calm}}}",
        "decision"},
    Key{"metrics", Form::by_id, "named formulas over inputs, decisions, tables and other metrics",
        "mean_rps: {unit: req/s, is: peak_rps / 3}", "metric"},
    Key{"components", Form::by_id, "the components that stages are made of, in the order of the topology",
        "web: {tier: web, service: virtual machine, count: {min: 1, max: 10}}", "component"},
    Key{"moves", Form::by_id, "changes that several stages share, or that can be taken early",
        "cache: {adds: [cache], when: \"reads > 20k query/s\", metrics: {reads: before / 5}}", "move"},
    Key{"limits", Form::by_id, "limits that hold in every stage",
        "outage: {kind: availability, need: outage, limit: 1 - availability}", "limit"},
    Key{"upkeep_price", Form::formula, "price of the work that components cost their people; default: none",
        "$75/h"},
    Key{"readings", Form::section, "what else a number can have been meant as, while its kind is not given",
        "{by: users_kind, values: [monthly, daily], shows: peak_rps, unit: req/s, title: requests/s}",
        "readings"},
    Key{"regret", Form::section, "weights of a stage too small or too big, for ranges",
        "{too_small: 3, too_big: 1, because: an outage costs more}", "regret"},
    Key{"advice", Form::by_id, "remarks printed when their condition holds",
        "peak: {when: \"peak_rps > 100 req/s\", value: peak_rps, unit: req/s, says: \"{value} is much.\"}",
        "advice"},
    Key{"around", Form::by_id, "costs around the bill: printed beside it, neither compared nor chosen by",
        "support: {is: bill * 9%, because: production wants answers}", "around"},
    Key{"recognition", Form::section,
        "how declared resources are recognised: names, terms, dialects, advisories",
        "{names: [name, tags.Name]}", "recognition"},
    ordered(Key{"stages", Form::by_id,
                "the ladder, the simplest first; each is the one before it and what changes",
                "two-zones: {adds: [balancer], change: {web: {count: {min: 2, zones: 2}}}}", "stage", true}),
};

constexpr std::array words_keys = {
    Key{"firm", Form::prose, "costs paid at any load", "machines"},
    Key{"soft", Form::prose, "costs that follow use", "traffic"},
    Key{"guide", Form::prose, "origin of the guidance limits", "the book"},
    Key{"prices", Form::prose, "kind of list prices", "on demand"},
};

constexpr std::array readings_keys = {
    Key{"by", Form::text, "the input with values that is the kind", "users_kind", {}, true},
    Key{"values", Form::words, "those of its values that answers show; default: all", "[monthly, daily]"},
    Key{"shows", Form::formula, "what each makes of the load", "peak_rps", {}, true},
    Key{"unit", Form::unit, "unit of that; default: a ratio", "req/s"},
    Key{"title", Form::prose, "its name in answers", "requests/s"},
};

constexpr std::array regret_keys = {
    Key{"too_small", Form::text, "weight of each stage short of the one needed", "3", {}, true},
    Key{"too_big", Form::text, "weight of each stage beyond the one needed", "1", {}, true},
    Key{"because", Form::prose, "why these weights", "an outage costs more than idle machines", {}, true},
    Key{"source", Form::labels, "their sources", "[judgement]"},
};

constexpr std::array source_keys = {
    Key{"title", Form::prose, "its title, as others cite it", "our own load test"},
    Key{"address", Form::prose, "its address; quote it", "\"https://example.com/limits\""},
    Key{"as_of", Form::prose, "the date it speaks for", "2026-10-02"},
    Key{"confidence", Form::prose, "its reliability", "high"},
    Key{"statements", Form::prose, "numbered statements that can be cited one by one", "S01..S36"},
};

constexpr std::array table_keys = {
    Key{"by", Form::text,
        "the input or decision whose value picks the column; without it rows have one value", "region"},
    Key{"files", Form::words, "CSV files with rows, relative to this one; inline rows are laid over them",
        "[prices.csv]"},
};

constexpr std::array row_keys = {
    Key{"is", Form::formula, "the value, when it is the same for every choice", "$0.005/h"},
    Key{"unit", Form::text, "unit of the bare numbers in this row, as it would stand behind them",
        "$/GiB/month"},
    Key{"as_of", Form::prose, "the date of its figures, where it is not that of its sources", "2026-10-02"},
    Key{"estimated", Form::words, "values of `by` whose figures a rule gives and no list does", "[south]"},
    Key{"source", Form::labels, "sources of the figures", "[price_list]"},
    Key{"because", Form::prose, "why these figures", "list prices without discounts"},
};

constexpr std::array heading_parts = {
    Section{"ruleset", "a rule file", "inputs, components and stages with their limits", ruleset_keys},
    Section{"words", "words of answers", "words of answers that every rule set chooses", words_keys},
    Section{"readings", "readings", "a number read in several ways", readings_keys},
    Section{"regret", "regret", "weights of a stage that turns out too small or too big", regret_keys},
    Section{"source", "a source", "origin of a figure or a statement", source_keys},
    Section{.id = "table",
            .title = "a table",
            .help = "figures by the value of a choice",
            .keys = table_keys,
            .others = Form::section,
            .others_of = "row",
            .others_help = "a row: one figure, or one for each value of `by`"},
    Section{.id = "row",
            .title = "a row of a table",
            .help = "one figure, or one for each value of the choice",
            .keys = row_keys,
            .alone = Form::formula,
            .others = Form::formula,
            .others_help = "the figure for this value of the choice"},
};

}  // namespace

std::span<const Section> read::heading_sections() { return heading_parts; }

}  // namespace scaleplan
