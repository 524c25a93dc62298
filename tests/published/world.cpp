// Reads the published cases, asks the program each of them, and measures the distance.
#include "world.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

#include "read/texts/tree.hpp"
#include "support.hpp"

namespace scaleplan::test {

namespace {

std::string text(const read::Node& node, const char* key) {
  const read::Node* value = node.find(key);
  return value == nullptr ? std::string() : value->text;
}

double number(const read::Node& node, const char* key) {
  const std::string value = text(node, key);
  return value.empty() ? -1 : std::stod(value);
}

int answer(const read::Node& node, const char* key) {
  const std::string value = text(node, key);
  if (value.empty()) return -1;
  if (value != "yes" && value != "no") throw std::runtime_error(std::string(key) + " is neither yes nor no");
  return value == "yes" ? 1 : 0;
}

struct Machine {
  double vcpu = -1, memory = -1;
};

/// The row of the EC2 catalogue: its vCPUs and GiB.
Machine machine_of(const std::string& size) {
  static const std::string rows = content("rules/catalog/ec2.csv");
  const std::size_t row = rows.find("\n" + size + ",");
  if (row == std::string::npos) throw std::runtime_error("no machine " + size);
  std::istringstream cells(rows.substr(row + 1, rows.find('\n', row + 1) - row - 1));
  std::vector<std::string> columns;
  for (std::string cell; std::getline(cells, cell, ',');) columns.push_back(cell);
  return {std::stod(columns.at(3)), std::stod(columns.at(4))};
}

/// Where the database alone puts a layout.
Span by_database(const PublishedCase& published) {
  // Several servers behind a balancer; a count that is not said is believed to be several.
  const bool spread = published.balancer == 1 && published.web != 1;
  const std::string& database = published.database;
  if (database == "same-host") return {0, 0};
  if (database.empty()) return spread ? Span{2, 2} : Span{0, 1};
  if (database == "single") return spread ? Span{1, 2} : Span{1, 1};  // half of what multi-az asks for
  if (database == "multi-az") return {2, 2};
  if (database == "primary+1-replicas") return {2, 3};  // a standby or a reader: sources seldom say
  if (database == "sharded") return {7, 8};             // by function, or by a key as well
  if (database.rfind("primary+", 0) == 0) return {3, 3};
  throw std::runtime_error(published.id + ": unknown database " + database);
}

}  // namespace

int Held::distance() const {
  if (stage < layout.first) return layout.first - stage;
  return std::max(0, stage - layout.last);
}

double Held::factor() const {
  if (published.web <= 0 || servers <= 0) return 0;
  return std::max(servers / published.web, published.web / servers);
}

bool within_three(double quotient) { return quotient <= 3 && quotient >= 1.0 / 3; }

double Held::power() const { return published.vcpu <= 0 || vcpu <= 0 ? 0 : vcpu / published.vcpu; }

double Held::room() const { return published.memory <= 0 || memory <= 0 ? 0 : memory / published.memory; }

std::vector<PublishedCase> published_cases() {
  read::Report report;
  const read::Node file = read::read_tree(content("tests/published/cases.yaml"), "cases.yaml", report);
  report.stop_if_failed();
  std::vector<PublishedCase> cases;
  for (const read::Entry& entry : file.entries) {
    const read::Node& node = entry.value;
    PublishedCase found;
    found.id = entry.key;
    found.system = text(node, "system");
    found.counts = text(node, "counts");
    found.database = text(node, "database");
    found.cache = text(node, "cache");
    found.why = text(node, "why");
    found.source = text(node, "source");
    found.users = number(node, "users");
    found.peak_rps = number(node, "peak_rps");
    found.web = number(node, "web");
    found.vcpu = number(node, "vcpu");
    found.memory = number(node, "memory");
    found.app_kind = text(node, "app_kind");
    found.available = answer(node, "available");
    found.balancer = answer(node, "balancer");
    found.cdn = answer(node, "cdn");
    found.nosql = answer(node, "nosql");
    found.graded = text(node, "graded") != "load";
    cases.push_back(std::move(found));
  }
  return cases;
}

Span layout_of(const PublishedCase& published) {
  Span span = by_database(published);
  // A CDN follows the audience and a cache or NoSQL store the product, so before there are readers they say
  // nothing about size; a layout whose database is not said is read by them alone.
  const bool grown = span.first == 3 || (published.database.empty() && span.first == 2);
  if (!grown) return span;
  const bool cache = !published.cache.empty() && published.cache != "none";
  if (published.cdn == 1) span = {4, 4};
  // What elastic-services adds (auto scaling, queues, workers) no case states as a fact of its own.
  if (cache && published.nosql == 1) return {5, 6};
  if (cache || published.nosql == 1) span.last = 5;  // half of what nosql-cache adds
  return span;
}

std::vector<Held> held_against_the_world() {
  std::vector<Held> all;
  for (PublishedCase& published : published_cases()) {
    Held held;
    held.flags = {"--users", std::to_string(std::llround(published.users))};
    const auto say = [&](const char* flag, const std::string& value) {
      held.flags.emplace_back(flag);
      held.flags.push_back(value);
    };
    if (published.counts != "unsaid") say("--users-kind", published.counts);
    if (!published.app_kind.empty()) say("--app-kind", published.app_kind);
    if (published.peak_rps > 0) say("--peak-rps", std::to_string(std::llround(published.peak_rps)));
    if (published.available >= 0) say("--availability", published.available == 1 ? "99.9%" : "99%");
    std::vector<std::string> arguments{"recommend", "--format", "json"};
    arguments.insert(arguments.end(), held.flags.begin(), held.flags.end());
    const auto answer = nlohmann::json::parse(invoke(arguments).out);
    for (std::size_t s = 0; s < answer["stages"].size(); ++s) {
      if (answer["stages"][s]["id"] == answer["stage"]["id"]) held.stage = static_cast<int>(s);
    }
    for (const auto& component : answer["topology"]["components"]) {
      if (component["tier"] != "web") continue;
      held.servers = component["instances"].get<double>();
      const Machine machine = machine_of(component["size"].get<std::string>());
      held.vcpu = held.servers * machine.vcpu;
      held.memory = held.servers * machine.memory;
    }
    held.layout = layout_of(published);
    held.published = std::move(published);
    all.push_back(std::move(held));
  }
  return all;
}

}  // namespace scaleplan::test
