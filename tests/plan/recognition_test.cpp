// The resources that the built-in rules take for a web server, a database, a cache: Terraform values and
// templates as people write them.
#include "scaleplan/recognition.hpp"

#include "catch.hpp"
#include "declared_from.hpp"
#include "declared_support.hpp"
#include "scaleplan/architecture.hpp"
#include "scaleplan/check.hpp"
#include "scaleplan/rules.hpp"

using namespace scaleplan;

namespace {

struct Row {
  const char* what;
  const char* declared;
  const char* components;
};

}  // namespace

TEST_CASE("Terraform resources are the components that an architect sees in them", "[check]") {
  for (
      const Row& row : {
          Row{"machines of Kubernetes are called workers",
              R"([{"type": "aws_eks_node_group", "address": "aws_eks_node_group.workers",
                    "scaling_config": [{"min_size": 2, "desired_size": 3}]}])",
              "web 2/1?"},
          Row{"a group of them as well",
              R"([{"type": "aws_eks_cluster", "address": "aws_eks_cluster.main"},
                   {"type": "aws_autoscaling_group", "address": "aws_autoscaling_group.worker", "min_size": 3}])",
              "balancer 0?/0?, web 3/1?, database 0?/0?"},
          Row{"a service behind a balancer serves, whatever its name",
              R"([{"type": "aws_ecs_service", "address": "aws_ecs_service.jobs_board", "desired_count": 2,
                    "load_balancer": [{"container_port": 80}]},
                   {"type": "aws_ecs_service", "address": "aws_ecs_service.mailer", "desired_count": 5},
                   {"type": "aws_ecs_service", "address": "aws_ecs_service.worker", "desired_count": 4}])",
              "web 2/1?, workers 4/1?"},
          Row{"a build server behind a balancer is what the balancer serves, where nothing else is",
              R"([{"type": "aws_autoscaling_group", "address": "aws_autoscaling_group.jenkins", "min_size": 1,
                    "target_group_arns": ["arn:x"]}])",
              "web 1/1"},
          Row{"machines of a container cluster know its name",
              R"([{"type": "aws_ecs_cluster", "address": "aws_ecs_cluster.main"},
                   {"type": "aws_ecs_service", "address": "aws_ecs_service.shop", "desired_count": 1},
                   {"type": "aws_launch_template", "address": "aws_launch_template.host",
                    "user_data": {"unknown": ["aws_ecs_cluster.main"]}},
                   {"type": "aws_autoscaling_group", "address": "aws_autoscaling_group.hosts", "min_size": 3,
                    "launch_template": [{"id": {"unknown": ["aws_launch_template.host"]}}]}])",
              "web 1/1"},
          Row{"machines beside a service that is behind a balancer carry it",
              R"([{"type": "aws_ecs_service", "address": "aws_ecs_service.shop", "desired_count": 1,
                    "load_balancer": [{"container_port": 80}]},
                   {"type": "aws_autoscaling_group", "address": "aws_autoscaling_group.hosts", "min_size": 3},
                   {"type": "aws_instance", "address": "aws_instance.admin"}])",
              "web 1/1"},
          Row{"options of Elastic Beanstalk may stand in a template",
              R"([{"type": "aws_elastic_beanstalk_configuration_template",
                    "address": "aws_elastic_beanstalk_configuration_template.web",
                    "setting": [{"namespace": "aws:autoscaling:asg", "name": "MinSize", "value": "2"}]},
                   {"type": "aws_elastic_beanstalk_environment", "address": "aws_elastic_beanstalk_environment.web",
                    "template_name": {"unknown": ["aws_elastic_beanstalk_configuration_template.web"]},
                    "setting": []}])",
              "balancer 1/1, web 2/2"},
          Row{"so may the subnets of Elastic Beanstalk",
              R"([{"type": "aws_subnet", "address": "aws_subnet.a", "availability_zone": "x-1a"},
                   {"type": "aws_subnet", "address": "aws_subnet.b", "availability_zone": "x-1a"},
                   {"type": "aws_elastic_beanstalk_configuration_template",
                    "address": "aws_elastic_beanstalk_configuration_template.web",
                    "setting": [{"name": "MinSize", "value": "2"},
                                {"name": "Subnets", "value": {"unknown": ["aws_subnet.a", "aws_subnet.b"]}}]},
                   {"type": "aws_elastic_beanstalk_environment", "address": "aws_elastic_beanstalk_environment.web",
                    "template_name": {"unknown": ["aws_elastic_beanstalk_configuration_template.web"]},
                    "setting": []}])",
              "balancer 1/1, web 2/1"},
          Row{"one instance of Elastic Beanstalk has no balancer",
              R"([{"type": "aws_elastic_beanstalk_environment", "address": "aws_elastic_beanstalk_environment.web",
                    "setting": [{"name": "EnvironmentType", "value": "SingleInstance"},
                                {"name": "MinSize", "value": "2"}]}])",
              "web 1/1"},
          Row{"a worker of Elastic Beanstalk",
              R"([{"type": "aws_elastic_beanstalk_environment", "address": "aws_elastic_beanstalk_environment.jobs",
                    "tier": "Worker", "setting": [{"name": "MinSize", "value": "2"}]}])",
              "workers 2/1?"},
          Row{"nobody wrote that there is a standby",
              R"([{"type": "aws_db_instance", "address": "aws_db_instance.main", "multi_az": {"unknown": []}}])",
              "database 1/1, database-only"},
          Row{"a replica in another region names its source in full",
              R"([{"type": "aws_db_instance", "address": "aws_db_instance.main", "identifier": "shop-main"},
                   {"type": "aws_db_instance", "address": "aws_db_instance.copy",
                    "replicate_source_db": "arn:aws:rds:eu-west-1:1:db:shop-main"}])",
              "database 2/1?, database-only"},
          Row{"documents are a database; of its instances nothing is said",
              R"([{"type": "aws_docdb_cluster", "address": "aws_docdb_cluster.main"}])",
              "database 0?/0?, database-only"},
          Row{"what the provider works out of a cache",
              R"([{"type": "aws_elasticache_cluster", "address": "aws_elasticache_cluster.main",
                    "num_cache_nodes": 1, "replication_group_id": {"unknown": []}, "az_mode": {"unknown": []}}])",
              "cache 1/1, database-only"},
          Row{"a cache in shards",
              R"([{"type": "aws_elasticache_replication_group", "address": "aws_elasticache_replication_group.main",
                    "num_cache_clusters": {"unknown": []}, "num_node_groups": 2, "replicas_per_node_group": 1,
                    "cluster_mode": {"unknown": []}, "automatic_failover_enabled": true}])",
              "cache 4/2, database-only"},
          Row{"a cache of which nothing is written",
              R"([{"type": "aws_elasticache_replication_group", "address": "aws_elasticache_replication_group.main",
                    "num_cache_clusters": {"unknown": []}, "num_node_groups": {"unknown": []},
                    "cluster_mode": {"unknown": []}}])",
              "cache 1/1, database-only"},
          Row{"Lightsail",
              R"([{"type": "aws_lightsail_container_service", "address": "aws_lightsail_container_service.web",
                    "scale": 3},
                   {"type": "aws_lightsail_database", "address": "aws_lightsail_database.main",
                    "bundle_id": "small_ha_2_0"},
                   {"type": "aws_lightsail_lb", "address": "aws_lightsail_lb.front"}])",
              "balancer 1/1, web 3/1?, database 1/2"},
          Row{"a queue, a bucket and what reads them are no static site",
              R"([{"type": "aws_s3_bucket", "address": "aws_s3_bucket.images"},
                   {"type": "aws_autoscaling_group", "address": "aws_autoscaling_group.worker", "min_size": 1},
                   {"type": "aws_sqs_queue", "address": "aws_sqs_queue.images"}])",
              "static_files 1/1, queue 1/1, workers 1/1"},
          Row{"what a build leaves behind is no static file",
              R"([{"type": "aws_s3_bucket", "address": "aws_s3_bucket.code_pipeline"},
                   {"type": "aws_s3_bucket", "address": "aws_s3_bucket.builds"},
                   {"type": "aws_codepipeline", "address": "aws_codepipeline.main",
                    "artifact_store": [{"location": {"unknown": ["aws_s3_bucket.builds"]}}]}])",
              ""},
      }) {
    INFO(row.what);
    CHECK(test::parts_of(test::declared_from(row.declared)) == row.components);
  }
}

