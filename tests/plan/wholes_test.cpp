// Which declared resources belong together, which serve whatever their names, and where nothing is known.
#include "catch.hpp"
#include "declared_from.hpp"
#include "declared_support.hpp"

using namespace scaleplan;

namespace {

struct Row {
  const char* what;
  const char* declared;
  const char* components;
};

void check(std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    INFO(row.what);
    const std::string text = row.declared;
    const bool json = text.front() == '[';
    CHECK(test::parts_of(json ? test::declared_from(text) : test::declare("Resources:" + text)) ==
          row.components);
  }
}

}  // namespace

TEST_CASE("the largest whole counts, not the sum of several", "[check]") {
  check({
      Row{"two groups of one behind target groups of their own",
          R"([{"type": "aws_lb_target_group", "address": "aws_lb_target_group.front"},
              {"type": "aws_lb_target_group", "address": "aws_lb_target_group.api"},
              {"type": "aws_autoscaling_group", "address": "aws_autoscaling_group.front", "min_size": 1,
               "target_group_arns": {"unknown": ["aws_lb_target_group.front"]}},
              {"type": "aws_autoscaling_group", "address": "aws_autoscaling_group.api", "min_size": 1,
               "target_group_arns": {"unknown": ["aws_lb_target_group.api"]}}])",
          "web 1/1"},
      Row{"two groups of one behind the same",
          R"([{"type": "aws_lb_target_group", "address": "aws_lb_target_group.shop"},
              {"type": "aws_autoscaling_group", "address": "aws_autoscaling_group.a", "min_size": 1,
               "availability_zones": ["a"], "target_group_arns": {"unknown": ["aws_lb_target_group.shop"]}},
              {"type": "aws_autoscaling_group", "address": "aws_autoscaling_group.b", "min_size": 1,
               "availability_zones": ["b"], "target_group_arns": {"unknown": ["aws_lb_target_group.shop"]}}])",
          "web 2/2"},
      Row{"two servers of two applications",
          R"([{"type": "aws_lb_target_group", "address": "aws_lb_target_group.shop"},
              {"type": "aws_lb_target_group", "address": "aws_lb_target_group.wiki"},
              {"type": "aws_instance", "address": "aws_instance.shop"},
              {"type": "aws_instance", "address": "aws_instance.wiki"},
              {"type": "aws_lb_target_group_attachment", "address": "aws_lb_target_group_attachment.shop",
               "target_group_arn": {"unknown": ["aws_lb_target_group.shop"]},
               "target_id": {"unknown": ["aws_instance.shop"]}},
              {"type": "aws_lb_target_group_attachment", "address": "aws_lb_target_group_attachment.wiki",
               "target_group_arn": {"unknown": ["aws_lb_target_group.wiki"]},
               "target_id": {"unknown": ["aws_instance.wiki"]}}])",
          "web 1/1"},
      Row{"two servers of one classic balancer", R"(
  A: {Type: AWS::EC2::Instance, Properties: {AvailabilityZone: a}}
  B: {Type: AWS::EC2::Instance, Properties: {AvailabilityZone: b}}
  Front: {Type: AWS::ElasticLoadBalancing::LoadBalancer, Properties: {Instances: [!Ref A, !Ref B]}}
)",
          "balancer 1/1, web 2/2"},
      Row{"the same addresses in two files",
          R"([{"type": "aws_ecs_service", "address": "aws_ecs_service.web", "desired_count": 1, "file": "one"},
              {"type": "aws_rds_cluster", "address": "aws_rds_cluster.main", "file": "one"},
              {"type": "aws_rds_cluster_instance", "address": "aws_rds_cluster_instance.main", "file": "one",
               "cluster_identifier": {"unknown": ["aws_rds_cluster.main"]}},
              {"type": "aws_ecs_service", "address": "aws_ecs_service.web", "desired_count": 1, "file": "two"},
              {"type": "aws_rds_cluster", "address": "aws_rds_cluster.main", "file": "two"},
              {"type": "aws_rds_cluster_instance", "address": "aws_rds_cluster_instance.main", "file": "two",
               "cluster_identifier": {"unknown": ["aws_rds_cluster.main"]}}])",
          "web 1/1, database 1/1"},
      Row{"a cluster that follows in another region has no say on copies",
          R"([{"type": "aws_rds_cluster", "address": "aws_rds_cluster.main", "global_cluster_identifier": "g",
               "master_username": "root"},
              {"type": "aws_rds_cluster_instance", "address": "aws_rds_cluster_instance.a",
               "cluster_identifier": {"unknown": ["aws_rds_cluster.main"]}},
              {"type": "aws_rds_cluster_instance", "address": "aws_rds_cluster_instance.b",
               "cluster_identifier": {"unknown": ["aws_rds_cluster.main"]}},
              {"type": "aws_rds_cluster", "address": "aws_rds_cluster.east", "global_cluster_identifier": "g"},
              {"type": "aws_rds_cluster_instance", "address": "aws_rds_cluster_instance.c",
               "cluster_identifier": {"unknown": ["aws_rds_cluster.east"]}}])",
          "database 2/2, database-only"},
  });
}

