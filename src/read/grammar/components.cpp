// The keys of components: count, size, needs, costs, limits.
#include "sections.hpp"

namespace scaleplan::read {
namespace {

constexpr std::array component_keys = {
    Key{"title", Form::prose, "its name in words", "Web servers"},
    Key{"tier", Form::text, "the tier it belongs to", "web"},
    Key{"service", Form::section, "the service bought", "virtual machine", "service"},
    Key{"because", Form::prose, "its purpose", "web servers alone, so that they grow by themselves"},
    Key{"help", Form::prose, "its purpose, where there is no because", "answers requests"},
    Key{"source", Form::labels, "its sources", "[book]"},
    without("true", Key{"present", Form::formula, "whether it is present; default: always", "has_cache"}),
    without("1", Key{"count", Form::section, "how many there are; default: one",
                     "{min: 2, max: 200, zones: 2}", "count"}),
    Key{"size", Form::section, "rows of a catalogue that it can use, and its needs",
        "{from: machines, needs: {cpu: web_cpu}}", "size"},
    Key{"outage", Form::formula, "share of time in which it is down", "0.1%"},
    without("0%", Key{"survives", Form::formula,
                      "share of its own outage that users do not notice; default: 0%", "90%"}),
    without("0",
            Key{"upkeep", Form::formula,
                "work of its people, time over time, priced by upkeep_price; default: 0", "1.5 h/month"}),
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
    without("1", Key{"min", Form::formula, "the fewest; default: 1", "2"}),
    without("min", Key{"max", Form::formula, "the most; default: min", "200"}),
    without("1", Key{"zones", Form::formula,
                     "zones it spreads over; needs must then fit with one of them lost", "2"}),
    without("1", Key{"copies", Form::formula, "paid for each: itself and its standbys", "2"}),
    without("min", Key{"aim", Form::formula, "preferred count among equally cheap ones; default: min", "4"}),
};

constexpr std::array size_keys = {
    Key{"from", Form::section, "the catalogue; may be left out beside is: where one alone has the row",
        "machines", "from"},
    Key{"is", Form::text, "the one row that it is; needs are limits all the same", "large"},
    Key{"needs", Form::by_id, "load of all instances together, by offer; each need is a limit",
        "{cpu: web_cpu, memory: {is: web_memory, because: open connections}}", "need"},
    Key{"each", Form::formulas, "further need of each instance", "{memory: 1 GiB}"},
    Key{"match", Form::texts, "columns that must equal the value of an input or decision",
        "{family: instance_family}"},
    Key{"where", Form::formula, "condition on the columns of a row", "family != 'storage'"},
    Key{"surcharge", Form::formula, "cost of each instance besides the price of its row",
        "20 GiB * price.disk"},
    Key{"because", Form::prose, "why these rows", "no burstable ones under steady load"},
    Key{"source", Form::labels, "its sources", "[judgement]"},
};

constexpr std::array need_keys = {
    Key{"is", Form::formula, "how much, in the dimension of the offer", "db_reads", {}, true},
    Key{"title", Form::prose, "its name in answers", "queries"},
    Key{"because", Form::prose, "why this much fits", "900 queries/s a vCPU"},
    Key{"source", Form::labels, "its sources", "[benchmark]"},
    Key{"unit", Form::unit, "unit that answers print; default: that of the offer", "query/s"},
};

constexpr std::array cost_keys = {
    Key{"is", Form::formula, "the amount, money over time", "data_gib * $0.10/GiB/month", {}, true},
    without("firm", Key{"kind", Form::one_of, "firm: paid at any load; soft: follows use; default: firm",
                        "soft", "firm soft"}),
    Key{"title", Form::prose, "the item, as the bill names it", "storage"},
    Key{"quantity", Form::formula, "how much is bought, shown beside the title", "data_gib"},
    Key{"unit", Form::unit, "unit of the quantity", "GiB"},
    Key{"because", Form::prose, "why it is paid", "backups are kept a week"},
    Key{"source", Form::labels, "sources of the price", "[price_list]"},
};

constexpr std::array limit_keys = {
    Key{"need", Form::formula, "the need, from inputs and metrics", "typical_users", {}, true},
    Key{"limit", Form::formula, "the greatest value allowed, in the same dimension", "10k user", {}, true},
    Key{"unit", Form::unit, "unit of both", "GiB"},
    without("capacity",
            Key{"kind", Form::one_of, "default: capacity", "guidance", "guidance capacity availability"}),
    Key{"title", Form::prose, "the subject of the limit, as answers name it", "downtime"},
    Key{"because", Form::prose, "the reason, as the answer prints it", "one writer carries no more"},
    Key{"source", Form::labels, "its sources", "[book, judgement]"},
};

constexpr std::array component_parts = {
    Section{"component", "a component", "a component of the topology", component_keys},
    Section{.id = "service",
            .title = "a service by choice",
            .help = "the service bought, by the value of a choice",
            .keys = by_key,
            .alone = Form::text,
            .others = Form::text,
            .others_help = "the service for this value"},
    Section{.id = "count",
            .title = "a count",
            .help = "how many there are",
            .keys = count_keys,
            .alone = Form::formula},
    Section{"size", "a size", "rows of a catalogue that it can use, and its needs", size_keys},
    Section{.id = "from",
            .title = "a catalogue by choice",
            .help = "the catalogue, by the value of a choice",
            .keys = by_key,
            .alone = Form::text,
            .others = Form::text,
            .others_help = "the catalogue for this value"},
    Section{.id = "need",
            .title = "a need",
            .help = "load that the size must carry",
            .keys = need_keys,
            .alone = Form::formula},
    Section{.id = "cost",
            .title = "a cost",
            .help = "a line of the bill",
            .keys = cost_keys,
            .alone = Form::formula},
    Section{"limit", "a limit", "a condition of a stage: need <= limit", limit_keys},
};

}  // namespace

std::span<const Section> component_sections() { return component_parts; }

}  // namespace scaleplan::read
