// How declared resources are recognised: the ways of a component, and what all ways share.
#include "sections.hpp"

namespace scaleplan::read {
namespace {

constexpr std::array way_keys = {
    Key{"types", Form::words, "types of resources", "[acme_server, acme_machine]"},
    Key{"where", Form::formula, "condition on the attributes of a resource; always without this",
        "plan != 'free'"},
    Key{"count", Form::formula, "how many units one resource stands for; one without this", "replicas"},
    Key{"copies", Form::formula, "each unit with its standbys; not said without this", "instances"},
    Key{"group", Form::formula,
        "resources with the same answer are one whole, and the largest whole counts; all are without this",
        "cluster_name"},
    Key{"size", Form::formula, "attribute that names the size, as the catalogue calls it", "machine_type"},
    Key{"zones", Form::words, "attributes that tell where its units are; the first that is there counts",
        "[zone, subnet_id]"},
    Key{"act", Form::section, "what to change when there is too little of it",
        "{count: \"set replicas to {needed}\"}", "act"},
    Key{"because", Form::text, "why it is recognised so", "the smallest count decides"},
    Key{"source", Form::labels, "where that is from", "[judgement]"},
};

constexpr std::array act_keys = {
    Key{"count", Form::text, "for more units; quote it", "\"set replicas to {needed}\""},
    Key{"zones", Form::text, "for more zones; quote it", "\"name {needed} zones\""},
    Key{"copies", Form::text, "for a standby", "set standby = true"},
};

constexpr std::array recognition_keys = {
    Key{"names", Form::words, "attributes that tell how a resource is called, beside its address",
        "[name, tags.Name]"},
    Key{"terms", Form::formulas, "formulas about a resource that others use by name",
        "{server: \"!mentions('bastion')\"}"},
    Key{"dialects", Form::by_id,
        "how other languages of declarations spell the types and attributes of these rules",
        "{other: {types: {AcmeNet: acme_net}, attributes: {zone: Zone}}}", "dialect"},
    Key{"assumed", Form::words, "what templates may take as given where nothing says otherwise, NAME=VALUE",
        "[\"Acme::Place=here\"]"},
    Key{"everywhere", Form::words, "references that mean several zones, with *", "[\"data.acme_zones.*\"]"},
    Key{"unplaced", Form::words, "patterns of texts that name a place, but not which zone it is in",
        "[\"net-*\"]"},
    Key{"places", Form::by_id, "what says in which zones something is",
        "{net: {types: acme_net, at: zone, zones: 1}}", "place"},
    Key{"beside", Form::by_id, "what is no application of this ladder; the first that holds is told",
        "{files: {title: files alone, when: \"!web\", says: nothing is sized}}", "beside"},
    Key{"lessons", Form::by_id, "remarks on declared resources, which fail no check",
        "{bare: {types: acme_disk, when: keep == 0, says: nothing is kept, act: set keep}}", "lesson"},
};

constexpr std::array dialect_keys = {
    Key{"written", Form::yes_no,
        "whether people wrote every value of a file, so that given() is has(); no without this", "yes"},
    Key{"types", Form::texts, "types of the dialect, each with the type that it is in rules",
        "{AcmeNet: acme_net}"},
    Key{"attributes", Form::formulas,
        "attributes as rules name them, each with a query in the dialect's words", "{zone: Zone}"},
    Key{"by_type", Form::by_id, "types, as rules name them, that need more than that",
        "{acme_disk: {attributes: {keep: KeepFor}}}", "dialect_type"},
};

constexpr std::array dialect_type_keys = {
    Key{"also", Form::words,
        "types of the dialect that may be of this type, beside what they are under types", "[AcmeDisk]"},
    Key{"where", Form::formula, "condition on these, in the dialect's words; always without this",
        "Kind == 'disk'"},
    Key{"attributes", Form::formulas, "attributes of this type; they go before those of all types",
        "{keep: \"first(KeepFor, 1)\"}"},
};

constexpr std::array place_keys = {
    Key{"types", Form::words, "types of resources", "[acme_net]"},
    Key{"at", Form::formula, "its zones, or the resources that have them", "zone", {}, true},
    Key{"where", Form::formula, "condition on its attributes; always without this", "kind != 'local'"},
    Key{"zones", Form::number, "1: it is in one; more: it cannot be made in fewer; neither without this",
        "2"},
    Key{"because", Form::text, "why that is so", "a balancer takes two subnets or more"},
    Key{"source", Form::labels, "where that is from", "[judgement]"},
};

constexpr std::array beside_keys = {
    Key{"title", Form::text, "what it is, as answers name it", "a static site"},
    Key{"when",
        Form::formula,
        "condition on the parts that were found, and on what exists",
        "cdn && !web",
        {},
        true},
    Key{"says", Form::text, "why it is not sized", "files from the edge carry any number of users"},
};

constexpr std::array lesson_keys = {
    Key{"types", Form::words, "types of resources", "[acme_disk]"},
    Key{"title", Form::text, "what it is about", "no backups are kept"},
    Key{"when", Form::formula, "condition on the attributes of a resource", "keep == 0", {}, true},
    Key{"says", Form::text, "what can happen", "a dropped table is gone", {}, true},
    Key{"act", Form::text, "what to change", "set keep to 7 days or more"},
    Key{"source", Form::labels, "where it is from", "[storage_guide]"},
};

constexpr std::array recognition_parts = {
    Section{"way", "a way to recognise a part", "resources that are a part, and what they say of it",
            way_keys},
    Section{"act", "what to change", "sentences for a check; {needed} is the number", act_keys},
    Section{"recognition", "recognition", "what all ways to recognise parts share", recognition_keys},
    Section{"dialect", "a dialect", "types and attributes of another language of declarations", dialect_keys},
    Section{"dialect_type", "a type of a dialect", "what a single type of a dialect needs",
            dialect_type_keys},
    Section{"place", "a place", "a resource that says in which zones something is", place_keys},
    Section{"beside", "something beside the ladder", "declarations that this ladder does not size",
            beside_keys},
    Section{"lesson", "a lesson", "a remark on a declared resource", lesson_keys},
};

}  // namespace

std::span<const Section> recognition_sections() { return recognition_parts; }

}  // namespace scaleplan::read
