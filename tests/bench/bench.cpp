// Benchmarks: reading a rule set, one answer, full ladder evaluations in blocks. Printed, never gated.
#include <benchmark/benchmark.h>
#include <yaml-cpp/yaml.h>

#include <fstream>
#include <iterator>
#include <string>

#include "read/program/prepared.hpp"
#include "scaleplan/recommend.hpp"
#include "scaleplan/rules.hpp"

namespace {

using namespace scaleplan;

const std::string rules = SCALEPLAN_SOURCE_DIR "/rules/learning-aws.yaml";

void bare_yaml_load(benchmark::State& state) {
  std::ifstream file(rules);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  for (auto _ : state) benchmark::DoNotOptimize(YAML::Load(text));
}
BENCHMARK(bare_yaml_load)->Unit(benchmark::kMillisecond);

void read_and_compile(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(read_rules(rules));
}
BENCHMARK(read_and_compile)->Unit(benchmark::kMillisecond);

void load_prepared(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(load_rules("aws"));
}
BENCHMARK(load_prepared)->Unit(benchmark::kMicrosecond);

Block users(const Program& program, std::size_t lanes) {
  Block block(static_cast<std::size_t>(program.columns), lanes);
  for (std::size_t i = 0; i < program.inputs.size(); ++i) {
    if (program.inputs[i].id != "users") continue;
    for (std::size_t lane = 0; lane < lanes; ++lane)
      block.give(i, lane, 100.0 + 997.0 * static_cast<double>(lane));
  }
  return block;
}

void one_recommendation(benchmark::State& state) {
  const Program program = load_rules("aws");
  const Block block = users(program, 1);
  for (auto _ : state) benchmark::DoNotOptimize(recommend(program, block));
}
BENCHMARK(one_recommendation)->Unit(benchmark::kMicrosecond);

void one_recommendation_as_json(benchmark::State& state) {
  const Program program = load_rules("aws");
  const Recommendation answer = recommend(program, users(program, 1));
  for (auto _ : state) benchmark::DoNotOptimize(recommend_json(answer));
}
BENCHMARK(one_recommendation_as_json)->Unit(benchmark::kMicrosecond);

void full_ladder(benchmark::State& state) {
  const Program program = load_rules("aws");
  const Block block = users(program, static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(chosen_stages(program, block));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(full_ladder)->Arg(1)->Arg(64)->Arg(4096)->Unit(benchmark::kMicrosecond);

/// Every assumed input over its published range, as --spread does.
void spread_over_all(benchmark::State& state) {
  const Program program = load_rules("aws");
  const Block block = users(program, 1);
  std::vector<InputRange> ranges;
  for (std::size_t i = 0; i < program.inputs.size(); ++i) {
    const Input& input = program.inputs[i];
    if (!input.has_published || block.given(i, 0)) continue;
    ranges.push_back({i, input.published_low, middle_of(input.published_low, input.published_high),
                      input.published_high, false});
  }
  for (auto _ : state)
    benchmark::DoNotOptimize(spread(program, block, ranges, static_cast<std::size_t>(state.range(0))));
}
BENCHMARK(spread_over_all)->Arg(4096)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
