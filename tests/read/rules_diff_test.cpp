// Differences between rule sets: what is one and what is none, the same from both sides, and user counts that
// hold when they are asked one by one.
#include <algorithm>
#include <cmath>
#include <functional>
#include <sstream>
#include <utility>

#include "catch.hpp"
#include "folder.hpp"
#include "read/formulas/meaning.hpp"
#include "render/writing/page.hpp"
#include "scaleplan/grammar.hpp"
#include "scaleplan/recommend.hpp"
#include "scaleplan/rules.hpp"
#include "scaleplan/rules_diff.hpp"
#include "support.hpp"

using namespace scaleplan;

namespace {

const std::vector<std::pair<std::string, std::string>> pairs = {
    {"learning-aws", "aws"},
    {"aws", "examples/own-thresholds/measured.yaml"},
    {"aws", "examples/own-prices/contract.yaml"},
    {"examples/new-stage/three-zones.yaml", "aws"},
    {"tests/rules/base.yaml", "tests/rules/odd.yaml"},
    {"aws", "examples/rules/postgresql.yaml"},
};

std::vector<RuleDifference> rules_between(const std::string& a, const std::string& b) {
  return compare_rules(resolved_rules(a, Catalogs::content), resolved_rules(b, Catalogs::content));
}

Block nothing(const Program& program) { return {static_cast<std::size_t>(program.columns), 1}; }

AnswersDiff answers_between(const Program& a, const Program& b) {
  return compare_answers(a, nothing(a), b, nothing(b));
}

std::vector<RuleDifference> by_path(std::vector<RuleDifference> all) {
  std::sort(all.begin(), all.end(), [](const RuleDifference& x, const RuleDifference& y) {
    return std::pair(x.path, x.kind) < std::pair(y.path, y.kind);
  });
  return all;
}

RuleDifference::Kind mirrored(RuleDifference::Kind kind) {
  if (kind == RuleDifference::Kind::added) return RuleDifference::Kind::removed;
  return kind == RuleDifference::Kind::removed ? RuleDifference::Kind::added : kind;
}

std::string spelled(const std::optional<Spelling>& said) {
  return said ? said->written + " " + said->unit + " " + said->file + ":" + std::to_string(said->line)
              : "none";
}

/// The stage, its bill (0 without one) that the program recommends for so many users.
std::pair<std::string, double> asked(const Program& program, double users) {
  const Block block = test::workload(
      program, {{std::string(program.inputs[static_cast<std::size_t>(program.growing)].id), users}});
  const Recommendation answer = recommend(program, block);
  if (answer.chosen < 0) return {"", 0};
  const StageResult& stage = answer.stages[static_cast<std::size_t>(answer.chosen)];
  return {std::string(stage.stage->id), stage.usd_per_month()};
}

void check_end(const Program& program, double users, const SideAnswer& reported,
               const std::optional<double>& usd) {
  const auto [stage, bill] = asked(program, users);
  CHECK(stage == reported.stage);
  CHECK(usd.has_value() == !stage.empty());
  if (usd) CHECK(std::abs(*usd - bill) <= 1e-9 * bill);
}

/// Every single value of a tree that means something by itself.
void leaves(RuleNode& node, const std::function<void(RuleNode&)>& visit) {
  for (RuleNode& one : node.inside) {
    const auto common = common_keys();
    if (std::any_of(common.begin(), common.end(), [&](const Key& key) { return key.name == one.key; }))
      continue;
    if (one.kind == RuleNode::Kind::text) visit(one);
    leaves(one, visit);
  }
}

}  // namespace

