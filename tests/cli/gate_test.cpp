// The gate on small declarations, each with the verdict and exit code that were written down first.
#include <nlohmann/json.hpp>

#include <filesystem>

#include "catch.hpp"
#include "folder.hpp"
#include "shown.hpp"
#include "support.hpp"
#include "utf8.hpp"

using namespace scaleplan::test;

TEST_CASE("each declaration has the verdict that was written down", "[check]") {
  struct Row {
    const char* file;
    const char* flags;
    const char* verdict;
    int code;
  };
  const Row rows[] = {
      {"lambda-alone.json", "", "off-ladder", 0},
      {"lambda-and-bucket.json", "", "off-ladder", 0},
      {"balancer-and-database-without-server.json", "", "too-small", 1},
      {"balancer-before-functions.json", "", "off-ladder", 0},
      {"balancer-before-functions.yaml", "", "off-ladder", 0},
      {"machines-too-small.json", "", "machines-too-small", 1},
      {"machines-too-small.json", "--fail-on too-small", "machines-too-small", 0},
      {"web-tier-deleted.json", "", "too-small", 1},
      {"two-tasks-one-host.json", "", "too-small", 1},
      {"quarter-of-a-vcpu.json", "", "machines-too-small", 1},
      {"size-not-in-catalogue.json", "", "not-provable", 0},
      {"size-not-in-catalogue.json", "--unknown fail", "not-provable", 1},
      {"both-instances-in-one-zone.yaml", "", "too-small", 1},
      {"replica-of-another-database.json", "--users 40000", "too-small", 1},
      {"web-tier-alone.json", "", "not-provable", 0},
      {"web-tier-alone.json", "--unknown fail", "not-provable", 1},
      {"unknown-loop.yaml", "--unknown fail", "machines-too-small", 1},
      {"minimum-of-nothing.yaml", "", "too-small", 1},
      {"sql-server.json", "", "enough", 0},
  };
  for (const Row& row : rows) {
    const bool asked = std::string(row.flags).find("--users ") != std::string::npos;
    const Outcome got =
        invoke(split(std::string("check --format json --file ") + SCALEPLAN_SOURCE_DIR "/tests/gate/" +
                     row.file + " " + row.flags + (asked ? "" : " --users 9000")));
    INFO(row.file << " " << row.flags << got.err);
    CHECK(nlohmann::json::parse(got.out)["verdict"] == row.verdict);
    CHECK(got.code == row.code);
  }
}

TEST_CASE("each declaration reaches the stage that was written down", "[check]") {
  struct Row {
    const char* file;
    const char* flags;
    const char* stage;
  };
  const Row rows[] = {
      {"two-tasks-one-host.json", "", "split-database"},
      {"both-instances-in-one-zone.yaml", "", "split-database"},
      {"project-named-as-a-tool.json", "", "multi-az"},
      {"zones-before-apply.json", "", "multi-az"},
      {"zones-after-apply.json", "", "multi-az"},
      {"web-tier-alone.json", "", "single-instance"},
      {"web-tier-alone.json", "--elsewhere database", "multi-az"},
  };
  for (const Row& row : rows) {
    const Outcome got = invoke(split(std::string("check --users 9000 --format json --file ") +
                                     SCALEPLAN_SOURCE_DIR "/tests/gate/" + row.file + " " + row.flags));
    INFO(row.file << " " << row.flags << got.err);
    CHECK(nlohmann::json::parse(got.out)["declared"]["stage"] == row.stage);
  }
}

namespace {

/// A template of two web servers behind a balancer; `web` and `database` are its resources.
std::string stack(const std::string& web, const std::string& database) {
  return "Resources:\n" + web +
         "  LB: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {Name: front}}\n" + database;
}

const std::string pair_of_servers = R"(
  A: {Type: AWS::EC2::Instance, Properties: {InstanceType: c7g.8xlarge, AvailabilityZone: us-east-1a}}
  B: {Type: AWS::EC2::Instance, Properties: {InstanceType: c7g.8xlarge, AvailabilityZone: us-east-1b}}
)";
const std::string database_of_two = R"(
  DB: {Type: AWS::RDS::DBInstance, Properties: {Engine: mysql, DBInstanceClass: db.r7g.4xlarge, MultiAZ: true}}
)";