TEST_CASE("templates declare the components that an architect sees in them", "[check]") {
  for (const Row& row : {
           Row{"options of Elastic Beanstalk may stand in a template", R"(
  Options: {Type: AWS::ElasticBeanstalk::ConfigurationTemplate, Properties: {OptionSettings: [
    {Namespace: 'aws:autoscaling:asg', OptionName: MinSize, Value: '2'}]}}
  Web: {Type: AWS::ElasticBeanstalk::Environment, Properties: {TemplateName: !Ref Options}}
  Jobs: {Type: AWS::ElasticBeanstalk::Environment, Properties: {Tier: {Name: Worker}}}
)",
               "balancer 1/1, web 2/2, workers 1/1"},
           Row{"machines of a container cluster know its name", R"(
  Cluster: {Type: AWS::ECS::Cluster}
  Shop: {Type: AWS::ECS::Service, Properties: {DesiredCount: 2, LoadBalancers: [{ContainerPort: 80}]}}
  Mailer: {Type: AWS::ECS::Service, Properties: {DesiredCount: 5}}
  Launch:
    Type: AWS::AutoScaling::LaunchConfiguration
    Properties: {UserData: {'Fn::Base64': !Sub 'join ${Cluster}'}}
  Hosts: {Type: AWS::AutoScaling::AutoScalingGroup, Properties: {MinSize: 4, LaunchConfigurationName: !Ref Launch}}
)",
               "web 2/1?"},
           Row{"machines of Kubernetes are called workers", R"(
  Workers: {Type: AWS::EKS::Nodegroup, Properties: {ScalingConfig: {MinSize: 2}}}
)",
               "web 2/1?"},
           Row{"a cluster that CDK makes", R"(
  Cluster: {Type: Custom::AWSCDK-EKS-Cluster}
)",
               "balancer 0?/0?, web 0?/0?, database 0?/0?"},
           Row{"a site in a bucket", R"(
  Site: {Type: AWS::S3::Bucket, Properties: {WebsiteConfiguration: {IndexDocument: index.html}}}
)",
               "static_files 1/1, static-site"},
           Row{"a fleet, a cache with copies, a small database", R"(
  Fleet: {Type: AWS::EC2::SpotFleet, Properties: {SpotFleetRequestConfigData: {TargetCapacity: 3}}}
  Cache: {Type: AWS::MemoryDB::Cluster, Properties: {NumReplicasPerShard: 1}}
  Main: {Type: AWS::Lightsail::Database, Properties: {RelationalDatabaseBundleId: micro_2_0}}
)",
               "web 3/1?, cache 2/2, database 1/1"},
           Row{"servers that are no web servers make no static site", R"(
  GitLab: {Type: AWS::EC2::Instance}
  Edge: {Type: AWS::CloudFront::Distribution}
)",
               "cdn 1/1"},
       }) {
    INFO(row.what);
    CHECK(test::parts_of(test::declare(std::string("Resources:") + row.declared)) == row.components);
  }
}

TEST_CASE("what was not read is not known, and what was read counts", "[check]") {
  const std::string stack =
      "\n  Rest: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: https://x/rest.yaml}}";
  const std::string server = "\n  Web: {Type: AWS::EC2::Instance}";
  static const Program program = load_rules("aws");
  static const Recognition rules = recognition_of(program);
  const Declaration both = test::declare("Resources:" + stack + server + "\n");
  const Architecture found = architecture_of(program, rules, both);
  CHECK(found.reached == 0);
  CHECK(found.component("web")->instances == Amount{1, false});
  CHECK(found.component("database")->instances == Amount{0, true});
  const Declaration nothing = test::declare("Resources:" + stack + "\n");
  const Architecture empty = architecture_of(program, rules, nothing);
  CHECK(empty.reached < 0);
  CHECK(check_declared(nullptr, empty, nothing).verdict == Verdict::not_provable);
  const Declaration other = test::declare("Resources:\n  A: {Type: AWS::SNS::Topic}\n");
  CHECK(check_declared(nullptr, architecture_of(program, rules, other), other).verdict ==
        Verdict::off_ladder);
}
