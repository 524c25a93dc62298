// Which stage declared resources reach, by the built-in rules and by rules of a team's own.
#include "scaleplan/architecture.hpp"

#include <algorithm>

#include "catch.hpp"
#include "declared_from.hpp"
#include "folder.hpp"
#include "scaleplan/rules.hpp"
#include "support.hpp"

using namespace scaleplan;

namespace {

struct Judged {
  Program program = load_rules("aws");
  Recognition rules = recognition_of(program);
  Declaration declaration;
  Architecture found;

  explicit Judged(const std::string& json) : declaration(test::declared_from(json)) {
    found = architecture_of(program, rules, declaration);
  }
  [[nodiscard]] std::string reached() const {
    return found.reached < 0 ? "none"
                             : std::string(program.stages[static_cast<std::size_t>(found.reached)].id);
  }
  [[nodiscard]] std::string above() const {
    std::string all;
    for (const ComponentAbove& one : found.above) {
      for (const Text component : one.demand.components)
        all += (all.empty() ? "" : " ") + std::string(component);
    }
    return all;
  }
  [[nodiscard]] const FoundComponent& component(const std::string& id) const { return *found.component(id); }
};

std::string list(std::initializer_list<std::string> resources) {
  std::string all;
  for (const std::string& one : resources) all += (all.empty() ? "[" : ", ") + one;
  return all + "]";
}

const std::string group = R"({"type": "aws_autoscaling_group", "address": "aws_autoscaling_group.web",
  "min_size": 2, "max_size": 9, "vpc_zone_identifier": {"unknown": ["aws_subnet.a", "aws_subnet.b"]}})";
const std::string subnets = R"({"type": "aws_subnet", "address": "aws_subnet.a", "availability_zone": "x-1a"},
  {"type": "aws_subnet", "address": "aws_subnet.b", "availability_zone": "x-1b"})";
const std::string balancer =
    R"({"type": "aws_lb", "subnets": {"unknown": ["aws_subnet.a", "aws_subnet.b"]}})";
const std::string database = R"({"type": "aws_db_instance", "address": "aws_db_instance.main",
  "multi_az": true, "replicate_source_db": null})";
const std::string replica = R"({"type": "aws_db_instance", "address": "aws_db_instance.copy",
  "multi_az": false, "replicate_source_db": {"unknown": ["aws_db_instance.main"]}})";
const std::string cdn = R"({"type": "aws_cloudfront_distribution", "enabled": true})";
const std::string bucket =
    R"({"type": "aws_s3_bucket", "address": "aws_s3_bucket.assets", "bucket": "shop-assets"})";
const std::string table = R"({"type": "aws_dynamodb_table", "name": "sessions", "hash_key": "id"})";

}  // namespace

TEST_CASE("the floor is the highest stage whose demands and those below are declared", "[check]") {
  struct Row {
    const char* what;
    std::string resources;
    const char* reached;
  };
  const std::string server = R"({"type": "aws_instance", "address": "aws_instance.app"})";
  const std::vector<Row> rows = {
      {"one server", list({server}), "single-instance"},
      {"a database beside it", list({server, database}), "split-database"},
      {"a group, a balancer, a standby", list({group, subnets, balancer, database}), "multi-az"},
      {"and a replica", list({group, subnets, balancer, database, replica}), "read-replicas"},
      {"and the edge", list({group, subnets, balancer, database, replica, cdn, bucket}), "cdn"},
      {"and a store", list({group, subnets, balancer, database, replica, cdn, bucket, table}), "nosql-cache"},
      {"a replica without a standby",
       list({group, subnets, balancer, R"({"type": "aws_db_instance", "address": "aws_db_instance.main"})",
             replica}),
       "split-database"},
      {"two databases are no replica",
       list({group, subnets, balancer, database,
             R"({"type": "aws_db_instance", "address": "aws_db_instance.other", "multi_az": true})"}),
       "multi-az"},
      {"no balancer", list({group, subnets, database}), "split-database"},
      {"the edge without files in a bucket", list({group, subnets, balancer, database, replica, cdn}),
       "read-replicas"},
      {"nothing", "[]", "none"},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    CHECK(Judged(row.resources).reached() == row.reached);
  }
}

TEST_CASE("the minimum decides, else the desired size, never the maximum", "[check]") {
  const auto units = [](const std::string& attributes) {
    const Judged judged(list({R"({"type": "aws_autoscaling_group", )" + attributes + "}"}));
    return judged.component("web").instances;
  };
  CHECK(units(R"("min_size": 2, "max_size": 9, "desired_capacity": 4)") == Amount{2, false});
  CHECK(units(R"("max_size": 9, "desired_capacity": 4)") == Amount{4, false});
  CHECK(units(R"("min_size": 0, "max_size": 9, "desired_capacity": 3)") == Amount{3, false});
  CHECK(units(R"("min_size": 0, "max_size": 9)") == Amount{0, false});
  CHECK(units(R"("min_size": {"unknown": []}, "max_size": 9)") == Amount{0, true});
}