TEST_CASE("a server behind a balancer serves, unless it has the name of a tool", "[check]") {
  const std::string words[] = {"fleet_management", "patient_monitoring", "agents", "docs_vault",
                               "ci_shop",          "job_board"};
  for (const std::string& word : words) {
    INFO(word);
    CHECK(test::parts_of(test::declared_from(
              R"([{"type": "aws_autoscaling_group", "address": "aws_autoscaling_group.)" + word +
              R"(", "min_size": 2, "target_group_arns": ["arn:x"]}])")) == "web 2/1?");
    CHECK(
        test::parts_of(test::declared_from(R"([{"type": "aws_instance", "address": "aws_instance.)" + word +
                                           R"("}, {"type": "aws_elb", "address": "aws_elb.front", "instances":
                                             [{"unknown": ["aws_instance.)" +
                                           word + R"("]}]}])")) == "balancer 1/1, web 1/1");
  }
  check({
      Row{"a tool behind a balancer hides no web server",
          R"([{"type": "aws_autoscaling_group", "address": "aws_autoscaling_group.jenkins", "min_size": 1,
               "target_group_arns": ["arn:x"]},
              {"type": "aws_instance", "address": "aws_instance.web"}])",
          "web 1/1"},
      Row{"one server with both is no database",
          R"([{"type": "aws_instance", "address": "aws_instance.wordpress_mysql"}])", "web 1/1"},
      Row{"the database of a tool",
          R"([{"type": "aws_db_instance", "address": "aws_db_instance.sonarqube"},
              {"type": "aws_db_instance", "address": "aws_db_instance.main", "multi_az": true}])",
          "database 1/2, database-only"},
      Row{"a bastion whose name is not wholly known", R"(
  Web: {Type: AWS::EC2::Instance}
  Host: {Type: AWS::EC2::Instance, Properties: {Tags: [{Key: Name, Value: !Sub '${AWS::StackName}-bastion'}]}}
)",
          "web 1/1"},
      Row{"the origin of a distribution, whatever its name",
          R"([{"type": "aws_s3_bucket", "address": "aws_s3_bucket.sales_pipeline"},
              {"type": "aws_cloudfront_distribution", "address": "aws_cloudfront_distribution.main",
               "origin": [{"domain_name": {"unknown": ["aws_s3_bucket.sales_pipeline"]}}]},
              {"type": "aws_s3_bucket", "address": "aws_s3_bucket.deploy_artifacts"}])",
          "cdn 1/1, static_files 1/1, static-site"},
      Row{"a table of locks in a template", R"(
  Store: {Type: AWS::DynamoDB::Table, Properties: {KeySchema: [{AttributeName: LockID, KeyType: HASH}]}}
)",
          ""},
  });
}

