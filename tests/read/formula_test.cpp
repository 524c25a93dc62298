// Formulas and values as people write them: tables of text and what it is in the engine's units.
#include <cmath>

#include "catch.hpp"
#include "nearest.hpp"
#include "read/formulas/typed.hpp"
#include "read/program/graph.hpp"
#include "scaleplan/evaluate.hpp"
#include "scaleplan/grammar.hpp"

using namespace scaleplan;
using namespace scaleplan::read;

namespace {

const Units& units() {
  static const Units all({"user", "req", "vCPU"});
  return all;
}

/// The value of a formula without names; NaN when it is refused.
double value_of(const std::string& text) {
  Report report;
  Node node;
  node.kind = Node::Kind::scalar;
  node.text = text;
  const Formula formula = parse_formula(node, units(), report);
  Graph graph;
  const Lookup nothing{[&](const Formula&, const Term&) {
                         return Value{graph.constant(1), {}};
                       },
                       [](const std::string&) { return std::nullopt; }};
  const Value value = compile(formula, nothing, graph, units(), report);
  if (report.failed()) return std::nan("");
  Program program;
  program.code = graph.code();
  program.constants = graph.constants();
  program.answered = static_cast<std::int32_t>(graph.code().size());
  return evaluate(program, Block(0, 1)).at(value.at, 0);
}

}  // namespace

TEST_CASE("examples of functions come out as described", "[formula][grammar]") {
  for (const Function& function : rule_functions()) {
    INFO(function.example);
    if (function.name == "given") continue;  // it takes an input, and there is none here
    CHECK(value_of(std::string(function.example)) ==
          Approx(value_of(std::string(function.result))).epsilon(1e-12));
  }
}

TEST_CASE("formulas are computed in the engine's units", "[formula]") {
  struct Row {
    const char* text;
    double value;
  };
  const Row rows[] = {
      {"1 + 2 * 3", 7},
      {"(1 + 2) * 3", 9},
      {"8 / 4 / 2", 1},
      {"1 - 1 - 1", -1},
      {"-3 + 1", -2},
      {"10k", 10000},
      {"1.5M user", 1.5e6},
      {"99.95%", 0.9995},
      {"40 ms", 0.04},
      {"1 h / 60 s", 60},
      {"1 month / 1 day", 730.0 / 24},
      {"20 GiB", 20.0 * 1073741824},
      {"1 GB", 1e9},
      {"$0.10/GiB/month * 10 GiB * 1 month", 1},
      {"$8", 8},
      {"900 req/s/vCPU * 2 vCPU * 1 s", 1800},
      {"3 /s * 2 s", 6},
      {"min(3, 1, 2)", 1},
      {"max(3, 1, 2)", 3},
      {"clamp(5, 1, 3)", 3},
      {"ceil(2.1)", 3},
      {"floor(-0.5)", -1},
      {"round(2.5)", 3},
      {"sqrt(9)", 3},
      {"parallel(10%, 2)", 0.01},
      {"tiers(15, 10, 2, 3)", 35},
      {"tiers(5, 10, 2, 3)", 10},
      {"tiers(100, 10, 2, 20, 1, 0.5)", 70},
      {"servers(1 /s, 1 s, 0.5 s)", 2},
      {"servers(1 /s, 1 s, 0.3 s)", 3},
      {"servers(0 /s, 1 s, 1 s)", 0},
      {"1 < 2 ? 3 : 4", 3},
      {"1 >= 2 ? 3 : 4", 4},
      {"2 == 2 && 3 != 4 ? 1 : 0", 1},
      {"true || false ? 1 : 0", 1},
      {"!true ? 1 : 0", 0},
      {"1 > 2 ? 1 : 2 > 1 ? 5 : 6", 5},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(value_of(row.text) == Approx(row.value).epsilon(1e-12));
  }
}

TEST_CASE("formulas that mean nothing are refused", "[formula]") {
  for (const char* text :
       {"",       "1 +",      "(1",        "1)",           "1 2",   "1 user + 1 req", "1 s + 1",
        "max(1)", "nope(1)",  "1 / 0",     "'a'",          "1 = 1", "1 < 2 < 3",      "1 and 2",
        "5 % 2",  "true + 1", "1 ? 2 : 3", "sqrt(1 user)", "1 usr", "tiers(1, 2, 3)", "1..2",
        "$",      "1 ? : 2"}) {
    INFO(text);
    CHECK(std::isnan(value_of(text)));
  }
  CHECK(std::isnan(value_of(std::string(300, '('))));
  CHECK(std::isnan(value_of(std::string(300, '-') + "1")));
}

TEST_CASE("numbers are read as people write them", "[formula]") {
  struct Row {
    const char* text;
    double number;
    std::size_t length;
  };
  for (const Row& row : {Row{"50000", 50000, 5}, Row{"50k", 50000, 3}, Row{"0.5M", 5e5, 4}, Row{"1G", 1e9, 2},
                         Row{"20GiB", 20, 5}, Row{"20 GiB", 20, 6}, Row{"99.95%", 99.95, 6},
                         Row{"1e3", 1000, 3}, Row{"$0.10/GiB/month", 0.10, 15}}) {
    INFO(row.text);
    const auto literal = literal_at(row.text, units());
    REQUIRE(literal);
    CHECK(literal->number == Approx(row.number));
    CHECK(literal->length == row.length);
  }
  for (const char* text : {"", "k", "GiB", "-1", "abc", "."}) {
    INFO(text);
    CHECK_FALSE(literal_at(text, units()));
  }
}

TEST_CASE("a near word is suggested, a far one is not", "[formula]") {
  const std::vector<std::string> known = {"users", "users_kind", "peak_rps", "region"};
  CHECK(nearest("user", known) == "users");
  CHECK(nearest("peak-rps", known) == "peak_rps");
  CHECK(nearest("regoin", known) == "region");
  CHECK(nearest("kubernetes", known).empty());
}