/// A group of servers with a policy that names types, each with its weight.
std::string group(const char* least, const char* overrides) {
  return std::string(
             "  G: {Type: AWS::AutoScaling::AutoScalingGroup, Properties: {AvailabilityZones: "
             "[us-east-1a, us-east-1b], MinSize: '") +
         least + "', MixedInstancesPolicy: {LaunchTemplate: {Overrides: [" + overrides + "]}}}}\n";
}

}  // namespace

TEST_CASE("verdicts of small stacks", "[check]") {
  const std::string cache = R"(
  C: {Type: AWS::ElastiCache::CacheCluster, Properties: {CacheNodeType: cache.r7g.xlarge, NumCacheNodes: )";
  const std::string cdn = R"(
  F: {Type: AWS::CloudFront::Distribution, Properties: {DistributionConfig: {Enabled: true}}}
  S: {Type: AWS::S3::Bucket, Properties: {BucketName: files}}
)";
  const std::string aurora = R"(
  DB: {Type: AWS::RDS::DBCluster, Properties: {Engine: aurora-mysql}}
  D1: {Type: AWS::RDS::DBInstance, Properties: {DBClusterIdentifier: !Ref DB, DBInstanceClass: db.r7g.8xlarge}}
  D2: {Type: AWS::RDS::DBInstance, Properties: {DBClusterIdentifier: !Ref DB, DBInstanceClass: db.r7g.8xlarge}}
)";
  struct Row {
    const char* what;
    std::string text;
    const char* flags;
    const char* verdict;
  };
  const Row rows[] = {
      {"two servers, a balancer and a database with a standby", stack(pair_of_servers, database_of_two),
       "--users 9000", "enough"},
      {"no database beside a balanced tier", stack(pair_of_servers, ""), "--users 9000", "not-provable"},
      {"its owner declares it", stack(pair_of_servers, ""), "--users 9000 --elsewhere database", "enough"},
      {"no database beside one server", "Resources:\n  A: {Type: AWS::EC2::Instance}\n", "--users 9000",
       "too-small"},
      {"capacity of weights is one machine",
       stack(group("4", "{InstanceType: c7g.8xlarge, WeightedCapacity: '4'}"), database_of_two),
       "--users 9000", "too-small"},
      {"capacity of weights is two machines",
       stack(group("5", "{InstanceType: c7g.8xlarge, WeightedCapacity: '4'}"), database_of_two),
       "--users 9000", "enough"},
      {"of several types the smallest counts",
       stack(group("2", "{InstanceType: c7g.8xlarge}, {InstanceType: t3.nano}"), database_of_two),
       "--users 9000", "machines-too-small"},
      {"one of several types is not known",
       stack(group("2", "{InstanceType: c7g.8xlarge}, {InstanceType: z9.huge}"), database_of_two),
       "--users 9000", "not-provable"},
      {"two databases without a reader", stack(pair_of_servers, database_of_two + R"(
  Other: {Type: AWS::RDS::DBInstance, Properties: {Engine: mysql, DBInstanceClass: db.r7g.4xlarge, MultiAZ: true}}
)"),
       "--users 40000", "too-small"},
      {"two databases, and one has a reader", stack(pair_of_servers, database_of_two + R"(
  Other: {Type: AWS::RDS::DBInstance, Properties: {Engine: mysql, DBInstanceClass: db.r7g.4xlarge, MultiAZ: true}}
  Reader: {Type: AWS::RDS::DBInstance, Properties: {Engine: mysql, DBInstanceClass: db.r7g.4xlarge,
    SourceDBInstanceIdentifier: !Ref Other}}
)"),
       "--users 40000", "not-provable"},
      {"a cache of one node in one zone", stack(pair_of_servers, aurora + cdn + cache + "1}}\n"),
       "--users 200000", "too-small"},
      {"a cache over two zones", stack(pair_of_servers, aurora + cdn + cache + "2, AZMode: cross-az}}\n"),
       "--users 200000", "enough"},
  };
  const Folder folder;
  for (const Row& row : rows) {
    const std::string file = folder.write("stack.yaml", row.text);
    const Outcome got = invoke(split("check --format json --cloudformation " + file + " " + row.flags));
    INFO(row.what << got.err << got.out);
    CHECK(nlohmann::json::parse(got.out)["verdict"] == row.verdict);
  }
}

