// The load of declared machines, compared with the answer that would buy the very same machines.
#include "scaleplan/carries.hpp"

#include <algorithm>

#include "catch.hpp"
#include "declared_from.hpp"
#include "scaleplan/check.hpp"
#include "scaleplan/rules.hpp"
#include "support.hpp"

using namespace scaleplan;

namespace {

std::vector<Given> given(const std::vector<std::pair<std::string, std::string>>& values) {
  std::vector<Given> all;
  all.reserve(values.size());
  for (const auto& [name, value] : values) all.push_back({name, value, {}, {}, {}});
  return all;
}

/// Two zones behind a balancer, and a database with a standby.
std::string shop(int servers, const std::string& server, const std::string& database) {
  return R"([{"type": "aws_autoscaling_group", "address": "aws_autoscaling_group.web", "min_size": )" +
         std::to_string(servers) +
         R"(, "availability_zones": ["x-1a", "x-1b"], "launch_template": {"unknown": ["aws_launch_template.t"]}},
    {"type": "aws_launch_template", "address": "aws_launch_template.t", "instance_type": ")" +
         server + R"("},
    {"type": "aws_lb", "address": "aws_lb.front"},
    {"type": "aws_db_instance", "address": "aws_db_instance.main", "multi_az": true, "instance_class": ")" +
         database + R"("}])";
}

struct Declared {
  const Program& program;
  Recognition rules;
  Declaration declaration;
  Architecture found;
  Declared(const Program& by, const std::string& json)
      : program(by), rules(recognition_of(by)), declaration(test::declared_from(json)) {
    found = architecture_of(program, rules, declaration);
  }
};

const ComponentResult& component_of(const Recommendation& answer, std::string_view id) {
  for (const ComponentResult& component : answer.topology) {
    if (component.component->id == id) return component;
  }
  FAIL("the answer has no " << id);
  return answer.topology.front();
}

}  // namespace

TEST_CASE("machines as an answer buys them carry as far as its headroom says, for the same money",
          "[check]") {
  const Program program = load_rules("aws");
  for (const char* users : {"1500", "2000", "5k", "9k", "10k"}) {
    INFO(users);
    // The declaration below has no part of a later stage.
    const Block workload = workload_of(program, given({{"users", users},
                                                       {"users-kind", "typical"},
                                                       {"without", "cdn"},
                                                       {"without", "cache"},
                                                       {"without", "readers"}}));
    const Recommendation answer = recommend(program, workload);
    REQUIRE(program.stages[static_cast<std::size_t>(answer.chosen)].id == "multi-az");
    const ComponentResult& web = component_of(answer, "web");
    const Declared declared(
        program, shop(web.count, std::string(web.size), std::string(component_of(answer, "database").size)));
    REQUIRE(declared.found.reached == answer.chosen);
    const double asked = answer.headroom.users;
    const Carries carries = carries_of(program, declared.found, workload, asked);
    CHECK(carries.all_known());
    CHECK(carries.machines == answer.headroom.machines);
    CHECK(carries.stage_users == answer.headroom.stage);
    CHECK(carries.at_users == asked);
    CHECK(carries.firm + carries.soft ==
          Approx(answer.stages[static_cast<std::size_t>(answer.chosen)].usd_per_month()));
    CHECK(undersized(program, declared.found, answer.chosen, workload).empty());
  }
}

