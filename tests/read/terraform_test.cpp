// Terraform plans: the resources that exist afterwards, with unknown values and references.
#include "catch.hpp"
#include "declared_support.hpp"
#include "support.hpp"

using namespace scaleplan;
using namespace scaleplan::test;

namespace {

using Names = std::vector<std::string>;

/// A plan of these values and changes, each the text of a list.
std::string plan(const std::string& resources, const std::string& changes, const std::string& rest = {}) {
  return R"({"format_version": "1.2", "planned_values": {"root_module": {"resources": [)" + resources +
         R"(]}}, "resource_changes": [)" + changes + "]" + rest + "}";
}

std::string change(const std::string& address, const std::string& actions, const std::string& rest = {}) {
  return R"({"address": ")" + address + R"(", "mode": "managed", "type": ")" +
         address.substr(0, address.find('.')) + R"(", )" + rest + R"("change": {"actions": )" + actions +
         R"(, "after": {"size": 1}, "after_unknown": {"id": true}}})";
}

}  // namespace

TEST_CASE("resources of all modules are read with their places", "[declared]") {
  const Declaration read = declare(R"({"format_version": "1.0",
  "planned_values": {"root_module": {
    "resources": [
      {"address": "box.a", "mode": "managed", "type": "box", "name": "a",
       "values": {"size": 20, "name": "x", "on": true, "none": null, "tags": {"k": "v"}, "list": [1, "2"]}},
      {"address": "data.box.d", "mode": "data", "type": "box", "name": "d", "values": {}},
      {"address": "box.old", "mode": "managed", "type": "box", "deposed_key": "00", "values": {}}],
    "child_modules": [{"address": "module.m[0]", "child_modules": [
      {"address": "module.m[0].module.n", "resources": [
        {"address": "module.m[0].module.n.box.b[\"x.y\"]", "mode": "managed", "type": "box", "values": {"size": 1}}]}]}]}}})");
  CHECK(addresses(read) == Names{"box.a", "module.m[0].module.n.box.b[\"x.y\"]"});
  CHECK(shown(read.resources[0].attributes) ==
        "{size: 20, name: 'x', on: true, none: null, tags: {k: 'v'}, list: [1, '2']}");
  CHECK(read.resources[0].line == 4);
  CHECK(read.resources[0].column == 19);
  CHECK(at(read.resources[0], "list.1").line == 5);
  CHECK(at(read.resources[0], "list.1").column == 102);
  CHECK(read.notes.empty());
}

TEST_CASE("deleted, deposed, forgotten and data resources do not exist, and a replaced one exists once",
          "[declared]") {
  const std::string changes =
      change("box.none", "[\"no-op\"]") + "," + change("box.made", "[\"create\"]") + "," +
      change("box.new", "[\"update\"]") + "," + change("box.read", "[\"read\"]") + "," +
      change("box.gone", "[\"delete\"]") + "," + change("box.left", "[\"forget\"]") + "," +
      change("box.first", "[\"delete\", \"create\"]") + "," + change("box.last", "[\"create\", \"delete\"]") +
      "," + change("box.first", "[\"delete\"]", "\"deposed\": \"0a1b\", ") + "," +
      R"({"address": "data.box.d", "mode": "data", "type": "box", "change": {"actions": ["read"]}})";
  const Declaration read = declare(R"({"format_version": "0.2", "resource_changes": [)" + changes + "]}");
  CHECK(addresses(read) == Names{"box.none", "box.made", "box.new", "box.read", "box.first", "box.last"});
  CHECK(shown(read.resources[0].attributes) == "{size: 1, id: (unknown)}");
}

TEST_CASE("planned values and changes say the same once", "[declared]") {
  const std::string box = R"({"address": "box.a", "mode": "managed", "type": "box", "values": {"size": 7}})";
  CHECK(shown(declare(plan(box, change("box.a", "[\"create\"]"))).resources.at(0).attributes) ==
        "{size: 7, id: (unknown)}");
  CHECK(addresses(declare(plan(box, change("box.a", "[\"create\"]")))) == Names{"box.a"});
  CHECK(addresses(declare(plan(box, ""))) == Names{"box.a"});
  CHECK(addresses(declare(R"({"resource_changes": [)" + change("box.a", "[\"create\"]") +
                          R"(], "planned_values": {"root_module": {}}})")) == Names{"box.a"});
}

