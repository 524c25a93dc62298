// Advisories on declared resources: each where its condition holds, none where it does not or is unknown.
#include "catch.hpp"
#include "declared_from.hpp"
#include "scaleplan/architecture.hpp"
#include "scaleplan/rules.hpp"

using namespace scaleplan;

namespace {

std::string list(std::initializer_list<std::string> resources) {
  std::string all;
  for (const std::string& one : resources) all += (all.empty() ? "[" : ", ") + one;
  return all + "]";
}

/// The ids of the advisories on `json`, each followed by a blank.
std::string advised(const std::string& json) {
  const Program program = load_rules("aws");
  const Recognition rules = recognition_of(program);
  const Declaration declaration = test::declared_from(json);
  std::string all;
  for (const AdvisoryFinding& one : architecture_of(program, rules, declaration).advisories)
    all += std::string(one.advisory->id) + " ";
  return all;
}

const std::string subnets = R"({"type": "aws_subnet", "address": "aws_subnet.a", "availability_zone": "x-1a"},
  {"type": "aws_subnet", "address": "aws_subnet.b", "availability_zone": "x-1b"})";

}  // namespace

TEST_CASE("several servers behind a balancer and in one zone", "[check]") {
  const auto server = [](const std::string& name, const std::string& subnet) {
    return R"({"type": "aws_instance", "address": "aws_instance.)" + name +
           R"(", "instance_type": "m7g.large", "subnet_id": {"unknown": ["aws_subnet.)" + subnet + R"("]}})";
  };
  const std::string elb =
      R"({"type": "aws_elb", "instances": {"unknown": ["aws_instance.one", "aws_instance.two"]}})";
  CHECK(advised(list({server("one", "a"), server("two", "a"), subnets, elb})) == "one-zone-behind ");
  CHECK(advised(list({server("one", "a"), server("two", "b"), subnets, elb})).empty());
  CHECK(advised(list({server("one", "a"), subnets, elb})).empty());
  CHECK(advised(list({server("one", "a"), server("two", "a"), subnets})).empty());
  const auto stack = [](const std::string& name, const std::string& subnet) {
    return R"({"type": "AWS::EC2::Instance", "address": ")" + name +
           R"(", "InstanceType": "m7g.large", "SubnetId": {"unknown": [")" + subnet + R"("]}})";
  };
  const std::string cf =
      R"({"type": "AWS::ElasticLoadBalancing::LoadBalancer", "Instances": {"unknown": ["A", "B"]}})";
  CHECK(advised(list({stack("A", "S1"), stack("B", "S1"), cf})) == "one-zone-behind ");
  CHECK(advised(list({stack("A", "S1"), stack("B", "S2"), cf})).empty());
}

