// References of a plan's configuration, followed across modules to the resources they mean.
#include "catch.hpp"
#include "declared_support.hpp"
#include "read/terraform/address.hpp"

using namespace scaleplan;
using namespace scaleplan::test;

namespace {

/// Resources `addresses` without values, of one configuration.
Declaration planned(const std::vector<std::string>& all, const std::string& configuration) {
  std::string list;
  for (std::string address : all) {
    std::string escaped;
    for (const char c : address) escaped += c == '"' ? std::string("\\\"") : std::string(1, c);
    list += (list.empty() ? "" : ", ") +
            ("{\"address\": \"" + escaped + "\", \"mode\": \"managed\", \"type\": \"t\", \"values\": {}}");
  }
  return declare(R"({"planned_values": {"root_module": {"resources": [)" + list +
                 R"(]}}, "configuration": {"root_module": )" + configuration + "}}");
}

std::string resource(const std::string& address, const std::string& expressions,
                     const std::string& rest = {}) {
  return "{\"address\": \"" + address +
         "\", \"mode\": \"managed\", \"type\": \"t\", \"expressions\": " + expressions + rest + "}";
}

std::string refers(const Declaration& read, const std::string& address, const std::string& path) {
  std::string text;
  for (const std::string& one : at(named(read, address), path).refers)
    text += (text.empty() ? "" : " ") + one;
  return text;
}

std::string to(const std::string& references) { return "{\"references\": [" + references + "]}"; }

}  // namespace

TEST_CASE("a state keeps no references: values that are the id of another resource are", "[declared]") {
  const auto resource = [](const std::string& address, const std::string& values) {
    return R"({"address": ")" + address + R"(", "mode": "managed", "type": ")" +
           address.substr(0, address.find('.')) + R"(", "values": )" + values + "}";
  };
  const std::string resources =
      resource("net.a", R"({"id": "net-1", "name": "box-1"})") + "," +
      resource("net.b", R"({"id": "net-2"})") + "," +
      resource("box.a", R"({"id": "box-1", "nets": ["net-1", "net-2", "net-3"], "own": "box-1"})") + "," +
      resource("cup.a", R"({"id": "twin"})") + "," + resource("cup.b", R"({"id": "twin", "cup": "twin"})");
  const Declaration read =
      declare(R"({"format_version": "1.0", "values": {"root_module": {"resources": [)" + resources + "]}}}");
  CHECK(shown(at(named(read, "box.a"), "nets")) == "['net-1' <- net.a, 'net-2' <- net.b, 'net-3']");
  CHECK(shown(at(named(read, "box.a"), "own")) == "'box-1'");
  CHECK(shown(at(named(read, "net.a"), "name")) == "'box-1'");
  CHECK(shown(at(named(read, "cup.b"), "cup")) == "'twin'");
}