TEST_CASE("a plan cut by hand holds some resources in one place only", "[declared]") {
  const std::string box = R"({"address": "box.a", "mode": "managed", "type": "box", "values": {"size": 7}})";
  const std::string changes = change("box.a", "[\"no-op\"]") + "," + change("box.b", "[\"create\"]") + "," +
                              change("box.c", "[\"delete\"]");
  const std::string gone = R"({"address": "box.c", "mode": "managed", "type": "box", "values": {"size": 7}})";
  const Declaration read = declare(plan(box + "," + gone, changes));
  CHECK(addresses(read) == Names{"box.a", "box.b"});
  CHECK(shown(named(read, "box.a").attributes) == "{size: 7, id: (unknown)}");
  CHECK(shown(named(read, "box.b").attributes) == "{size: 1, id: (unknown)}");
  const Declaration reversed =
      declare(R"({"resource_changes": [)" + changes +
              R"(], "planned_values": {"root_module": {"resources": [)" + box + R"(]}}})");
  CHECK(addresses(reversed) == Names{"box.a", "box.b"});
  CHECK(shown(named(reversed, "box.a").attributes) == "{size: 7, id: (unknown)}");
  const std::string indexed = R"({"address": "box.b[0]", "mode": "managed", "type": "box", "values": {}})";
  CHECK(addresses(declare(plan(indexed, changes))) == Names{"box.b[0]", "box.a"});
  const std::string deposed = change("box.a", "[\"delete\"]", "\"deposed\": \"0a1b\", ");
  CHECK(addresses(declare(plan(box, deposed))) == Names{"box.a"});
}

TEST_CASE("unknown values are merged into known ones", "[declared]") {
  struct Row {
    const char* known;
    const char* unknown;
    const char* shown;
  };
  for (const Row& row : {
           Row{R"({"a": 1})", R"({"b": true})", "{a: 1, b: (unknown)}"},
           Row{R"({"a": null})", R"({"a": true})", "{a: (unknown)}"},
           Row{R"({"a": 1})", R"({"a": false, "b": false, "c": {}, "d": [{}]})", "{a: 1}"},
           Row{R"({"a": {"x": 1}})", R"({"a": {"y": true}})", "{a: {x: 1, y: (unknown)}}"},
           Row{R"({"a": [{"x": 1}, {}]})", R"({"a": [{}, {"y": true}]})", "{a: [{x: 1}, {y: (unknown)}]}"},
           Row{R"({})", R"({"a": [true, true]})", "{a: [(unknown), (unknown)]}"},
           Row{R"({"a": ["x"]})", R"({"a": [false, true]})", "{a: ['x', (unknown)]}"},
           Row{R"({})", R"({"a": {"b": [{"c": true}]}})", "{a: {b: [{c: (unknown)}]}}"},
           Row{R"({"a": 1})", R"(true)", "{a: 1}"},
       }) {
    INFO(row.known << " and " << row.unknown);
    const std::string box =
        R"({"address": "box.a", "mode": "managed", "type": "box", "values": )" + std::string(row.known) + "}";
    const std::string changed =
        R"({"address": "box.a", "mode": "managed", "type": "box", "change": {"actions": ["create"], "after_unknown": )" +
        std::string(row.unknown) + "}}";
    CHECK(shown(declare(plan(box, changed)).resources.at(0).attributes) == row.shown);
    CHECK(shown(declare("{\"resource_changes\": [" + changed +
                        "], \"planned_values\": {\"root_module\": {\"resources\": [" + box + "]}}}")
                    .resources.at(0)
                    .attributes) == row.shown);
  }
}

TEST_CASE("only the types that are asked for are read", "[declared]") {
  const std::string two = change("box.a", "[\"create\"]") + "," + change("cup.b", "[\"create\"]");
  DeclaredOptions options;
  options.types = {"jar", "cup"};
  CHECK(addresses(declare("{\"resource_changes\": [" + two + "]}", options)) == Names{"cup.b"});
  const std::string box = R"({"address": "box.a", "mode": "managed", "type": "box", "values": {"size": 7}})";
  CHECK(addresses(declare(plan(box, change("box.a", "[\"create\"]")), options)).empty());
  CHECK(addresses(declare(plan(box, two), options)) == Names{"cup.b"});
}

TEST_CASE("versions: 0.1 to 1.x are read, others refused", "[declared]") {
  const auto version = [](const std::string& written) {
    return faults("{\n \"format_version\": \"" + written + "\", \"planned_values\": {}}");
  };
  CHECK(version("0.1").empty());
  CHECK(version("1.0").empty());
  CHECK(version("1.99").empty());
  CHECK(version("2.0") == Names{"D012 2:20"});
  CHECK(version("next") == Names{"D012 2:20"});
}

TEST_CASE("a plan with gaps and a state are read with a note", "[declared]") {
  CHECK(faults(R"({"planned_values": {}, "errored": true, "complete": false})") == Names{"D027 1:24"});
  CHECK(faults(R"({"planned_values": {}, "errored": false, "complete": false})") == Names{"D102 1:42"});
  CHECK(declare(R"({"planned_values": {}, "errored": false, "complete": false})").unread);
  CHECK_FALSE(declare(R"({"planned_values": {}, "errored": false, "complete": true})").unread);
  const std::string state = R"({"format_version": "1.0", "values": {"root_module": {"resources": [
    {"address": "box.a", "mode": "managed", "type": "box", "values": {"id": "i-1"}}]}}})";
  CHECK(faults(state) == Names{"D101 1:27"});
  CHECK(shown(declare(state).resources.at(0).attributes) == "{id: 'i-1'}");
}
