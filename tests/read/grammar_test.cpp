// The description of the rule language against the reader: every key that it names is read, every key that is
// read is named, and its examples are what they say.
#include <cctype>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "catch.hpp"
#include "folder.hpp"
#include "json_schema.hpp"
#include "read/formulas/formula.hpp"
#include "scaleplan/cases.hpp"
#include "scaleplan/grammar.hpp"
#include "scaleplan/rules.hpp"
#include "support.hpp"

using namespace scaleplan;
using json = scaleplan::test::Json;

namespace {

/// A map of a file that a section describes.
struct Instance {
  const Section* section;
  json::json_pointer at;
};

/// Every map below `value`, with what describes it.
void find(std::span<const Section> all, const Section& its, const json& value, const json::json_pointer& at,
          std::vector<Instance>& into) {
  if (!value.is_object()) return;
  into.push_back({&its, at});
  for (const auto& [name, inner] : value.items()) {
    const auto key = std::find_if(its.keys.begin(), its.keys.end(),
                                  [&, &called = name](const Key& k) { return k.name == called; });
    const bool named = key != its.keys.end();
    const Form form = named ? key->form : its.others;
    const Section* below = section(all, named ? key->of : its.others_of);
    if (below == nullptr || !inner.is_object()) continue;
    if (form == Form::section) find(all, *below, inner, at / name, into);
    if (form != Form::by_id) continue;
    for (const auto& [id, one] : inner.items()) find(all, *below, one, at / name / id, into);
  }
}

/// The faults of the rule set and its cases in a folder of mutated files beside those that they name.
std::vector<Diagnostic> faults_in(const test::Folder& folder) {
  const std::string file = folder.file("every-key.yaml");
  try {
    const Program program = load_rules(file);
    for (const CaseText& cases : cases_of(file)) read_cases(program, cases.text, cases.file);
  } catch (const Error& error) {
    return error.diagnostics();
  }
  return {};
}

/// The keys that the reader says it knows, when it meets one that it does not.
std::set<std::string> known_keys(const std::vector<Diagnostic>& faults) {
  std::set<std::string> keys;
  for (const Diagnostic& fault : faults) {
    const std::string begin = "known keys: ";
    if (fault.code != "R001" || fault.hint.rfind(begin, 0) != 0) continue;
    std::istringstream words(fault.hint.substr(begin.size()));
    for (std::string word; words >> word;) keys.insert(word.substr(0, word.find(',')));
  }
  return keys;
}

/// Whether the author chooses the keys of such a map freely, so that no key is unknown in it.
bool is_open(const Section& section) { return section.id == "table" || section.id == "row"; }

void compare(std::span<const Section> all, const std::string& file) {
  const json whole = test::yaml_file("tests/rules/" + file);
  std::vector<Instance> instances;
  find(all, all.front(), whole, json::json_pointer(), instances);
  std::map<std::string_view, std::set<std::string>> read, used;
  const test::Folder folder("tests/rules");
  for (const Instance& instance : instances) {
    for (const auto& [key, value] : whole[instance.at].items()) used[instance.section->id].insert(key);
    if (is_open(*instance.section)) continue;
    json mutant = whole;
    mutant[instance.at]["zzqqxx"] = "1";
    folder.write(file, mutant.dump());
    INFO(file << " at " << instance.at.to_string());
    const std::set<std::string> keys = known_keys(faults_in(folder));
    REQUIRE_FALSE((keys.empty() && !instance.section->keys.empty()));
    read[instance.section->id].insert(keys.begin(), keys.end());
  }
  for (const Section& section : all) {
    INFO(section.title);
    std::set<std::string> named;
    for (const Key& key : section.keys) named.insert(std::string(key.name));
    for (const std::string& key : named) {
      INFO("\"" << key << "\" is described");
      if (key != "extends") CHECK(used[section.id].count(key) == 1);
      if (!is_open(section)) CHECK(read[section.id].count(key) == 1);
    }
    if (section.others != Form::section) continue;
    for (const std::string& key : read[section.id]) {
      INFO("\"" << key << "\" is read");
      CHECK(named.count(key) == 1);
    }
  }
}

}  // namespace

