// Support for many tests: the program as a function, and generated workloads.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "scaleplan/evaluate.hpp"
#include "scaleplan/program.hpp"

namespace scaleplan::test {

/// The result of one command line.
struct Outcome {
  int code = 0;
  std::string out;
  std::string err;
};

/// Runs the program in process with these arguments and this stdin.
Outcome invoke(const std::vector<std::string>& arguments, const std::string& in = {});

/// Splits a command line as a shell would, as far as the tests need: spaces, single and double quotes.
std::vector<std::string> split(const std::string& line);

/// The content of a file of the source tree.
std::string content(const std::string& path);

/// A block of one in which only these inputs are given, by id and engine units.
Block workload(const Program& program, const std::vector<std::pair<std::string, double>>& given);

/// Index of the input `id`.
std::size_t input(const Program& program, const std::string& id);

/// Index of the stage `id`.
int stage(const Program& program, const std::string& id);

/// Random numbers that are the same on every machine.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next();
  /// From 0 up to, not including, 1.
  double unit();
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() % n); }

 private:
  std::uint64_t state_;
};

/// Fills lane `lane` with a random workload: users always, every other input with a chance, within its range,
/// often at awkward places.
void random_workload(const Program& program, Random& random, Block& block, std::size_t lane);

/// How many cases a test tries: `standard` where 2,000 workloads a property are wanted, more or fewer in
/// proportion to SCALEPLAN_TEST_CASES.
std::size_t cases(std::size_t standard);

}  // namespace scaleplan::test
