// The shipped rule sets: the anchors of the ladder, the book's statements, and that the prepared form is the
// read one.
#include <algorithm>
#include <filesystem>

#include "catch.hpp"
#include "folder.hpp"
#include "read/program/prepared.hpp"
#include "scaleplan/recommend.hpp"
#include "scaleplan/rule_tree.hpp"
#include "scaleplan/rules.hpp"
#include "support.hpp"

using namespace scaleplan;

namespace {

/// The answer to a command line's inputs.
Recommendation asked(const Program& program, const std::string& flags) {
  std::vector<Given> given;
  const auto words = test::split(flags);
  for (std::size_t i = 0; i + 1 < words.size(); i += 2)
    given.push_back({words[i].substr(2), words[i + 1], {}, {}, {}});
  return recommend(program, workload_of(program, given));
}

std::string stage_of(const Recommendation& answer) {
  return answer.chosen < 0 ? "none"
                           : std::string(answer.stages[static_cast<std::size_t>(answer.chosen)].stage->id);
}

bool cites(const Citations& source, const std::string& label) {
  return std::any_of(source.begin(), source.end(), [&](const Citation& c) { return c.label == label; });
}

/// Whether the rule `kind` `id` had a say in the answer and cites `label`.
bool fires(const Recommendation& answer, const std::string& label, const std::string& kind,
           const std::string& id) {
  if (kind == "stage") {
    const Stage& stage = *answer.stages[static_cast<std::size_t>(answer.shown)].stage;
    return answer.chosen >= 0 && stage.id == id && cites(stage.source, label);
  }
  if (kind == "component") {
    return std::any_of(answer.topology.begin(), answer.topology.end(), [&](const ComponentResult& component) {
      return component.component->id == id && cites(component.component->source, label);
    });
  }
  if (kind == "limit") {
    return std::any_of(answer.stages.begin(), answer.stages.end(), [&](const StageResult& stage) {
      return std::any_of(stage.limits.begin(), stage.limits.end(), [&](const LimitResult& limit) {
        return limit.limit->id == id && !holds(limit.utilization) && cites(limit.limit->source, label);
      });
    });
  }
  return std::any_of(answer.decisions.begin(), answer.decisions.end(), [&](const DecisionResult& decision) {
    return decision.decision->id == kind && decision.option->id == id && decision.shown &&
           cites(decision.option->source, label);
  });
}

}  // namespace

TEST_CASE("the ladder's anchors hold in both regions", "[rules]") {
  struct Row {
    const char* users;
    const char* stage;
  };
  const Row rows[] = {{"10", "single-instance"},
                      {"300", "single-instance"},
                      {"500", "single-instance"},
                      {"501", "split-database"},
                      {"800", "split-database"},
                      {"1000", "split-database"},
                      {"1001", "multi-az"},
                      {"5000", "multi-az"},
                      {"10000", "multi-az"},
                      {"10001", "read-replicas"},
                      {"20000", "read-replicas"},
                      {"50000", "read-replicas"},
                      {"50001", "cdn"},
                      {"100000", "cdn"},
                      {"100001", "nosql-cache"},
                      {"500000", "nosql-cache"},
                      {"500001", "elastic-services"},
                      {"2M", "elastic-services"},
                      {"2000001", "federated-data"},
                      {"5M", "federated-data"},
                      {"5000001", "sharded-cells"},
                      {"10M", "sharded-cells"},
                      {"1G", "sharded-cells"}};
  const Program aws = load_rules("aws");
  const Program book = load_rules("learning-aws");
  for (const Row& row : rows) {
    for (const char* region : {"us-east-1", "eu-west-1"}) {
      const std::string flags = std::string("--users ") + row.users + " --region " + region;
      INFO(flags);
      CHECK(stage_of(asked(aws, flags)) == row.stage);
      const std::string of_book = stage_of(asked(book, flags));
      CHECK(of_book ==
            (test::stage(aws, row.stage) < static_cast<int>(book.stages.size()) ? row.stage : "none"));
    }
  }
}

