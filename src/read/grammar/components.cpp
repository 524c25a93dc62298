// What components are made of: count, size, needs, costs, limits.
#include "sections.hpp"

namespace scaleplan::read {
namespace {

constexpr std::array component_keys = {
    Key{"title", Form::prose, "its name in words", "Web servers"},
    Key{"tier", Form::text, "the tier it belongs to", "web"},
    Key{"service", Form::section, "what is bought", "virtual machine", "service"},
    Key{"because", Form::prose, "what it is for", "web servers alone, so that they grow by themselves"},
    Key{"help", Form::prose, "what it is for, where there is no because", "answers requests"},
    Key{"source", Form::labels, "where that is from", "[book]"},
    without("true",
            Key{"present", Form::formula, "whether it is there at all; always without this", "has_cache"}),
    without("1", Key{"count", Form::section, "how many there are; one without this",
                     "{min: 2, max: 200, zones: 2}", "count"}),
    Key{"size", Form::section, "which rows of a catalogue it may be, and what it needs of them",
        "{from: machines, needs: {cpu: web_cpu}}", "size"},
    Key{"outage", Form::formula, "share of time in which it is down", "0.1%"},
    without("0%", Key{"survives", Form::formula,
                      "share of its own outage that users do not notice; none without this", "90%"}),
    Key{"cost", Form::by_id, "its bill beside the machines, line by line",
        "{disk: {is: 20 GiB * price.disk, kind: firm}}", "cost"},
    Key{"limits", Form::by_id, "limits that go wherever it goes",
        "{disk: {need: data_gib, limit: 54 TiB, because: 85 % of the largest volume}}", "limit"},
    Key{"links", Form::words, "the components it calls", "[database]"},
    Key{"covers", Form::words, "the components whose work it also does", "[server]"},
    Key{"found_as", Form::by_id, "matchers that recognise it in infrastructure files, by id",
        "{group: {types: acme_group, count: min_size, size: machine_type}}", "matcher"},
};

constexpr std::array by_key = {
    Key{"by", Form::text, "the input or decision whose value chooses", "db_service", {}, true},
};

constexpr std::array count_keys = {
    without("1", Key{"min", Form::formula, "the fewest; 1 without this", "2"}),
    without("min", Key{"max", Form::formula, "the most; as min without this", "200"}),
    without("1", Key{"zones", Form::formula,
                     "zones it spreads over; needs must then fit with one of them lost", "2"}),
    without("1", Key{"copies", Form::formula, "paid for each: itself and its standbys", "2"}),
    without("min", Key{"aim", Form::formula,
                       "the count to come near to among equally cheap ones; min without this", "4"}),
};

constexpr std::array size_keys = {
    Key{"from", Form::section, "the catalogue", "machines", "from", true},
    Key{"needs", Form::by_id, "what all of them together must carry, by offer; each is a limit",
        "{cpu: web_cpu, memory: {is: web_memory, because: open connections}}", "need"},
    Key{"each", Form::formulas, "what every single one needs besides", "{memory: 1 GiB}"},
    Key{"match", Form::texts, "columns that must equal the value of an input or decision",
        "{family: instance_family}"},
    Key{"where", Form::formula, "condition on the columns of a row", "family != 'storage'"},
    Key{"surcharge", Form::formula, "what each costs besides its row's price", "20 GiB * price.disk"},
    Key{"because", Form::prose, "why these rows", "no burstable ones under steady load"},
    Key{"source", Form::labels, "where that is from", "[judgement]"},
};

constexpr std::array need_keys = {
    Key{"is", Form::formula, "how much, in the dimension of the offer", "db_reads", {}, true},
    Key{"title", Form::prose, "its name in answers", "queries"},
    Key{"because", Form::prose, "why this much fits", "900 queries/s a vCPU"},
    Key{"source", Form::labels, "where that is from", "[benchmark]"},
    Key{"unit", Form::unit, "unit that answers print; that of the offer without this", "query/s"},
};

constexpr std::array cost_keys = {
    Key{"is", Form::formula, "the amount, money over time", "data_gib * $0.10/GiB/month", {}, true},
    without("firm",
            Key{"kind", Form::one_of, "firm: paid whatever comes; soft: follows use. firm without this",
                "soft", "firm soft"}),
    Key{"title", Form::prose, "what is paid, as the bill names it", "storage"},
    Key{"quantity", Form::formula, "how much is bought, shown beside the title", "data_gib"},
    Key{"unit", Form::unit, "unit of the quantity", "GiB"},
    Key{"because", Form::prose, "why it is paid", "backups are kept a week"},
    Key{"source", Form::labels, "where the price is from", "[price_list]"},
};

constexpr std::array limit_keys = {
    Key{"need", Form::formula, "what is needed, from inputs and metrics", "typical_users", {}, true},
    Key{"limit", Form::formula, "the most there can be, in the same dimension", "10k user", {}, true},
    Key{"unit", Form::unit, "unit of both", "GiB"},
    without("capacity",
            Key{"kind", Form::one_of, "capacity without this", "guidance", "guidance capacity availability"}),
    Key{"title", Form::prose, "what is limited, as answers name it", "downtime"},
    Key{"because", Form::prose, "why it ends there, as the answer says it", "one writer carries no more"},
    Key{"source", Form::labels, "where that is from", "[book, judgement]"},
};

constexpr std::array component_parts = {
    Section{"component", "a component", "a component of the topology", component_keys},
    Section{.id = "service",
            .title = "a service by choice",
            .help = "what is bought, by the value of a choice",
            .keys = by_key,
            .alone = Form::text,
            .others = Form::text,
            .others_help = "the service for this value"},
    Section{.id = "count",
            .title = "a count",
            .help = "how many there are",
            .keys = count_keys,
            .alone = Form::formula},
    Section{"size", "a size", "which rows of a catalogue it may be, and what it needs of them", size_keys},
    Section{.id = "from",
            .title = "a catalogue by choice",
            .help = "the catalogue, by the value of a choice",
            .keys = by_key,
            .alone = Form::text,
            .others = Form::text,
            .others_help = "the catalogue for this value"},
    Section{.id = "need",
            .title = "a need",
            .help = "what the size must carry",
            .keys = need_keys,
            .alone = Form::formula},
    Section{.id = "cost",
            .title = "a cost",
            .help = "a line of the bill",
            .keys = cost_keys,
            .alone = Form::formula},
    Section{"limit", "a limit", "what a stage can carry: need <= limit", limit_keys},
};

}  // namespace

std::span<const Section> component_sections() { return component_parts; }

}  // namespace scaleplan::read
