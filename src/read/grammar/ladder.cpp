// The keys of moves and stages.
#include "sections.hpp"

namespace scaleplan::read {
namespace {

constexpr std::array move_keys = {
    Key{"title", Form::prose, "the change, as answers name it", "a cache before the database"},
    Key{"adds", Form::words, "components that come with it", "[cache]"},
    Key{"drops", Form::words, "components that go with it", "[server]"},
    Key{"metrics", Form::by_id, "staged metrics as they are with it; before is the value without it",
        "{db_reads: before / 5}", "redefinition"},
    Key{"change", Form::by_id, "components that differ with it: count, outage, survives or upkeep",
        "{database: {count: {min: 2, zones: 2}}}", "moved"},
    Key{"when", Form::formula, "when it may be taken before its stage; default: never",
        "db_reads > 20k query/s"},
    Key{"because", Form::prose, "the reason, as the answer prints it",
        "frequent queries are answered from memory"},
    Key{"source", Form::labels, "its sources", "[book]"},
};

constexpr std::array moved_keys = {
    Key{"count", Form::section, "how many there are", "{min: 2, max: 16, zones: 3}", "count"},
    Key{"outage", Form::formula, "share of time in which it is down", "0.01%"},
    Key{"survives", Form::formula, "share of its own outage that users do not notice", "90%"},
    Key{"upkeep", Form::formula, "work of its people, time over time", "1.5 h/month"},
};

constexpr std::array redefinition_keys = {
    Key{"is", Form::formula, "the formula; before is the value one stage down", "before * 20%", {}, true},
    Key{"because", Form::prose, "why", "the cache answers four of five reads"},
    Key{"source", Form::labels, "its sources", "[judgement]"},
};

constexpr std::array stage_keys = {
    Key{"title", Form::prose, "its name in words", "Two zones behind a load balancer"},
    Key{"summary", Form::prose, "one sentence that describes it", "Web servers in two zones."},
    Key{"because", Form::prose, "why it exists; for readers of the file", "a lost zone must not stop it"},
    Key{"source", Form::labels, "its sources", "[book]"},
    ordered(Key{"takes", Form::words, "moves that are made here", "[cache]"}),
    Key{"drops", Form::words, "components of the stage before that go", "[server]"},
    Key{"adds", Form::words, "components that come", "[web, database]"},
    Key{"change", Form::by_id, "components that differ from here on, merged key by key",
        "{web: {count: {min: 2, zones: 2}}}", "component"},
    Key{"metrics", Form::by_id, "staged metrics as they are from here on; before is the value one stage down",
        "{has_balancer: \"true\"}", "redefinition"},
    Key{"limits", Form::by_id, "limits of this stage alone, not of the next one",
        "{band: {kind: guidance, need: users, limit: 10k user, because: the book ends it here}}", "limit"},
    Key{"proved_by", Form::words, "components any of which, when declared, proves that the step was made",
        "[nosql, cache]"},
    Key{"migration", Form::section, "how to get here from the stage before",
        "{lead: 14 days, steps: [add the balancer, move the name], undo: move the name back}", "migration"},
};

constexpr std::array migration_keys = {
    Key{"lead", Form::literal, "time that the work takes before the stage is needed", "14 days"},
    ordered(Key{"steps", Form::words, "the steps, in order", "[copy the data, switch over]"}),
    Key{"downtime", Form::prose, "how long users notice it", "minutes, at the switch"},
    Key{"risk", Form::prose, "the usual failure", "state left on the old server"},
    Key{"undo", Form::prose, "the way back", "move the name back"},
    Key{"source", Form::labels, "its sources", "[judgement]"},
};

constexpr std::array ladder_parts = {
    Section{"move", "a move", "a change that can be made before its stage", move_keys},
    Section{"moved", "a component that a move changes", "what differs where the move is made", moved_keys},
    Section{.id = "redefinition",
            .title = "a staged metric redefined",
            .help = "a staged metric as it is from here on",
            .keys = redefinition_keys,
            .alone = Form::formula},
    Section{"stage", "a stage", "the stage before it, and what changes", stage_keys},
    Section{"migration", "a migration", "how to get to a stage", migration_keys},
};

}  // namespace

std::span<const Section> ladder_sections() { return ladder_parts; }

}  // namespace scaleplan::read
