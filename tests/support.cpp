// Runs commands in process and generates workloads.
#include "support.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

#include "scaleplan/run.hpp"

namespace scaleplan::test {

Outcome invoke(const std::vector<std::string>& arguments, const std::string& in) {
  std::istringstream input_stream(in);
  std::ostringstream out;
  std::ostringstream err;
  const int code = run(arguments, input_stream, out, err);
  return {code, out.str(), err.str()};
}

std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> words;
  std::string word;
  char quote = 0;
  bool inside = false;
  for (const char c : line) {
    if (quote != 0) {
      if (c == quote)
        quote = 0;
      else
        word += c;
    } else if (c == '\'' || c == '"') {
      quote = c;
      inside = true;
    } else if (c == ' ') {
      if (inside) words.push_back(std::move(word));
      word.clear();
      inside = false;
    } else {
      word += c;
      inside = true;
    }
  }
  if (inside) words.push_back(std::move(word));
  return words;
}

std::string content(const std::string& path) {
  std::ifstream file(std::string(SCALEPLAN_SOURCE_DIR "/") + path, std::ios::binary);
  if (!file) throw std::runtime_error("no file " + path);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::size_t input(const Program& program, const std::string& id) {
  for (std::size_t i = 0; i < program.inputs.size(); ++i) {
    if (program.inputs[i].id == id) return i;
  }
  throw std::runtime_error("no input " + id);
}

int stage(const Program& program, const std::string& id) {
  for (std::size_t i = 0; i < program.stages.size(); ++i) {
    if (program.stages[i].id == id) return static_cast<int>(i);
  }
  throw std::runtime_error("no stage " + id);
}

Block workload(const Program& program, const std::vector<std::pair<std::string, double>>& given) {
  Block block(static_cast<std::size_t>(program.columns), 1);
  for (const auto& [id, value] : given) block.give(input(program, id), 0, value);
  return block;
}

std::uint64_t Random::next() {  // splitmix64
  state_ += 0x9E3779B97F4A7C15ULL;
  std::uint64_t z = state_;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31);
}

double Random::unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

namespace {

/// A user count: anywhere on a logarithmic scale, or at an edge of a band, or at 7 x 2^k.
double users(Random& random) {
  static const double edges[] = {500, 1000, 10000, 50000, 100000, 500000, 2e6, 5e6};
  switch (random.below(4)) {
    case 0:
      return edges[random.below(8)] + static_cast<double>(random.below(3)) - 1;
    case 1:
      return 7 * std::ldexp(1.0, static_cast<int>(random.below(24)));
    default:
      return std::floor(std::pow(10.0, random.unit() * 7.5)) + 1;
  }
}

double value(const Input& input, Random& random) {
  if (input.type != InputType::number)
    return static_cast<double>(random.below(static_cast<std::size_t>(input.high) + 1));
  double low = input.has_published ? input.published_low : input.low;
  double high = input.has_published ? input.published_high : input.high;
  if (random.below(8) == 0) return random.below(2) == 0 ? low : high;
  if (low > 0 && high / low > 20) return low * std::pow(high / low, random.unit());
  if (high > 1e6) high = 1e6;
  return low + (high - low) * random.unit();
}

}  // namespace

void random_workload(const Program& program, Random& random, Block& block, std::size_t lane) {
  for (std::size_t i = 0; i < program.inputs.size(); ++i) {
    const Input& input = program.inputs[i];
    if (input.id == "users") {
      block.give(i, lane, users(random));
    } else if (random.below(5) == 0) {
      block.give(i, lane, std::clamp(value(input, random), input.low, input.high));
    }
  }
}

std::size_t cases(std::size_t standard) {
  const char* wish = std::getenv("SCALEPLAN_TEST_CASES");
  const std::size_t workloads = wish == nullptr ? 2000 : std::strtoul(wish, nullptr, 10);
  return std::max<std::size_t>(1, standard * workloads / 2000);
}

}  // namespace scaleplan::test
