// The keys of the rule file itself, its sources, tables and catalogues, and of a catalogue file.
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
    Key{"regret", Form::section, "weights of a stage too small or too big, for ranges",
        "{too_small: 3, too_big: 1, because: an outage costs more}", "regret"},
    Key{"advice", Form::by_id, "remarks printed when their condition holds",
        "peak: {when: \"peak_rps > 100 req/s\", value: peak_rps, unit: req/s, says: \"{value} is much.\"}",
        "advice"},
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
};

constexpr std::array row_keys = {
    Key{"is", Form::formula, "the value, when it is the same for every choice", "$0.005/h"},
    Key{"source", Form::labels, "sources of the figures", "[price_list]"},
    Key{"because", Form::prose, "why these figures", "list prices without discounts"},
};

constexpr std::array catalog_use_keys = {
    Key{"file", Form::text, "the catalogue's file, relative to this one", "catalog/machines.yaml", {}, true},
    Key{"offers", Form::by_id, "usable share of a row, computed once from its columns",
        "{cpu: {is: vcpu * speed, healthy: 60%, zone_lost: 85%}, memory: memory}", "offer", true},
    Key{"source", Form::labels, "sources of the offers", "[judgement]"},
    Key{"because", Form::prose, "why this much is usable", "above 60 % of cpu answers get slow"},
};

constexpr std::array offer_keys = {
    Key{"is", Form::formula, "formula over the catalogue's columns", "vcpu * 900 query/s/vCPU", {}, true},
    without("100%", Key{"healthy", Form::share,
                        "share of it that may be used with all zones up; default: all", "60%"}),
    without("healthy", Key{"zone_lost", Form::share,
                           "share that may be used with a zone lost; default: healthy", "85%"}),
    Key{"because", Form::prose, "why this share", "answers get slow above it"},
    Key{"source", Form::labels, "sources of the share", "[scaling_guide]"},
};

constexpr std::array heading_parts = {
    Section{"ruleset", "a rule file", "inputs, components and stages with their limits", ruleset_keys},
    Section{"words", "words of answers", "words of answers that every rule set chooses", words_keys},
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
    Section{"catalog_use", "a catalogue as a rule set uses it", "a file, and the usable share of its rows",
            catalog_use_keys},
    Section{.id = "offer",
            .title = "an offer",
            .help = "a capacity of a row that components can need",
            .keys = offer_keys,
            .alone = Form::formula},
};

constexpr std::array catalog_keys = {
    Key{"catalog", Form::prose, "name of the catalogue", "machines"},
    Key{"title", Form::prose, "its subject, on one line", "Machines, on demand"},
    Key{"as_of", Form::prose, "the date of its prices", "2026-10-02"},
    Key{"sources", Form::by_id, "sources of its figures, as in a rule file",
        "price_list: {title: the provider's price list, as_of: 2026-10-02}", "catalog_source"},
    Key{"source", Form::labels, "the sources of all rows", "[price_list]"},
    Key{"because", Form::prose, "how the rows were chosen", "current families only"},
    Key{"price_by", Form::text, "the input whose values are price lists", "region"},
    Key{"price_unit", Form::unit, "unit of all prices", "$/h", {}, true},
    Key{"columns", Form::by_id, "figures of each row, with their units", "memory: {unit: GiB}", "column"},
    Key{"rows", Form::by_id, "sizes by name",
        "small: {vcpu: 2, memory: 8, price: {north: 0.08, south: 0.09}}", "catalog_row", true},
};

constexpr std::array column_keys = {
    Key{"unit", Form::unit, "unit of the bare numbers in the rows", "GiB"},
    Key{"values", Form::words, "the words it can hold, when it is not a number", "[general, memory]"},
    Key{"help", Form::prose, "its meaning", "main memory"},
    Key{"because", Form::prose, "how it was measured or judged", "measured against one of c7g"},
    Key{"source", Form::labels, "its sources", "[measured]"},
};

constexpr std::array catalog_row_keys = {
    Key{"price", Form::section, "its price, or one for each price list; where one is missing it is not sold",
        "{north: 0.08, south: 0.09}", "price", true},
    Key{"because", Form::prose, "its special feature", "the smallest that is sold"},
    Key{"source", Form::labels, "where this row is from", "[price_list]"},
};

constexpr std::array catalog_parts = {
    Section{"catalog", "a catalogue file", "sizes that can be bought, with prices", catalog_keys},
    Section{"catalog_source", "a source of a catalogue", "origin of its figures",
            std::span(source_keys).first(4)},
    Section{"column", "a column", "a figure of each row", column_keys},
    Section{.id = "catalog_row",
            .title = "a row of a catalogue",
            .help = "something that can be bought",
            .keys = catalog_row_keys,
            .others = Form::text,
            .others_help = "the value of this column: a bare number in its unit, or one of its words"},
    Section{.id = "price",
            .title = "prices",
            .help = "a bare number in price_unit, or one for each value of what price_by names",
            .keys = {},
            .alone = Form::number,
            .others = Form::number,
            .others_help = "the price in this price list"},
};

}  // namespace

std::span<const Section> read::heading_sections() { return heading_parts; }

std::span<const Section> catalog_sections() { return catalog_parts; }

}  // namespace scaleplan
