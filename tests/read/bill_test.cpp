// The bill against arithmetic by hand: price times quantity, a line at a time. A month has 730 hours.
#include <cmath>
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "support.hpp"

using namespace scaleplan;

namespace {

constexpr double month = 730 * 3600.0;
constexpr double gib = 1024.0 * 1024 * 1024;

/// USD a month of one line of one component's bill.
double line_of(const std::string& flags, const std::string& id, const std::string& line) {
  // Its users are those of the book, so that their load follows from their number.
  auto arguments = test::split("recommend --format json --users-kind typical " + flags);
  const auto answer = nlohmann::json::parse(test::invoke(arguments).out);
  for (const auto& component : answer["topology"]["components"]) {
    if (component["id"] != id) continue;
    for (const auto& bill : component["bill"]) {
      if (bill["id"] == line) return bill["usd_per_month"].get<double>();
    }
  }
  return -1;
}

struct Row {
  const char* flags;
  const char* component;
  const char* line;
  double usd;
};

}  // namespace

TEST_CASE("each line of the bill is price times quantity", "[rules]") {
  // 1,000 requests/s at the peak are 333 on average: 200 files of 38 kB and 133 pages of 18 kB a second.
  const double mean = 1000 / 3.0;
  const double bytes = mean * (0.6 * 38e3 + 0.4 * 18e3) * month / gib;
  const double pages = mean * 0.4;
  const Row rows[] = {
      {"--users 50000", "balancer", "hours", 0.0225 * 730},
      {"--users 50000 --without cdn", "balancer", "use", bytes / 730 * 0.008 * 730},
      {"--users 50000", "network", "addresses", 4 * 0.005 * 730},
      {"--users 50000", "network", "gateways", 2 * 0.045 * 730},
      {"--users 50000", "network", "through", pages * 1e3 * month / gib * 0.045},
      {"--users 50000 --without cdn", "traffic", "internet", 10240 * 0.09 + (bytes - 100 - 10240) * 0.085},
      {"--users 50000", "traffic", "zones", pages * 8 * 2e3 * 0.5 * month / gib * 0.02},
      {"--users 50000 --without cdn", "web", "machines", 4 * (0.17952 * 730 + (20 + 10 / 0.85) * 0.08)},
      {"--users 50000 --without cdn", "web", "files", 10 * 1.14 * 0.05},
      {"--users 50000", "database", "machines", 2 * 0.276 * 730},
      {"--users 50000", "database", "storage", 50000 / 1024.0 * 0.10},
      {"--users 50000", "database", "backup", 50000 / 1024.0 * 0.14 * 0.021},
      // 640 writes and one read in fifty of 2,560, a third of the peak on average
      {"--users 50000", "database", "io", (640 + 2560 * 0.02) / 3 * month * 0.20e-6},
      // An API opens a connection with nine in ten requests: more capacity units than its bytes.
      {"--users 50000 --app-kind api", "balancer", "use", mean * 0.9 / 25 * 0.008 * 730},
      // 526 M files a month need the plan of 750 M; 2,102 M that of 3,500 M; past 6 G one pays by use.
      {"--users 50001", "cdn", "requests", 1450},
      {"--users 200k", "cdn", "requests", 6000},
      {"--users 200k", "nosql", "writes", 4 * mean * 0.05 * month * 0.625e-6},
      {"--users 200k --peak-to-mean 1", "nosql", "writes", 4000 * 0.05 / 0.7 * 0.00065 * 730},
      // A standby has disks of its own, and operations past 12,000 cost apiece; below 400 GiB there are none
      // to buy.
      {"--users 2000", "database", "storage", 20 * 0.115 * 2},
      {"--users 2000 --ingest-rps 4k --records-kept 0 --without stream", "database", "storage",
       400 * 0.115 * 2},
      {"--users 2000 --ingest-rps 4k --records-kept 0 --without stream", "database", "iops", 0},
      {"--users 800 --analytics yes", "warehouse", "nodes", 0.543 * 730},
      {"--users 10", "dns", "queries", 0.2 / 3 * 0.05 * month * 0.40e-6},
      {"--users 10", "server", "data", (10 / 1024.0 + 10) * (0.08 / 0.85 + 1.14 * 0.05)},
      {"--users 300 --survive region", "balancer", "hours", 2 * 0.0225 * 730},
      {"--users 10M", "balancer", "hours", 10 * 0.0225 * 730},
  };
  for (const Row& row : rows) {
    INFO(row.flags << ": " << row.component << " " << row.line);
    CHECK(std::abs(line_of(row.flags, row.component, row.line) - row.usd) < 0.011);
  }
}

TEST_CASE("components that only some need are there only then", "[rules]") {
  CHECK(line_of("--users 50000", "warehouse", "nodes") == -1);
  CHECK(line_of("--users 50000", "pooler", "vcpus") == -1);
  CHECK(line_of("--users 50000 --cpu-per-request 1s", "pooler", "vcpus") > 0);
}
