// How declared resources are recognised: the matchers of a component, and the terms that they share.
#include "sections.hpp"

namespace scaleplan::read {
namespace {

constexpr std::array matcher_keys = {
    Key{"types", Form::words, "types of resources", "[acme_server, acme_machine]"},
    Key{"where", Form::formula, "condition on the attributes of a resource; default: always",
        "plan != 'free'"},
    Key{"count", Form::formula, "instances that one resource stands for; default: one", "replicas"},
    Key{"copies", Form::formula, "each instance with its standbys; default: unknown", "instances"},
    Key{"group", Form::formula,
        "resources with the same value are one group, and the largest group counts; default: one group",
        "cluster_name"},
    Key{"size", Form::section,
        "attribute that names the size, as the catalogue calls it, or attributes that are figures of it",
        "machine_type", "found_size"},
    Key{"zones", Form::words,
        "attributes that give the zones of its instances; the first with a value counts",
        "[zone, subnet_id]"},
    Key{"decides", Form::formulas,
        "inputs of the workload that such a resource decides, unless the workload gives them",
        "{processor: \"plan == 'arm' ? 'arm' : 'x86'\"}"},
    Key{"act", Form::section, "actions when there is too little of it",
        "{count: \"set replicas to {needed}\"}", "act"},
    Key{"because", Form::text, "why it is recognised so", "the smallest count decides"},
    Key{"source", Form::labels, "its sources", "[judgement]"},
};

constexpr std::array act_keys = {
    Key{"count", Form::text, "for more instances; quote it", "\"set replicas to {needed}\""},
    Key{"zones", Form::text, "for more zones; quote it", "\"name {needed} zones\""},
    Key{"copies", Form::text, "for a standby", "set standby = true"},
};

constexpr std::array recognition_keys = {
    Key{"names", Form::words, "attributes that name a resource, beside its address", "[name, tags.Name]"},
    Key{"terms", Form::formulas, "formulas about a resource that others use by name",
        "{server: \"!mentions('bastion')\"}"},
    Key{"dialects", Form::by_id,
        "how other languages of declarations spell the types and attributes of these rules",
        "{other: {types: {AcmeNet: acme_net}, attributes: {zone: Zone}}}", "dialect"},
    Key{"assumed", Form::words, "default values of pseudo parameters, NAME=VALUE", "[\"Acme::Place=here\"]"},
    Key{"everywhere", Form::words, "patterns of references that mean several zones, with *",
        "[\"data.acme_zones.*\"]"},
    Key{"unplaced", Form::words, "patterns of texts that name a subnet in an unknown zone", "[\"net-*\"]"},
    Key{"zone_sources", Form::by_id, "resources that have zones, or refer to resources that have them",
        "{net: {types: acme_net, at: zone, zones: 1}}", "zone_source"},
    Key{"decides", Form::formulas,
        "inputs of the workload that a declaration decides, unless the workload gives them",
        "{region: \"of_all('acme_account', yes, region)\"}"},
    Key{"every_group", Form::words,
        "components whose groups serve different programs, so that each has to meet a demand; where only "
        "some do, "
        "it is unknown",
        "[store]"},
    Key{"elsewhere", Form::formulas,
        "components that another file may declare, each with the condition under which its absence is "
        "unknown",
        "{store: web && balancer}"},
    Key{"out_of_scope", Form::by_id,
        "declarations that this ladder does not size; the first that holds is reported",
        "{files: {title: files alone, when: \"!web\", says: nothing is sized}}", "out_of_scope"},
    Key{"advisories", Form::by_id, "remarks on declared resources, which fail no check",
        "{bare: {types: acme_disk, when: keep == 0, says: nothing is kept, act: set keep}}", "advisory"},
};

constexpr std::array dialect_keys = {
    Key{"written", Form::yes_no,
        "whether people wrote every value of a file, so that given() is has(); default: no", "yes"},
    Key{"types", Form::texts, "types of the dialect, each with its type in the rules", "{AcmeNet: acme_net}"},
    Key{"attributes", Form::formulas,
        "attributes as rules name them, each with a query in the dialect's words", "{zone: Zone}"},
    Key{"by_type", Form::by_id, "types, as rules name them, with rules of their own",
        "{acme_disk: {attributes: {keep: KeepFor}}}", "dialect_type"},
};

constexpr std::array dialect_type_keys = {
    Key{"also", Form::words, "further types of the dialect that may be of this type", "[AcmeDisk]"},
    Key{"where", Form::formula, "condition on these, in the dialect's words; default: always",
        "Kind == 'disk'"},
    Key{"attributes", Form::formulas, "attributes of this type; they go before those of all types",
        "{keep: \"first(KeepFor, 1)\"}"},
};

constexpr std::array zone_source_keys = {
    Key{"types", Form::words, "types of resources", "[acme_net]"},
    Key{"at", Form::formula, "its zones, or the resources that have them", "zone", {}, true},
    Key{"where", Form::formula, "condition on its attributes; default: always", "kind != 'local'"},
    Key{"zones", Form::number, "1: it is in one; more: it needs that many; default: neither", "2"},
    Key{"because", Form::text, "the reason", "a balancer takes two subnets or more"},
    Key{"source", Form::labels, "its sources", "[judgement]"},
};

constexpr std::array out_of_scope_keys = {
    Key{"title", Form::text, "its name in answers", "a static site"},
    Key{"when",
        Form::formula,
        "condition on the components that were found and on the resources that exist",
        "cdn && !web",
        {},
        true},
    Key{"says", Form::text, "why it is not sized", "files from the edge carry any number of users"},
};

constexpr std::array advisory_keys = {
    Key{"types", Form::words, "types of resources", "[acme_disk]"},
    Key{"title", Form::text, "the subject", "no backups are kept"},
    Key{"when", Form::formula, "condition on the attributes of a resource", "keep == 0", {}, true},
    Key{"says", Form::text, "the risk", "a dropped table is gone", {}, true},
    Key{"act", Form::text, "the action", "set keep to 7 days or more"},
    Key{"source", Form::labels, "its sources", "[storage_guide]"},
};

constexpr std::array recognition_parts = {
    Section{"matcher", "a matcher", "resources that are a component, and how they are counted", matcher_keys},
    Section{"act", "actions", "sentences for a check; {needed} is the number", act_keys},
    Section{
        .id = "found_size",
        .title = "a declared size",
        .help = "the attribute that names it, or one for each column of the catalogue that it is known by",
        .keys = {},
        .alone = Form::formula,
        .others = Form::formula,
        .others_help = "the figure of this column, in its unit"},
    Section{"recognition", "recognition", "terms and tables that all matchers share", recognition_keys},
    Section{"dialect", "a dialect", "types and attributes of another language of declarations", dialect_keys},
    Section{"dialect_type", "a type of a dialect", "a single type of a dialect", dialect_type_keys},
    Section{"zone_source", "a zone source", "a resource that gives the zones of others", zone_source_keys},
    Section{"out_of_scope", "out of scope", "declarations that this ladder does not size", out_of_scope_keys},
    Section{"advisory", "an advisory", "a remark on a declared resource", advisory_keys},
};

}  // namespace

std::span<const Section> recognition_sections() { return recognition_parts; }

}  // namespace scaleplan::read