TEST_CASE("what a person says decides", "[rules]") {
  struct Row {
    const char* flags;
    const char* stage;
  };
  const Row rows[] = {
      {"--users 50000 --peak-rps 18 --availability 99%", "split-database"},
      {"--users 300 --availability 99.95%", "multi-az"},
      {"--users 300 --availability 99.99%", "multi-az"},
      {"--users 300 --availability 99.999%", "multi-region"},
      {"--users 300 --survive region", "multi-region"},
      {"--users 300 --data-loss-minutes 1", "multi-az"},
      {"--users 9000 --availability 99%", "split-database"},
      {"--users 1000 --ingest-rps 1M", "nosql-cache"},
      {"--peak-rps 300", "read-replicas"},
      {"--users 1M --users-kind registered", "multi-az"},
      {"--users 3000 --users-kind concurrent --peak-rps 3333", "read-replicas"},  // machines are no audience
      {"--users 100M --users-kind monthly --peak-rps 4000", "nosql-cache"},  // most of their data is not hot
      {"--users 600k --availability 99.95%", "elastic-services"},
  };
  const Program program = load_rules("aws");
  for (const Row& row : rows) {
    INFO(row.flags);
    CHECK(stage_of(asked(program, row.flags)) == row.stage);
  }
}

TEST_CASE("moves of later stages are taken early where they pay", "[rules]") {
  const Program program = load_rules("aws");
  const auto taken = [&](const std::string& flags) {
    std::string all;
    for (const MoveResult& move : asked(program, flags).arrangement.moves) {
      if (move.taken) all += (all.empty() ? "" : " ") + std::string(move.move->id);
    }
    return all;
  };
  CHECK(taken("--users 3000 --users-kind typical --app-kind media") == "cdn");
  CHECK(taken("--users 3000 --users-kind typical --app-kind media --without cdn").empty());
  CHECK(taken("--users 1000 --with cache") == "cache");
  CHECK(taken("--users 200 --audience internal").empty());
  CHECK(taken("--users 5000").empty());  // what the CDN saves is not worth the work
  CHECK(taken("--users 5000 --hour-cost 0") == "cdn");
}

TEST_CASE("a move that is switched off is switched off in every stage", "[rules]") {
  const Program program = load_rules("aws");
  const Recommendation with = asked(program, "--users 100k");
  const Recommendation without = asked(program, "--users 100k --without cdn");
  const auto has_cdn = [](const Recommendation& answer) {
    return std::any_of(answer.topology.begin(), answer.topology.end(),
                       [](const ComponentResult& one) { return one.component->id == "cdn"; });
  };
  REQUIRE(stage_of(with) == "cdn");
  CHECK(has_cdn(with));
  CHECK(stage_of(without) == "cdn");
  CHECK_FALSE(has_cdn(without));
}

TEST_CASE("each statement of the book is cited by a rule that fires", "[rules]") {
  struct Row {
    const char* statement;
    const char* kind;
    const char* id;
    const char* flags;
  };
  const Row rows[] = {
      {"S01", "component", "server", "--users 10"},
      {"S02", "component", "dns", "--users 10"},
      {"S03", "stage", "single-instance", "--users 10"},
      {"S04", "limit", "several-hundred", "--users 501"},
      {"S05", "instance-family", "memory", "--users 3000 --open-connections 50k"},
      {"S05", "instance-family", "compute", "--users 3000 --cpu-per-request 80ms"},
      {"S06", "storage-iops", "provisioned",
       "--users 1000 --ingest-rps 4k --records-kept 0 --without stream"},
      {"S07", "limit", "web.cpu",
       "--users 9000 --users-kind typical --cpu-per-request 4s --availability 99%"},
      {"S08", "limit", "outage", "--users 1001"},
      {"S09", "stage", "split-database", "--users 501"},
      {"S10", "data-model", "relational", "--users 10"},
      {"S11", "data-model", "relational", "--users 1M"},
      {"S12", "data-model", "both", "--users 10 --first-year-data massive"},
      {"S12", "data-model", "both", "--users 10 --latency very_low"},
      {"S12", "data-model", "both", "--users 10 --data-shape non_relational"},
      {"S12", "data-model", "nosql", "--users 10 --data-shape schemaless --ingest-rps 2k"},
      {"S12", "data-model", "both", "--users 10 --ingest-rps 3k"},
      {"S13", "data-model", "both", "--users 10 --data-shape mixed"},
      {"S14", "db-service", "rds", "--users 800"},
      {"S14", "analytics-store", "redshift", "--users 800 --analytics yes"},
      {"S15", "db-service", "aurora", "--users 20k"},
      {"S15", "db-service", "self_managed", "--users 800 --self-managed-database yes"},
      {"S16", "db-service", "aurora", "--users 20k"},
      {"S17", "db-service", "aurora", "--users 20k"},
      {"S18", "limit", "outage", "--users 1001"},
      {"S19", "stage", "multi-az", "--users 1001"},
      {"S20", "stage", "multi-az", "--users 1001"},
      {"S21", "balancer-kind", "classic", "--users 1001 --content-routing no"},
      {"S22", "component", "balancer", "--users 1001"},
      {"S23", "balancer-kind", "application", "--users 1001"},
      {"S24", "component", "balancer", "--users 10k"},
      {"S25", "limit", "tens-of-thousands", "--users 10001"},
      {"S26", "stage", "read-replicas", "--users 10001"},
      {"S27", "component", "traffic", "--users 50001"},
      {"S28", "static-content", "cdn", "--users 50001"},
      {"S29", "component", "static_files", "--users 50001"},
      {"S30", "component", "cdn", "--users 50001"},
      {"S31", "component", "nosql", "--users 100001"},
      {"S32", "session-state", "store", "--users 100001"},
      {"S32", "session-state", "cookie", "--users 2000"},
      {"S33", "component", "cache", "--users 100001"},
      {"S33", "cache-engine", "redis", "--users 100001 --cache-software redis"},
      {"S34", "cache-engine", "memcached", "--users 100001 --cache-software memcached"},
      {"S35", "component", "cache", "--users 100001"},
      {"S36", "limit", "half-a-million", "--users 500001"},
  };
  const Program program = load_rules("aws");
  std::vector<std::string> missing;
  for (int i = 1; i <= 36; ++i) missing.push_back((i < 10 ? "S0" : "S") + std::to_string(i));
  for (const Row& row : rows) {
    INFO(row.statement << " " << row.kind << " " << row.id << " " << row.flags);
    CHECK(fires(asked(program, row.flags), row.statement, row.kind, row.id));
    missing.erase(std::remove(missing.begin(), missing.end(), row.statement), missing.end());
  }
  CHECK(missing.empty());
}