TEST_CASE("stopped servers are declared, and hidden ones are unknown", "[check]") {
  check({
      Row{"a group of none beside a database",
          R"([{"type": "aws_autoscaling_group", "address": "aws_autoscaling_group.web", "min_size": 0,
               "desired_capacity": 0},
              {"type": "aws_db_instance", "address": "aws_db_instance.main"}])",
          "web 0/0, database 1/1"},
      Row{"a service of which no count is written runs nothing",
          R"([{"type": "aws_ecs_service", "address": "aws_ecs_service.web"}])", "web 0/0"},
      Row{"a server that is stopped",
          R"([{"type": "aws_instance", "address": "aws_instance.web"},
              {"type": "aws_ec2_instance_state", "address": "aws_ec2_instance_state.web", "state": "stopped",
               "instance_id": {"unknown": ["aws_instance.web"]}}])",
          "web 0/0"},
      Row{"scaling that names its service by a text",
          R"([{"type": "aws_ecs_service", "address": "aws_ecs_service.web", "name": "shop", "desired_count": 4},
              {"type": "aws_appautoscaling_target", "address": "aws_appautoscaling_target.other",
               "resource_id": "service/main/workshop", "min_capacity": 3},
              {"type": "aws_appautoscaling_target", "address": "aws_appautoscaling_target.web",
               "resource_id": "service/main/shop", "min_capacity": 1}])",
          "web 1/1"},
      Row{"a container cluster beside a bastion",
          R"([{"type": "aws_ecs_cluster", "address": "aws_ecs_cluster.main"},
              {"type": "aws_instance", "address": "aws_instance.bastion"},
              {"type": "aws_db_instance", "address": "aws_db_instance.main"}])",
          "web 0?/0?, database 1/1"},
      Row{"nodes beside those that Karpenter makes",
          R"([{"type": "aws_eks_cluster", "address": "aws_eks_cluster.main"},
              {"type": "aws_eks_node_group", "address": "aws_eks_node_group.first",
               "scaling_config": [{"min_size": 1}]},
              {"type": "aws_sqs_queue", "address": "module.karpenter.aws_sqs_queue.this"},
              {"type": "aws_db_instance", "address": "aws_db_instance.main"}])",
          "balancer 0?/0?, web 1?/1?, queue 1/1, database 1/1"},
      Row{"two ids of places that are declared elsewhere",
          R"([{"type": "aws_autoscaling_group", "address": "aws_autoscaling_group.web", "min_size": 2,
               "vpc_zone_identifier": ["subnet-1", "subnet-2"]}])",
          "web 2/1?"},
      Row{"the same ids under a balancer that cannot be made in one zone",
          R"([{"type": "aws_autoscaling_group", "address": "aws_autoscaling_group.web", "min_size": 2,
               "vpc_zone_identifier": ["subnet-1", "subnet-2"]},
              {"type": "aws_lb", "address": "aws_lb.front", "load_balancer_type": "application",
               "subnets": ["subnet-1", "subnet-2"]}])",
          "balancer 1/1, web 2/2"},
      Row{"tables that are the only store",
          R"([{"type": "aws_ecs_service", "address": "aws_ecs_service.web", "desired_count": 2},
              {"type": "aws_dynamodb_table", "address": "aws_dynamodb_table.orders", "hash_key": "id"}])",
          "web 2/1?, database 0?/0?, nosql 1/1"},
      Row{"documents that are the only store", R"(
  Web: {Type: AWS::ECS::Service, Properties: {DesiredCount: 2}}
  A: {Type: AWS::DocDB::DBInstance, Properties: {DBClusterIdentifier: !Ref Main}}
  B: {Type: AWS::DocDB::DBInstance, Properties: {DBClusterIdentifier: !Ref Main}}
  Main: {Type: AWS::DocDB::DBCluster}
)",
          "web 2/1?, database 2/2"},
  });
}

TEST_CASE("subnets that were looked up give the zones of their ids", "[check]") {
  const auto plan = [](const std::string& first, const std::string& second) {
    const auto subnet = [](const std::string& id, const std::string& zone) {
      return R"({"address": "data.aws_subnet.x", "mode": "data", "type": "aws_subnet", "name": "x", "values": {"id": ")" +
             id + R"(", "availability_zone": ")" + zone + R"("}})";
    };
    return test::declare(
        R"({"format_version": "1.2", "planned_values": {"root_module": {"resources": [
      {"address": "aws_autoscaling_group.web", "mode": "managed", "type": "aws_autoscaling_group", "name": "web",
       "values": {"min_size": 2, "vpc_zone_identifier": ["subnet-1", "subnet-2"]}}]}},
      "prior_state": {"values": {"root_module": {"resources": [)" +
        subnet("subnet-1", first) + R"(], "child_modules": [{"address": "module.net", "resources": [)" +
        subnet("subnet-2", second) +
        R"(, {"address": "module.net.aws_instance.web", "mode": "managed", "type": "aws_instance",
      "name": "web", "values": {"id": "i-1"}}]}]}}}})");
  };
  CHECK(test::parts_of(plan("a", "b")) == "web 2/2");
  CHECK(test::parts_of(plan("a", "a")) == "web 2/1");
}