TEST_CASE("formulas mean the same however they are spelled", "[diff]") {
  const read::Units units({"user", "req"});
  const std::vector<std::pair<std::string, std::string>> same = {
      {"a + b", "(b)+a"},
      {"a + (b + c)", "c + b + a"},
      {"2 * a * b", "b * (a * 2)"},
      {"20 ms", "0.02 s"},
      {"60%", "0.6"},
      {"1 h / 4", "15 min"},
      {"10k user", "10000 user"},
      {"a > b", "b < a"},
      {"a >= b && c", "c && (b <= a)"},
      {"!(!a)", "a"},
      {"max(a, 3)", "max( 3,a )"},
      {"a == 'x'", "'x' == a"},
      {"x in ['a', 'b']", "x in ['b', 'a']"},
      {"a ? b : c", "(a) ? (b) : (c)"},
      {"0.1 + 0.2", "0.3"},
      {"0 s", "0"},
      {"up  to  here", "up to here"},
  };
  for (const auto& [one, other] : same) {
    INFO(one << " and " << other);
    CHECK(read::meaning_of(one, units) == read::meaning_of(other, units));
  }
  const std::vector<std::pair<std::string, std::string>> others = {{"a - b", "b - a"},
                                                                   {"a / b", "b / a"},
                                                                   {"20 ms", "20 s"},
                                                                   {"20", "20 s"},
                                                                   {"a < b", "a <= b"},
                                                                   {"a && b", "a || b"},
                                                                   {"min(a, b)", "max(a, b)"},
                                                                   {"a ? b : c", "a ? c : b"},
                                                                   {"a * (b + c)", "a * b + c"},
                                                                   {"1 user", "1 req"},
                                                                   {"a == 'b'", "a == b"},
                                                                   {"clamp(a, 1, 2)", "clamp(a, 2, 1)"},
                                                                   {"a - (b - c)", "a - b - c"},
                                                                   {"up to here", "upto here"},
                                                                   {"-a", "a"},
                                                                   {"!a", "a"}};
  for (const auto& [one, other] : others) {
    INFO(one << " and " << other);
    CHECK(read::meaning_of(one, units) != read::meaning_of(other, units));
  }
  // Rule sets that count other things are compared by the names of what they count.
  CHECK(read::meaning_of("5 req", units) == read::meaning_of("5 req", read::Units({"req", "job"})));
}

TEST_CASE("no rule set differs from itself", "[diff]") {
  for (const auto& [a, b] : pairs) {
    for (const std::string& one : {a, b}) {
      INFO(one);
      CHECK(rules_between(one, one).empty());
      CHECK(answers_between(load_rules(one), load_rules(one)).ranges.empty());
    }
  }
}

TEST_CASE("every changed value is reported, with both places", "[diff]") {
  for (const std::string file : {"tests/rules/every-key.yaml", "tests/rules/base.yaml"}) {
    const RuleNode before = resolved_rules(file, Catalogs::content);
    RuleNode after = before;
    std::size_t tried = 0;
    leaves(after, [&](RuleNode& leaf) {
      const std::string kept = std::exchange(leaf.text, leaf.text + " zzqqxx");
      const auto found = compare_rules(before, after);
      INFO(file << ":" << leaf.line << " " << leaf.key << ": " << kept);
      // A key that another one takes its value from, when it is missing, may change two.
      REQUIRE_FALSE(found.empty());
      CHECK(std::any_of(found.begin(), found.end(), [&](const RuleDifference& one) {
        return one.a && one.b && one.b->written.find("zzqqxx") != std::string::npos && one.b->line > 0;
      }));
      leaf.text = kept;
      ++tried;
    });
    CHECK(tried > 50);
    CHECK(compare_rules(before, after).empty());
  }
}

TEST_CASE("differences are the same from both sides", "[diff]") {
  for (const auto& [a, b] : pairs) {
    INFO(a << " and " << b);
    const auto there = by_path(rules_between(a, b)), back = by_path(rules_between(b, a));
    REQUIRE(there.size() == back.size());
    CHECK_FALSE(there.empty());
    for (const RuleDifference& one : there) {
      const auto other = std::find_if(back.begin(), back.end(), [&](const RuleDifference& d) {
        return d.path == one.path && d.kind == mirrored(one.kind);
      });
      REQUIRE(other != back.end());
      CHECK(spelled(one.a) == spelled(other->b));
      CHECK(spelled(one.b) == spelled(other->a));
      CHECK(one.prose == other->prose);
      CHECK(one.after == other->after);
      if (one.change && other->change) CHECK(std::abs((1 + *one.change) * (1 + *other->change) - 1) < 1e-9);
    }
  }
}