TEST_CASE("a plan without prices for its engine has no cost", "[check]") {
  const Outcome got = invoke(split("check --users 9000 --explain --format json --file " SCALEPLAN_SOURCE_DIR
                                   "/tests/gate/sql-server.json"));
  const auto check = nlohmann::json::parse(got.out);
  CHECK(check["carries"]["usd_per_month"].is_null());
  CHECK(check["declared"]["inputs"][0]["value"] == "sqlserver-se");
  CHECK(check["declared"]["inputs"][0]["known"] == false);
}

TEST_CASE("no format lets a name steer what shows it", "[check]") {
  for (const char* file : {"names-that-steer.json", "name-no-xml-holds.json"}) {
    for (const char* format : {"text", "json", "markdown", "sarif", "junit", "tap", "github", "gitlab"}) {
      const Outcome got = invoke(split(std::string("check --users 9000 --format ") + format +
                                       " --file " SCALEPLAN_SOURCE_DIR "/tests/gate/" + file));
      INFO(file << " as " << format);
      for (const std::string& text : {got.out, got.err}) {
        for (std::size_t at = 0; at < text.size();) {
          const scaleplan::Decoded next = scaleplan::decode(text, at);
          const bool harmless = next.good && (text[at] == '\n' || !scaleplan::is_hidden(next.character));
          if (!harmless) FAIL_CHECK("byte " << at << " of the output");
          at += next.bytes;
        }
        CHECK(text.find("\n::stop-commands") == std::string::npos);
      }
      // An image is shown as code, which a fence longer than any in the name begins.
      if (std::string(format) == "markdown" && got.out.find("<img") != std::string::npos)
        CHECK(got.out.find("`` aws_instance.web") < got.out.find("<img"));
    }
  }
}

TEST_CASE("what a project file or a template names stays in its repository", "[check]") {
  const Folder folder;
  std::filesystem::create_directories(folder.path() / "repository" / ".git");
  folder.write("outside.yaml", "Resources:\n  A: {Type: AWS::EC2::Instance}\n");
  const std::string nested = folder.write("repository/nested.yaml", R"(Resources:
  N: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ../outside.yaml}}
)");
  CHECK(invoke(split("check --users 9 --cloudformation " + nested)).err.find("not beside") !=
        std::string::npos);
  const std::string endless = folder.write("repository/endless.yaml", R"(Resources:
  N: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ../../../../../../../dev/zero}}
)");
  CHECK(invoke(split("check --users 9 --cloudformation " + endless)).err.find("not beside") !=
        std::string::npos);
  for (const char* setting : {"output: [json, text=../outside.txt]", "workload: ../outside.yaml",
                              "waivers: /etc/hostname", "write-baseline: ../outside.json"}) {
    const std::string project = folder.write("repository/ours.yaml", setting);
    const Outcome got = invoke(split("check --users 9 --project-file " + project + " --file " + nested));
    INFO(setting << got.err);
    CHECK(got.code == 2);
    CHECK(got.out.empty());
    CHECK(got.err.find("leads out of its repository") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(folder.path() / "outside.txt"));
  }
}

TEST_CASE("what a project file loosens is named in every format", "[check]") {
  const Folder folder;
  const std::string project = folder.write("ours.yaml", "unknown: pass\nelsewhere: [database]\n");
  for (const char* format : {"text", "json", "markdown", "sarif", "junit", "tap", "gitlab"}) {
    const Outcome got =
        invoke(split(std::string("check --users 9000 --format ") + format + " --project-file " + project +
                     " --file " SCALEPLAN_SOURCE_DIR "/tests/gate/web-tier-alone.json"));
    INFO(format << got.err << got.out);
    CHECK(got.out.find("unknown pass") != std::string::npos);
    CHECK(got.out.find("elsewhere") != std::string::npos);
  }
  const Outcome without = invoke(split("check --users 9000 --no-project-file --project-file " + project +
                                       " --file " SCALEPLAN_SOURCE_DIR "/tests/gate/web-tier-alone.json"));
  CHECK(without.out.find("unknown pass") == std::string::npos);
  CHECK(invoke(split("check --users 9 --elsewhere databse --file x.json")).code == 2);
}
