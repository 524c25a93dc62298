// Cases of rule sets: the built-in ones see all of theirs, and what is suggested is what was missing.
#include <algorithm>
#include <filesystem>

#include "catch.hpp"
#include "folder.hpp"
#include "scaleplan/format.hpp"
#include "scaleplan/recommend.hpp"
#include "scaleplan/rules.hpp"
#include "support.hpp"

namespace {

namespace fs = std::filesystem;
using scaleplan::test::Folder;
using scaleplan::test::invoke;

}  // namespace

TEST_CASE("the cases of the built-in rule sets pass and see every boundary, option and stage", "[cases]") {
  for (const std::string_view name : scaleplan::builtin_rule_sets()) {
    const auto outcome = invoke({"rules", "test", "--rules", std::string(name), "--threshold", "100%"});
    INFO(outcome.out);
    CHECK(outcome.code == 0);
    CHECK(outcome.err.empty());
  }
}

TEST_CASE("suggested cases see the boundaries that were missing", "[cases]") {
  const Folder folder("tests/rules");
  const std::string head = "rules: base\ncases:\n  a: {given: {users: 5}, expect: {colour: blue}}\n";
  const std::string file = folder.write("mine.cases.yaml", head);
  CHECK(invoke({"rules", "test", file}).out.find("limits         0 of 5") != std::string::npos);
  const auto suggested = invoke({"rules", "test", file, "--suggest"});
  REQUIRE(suggested.code == 0);
  // Memory is needed once for each box, whatever the load.
  const std::string unreachable =
      "unreachable: {box.memory in small: always 1 GiB, box.memory in large: always 1 GiB}\n";
  const std::string all = folder.write("all.cases.yaml", unreachable + head + suggested.out);
  const auto outcome = invoke({"rules", "test", all});
  INFO(suggested.out + outcome.out + outcome.err);
  CHECK(outcome.code == 0);
  CHECK(outcome.out.find("limits         3 of 3   100%") != std::string::npos);
}

TEST_CASE("a rule set that was shown answers as it did", "[cases]") {
  const Folder folder("tests/rules");
  for (const std::string& rules : {std::string("aws"), std::string("learning-aws"),
                                   std::string(SCALEPLAN_SOURCE_DIR) + "/tests/rules/odd.yaml"}) {
    INFO(rules);
    const auto shown = invoke({"rules", "show", "--rules", rules});
    REQUIRE(shown.code == 0);
    const scaleplan::Program before = scaleplan::load_rules(rules);
    const scaleplan::Program after = scaleplan::load_rules(folder.write("shown.yaml", shown.out));
    CHECK(before.code.size() == after.code.size());
    scaleplan::test::Random random(7);
    for (std::size_t done = 0; done < 20; ++done) {
      scaleplan::Block block(static_cast<std::size_t>(before.columns), 1);
      scaleplan::test::random_workload(before, random, block, 0);
      const auto a = scaleplan::recommend(before, block);
      const auto b = scaleplan::recommend(after, block);
      CHECK(a.chosen == b.chosen);
      for (std::size_t s = 0; s < a.stages.size(); ++s)
        CHECK(a.stages[s].usd_per_month() == b.stages[s].usd_per_month());
    }
  }
}

TEST_CASE("a new rule set is green at once, and is never written over", "[cases]") {
  const Folder folder("tests/rules");
  const std::string at = folder.path().string();
  REQUIRE(invoke({"rules", "new", "our-shop", "--dir", at}).code == 0);
  const auto outcome = invoke({"rules", "test", at + "/our-shop.cases.yaml", "--threshold", "100%"});
  INFO(outcome.out + outcome.err);
  CHECK(outcome.code == 0);
  CHECK(fs::exists(folder.path() / ".github/workflows/our-shop.yaml"));
  CHECK(invoke({"rules", "fmt", "--check", at + "/our-shop.yaml", at + "/our-shop.cases.yaml"}).code == 0);
  CHECK(invoke({"rules", "lint", "--strict", "--rules", at + "/our-shop.yaml"}).code == 0);
  CHECK(invoke({"rules", "new", "our-shop", "--dir", at}).code == 2);
}

TEST_CASE("a new workload file can be asked as it is", "[cases]") {
  const Folder folder("tests/rules");
  const std::string file = folder.file("w.yaml");
  for (const std::string& rules :
       {std::string("aws"), std::string(SCALEPLAN_SOURCE_DIR) + "/tests/rules/base.yaml"}) {
    fs::remove(file);
    REQUIRE(invoke({"workload", "new", file, "--rules", rules}).code == 0);
    CHECK(invoke({"recommend", "--rules", rules, "--workload", file}).code == 0);
    CHECK(invoke({"workload", "new", file}).code == 2);
    // Each value offered is valid: with all of them given, the answer is there too.
    std::string all = invoke({"workload", "new", "--rules", rules}).out;
    const scaleplan::Program program = scaleplan::load_rules(rules);
    for (const scaleplan::Input& input : program.inputs) {
      std::string name(input.id);
      std::replace(name.begin(), name.end(), '_', '-');
      const std::size_t line = all.find("# " + name + ": ");
      if (line != std::string::npos) all.erase(line, 2);
    }
    const auto answer = invoke({"recommend", "--rules", rules, "--workload", folder.write("all.yaml", all)});
    INFO(answer.err);
    CHECK(answer.code == 0);
  }
}

TEST_CASE("our own files are laid out as rules fmt lays them out, and once is enough", "[cases]") {
  int tried = 0;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(SCALEPLAN_SOURCE_DIR) / "rules")) {
    if (entry.path().extension() != ".yaml") continue;
    const std::string name = fs::relative(entry.path(), SCALEPLAN_SOURCE_DIR).generic_string();
    INFO(name);
    const std::string text = scaleplan::test::content(name);
    CHECK(scaleplan::formatted(text, name) == text);
    ++tried;
    // Doubled blanks would take the keys of an item apart.
    if (text.find("- name:") != std::string::npos) continue;
    // Indented and spaced otherwise, it comes to the same layout as often as it is laid out; a text in quotes
    // over several lines stays as it is.
    std::string wide;
    bool quoted = false;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = text.find('\n', at);
      const std::size_t blanks = std::min(text.find_first_not_of(' ', at), end) - at;
      const std::string line = text.substr(at + blanks, end - at - blanks);
      const bool inside = quoted;
      if (!line.starts_with('#') && std::count(line.begin(), line.end(), '"') % 2 != 0) quoted = !quoted;
      wide += std::string(inside ? blanks : 2 * blanks, ' ') + line + (quoted ? "\n" : "  \n\n\n");
      at = end + 1;
    }
    const std::string once = scaleplan::formatted(wide, name);
    CHECK(once.find("  \n") == std::string::npos);
    CHECK(scaleplan::formatted(once, name) == once);
  }
  CHECK(tried >= 6);
}
