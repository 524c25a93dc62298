// Benchmarks: reading and checking a plan of 750 kB against the bare parser. Printed, never gated.
#include <benchmark/benchmark.h>

#include <nlohmann/json.hpp>
#include <string>

#include "scaleplan/check.hpp"
#include "scaleplan/declared.hpp"
#include "scaleplan/rules.hpp"

namespace {

using namespace scaleplan;

/// A plan of machines, each listed as planned and as changed.
std::string plan(int machines) {
  std::string planned, changed;
  for (int i = 0; i < machines; ++i) {
    const std::string number = std::to_string(i);
    const std::string head = R"({"address": "box.web[)" + number +
                             R"(]", "mode": "managed", "type": "box", "name": "web", )" + R"("index": )" +
                             number + R"(, "provider_name": "registry.example/boxes", )";
    const std::string values =
        R"({"image": "image-0123456789abcdef0", "size": "m5.large", "monitoring": null, )"
        R"("tags": {"Name": "web-)" +
        number +
        R"(", "team": "shop"}, "zone": "here-1a", )"
        R"("disk": [{"size": 20, "kind": "gp3", "encrypted": true}], "start": ")" +
        std::string(200, 's') + R"(\n"})";
    const std::string comma = i == 0 ? "" : ",\n";
    planned +=
        comma + head + R"("values": )" + values + R"(, "sensitive_values": {"tags": {}, "disk": [{}]}})";
    changed +=
        comma + head + R"("change": {"actions": ["create"], "before": null, "after": )" + values +
        R"(, "after_unknown": {"id": true, "net": true, "disk": [{"id": true}]}, "before_sensitive": false}})";
  }
  return R"({"format_version": "1.2", "planned_values": {"root_module": {"resources": [)" + planned +
         R"(]}}, "resource_changes": [)" + changed +
         R"(], "configuration": {"root_module": {"resources": [{"address": "box.web", "mode": "managed", "type": "box", )"
         R"("expressions": {"net": {"references": ["net.a.id", "net.a"]}}}]}}})";
}

const std::string& text() {
  static const std::string made = plan(560);
  return made;
}

void bare_json_parse(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(nlohmann::json::parse(text()));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text().size()));
}
BENCHMARK(bare_json_parse)->Unit(benchmark::kMillisecond);

void read_plan(benchmark::State& state) {
  const std::vector<DeclaredText> files = {{"plan.json", text(), {}}};
  for (auto _ : state) benchmark::DoNotOptimize(read_declaration(files, {}));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text().size()));
}
BENCHMARK(read_plan)->Unit(benchmark::kMillisecond);

void read_plan_of_other_types(benchmark::State& state) {
  const std::vector<DeclaredText> files = {{"plan.json", text(), {}}};
  DeclaredOptions options;
  options.types = {"cup"};
  for (auto _ : state) benchmark::DoNotOptimize(read_declaration(files, options));
}
BENCHMARK(read_plan_of_other_types)->Unit(benchmark::kMillisecond);

/// From the text to the verdict, by the built-in rules.
void check_plan(benchmark::State& state) {
  const Program program = load_rules("aws");
  const Recognition rules = recognition_of(program);
  Block workload(static_cast<std::size_t>(program.columns), 1);
  workload.give(static_cast<std::size_t>(program.growing), 0, 50000);
  const Recommendation answer = recommend(program, workload);
  DeclaredOptions options;
  for (const Text type : rules.types) options.types.emplace_back(type);
  std::string known = text();
  for (std::size_t at = known.find("\"box\""); at != std::string::npos; at = known.find("\"box\"", at))
    known.replace(at, 5, "\"aws_instance\"");
  const std::vector<DeclaredText> files = {{"plan.json", known, {}}};
  for (auto _ : state) {
    const Declaration declared = read_declaration(files, options);
    const Architecture architecture = architecture_of(program, rules, declared);
    benchmark::DoNotOptimize(check_declared(&answer, architecture, declared));
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(known.size()));
}
BENCHMARK(check_plan)->Unit(benchmark::kMillisecond);

}  // namespace