TEST_CASE("the language's description and the reader name the same keys", "[grammar]") {
  const test::Folder folder("tests/rules");
  CHECK(faults_in(folder).empty());
  compare(rule_sections(), "every-key.yaml");
  compare(catalog_sections(), "every-machines.yaml");
  compare(case_sections(), "every-key.cases.yaml");
}

TEST_CASE("keys of every map are what the description says", "[grammar]") {
  // `note` and `lint` stand anywhere; in a file that extends also `after` in what has an id, and `replace`.
  const test::Folder folder("tests/rules");
  const std::string head = "ruleset: more\nformat: 1\nextends: every-base.yaml\n";
  folder.write("every-base.yaml", test::content("tests/rules/every-key.yaml"));
  for (const std::string text :
       {"stages: {huge: {after: small, note: x, lint: {L027: x}, title: Huge}}",
        "metrics: {more: {after: load, note: x, is: \"1\"}}", "metrics: {load: {staged: \"true\", after: ~}}",
        "stages: {small: {limits: {replace: yes, most: {need: users, limit: 9 user}}}}",
        "components: {shed: {after: shop, note: x, title: Shed}}"}) {
    INFO(text);
    folder.write("every-key.yaml", head + text + "\n");
    CHECK(faults_in(folder).empty());
  }
  CHECK(common_keys().size() == 4);
}

TEST_CASE("examples of keys are values of that key", "[grammar]") {
  for (const std::string name : {"ruleset", "catalog", "cases"}) {
    const json schema = json::parse(test::invoke({"schema", name}).out);
    std::size_t examples = 0;
    const auto check = [&](const Section& its, const json& described) {
      for (const Key& key : its.keys) {
        INFO(its.title << ", " << key.name << ": " << key.example);
        const json& property = described["properties"][std::string(key.name)];
        CHECK_FALSE(key.help.empty());
        CHECK(key.help.back() != '.');
        REQUIRE_FALSE(key.example.empty());
        read::Report report;
        const std::string line =
            std::string(key.name) + ": " +
            (std::isalpha(key.example[0]) != 0 && key.example.find(": ") != std::string_view::npos
                 ? "{" + std::string(key.example) + "}"
                 : std::string(key.example));
        const json example = test::as_json(read::read_tree(line, "example", report))[std::string(key.name)];
        CHECK_FALSE(report.failed());
        CHECK(property["examples"][0] == example);
        json alone = property;
        alone["$defs"] = schema["$defs"];
        CHECK(test::schema_fault(example, alone).empty());
        ++examples;
      }
    };
    const auto all = name == "ruleset"   ? rule_sections()
                     : name == "catalog" ? catalog_sections()
                                         : case_sections();
    check(all.front(), schema);
    for (const Section& one : all.subspan(1)) check(one, schema["$defs"][std::string(one.id)]);
    CHECK(examples >= 10);
  }
}

TEST_CASE("a function's call begins with its name, and no two have one name", "[grammar]") {
  std::set<std::string> described;
  for (const Function& function : rule_functions()) {
    CHECK(described.insert(std::string(function.name)).second);
    CHECK(function.call.substr(0, function.name.size() + 1) == std::string(function.name) + "(");
  }
}

TEST_CASE("the document lists every function of queries about resources", "[grammar]") {
  const test::Folder folder("tests/rules");
  folder.write("every-base.yaml", test::content("tests/rules/every-key.yaml"));
  folder.write("every-key.yaml",
               "ruleset: more\nformat: 1\nextends: every-base.yaml\n"
               "recognition: {terms: {busy: zzqqxxzzqqxx(size)}}\n");
  const auto faults = faults_in(folder);
  REQUIRE(faults.size() == 1);
  REQUIRE(faults[0].hint.rfind("known: ", 0) == 0);
  const std::string document = test::content("rules/README.md");
  std::istringstream names(faults[0].hint.substr(7));
  int listed = 0;
  for (std::string name; names >> name; ++listed) {
    INFO(name);
    CHECK(document.find("`" + name + "(") != std::string::npos);
  }
  CHECK(listed > 20);
}