TEST_CASE("servers that serve no pages are no web servers", "[check]") {
  for (const char* name : {"bastion", "jumpbox", "nat", "ci-runner", "jenkins_main", "BastionHost"}) {
    INFO(name);
    const Judged judged(
        list({R"({"type": "aws_instance", "address": "aws_instance.)" + std::string(name) + "\"}"}));
    CHECK(judged.component("web").instances == Amount{0, false});
    CHECK(judged.reached() == "none");
  }
  CHECK(Judged(list({R"({"type": "aws_instance", "source_dest_check": false})"})).reached() == "none");
  CHECK(Judged(list({R"({"type": "aws_instance", "tags": {"Name": "prod bastion"}})"})).reached() == "none");
  CHECK(Judged(list({R"({"type": "aws_instance", "address": "aws_instance.incident"})"})).reached() ==
        "single-instance");
}

TEST_CASE("with a balancer, a server that is not behind it is no web server", "[check]") {
  const Judged judged(
      list({R"({"type": "aws_instance", "address": "aws_instance.front[0]"})",
            R"({"type": "aws_instance", "address": "aws_instance.other"})",
            R"({"type": "aws_elb", "instances": {"unknown": ["aws_instance.front[0]"]}})", database}));
  CHECK(judged.component("web").instances == Amount{1, false});
  CHECK(judged.reached() == "split-database");
  CHECK(judged.above().find("balancer") != std::string::npos);
}

TEST_CASE("zones follow from what places refer to", "[check]") {
  const auto zones = [](const std::string& where, const std::string& more = {}) {
    const std::string two = R"({"type": "aws_autoscaling_group", "min_size": 2, )" + where + "}";
    return Judged(more.empty() ? list({two, subnets}) : list({two, subnets, more})).component("web").zones;
  };
  CHECK(zones(R"("vpc_zone_identifier": {"unknown": ["aws_subnet.a", "aws_subnet.b"]})") == Amount{2, false});
  CHECK(zones(R"("vpc_zone_identifier": [{"unknown": ["aws_subnet.a"]}])") == Amount{1, false});
  CHECK(zones(R"("availability_zones": ["x-1a", "x-1b"])") == Amount{2, false});
  CHECK(zones(R"("availability_zones": ["x-1a"], "vpc_zone_identifier": {"unknown": []})") ==
        Amount{1, false});
  CHECK(zones(R"("vpc_zone_identifier": {"unknown": ["Subnets"]})") == Amount{1, true});
  // A balancer cannot be made in one zone, so the same subnets are in two.
  CHECK(zones(R"("vpc_zone_identifier": {"unknown": ["Subnets"]})",
              R"({"type": "aws_lb", "subnets": {"unknown": ["Subnets"]}})")
            .least == 2);
  CHECK(zones(R"("vpc_zone_identifier": {"unknown": []})") == Amount{1, true});
  const Judged same(
      list({R"({"type": "AWS::EC2::Instance", "address": "A", "SubnetId": {"unknown": ["SubnetId"]}})",
            R"({"type": "AWS::EC2::Instance", "address": "B", "SubnetId": {"unknown": ["SubnetId"]}})"}));
  CHECK(same.component("web").zones == Amount{1, false});
}

TEST_CASE("reports and connection pools are found, and no stage demands them", "[check]") {
  const auto found = [](const std::string& resource) {
    return Judged(list({group, subnets, balancer, database, resource}));
  };
  for (const auto& [resource, units] : std::vector<std::pair<std::string, int>>{
           {R"({"type": "aws_redshift_cluster", "number_of_nodes": 3})", 3},
           {R"({"type": "aws_redshift_cluster"})", 1},
           {R"({"type": "aws_redshiftserverless_workgroup"})", 1},
           {R"({"type": "AWS::Redshift::Cluster", "NumberOfNodes": 2})", 2},
           {R"({"type": "AWS::RedshiftServerless::Workgroup"})", 1}}) {
    INFO(resource);
    CHECK(found(resource).component("warehouse").instances == Amount{units, false});
    CHECK(found(resource).reached() == "multi-az");
  }
  for (const char* type : {"aws_db_proxy", "AWS::RDS::DBProxy"}) {
    INFO(type);
    const Judged proxied = found(R"({"type": ")" + std::string(type) + "\"}");
    CHECK(proxied.component("pooler").instances == Amount{1, false});
    CHECK(proxied.reached() == "multi-az");
  }
  CHECK_FALSE(found(subnets).component("pooler").there());
  CHECK_FALSE(found(subnets).component("warehouse").there());
}

