// The gate on small declarations, each with the verdict and exit code that were written down first.
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "support.hpp"

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
  };
  for (const Row& row : rows) {
    const Outcome got = invoke(split(std::string("check --users 9000 --format json --file ") +
                                     SCALEPLAN_SOURCE_DIR "/tests/gate/" + row.file + " " + row.flags));
    INFO(row.file << " " << row.flags << got.err);
    CHECK(nlohmann::json::parse(got.out)["verdict"] == row.verdict);
    CHECK(got.code == row.code);
  }
}