TEST_CASE("an attribute refers to resources by their addresses", "[declared]") {
  struct Row {
    const char* references;
    const char* refers;
  };
  for (const Row& row : {
           Row{R"("net.a.id", "net.a")", "net.a"},
           Row{R"("net.a")", "net.a"},
           Row{R"("net.n[1].id", "net.n[1]", "net.n")", "net.n[1]"},
           Row{R"("net.n")", "net.n[0] net.n[1]"},
           Row{R"("net.n", "count.index")", "net.n[0] net.n[1]"},
           Row{R"("net.k[\"x.y\"].id", "net.k[\"x.y\"]", "net.k")", "net.k[\"x.y\"]"},
           Row{R"("net.a.id", "net.a", "net.n[0].id", "net.n[0]", "net.n")", "net.a net.n[0]"},
           Row{R"("net.elsewhere.id", "net.elsewhere")", "net.elsewhere"},
           Row{R"("data.zones.here.names[1]", "data.zones.here.names", "data.zones.here")",
               "data.zones.here.names[1]"},
           Row{R"("var.x")", ""},
           Row{R"("local.x", "path.module", "terraform.workspace", "each.key")", ""},
       }) {
    INFO(row.references);
    const Declaration read =
        planned({"box.a", "net.a", "net.n[0]", "net.n[1]", "net.k[\"x.y\"]"},
                "{\"resources\": [" + resource("box.a", "{\"net\": " + to(row.references) + "}") + "]}");
    CHECK(refers(read, "box.a", "net") == row.refers);
    CHECK(at(named(read, "box.a"), "net").kind == Attribute::Kind::unknown);
  }
}

TEST_CASE("instances follow their own index", "[declared]") {
  const std::string by_count = to(R"("net.n", "count.index")");
  const Declaration read = planned(
      {"box.a[0]", "box.a[1]", "box.a[2]", "net.n[0]", "net.n[1]", "box.k[\"x\"]", "net.k[\"x\"]",
       "net.k[\"y\"]"},
      "{\"resources\": [" +
          resource("box.a", "{\"net\": " + by_count + ", \"zone\": " +
                                to(R"("data.zones.here.names", "data.zones.here", "count.index")") + "}") +
          "," +
          resource("box.k",
                   "{\"net\": " + to(R"("each.value.id", "each.value")") +
                       ", \"other\": " + to(R"("net.k", "each.key")") + "}",
                   ", \"for_each_expression\": " + to("\"net.k\"")) +
          "]}");
  CHECK(refers(read, "box.a[0]", "net") == "net.n[0]");
  CHECK(refers(read, "box.a[1]", "net") == "net.n[1]");
  CHECK(refers(read, "box.a[2]", "net") == "net.n[0]");
  CHECK(refers(read, "box.a[1]", "zone") == "data.zones.here.names[1]");
  CHECK(refers(read, "box.k[\"x\"]", "net") == "net.k[\"x\"]");
  CHECK(refers(read, "box.k[\"x\"]", "other") == "net.k[\"x\"]");
}

TEST_CASE("references are followed into modules and out of them", "[declared]") {
  const std::string inner = "{\"resources\": [" + resource("net.n", "{}") +
                            "], \"outputs\": {\"nets\": {\"expression\": " + to("\"net.n\"") +
                            "}, \"first\": {\"expression\": " + to(R"("net.n[0].id", "net.n[0]", "net.n")") +
                            "}}}";
  const std::string user =
      "{\"resources\": [" + resource("box.all", "{\"nets\": " + to("\"var.nets\"") + "}") + "," +
      resource("box.one", "{\"net\": " + to(R"("var.nets[1]", "var.nets")") + "}") + "," +
      resource("box.each", "{\"net\": " + to(R"("var.nets", "count.index")") + "}") + "]}";
  const std::string root =
      "{\"module_calls\": {\"net\": {\"module\": " + inner +
      "}, \"web\": {\"expressions\": {\"nets\": " + to(R"("module.net.nets", "module.net")") +
      "}, \"module\": " + user + "}}, \"resources\": [" +
      resource("box.root", "{\"net\": " + to(R"("module.net.first", "module.net")") + ", \"second\": " +
                               to(R"("module.net.nets[1]", "module.net.nets", "module.net")") + "}") +
      "]}";
  const Declaration read = planned({"module.net.net.n[0]", "module.net.net.n[1]", "module.web[0].box.all",
                                    "module.web[0].box.one", "module.web[0].box.each[1]", "box.root"},
                                   root);
  CHECK(refers(read, "module.web[0].box.all", "nets") == "module.net.net.n[0] module.net.net.n[1]");
  CHECK(refers(read, "module.web[0].box.one", "net") == "module.net.net.n[1]");
  CHECK(refers(read, "module.web[0].box.each[1]", "net") == "module.net.net.n[1]");
  CHECK(refers(read, "box.root", "net") == "module.net.net.n[0]");
  CHECK(refers(read, "box.root", "second") == "module.net.net.n[1]");
}

TEST_CASE("a module without its index stands for all its instances", "[declared]") {
  const std::string inner = "{\"resources\": [" + resource("net.a", "{}") +
                            "], \"outputs\": {\"id\": {\"expression\": " + to("\"net.a\"") + "}}}";
  const Declaration read = planned(
      {"module.net[\"x\"].net.a", "module.net[\"y\"].net.a", "box.a", "box.b"},
      "{\"module_calls\": {\"net\": {\"module\": " + inner + "}}, \"resources\": [" +
          resource("box.a",
                   "{\"nets\": " + to(R"("module.net")") + ", \"n\": " + to(R"("module.net.id")") + "}") +
          "," +
          resource("box.b",
                   "{\"n\": " + to(R"("module.net[\"y\"].id", "module.net[\"y\"]", "module.net")") + "}") +
          "]}");
  CHECK(refers(read, "box.a", "n") == "module.net[\"x\"].net.a module.net[\"y\"].net.a");
  CHECK(refers(read, "box.b", "n") == "module.net[\"y\"].net.a");
}

TEST_CASE("references inside blocks belong to their attributes", "[declared]") {
  const Declaration read = declare(R"({"planned_values": {"root_module": {"resources": [
    {"address": "box.a", "mode": "managed", "type": "box", "values": {"component": [{"size": 1}, {"size": 2}], "one": [{"x": 1}]}}]}},
    "configuration": {"root_module": {"resources": [{"address": "box.a", "mode": "managed", "type": "box", "expressions": {
      "component": [{"size": {"constant_value": 1}}, {"net": {"references": ["net.b.id", "net.b"]}}],
      "one": {"y": {"references": ["net.c.id", "net.c"]}}, "absent": [{"z": {"references": ["net.d"]}}]}}]}}})");
  CHECK(shown(read.resources.at(0).attributes) ==
        "{component: [{size: 1}, {size: 2, net: (unknown) <- net.b}], one: [{x: 1, y: (unknown) <- net.c}]}");
}