TEST_CASE("what hides in a cluster is not known, not absent", "[check]") {
  const Judged judged(list({R"({"type": "aws_eks_cluster"})"}));
  CHECK(judged.component("web").instances == Amount{0, true});
  CHECK(judged.found.out_of_scope == nullptr);
  REQUIRE_FALSE(judged.found.stages[0].demands.empty());
  CHECK(judged.found.stages[0].demands[0].met == Truth::unknown);
}

TEST_CASE("declarations that the ladder does not size are reported as such", "[check]") {
  const auto out_of_scope = [](const std::string& json) {
    const Judged judged(json);
    return judged.found.out_of_scope == nullptr ? "none" : std::string(judged.found.out_of_scope->id);
  };
  CHECK(out_of_scope(list({database, replica})) == "database-only");
  CHECK(out_of_scope(list({cdn, bucket})) == "static-site");
  CHECK(out_of_scope(list({R"({"type": "aws_lambda_function"})", table})) == "serverless");
  CHECK(out_of_scope(list({group, database})) == "none");
  CHECK(Judged(list({database, replica})).above().find("database") != std::string::npos);
}

TEST_CASE("instances of a cluster stand in for each other", "[check]") {
  const std::string cluster = R"({"type": "aws_rds_cluster", "address": "aws_rds_cluster.db"})";
  const auto instance = [](int i) {
    return R"({"type": "aws_rds_cluster_instance", "address": "aws_rds_cluster_instance.db[)" +
           std::to_string(i) + R"(]", "cluster_identifier": {"unknown": ["aws_rds_cluster.db"]}})";
  };
  const Judged one(list({cluster, instance(0)}));
  CHECK(one.component("database").copies == Amount{1, false});
  const Judged two(list({cluster, instance(0), instance(1)}));
  CHECK(two.component("database").copies == Amount{2, false});
  CHECK(two.component("database").instances == Amount{2, false});
  CHECK(Judged(list({group, subnets, balancer, cluster, instance(0), instance(1)})).reached() ==
        "read-replicas");
}

TEST_CASE("a bucket for logs holds no static files, a table for locks no sessions", "[check]") {
  const Judged judged(
      list({cdn, R"({"type": "aws_s3_bucket", "address": "aws_s3_bucket.logs"})",
            R"({"type": "aws_s3_bucket", "address": "aws_s3_bucket.target"})",
            R"({"type": "aws_s3_bucket_logging", "target_bucket": {"unknown": ["aws_s3_bucket.target"]}})",
            R"({"type": "aws_dynamodb_table", "hash_key": "LockID"})"}));
  CHECK(judged.component("static_files").instances == Amount{0, false});
  CHECK(judged.component("nosql").instances == Amount{0, false});
}

TEST_CASE("advisories stand beside a verdict", "[check]") {
  const auto advised = [](const std::string& json) {
    std::string all;
    const Judged judged(json);
    for (const AdvisoryFinding& one : judged.found.advisories) all += std::string(one.advisory->id) + " ";
    return all;
  };
  CHECK(advised(list({R"({"type": "aws_db_instance", "backup_retention_period": 0})"})) == "no-backups ");
  CHECK(
      advised(list({R"({"type": "aws_db_instance", "backup_retention_period": {"unknown": []}})"})).empty());
  CHECK(advised(list({R"({"type": "aws_instance", "instance_type": "t3.small"})"})) == "credits-run-out ");
  CHECK(advised(list({R"({"type": "aws_instance", "instance_type": "m7g.large"})"})).empty());
  CHECK(advised(list({R"({"type": "aws_autoscaling_group", "min_size": 1, "target_group_arns": ["x"]})"})) ==
        "group-of-one ");
  CHECK(advised(list({group})).empty());
}

TEST_CASE("a team's own component is recognised by its own rules", "[check]") {
  const test::Folder folder;
  const std::string file = folder.write("own.yaml", R"(
ruleset: own
format: 1
extends: aws
components:
  search:
    title: Search
    tier: search
    service: search
    because: texts are searched
    count: {min: 2, max: 9, zones: 2}
    found_as:
      pods: {types: acme_search, where: "plan != 'free'", count: replicas, zones: racks}
stages:
  with-search:
    after: multi-az
    title: With search
    adds: [search]
)");
  const Program program = load_rules(file);
  const Recognition rules = recognition_of(program);
  const auto reached = [&](const std::string& json) {
    const Declaration declaration = test::declared_from(json);
    const Architecture found = architecture_of(program, rules, declaration);
    return std::string(program.stages[static_cast<std::size_t>(found.reached)].id);
  };
  const std::string search =
      R"({"type": "acme_search", "plan": "paid", "replicas": 3, "racks": ["r1", "r2"]})";
  CHECK(reached(list({group, subnets, balancer, database})) == "multi-az");
  CHECK(reached(list({group, subnets, balancer, database, search})) == "with-search");
  CHECK(reached(list({group, subnets, balancer, database, replica, search})) == "read-replicas");
  CHECK(reached(list({group, subnets, balancer, database,
                      R"({"type": "acme_search", "plan": "free", "replicas": 3})"})) == "multi-az");
}

