// The keys of catalogues: files of their own, as rule files use them, and what both hold.
#include <algorithm>

#include "sections.hpp"

namespace scaleplan {
namespace {

using read::without;

constexpr Key price_by_key = Key{
    "price_by", Form::words, "inputs and decisions whose values choose among price lists", "[region, term]"};
constexpr Key price_key =
    without("listed", Key{"price", Form::section,
                          "what every row costs, from its columns, its own price and everything else",
                          "{is: listed * (1 - discount), because: our contract}", "price_rule"});
constexpr Key fallback_key =
    Key{"fallback", Form::section, "the price of a row without one for its term: that of another term",
        "{term: none, because: not sold for a year}", "fallback"};
constexpr Key columns_key =
    Key{"columns", Form::by_id, "figures of each row, with their units", "memory: {unit: GiB}", "column"};
constexpr Key files_key =
    Key{"files", Form::words, "CSV files with rows, relative to this one; inline rows are laid over them",
        "[machines.csv]"};
constexpr Key rows_key = Key{"rows", Form::by_id, "sizes by name",
                             "small: {vcpu: 2, memory: 8, price: {north: 0.08, south: 0.09}}", "catalog_row"};
constexpr Key price_lists_key =
    Key{"price_lists", Form::by_id, "further prices by row, for rows that have none yet",
        "like_north: {estimated: yes, because: a tenth above the north, rows: {small: {south: 0.088}}}",
        "price_list"};

constexpr std::array catalog_use_keys = {
    Key{"file", Form::text, "the catalogue's file, relative to this one; the other keys are laid over it",
        "catalog/machines.yaml"},
    Key{"offers", Form::by_id,
        "usable share of a row, computed once from its columns, which needs are held against",
        "{cpu: {is: vcpu * speed, healthy: 60%, zone_lost: 85%}, memory: memory}", "offer"},
    Key{"source", Form::labels, "sources of the offers", "[judgement]"},
    Key{"because", Form::prose, "why this much is usable", "above 60 % of cpu answers get slow"},
    Key{"title", Form::prose, "subject of the catalogue, on one line", "Machines, on demand"},
    Key{"as_of", Form::prose, "the date of its prices", "2026-10-02"},
    Key{"sources", Form::by_id, "sources of its figures, as in a rule file",
        "price_list: {title: the provider's price list, as_of: 2026-10-02}", "catalog_source"},
    price_by_key,
    Key{"price_unit", Form::unit, "unit of all bare prices", "$/h"},
    price_key,
    fallback_key,
    columns_key,
    files_key,
    rows_key,
    price_lists_key,
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

constexpr std::array catalog_source_keys = {
    Key{"title", Form::prose, "its title, as others cite it", "our own load test"},
    Key{"address", Form::prose, "its address; quote it", "\"https://example.com/limits\""},
    Key{"as_of", Form::prose, "the date it speaks for", "2026-10-02"},
    Key{"confidence", Form::prose, "its reliability", "high"},
};

constexpr std::array catalog_keys = {
    Key{"catalog", Form::prose, "name of the catalogue", "machines"},
    Key{"extends", Form::text, "the catalogue that this one changes, relative to this file", "machines.yaml"},
    Key{"title", Form::prose, "its subject, on one line", "Machines, on demand"},
    Key{"as_of", Form::prose, "the date of its prices", "2026-10-02"},
    Key{"sources", Form::by_id, "sources of its figures, as in a rule file",
        "price_list: {title: the provider's price list, as_of: 2026-10-02}", "catalog_source"},
    Key{"source", Form::labels, "the sources of all rows", "[price_list]"},
    Key{"because", Form::prose, "how the rows were chosen", "current families only"},
    price_by_key,
    Key{"price_unit", Form::unit, "unit of all bare prices", "$/h"},
    price_key,
    fallback_key,
    columns_key,
    files_key,
    rows_key,
    price_lists_key,
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
        "{north: 0.08, south: 0.09}", "price"},
    Key{"as_of", Form::prose, "the date of its price, where it is not the catalogue's", "2026-10-02"},
    Key{"because", Form::prose, "its special feature", "the smallest that is sold"},
    Key{"source", Form::labels, "where this row is from", "[price_list]"},
};

constexpr std::array price_rule_keys = {
    Key{"is", Form::formula, "the price: a sum of products of figures of the row and of what all rows share",
        "listed * (1 - discount)"},
    Key{"because", Form::prose, "why they cost this", "our contract"},
    Key{"source", Form::labels, "its sources", "[contract]"},
};

constexpr std::array fallback_keys = {
    Key{"because", Form::prose, "why another price stands in", "not sold for a year"},
    Key{"source", Form::labels, "its sources", "[price_list]"},
};

constexpr std::array price_list_keys = {
    Key{"because", Form::prose, "their origin, or the rule that gives them", "a tenth above the north"},
    without("no", Key{"estimated", Form::yes_no, "whether a rule gives them and no list does", "yes"}),
    Key{"as_of", Form::prose, "the date of the prices that it starts from", "2026-10-02"},
    Key{"source", Form::labels, "its sources", "[price_list]"},
    Key{"files", Form::words, "CSV files with prices by row, relative to this one", "[estimates.csv]"},
    Key{"rows", Form::by_id, "prices by the name of the row", "small: {south: 0.088}", "price"},
};

constexpr Section catalog_part = {"catalog", "a catalogue file", "sizes that can be bought, with prices",
                                  catalog_keys};

constexpr std::array shared_parts = {
    Section{"catalog_use", "a catalogue as a rule set uses it", "a file, and the usable share of its rows",
            catalog_use_keys},
    Section{.id = "offer",
            .title = "an offer",
            .help = "a capacity of a row that components can need",
            .keys = offer_keys,
            .alone = Form::formula},
    Section{"catalog_source", "a source of a catalogue", "origin of its figures", catalog_source_keys},
    Section{"column", "a column", "a figure of each row", column_keys},
    Section{.id = "catalog_row",
            .title = "a row of a catalogue",
            .help = "something that can be bought",
            .keys = catalog_row_keys,
            .others = Form::text,
            .others_help = "the value of this column: a bare number in its unit, or one of its words"},
    Section{.id = "price_rule",
            .title = "a price formula",
            .help = "what every row of a catalogue costs",
            .keys = price_rule_keys,
            .alone = Form::formula},
    Section{.id = "fallback",
            .title = "a fallback of prices",
            .help = "which price stands in where a row has none for what was chosen",
            .keys = fallback_keys,
            .others = Form::text,
            .others_help = "of this choice, the value whose price stands in"},
    Section{"price_list", "a price list", "further prices by row, listed or estimated", price_list_keys},
    Section{.id = "price",
            .title = "prices",
            .help = "a bare number in price_unit, money over time, or a map of these by values of what "
                    "price_by names",
            .keys = {},
            .alone = Form::text,
            .others = Form::as_needed,
            .others_help = "the price for this value, or a map by the values of another choice"},
};

}  // namespace

std::span<const Section> read::catalog_use_sections() { return shared_parts; }

std::span<const Section> catalog_sections() {
  constexpr std::size_t of_uses = 2;  // the first ones: how a rule set uses a catalogue, and its offers
  static const std::array<Section, shared_parts.size() - of_uses + 1> all = [] {
    std::array<Section, shared_parts.size() - of_uses + 1> together{catalog_part};
    std::copy(shared_parts.begin() + of_uses, shared_parts.end(), together.begin() + 1);
    return together;
  }();
  return all;
}

}  // namespace scaleplan
