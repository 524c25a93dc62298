// JSON with places: values, what is passed over, and every way in which a text can be broken.
#include "read/texts/json.hpp"

#include "catch.hpp"

using namespace scaleplan::read;

namespace {

std::string dump(JsonValue value) {
  switch (value.kind()) {
    case JsonKind::nothing:
      return "null";
    case JsonKind::yes:
      return "true";
    case JsonKind::no:
      return "false";
    case JsonKind::number:
      return std::string(value.node().text);
    case JsonKind::text:
      return "'" + std::string(value.text()) + "'";
    case JsonKind::skipped:
      return "...";
    case JsonKind::list:
    case JsonKind::map:
      break;
  }
  std::string text;
  for (JsonValue child = value.first(); child; child = value.after(child)) {
    text += (text.empty() ? "" : " ") +
            (child.key().empty() ? std::string() : std::string(child.key()) + ":") + dump(child);
  }
  return value.kind() == JsonKind::map ? "{" + text + "}" : "[" + text + "]";
}

}  // namespace

TEST_CASE("JSON is read with the place of each value", "[declared]") {
  const std::string text =
      "{ \"a\" : [1, -2.5e3, \"x\\ty\"],\n \"b\":{\"c\":null}, \"d\": true, \"e\":\"\" }";
  const JsonRead read = read_json(text);
  REQUIRE_FALSE(read.fault);
  CHECK(dump(read.tree.root()) == "{a:[1 -2.5e3 'x\ty'] b:{c:null} d:true e:''}");
  CHECK(read.end == text.size());
  for (const auto& [key, begins] : {std::pair{"a", "[1,"}, {"b", "{\"c\""}, {"d", "true"}, {"e", "\"\" }"}}) {
    INFO(key);
    CHECK(text.substr(read.tree.root().find(key).node().at).rfind(begins, 0) == 0);
    CHECK(text.substr(read.tree.root().find(key).node().key_at).rfind("\"" + std::string(key), 0) == 0);
  }
  CHECK(text[read.tree.root().find("a").item(1).node().at] == '-');
  CHECK(text[read.tree.root().find("a").item(2).node().at] == '"');
  CHECK_FALSE(read.tree.root().find("a").item(3));
  CHECK_FALSE(read.tree.root().find("x").find("y"));
}

TEST_CASE("components of a JSON text are passed over", "[declared]") {
  const JsonShape shape = [](std::uint8_t role, std::string_view key, JsonValue) -> std::uint8_t {
    if (key == "skip") return json_skip;
    return key == "keep" ? 0 : role;
  };
  const JsonRead read = read_json(
      R"({"skip": {"a": [1, {"skip": "\u0041"}], "a": 2}, "list": [{"skip": [[]]}, 3], "keep": {"skip": [4]}})",
      1, shape);
  REQUIRE_FALSE(read.fault);
  CHECK(dump(read.tree.root()) == "{skip:... list:[{skip:...} 3] keep:{skip:[4]}}");
}

TEST_CASE("every fault of a JSON text has a code and a place", "[declared]") {
  struct Row {
    const char* text;
    const char* code;
    std::size_t at;
  };
  for (const Row& row : {
           Row{"", "D005", 0},
           Row{"{", "D005", 1},
           Row{"{\"a\": 1", "D005", 7},
           Row{"{\"a\": 1,", "D005", 8},
           Row{"{\"a\"", "D005", 4},
           Row{"{\"a\":", "D005", 5},
           Row{"[1, 2", "D005", 5},
           Row{"[12", "D005", 3},
           Row{"{\"a\": \"bc", "D005", 6},
           Row{"{\"a\": \"bc\\", "D005", 6},
           Row{"{\"a\": \"bc\\u00", "D005", 6},
           Row{"{\"a\": tru", "D004", 6},
           Row{"{\"a\": 1 \"b\": 2}", "D004", 8},
           Row{"{\"a\" 1}", "D004", 5},
           Row{"{a: 1}", "D004", 1},
           Row{"{\"a\": 1 // b\n}", "D004", 8},
           Row{"{\"a\": 'b'}", "D004", 6},
           Row{"{\"a\": NaN}", "D004", 6},
           Row{"{\"a\": 01}", "D004", 7},
           Row{"{\"a\": -}", "D004", 6},
           Row{"{\"a\": 1e999}", "D004", 6},
           Row{"{\"a\": 1,}", "D004", 8},
           Row{"[1,]", "D004", 3},
           Row{"[1 2]", "D004", 3},
           Row{"{\"a\": \"b\nc\"}", "D004", 6},
           Row{"{\"a\": \"b\tc\"}", "D004", 8},
           Row{"{\"a\": \"\\x\"}", "D004", 7},
           Row{"{\"a\": \"\\u12g4\"}", "D004", 7},
           Row{"{\"a\": \"\\ud800\"}", "D004", 7},
           Row{"{\"a\": \"\\udc00\"}", "D004", 7},
           Row{"{\"a\": \"\\ud83d\\ude00 \\ud83d\"}", "D004", 20},
           Row{"{\"a\": // b\n1}", "D004", 6},
           Row{"{\"a\": \"b\xFF    \"}", "D003", 8},
           Row{"{\"a\": \xFF}", "D003", 6},
           Row{"{\"a\": 1, \"b\": 2, \"a\": 3}", "D007", 17},
       }) {
    INFO(row.text);
    const JsonRead read = read_json(row.text);
    REQUIRE(read.fault);
    CHECK(read.fault->code == row.code);
    CHECK(read.fault->at == row.at);
    CHECK_FALSE(read.fault->message.empty());
  }
}

TEST_CASE("JSON may be as deep as 256 levels", "[declared]") {
  const auto nested = [](std::size_t levels) { return std::string(levels, '[') + std::string(levels, ']'); };
  CHECK_FALSE(read_json(nested(256)).fault);
  const JsonRead read = read_json(nested(257));
  REQUIRE(read.fault);
  CHECK(read.fault->code == "D006");
  CHECK(read.fault->at == 256);
  CHECK(read_json(std::string(1'000'000, '[')).fault->code == "D006");
}