TEST_CASE("every stage is the answer to some question", "[rules]") {
  const Program program = load_rules("aws");
  const char* questions[] = {
      "--users 10",   "--users 600", "--users 2000", "--users 20k", "--users 60k",
      "--users 200k", "--users 1M",  "--users 3M",   "--users 9M",  "--users 300 --survive region"};
  for (std::size_t i = 0; i < program.stages.size(); ++i) {
    INFO(questions[i]);
    CHECK(stage_of(asked(program, questions[i])) == program.stages[i].id);
  }
}

TEST_CASE("the rule sets in the binary are those of the files", "[rules]") {
  std::filesystem::current_path(SCALEPLAN_SOURCE_DIR);
  REQUIRE(read::prepared_sets().size() == 2);
  for (const read::Prepared& set : read::prepared_sets()) {
    INFO(set.name);
    const auto parsed = read::freeze(read_rules("rules/" + std::string(set.name) + ".yaml"));
    CHECK(std::equal(parsed.begin(), parsed.end(), set.words.begin(), set.words.end()));
  }
}

TEST_CASE("prices, sizes and limits carry a source and a date", "[rules]") {
  const Program program = load_rules("aws");
  for (const Source& source : program.sources) {
    INFO(source.id);
    CHECK_FALSE(source.title.empty());
    if (source.id == "judgement") continue;
    CHECK((source.confidence == "high" || source.confidence == "medium" || source.confidence == "low"));
    if (source.id != "book") CHECK(source.address.rfind("http", 0) == 0);
  }
  for (const Input& input : program.inputs) {
    INFO(input.id);
    CHECK_FALSE(input.source.empty());
    CHECK_FALSE(input.because.empty());
    CHECK_FALSE(input.help.empty());
  }
}

TEST_CASE("a rule set shown with its catalogues answers the same without any other file", "[rules]") {
  const test::Folder folder;
  for (const std::string set : {"aws", "tests/rules/shop.yaml"}) {
    const std::string shown = folder.write("shown.yaml", rules_yaml(resolved_rules(set, Catalogs::rows)));
    const Program whole = load_rules(shown);
    const Program known = load_rules(set);
    CHECK(whole.candidates.size() == known.candidates.size());
    const std::vector<std::string> regions =
        set == "aws" ? std::vector<std::string>{"us-east-1", "eu-west-3", "sa-east-1"}
                     : std::vector<std::string>{"north", "south"};
    for (const std::string& region : regions) {
      const std::string flags = "--users 20000 --region " + region;
      CAPTURE(set, flags);
      CHECK(recommend_text(asked(whole, flags), false) == recommend_text(asked(known, flags), false));
    }
  }
}