TEST_CASE("machines are undersized from one user past their end", "[check]") {
  const Program program = load_rules("aws");
  struct Row {
    int servers;
    const char *server, *database;
  };
  const std::vector<Row> rows = {{2, "m7g.large", "db.m7g.large"},
                                 {3, "m6i.large", "db.m6i.large"},
                                 {2, "c7g.xlarge", "db.t4g.medium"},
                                 {2, "i4i.large", "db.r6g.large"}};
  for (const Row& row : rows) {
    INFO(row.server << " " << row.database);
    const Declared declared(program, shop(row.servers, row.server, row.database));
    const Block workload = workload_of(program, given({{"users", "1"}, {"users-kind", "typical"}}));
    const Carries carries = carries_of(program, declared.found, workload, std::nullopt);
    REQUIRE(carries.all_known());
    REQUIRE(carries.machines);
    const auto below = [&](double users) {
      const Block block = workload_of(
          program, given({{"users", std::to_string(static_cast<int>(users))}, {"users-kind", "typical"}}));
      return undersized(program, declared.found, declared.found.reached, block).size();
    };
    CHECK(below(*carries.machines) == 0);
    CHECK(below(*carries.machines + 1) == 1);
  }
}

TEST_CASE("a standby beyond the stage's is paid for, and carries nothing", "[check]") {
  const Program program = load_rules("aws");
  const Block workload = workload_of(program, given({{"users", "1"}, {"users-kind", "typical"}}));
  const auto carries = [&](const char* standby) {
    const Declared declared(program,
                            R"([{"type": "aws_instance", "instance_type": "m7g.large"},
        {"type": "aws_db_instance", "instance_class": "db.m7g.large", "multi_az": )" +
                                std::string(standby) + "}]");
    REQUIRE(declared.found.reached == 1);
    return carries_of(program, declared.found, workload, 100);
  };
  const Carries one = carries("false");
  const Carries two = carries("true");
  CHECK(two.firm - one.firm == Approx(0.168 * 730));  // a db.m7g.large more, 0.168 USD/h
  CHECK(two.machines == one.machines);
}

TEST_CASE("any declared machines end exactly where one user more is too much", "[check][property]") {
  const Program program = load_rules("aws");
  std::vector<std::string> servers;
  std::vector<std::string> databases;
  const auto put = [&](Text name) {
    if (name.starts_with("db.")) databases.emplace_back(name);
    if (!name.starts_with("db.") && !name.starts_with("cache.")) servers.emplace_back(name);
  };
  for (const Candidate& one : program.candidates) put(one.name);
  REQUIRE(servers.size() > 50);
  REQUIRE(databases.size() > 50);
  test::Random random(7);
  for (std::size_t done = 0; done < test::cases(60); ++done) {
    const std::string& server = servers[random.below(servers.size())];
    const std::string& database = databases[random.below(databases.size())];
    const Declared declared(program, shop(2 + static_cast<int>(random.below(9)), server, database));
    INFO(server << " " << database);
    const Block workload =
        workload_of(program, given({{"users", "1"},
                                    {"users-kind", "typical"},
                                    {"rps-per-user", std::to_string(0.01 + random.unit())}}));
    const Carries carries = carries_of(program, declared.found, workload, std::nullopt);
    if (!carries.machines || *carries.machines < 1) continue;
    REQUIRE(carries.fullest >= 0);
    const auto below = [&](double users) {
      Block block = workload;
      block.give(static_cast<std::size_t>(program.growing), 0, users);
      return undersized(program, declared.found, declared.found.reached, block).size();
    };
    REQUIRE(below(*carries.machines) == 0);
    REQUIRE(below(*carries.machines + 1) > 0);
  }
}

TEST_CASE("more of the same machines carry more, and cost more", "[check]") {
  const Program program = load_rules("aws");
  const Block workload = workload_of(program, given({{"users", "1"}, {"users-kind", "typical"}}));
  double before = 0;
  double firm = 0;
  for (const int servers : {2, 3, 4, 6, 8}) {
    const Declared declared(program, shop(servers, "t3.small", "db.r6g.16xlarge"));
    const Carries carries = carries_of(program, declared.found, workload, 100);
    REQUIRE(carries.machines);
    CHECK(*carries.machines >= before);
    CHECK(carries.firm > firm);
    before = *carries.machines;
    firm = carries.firm;
  }
}