TEST_CASE("rules written in the words of one dialect read another by a table", "[check]") {
  const test::Folder folder;
  const std::string file = folder.write("own.yaml", R"yaml(
ruleset: own
format: 1
extends: aws
recognition:
  dialects:
    other:
      written: yes
      types: {"Acme::Search": acme_search, "Acme::Rack": acme_rack, "Acme::Shelf": acme_shelf}
      attributes: {replicas: "first(Copies, 1)", racks: Racks, option: Options, option.key: Options.Name,
        option.value: Options.Is}
      by_type:
        acme_search: {attributes: {plan: "item(Options, 'Name', 'Plan', 'Is')"}}
        acme_pod: {also: "Acme::Search", where: "Kind == 'pod'"}
        acme_shelf: {attributes: {size: "of_target('acme_shelf', size)"}}
        acme_box: {also: "Acme::Box", where: exists('acme_box')}
components:
  search:
    title: Search
    tier: search
    service: search
    because: texts are searched
    count: {min: 2, max: 9, zones: 2}
    found_as:
      pods:
        types: acme_search
        where: "plan != 'free' && !exists('acme_pod') && given(racks) && item(option, 'key', 'Site', 'value') == 'main'"
        count: replicas
        zones: racks
        act: {count: "set {replicas} of {acme_search} to {needed}"}
      shelves: {types: acme_shelf, count: size}
      boxes: {types: acme_box}
stages:
  with-search: {after: multi-az, title: With search, adds: [search]}
)yaml");
  const Program program = load_rules(file);
  const Recognition rules = recognition_of(program);
  CHECK(std::count(rules.types.begin(), rules.types.end(), "Acme::Search") == 1);
  CHECK(std::count(rules.types.begin(), rules.types.end(), "Acme::Rack") == 0);
  const auto search = [&](const std::string& resource, const std::string& more) {
    const Declaration declaration = test::declared_from(list({resource, more}));
    const Architecture found = architecture_of(program, rules, declaration);
    const FoundComponent& component = *found.component("search");
    return std::to_string(component.instances.least) + (component.instances.open ? "?" : "") + "/" +
           std::to_string(component.zones.least) +
           (component.resources.empty() ? "" : " " + component.resources.front().instances_action);
  };
  const auto acme = [](const std::string& more) {
    return R"({"type": "Acme::Search", "address": "S", "Racks": ["r1", "r2"], "Options": [
      {"Name": "Site", "Is": "main"}, {"Name": "Plan", "Is": "paid"}])" +
           more + "}";
  };
  CHECK(search(acme(R"(, "Copies": 3)"), group) == "3/2 set Copies of Acme::Search to {needed}");
  CHECK(search(acme(""), group) == "1/1 set Copies of Acme::Search to {needed}");
  CHECK(search(R"({"type": "acme_search", "replicas": 2, "racks": ["r1", "r2"], "option": [
    {"key": "Site", "value": "main"}]})",
               group) == "2/2 set replicas of acme_search to {needed}");
  // A query of a dialect that needs its own value is unknown.
  CHECK(search(R"({"type": "Acme::Shelf", "address": "A", "Next": {"unknown": ["B"]}})",
               R"({"type": "Acme::Shelf", "address": "B", "Next": {"unknown": ["A"]}})")
            .starts_with("0?/"));
  CHECK(search(R"({"type": "Acme::Box", "address": "A"})", R"({"type": "Acme::Box", "address": "B"})")
            .starts_with("0"));
  // The condition of a type: not at all, perhaps, or surely one.
  CHECK(search(acme(R"(, "Kind": "box")"), group).starts_with("1/1"));
  CHECK(search(acme(R"(, "Kind": {"unknown": ["Kind"]})"), group).starts_with("0?/"));
  CHECK(search(acme(R"(, "Kind": "pod")"), group) == "0/0");
  // A value that somebody wrote and nobody knows yet was given.
  CHECK(search(R"({"type": "acme_search", "replicas": 2, "racks": {"unknown": []}, "option": [
    {"key": "Site", "value": "main"}]})",
               group) == "0/0");
  CHECK(search(R"({"type": "Acme::Search", "Racks": {"unknown": []}, "Options": [
    {"Name": "Site", "Is": "main"}]})",
               group)
            .starts_with("0?/"));
}