TEST_CASE("readers in the zone of their writer", "[check]") {
  const std::string cluster = R"({"type": "aws_rds_cluster", "address": "aws_rds_cluster.db"})";
  const auto reader = [](const std::string& name, const std::string& zone) {
    return R"({"type": "aws_rds_cluster_instance", "address": "aws_rds_cluster_instance.)" + name +
           R"(", "cluster_identifier": {"unknown": ["aws_rds_cluster.db"]}, "availability_zone": )" + zone +
           "}";
  };
  CHECK(advised(list({cluster, reader("a", "\"x-1a\""), reader("b", "\"x-1a\"")})) == "cluster-in-one-zone ");
  CHECK(advised(list({cluster, reader("a", "\"x-1a\""), reader("b", "\"x-1b\"")})).empty());
  CHECK(advised(list({cluster, reader("a", "\"x-1a\""), reader("b", R"({"unknown": []})")})).empty());
  CHECK(advised(list({cluster, reader("a", "\"x-1a\""), reader("b", "null")})).empty());
  CHECK(advised(list({cluster, reader("a", "\"x-1a\"")})).empty());
  const std::string first = R"({"unknown": ["data.aws_availability_zones.here.names[0]"]})";
  const std::string second = R"({"unknown": ["data.aws_availability_zones.here.names[1]"]})";
  CHECK(advised(list({cluster, reader("a", first), reader("b", first)})) == "cluster-in-one-zone ");
  CHECK(advised(list({cluster, reader("a", first), reader("b", second)})).empty());
  const auto member = [](const std::string& name, const std::string& key, const std::string& target,
                         const std::string& zone) {
    return R"({"type": "AWS::RDS::DBInstance", "address": ")" + name + R"(", ")" + key +
           R"(": {"unknown": [")" + target + R"("]}, "AvailabilityZone": {"unknown": ["Fn::GetAZs[)" + zone +
           R"(]"]}})";
  };
  const std::string cf_cluster = R"({"type": "AWS::RDS::DBCluster", "address": "Cluster"})";
  const std::string id = "DBClusterIdentifier";
  CHECK(advised(list({cf_cluster, member("A", id, "Cluster", "0"), member("B", id, "Cluster", "0")})) ==
        "cluster-in-one-zone ");
  CHECK(
      advised(list({cf_cluster, member("A", id, "Cluster", "0"), member("B", id, "Cluster", "1")})).empty());
  const std::string of = "SourceDBInstanceIdentifier";
  CHECK(advised(list({member("A", "Other", "None", "0"), member("B", of, "A", "0")})) ==
        "replica-beside-writer ");
  CHECK(advised(list({member("A", "Other", "None", "0"), member("B", of, "A", "1")})).empty());
}

TEST_CASE("pools of all servers against the connections a database takes", "[check]") {
  const auto pooled = [&](const std::string& pool, const std::string& most, const std::string& taken) {
    return advised(list(
        {R"({"type": "aws_ecs_task_definition", "address": "aws_ecs_task_definition.t", "container_definitions": )" +
             pool + "}",
         R"({"type": "aws_ecs_service", "address": "aws_ecs_service.s", "desired_count": 2, "task_definition": {"unknown": ["aws_ecs_task_definition.t"]}})",
         R"({"type": "aws_appautoscaling_target", "max_capacity": )" + most +
             R"(, "resource_id": {"unknown": ["aws_ecs_service.s"]}})",
         R"({"type": "aws_db_parameter_group", "parameter": [{"name": "max_connections", "value": )" + taken +
             "}]}"}));
  };
  const std::string twenty = R"("[{\"environment\":[{\"name\":\"DB_POOL\",\"value\":\"20\"}]}]")";
  CHECK(pooled(twenty, "11", "\"200\"") == "more-connections-than-taken ");
  CHECK(pooled(twenty, "10", "\"200\"").empty());
  CHECK(pooled(twenty, R"({"unknown": []})", "\"200\"").empty());
  CHECK(pooled(twenty, "11", "\"{DBInstanceClassMemory/12582880}\"").empty());
  CHECK(pooled(R"("[{\"environment\":[{\"name\":\"DB_POOLER\",\"value\":\"20\"}]}]")", "11", "\"200\"")
            .empty());
  CHECK(pooled(R"("DB_POOL is unset, 20 others")", "11", "\"200\"").empty());
  const auto cf_pooled = [&](const std::string& taken) {
    return advised(list(
        {R"({"type": "AWS::ECS::TaskDefinition", "address": "Task", "ContainerDefinitions": [{"Environment": [{"Name": "DB_POOL", "Value": "20"}]}]})",
         R"({"type": "AWS::ECS::Service", "address": "Service", "DesiredCount": 11, "TaskDefinition": {"unknown": ["Task"]}})",
         R"({"type": "AWS::RDS::DBParameterGroup", "Parameters": {"max_connections": )" + taken + "}}"}));
  };
  CHECK(cf_pooled("200") == "more-connections-than-taken ");
  CHECK(cf_pooled("220").empty());
}