TEST_CASE("unknown machines are reported, and the limits of the stage end it", "[check]") {
  const Program program = load_rules("aws");
  const Block workload = workload_of(program, given({{"users", "1"}, {"users-kind", "typical"}}));
  const auto reason = [&](const std::string& json, const std::string& id) {
    const Declared declared(program, json);
    const Carries carries = carries_of(program, declared.found, workload, std::nullopt);
    CHECK_FALSE(carries.all_known());
    CHECK(carries.users);
    for (const MachinesEnd& end : carries.components) {
      if (end.machines.component->id == id) return end.machines.reason;
    }
    return UnknownReason::nothing;
  };
  CHECK(reason(shop(2, "z9.huge", "db.m7g.large"), "web") == UnknownReason::not_sold);
  CHECK(reason(R"([{"type": "aws_instance"}])", "server") == UnknownReason::size_unknown);
  CHECK(reason(R"([{"type": "aws_instance", "instance_type": {"unknown": []}}])", "server") ==
        UnknownReason::size_unknown);
  CHECK(reason(R"([{"type": "aws_instance", "address": "aws_instance.a", "instance_type": "t3.small"},
      {"type": "aws_instance", "address": "aws_instance.b", "instance_type": {"unknown": []}}])",
               "server") == UnknownReason::size_unknown);
  CHECK(reason(R"([{"type": "aws_ecs_service", "desired_count": 2}])", "server") ==
        UnknownReason::size_unknown);
  CHECK(reason(R"([{"type": "aws_lightsail_instance"}])", "server") == UnknownReason::no_size);
}

TEST_CASE("nothing is carried where no stage is reached", "[check]") {
  const Program program = load_rules("aws");
  const Block workload = workload_of(program, given({{"users", "1"}, {"users-kind", "typical"}}));
  const Declared declared(program, R"([{"type": "aws_s3_bucket"}])");
  CHECK(carries_of(program, declared.found, workload, std::nullopt).stage == -1);
}

TEST_CASE("machines of several sizes carry between those of one size, and cost what each costs", "[check]") {
  const Program program = load_rules("aws");
  const Block workload = workload_of(program, given({{"users", "1"}, {"users-kind", "typical"}}));
  const auto carries = [&](const std::string& primary, const std::string& reader) {
    const Declared declared(program,
                            R"([{"type": "aws_autoscaling_group", "address": "aws_autoscaling_group.web",
      "min_size": 40, "availability_zones": ["x-1a", "x-1b"], "launch_template": {"unknown": ["aws_launch_template.t"]}},
    {"type": "aws_launch_template", "address": "aws_launch_template.t", "instance_type": "m7g.4xlarge"},
    {"type": "aws_lb", "address": "aws_lb.front"},
    {"type": "aws_db_instance", "address": "aws_db_instance.main", "multi_az": true, "availability_zone": "x-1a",
      "instance_class": ")" + primary +
                                R"("},
    {"type": "aws_db_instance", "address": "aws_db_instance.copy", "availability_zone": "x-1b",
      "replicate_source_db": {"unknown": ["aws_db_instance.main"]}, "instance_class": ")" +
                                reader + R"("}])");
    REQUIRE(program.stages[static_cast<std::size_t>(declared.found.reached)].id == "read-replicas");
    const Carries all = carries_of(program, declared.found, workload, 100);
    REQUIRE(all.all_known());
    REQUIRE(all.components[static_cast<std::size_t>(all.fullest)].machines.component->id == "database");
    return all;
  };
  const Carries large = carries("db.m7g.2xlarge", "db.m7g.2xlarge");
  const Carries small = carries("db.m7g.large", "db.m7g.large");
  const Carries mixed = carries("db.m7g.2xlarge", "db.m7g.large");
  CHECK(*small.machines <= *mixed.machines);
  CHECK(*mixed.machines < *large.machines);
  // A standby of the primary is of its size.
  CHECK(large.firm - mixed.firm == Approx((0.674 - 0.168) * 730));
  CHECK(mixed.firm > small.firm);
}