TEST_CASE("answers differ in exactly the ranges reported", "[diff]") {
  test::Random random(7);
  for (const auto& [name_a, name_b] : pairs) {
    INFO(name_a << " and " << name_b);
    const Program a = load_rules(name_a), b = load_rules(name_b);
    const AnswersDiff there = answers_between(a, b), back = answers_between(b, a);
    CHECK(there.compared == back.compared);
    if (there.compared != AnswersDiff::Compared::yes) continue;
    CHECK_FALSE(there.ranges.empty());
    REQUIRE(there.ranges.size() == back.ranges.size());
    for (std::size_t i = 0; i < there.ranges.size(); ++i) {
      const AnswerRange& one = there.ranges[i];
      INFO(one.first << " to " << one.last);
      CHECK(one.first == back.ranges[i].first);
      CHECK(one.last == back.ranges[i].last);
      CHECK(one.a.stage == back.ranges[i].b.stage);
      CHECK(one.b.usd_last == back.ranges[i].a.usd_last);
      check_end(a, one.first, one.a, one.a.usd_first);
      check_end(a, one.last, one.a, one.a.usd_last);
      check_end(b, one.first, one.b, one.b.usd_first);
      check_end(b, one.last, one.b, one.b.usd_last);
      // One user less or more is another range, or the same answer.
      const double before = i == 0 ? 0 : there.ranges[i - 1].last;
      CHECK(one.first > before);
      if (one.first > std::max(before + 1, there.first))
        CHECK(asked(a, one.first - 1).first == asked(b, one.first - 1).first);
    }
    for (std::size_t i = 0; i < test::cases(300); ++i) {
      const double users = std::floor(std::pow(10, random.unit() * std::log10(there.last)));
      const auto found = std::find_if(there.ranges.begin(), there.ranges.end(), [&](const AnswerRange& r) {
        return users >= r.first && users <= r.last;
      });
      INFO(users);
      const std::string one = asked(a, users).first, other = asked(b, users).first;
      CHECK(one == (found == there.ranges.end() ? other : found->a.stage));
      if (found != there.ranges.end()) CHECK(other == found->b.stage);
    }
  }
}

TEST_CASE("differences fit a terminal, and colour changes nothing else", "[diff]") {
  for (const auto& [a, b] : pairs) {
    INFO(a << " and " << b);
    const test::Outcome plain = test::invoke({"rules", "diff", a, b});
    CHECK(plain.code == 1);
    std::istringstream lines(plain.out);
    for (std::string line; std::getline(lines, line);) {
      INFO(line);
      CHECK(render::width(line) <= 80);
    }
    std::string coloured = test::invoke({"rules", "diff", a, b, "--color", "always"}).out;
    for (std::size_t at = coloured.find('\033'); at != std::string::npos; at = coloured.find('\033'))
      coloured.erase(at, coloured.find('m', at) - at + 1);
    CHECK(coloured == plain.out);
  }
}

TEST_CASE("what a stage lays over the one before is compared as it is laid", "[diff]") {
  const test::Folder folder;
  const auto changes = [&](const std::string& before, const std::string& after) {
    const auto tree = [&](const std::string& text) {
      const std::string head = "ruleset: mine\nformat: 1\nextends: aws\n";
      return resolved_rules(
          folder.write("mine.yaml", head + "stages: {multi-az: {change: {web: " + text + "}}}\n"),
          Catalogs::content);
    };
    return compare_rules(tree(before), tree(after)).size();
  };
  CHECK(changes("{count: {aim: 4}}", "{count: {aim: 2 + 2}}") == 0);
  CHECK(changes("{count: {aim: 4}}", "{count: {aim: 5}}") == 1);
  // A single value is the least count, the greatest, and the aim.
  CHECK(changes("{count: {min: 3}}", "{count: 3}") == 2);
  // A missing key keeps the value before, not the default.
  CHECK(changes("{survives: 0%}", "{present: \"true\"}") == 2);
}