TEST_CASE("blocks of a set are matched by their constants, in any order", "[declared]") {
  const auto components = [](const std::string& planned, const std::string& written) {
    const Declaration read = declare(R"({"planned_values": {"root_module": {"resources": [
      {"address": "box.a", "mode": "managed", "type": "box", "values": {"component": [)" +
                                     planned + R"(]}}]}},
      "configuration": {"root_module": {"resources": [{"address": "box.a", "mode": "managed", "type": "box",
      "expressions": {"component": [)" +
                                     written + "]}}]}}}");
    return shown(at(read.resources.at(0), "component"));
  };
  const std::string first =
      R"({"name": {"constant_value": "one"}, "kind": {"constant_value": 1}, "net": {"references": ["net.a"]}})";
  const std::string second =
      R"({"name": {"constant_value": "two"}, "kind": {"constant_value": 1}, "net": {"references": ["net.b"]}})";
  const std::string open =
      R"({"name": {"references": ["var.x"]}, "kind": {"constant_value": 1}, "net": {"references": ["net.c"]}})";
  const std::string one = R"({"name": "one", "kind": 1})", two = R"({"name": "two", "kind": "1.0"})",
                    three = R"({"name": "three", "kind": 1})";
  const std::string known_one = "{name: 'one', kind: 1, net: (unknown) <- net.a}",
                    known_two = "{name: 'two', kind: '1.0', net: (unknown) <- net.b}",
                    known_three = "{name: 'three', kind: 1, net: (unknown) <- net.c}";
  CHECK(components(two + "," + one, first + "," + second) == "[" + known_two + ", " + known_one + "]");
  CHECK(components(three + "," + two + "," + one, open + "," + first + "," + second) ==
        "[" + known_three + ", " + known_two + ", " + known_one + "]");
  CHECK(components(two + "," + one + "," + three, first + "," + open + "," + second) ==
        "[" + known_two + ", " + known_one + ", " + known_three + "]");
  CHECK(components(three + "," + one, first) == "[{name: 'three', kind: 1}, " + known_one + "]");
  CHECK(components("{},{}", first + "," + second) ==
        "[{net: (unknown) <- net.a}, {net: (unknown) <- net.b}]");
}

TEST_CASE("outputs that refer to each other end", "[declared]") {
  const std::string loop = R"({"outputs": {"x": {"expression": {"references": ["module.m.x", "module.m.y"]}},
    "y": {"expression": {"references": ["module.m.y", "module.m.x"]}}}})";
  std::string deep = loop;
  for (int i = 0; i < 20; ++i) {
    deep = R"({"module_calls": {"m": {"module": )" + deep + R"(}}, "outputs": {
      "x": {"expression": {"references": ["module.m.x", "module.m.y"]}},
      "y": {"expression": {"references": ["module.m.y", "module.m.x"]}}}})";
  }
  const Declaration read =
      planned({"box.a"}, R"({"module_calls": {"m": {"module": )" + deep + "}}, \"resources\": [" +
                             resource("box.a", "{\"n\": " + to(R"("module.m.x")") + "}") + "]}");
  CHECK(refers(read, "box.a", "n").empty());
}

TEST_CASE("addresses are taken apart", "[declared]") {
  using namespace scaleplan::read;
  const Address address = parse_address(R"(module.a["x].\"y"].module.b[0].box.c["d.e"])");
  REQUIRE(address.modules.size() == 2);
  CHECK(address.modules[0].name == "a");
  CHECK(address.modules[0].index == R"(["x].\"y"])");
  CHECK(address.modules[1].index == "[0]");
  CHECK(address.resource == R"(box.c["d.e"])");
  CHECK(without_indexes(R"(module.a["x.y"].box.c[0])") == "module.a.box.c");
  CHECK(is_meant("module.a.box.c", "module.a[0].box.c[1]"));
  CHECK(is_meant("module.a[0].box.c", "module.a[0].box.c[1]"));
  CHECK_FALSE(is_meant("module.a[1].box.c", "module.a[0].box.c[1]"));
  CHECK_FALSE(is_meant("box.c", "box.cd"));
  CHECK_FALSE(is_meant("box.c", "module.a.box.c"));
}
