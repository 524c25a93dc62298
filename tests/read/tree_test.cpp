// The located tree: what it holds, where things are, and that every fault has its code and its
// place.
#include <string>
#include <vector>

#include "catch.hpp"
#include "nearest.hpp"
#include "read/texts/tree.hpp"
#include "scaleplan/files.hpp"

using namespace scaleplan;
using namespace scaleplan::read;

namespace {

struct Result {
  Report report;
  Node root;
  explicit Result(const std::string& text) : root(read_tree(text, "f.yaml", report)) {}
  /// "code line:column+length" of every finding.
  [[nodiscard]] std::string faults() const {
    std::string text;
    for (const Diagnostic& finding : report.found()) {
      if (!text.empty()) text += ", ";
      text += finding.code + " " + std::to_string(finding.at.line) + ":" + std::to_string(finding.at.column) +
              "+" + std::to_string(finding.at.length);
    }
    return text;
  }
  [[nodiscard]] std::string hint() const { return report.found().empty() ? "" : report.found().front().hint; }
};

std::string place(const Mark& mark) {
  return std::to_string(mark.line) + ":" + std::to_string(mark.column) + "+" + std::to_string(mark.length);
}

std::string repeated(const std::string& text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

}  // namespace

TEST_CASE("a tree keeps order, kinds and text", "[tree]") {
  const Result read("b: 1\na: [x, \"y\", ~]\nc: {k: no}\nd: null\ne: \"null\"\nf:\n");
  REQUIRE(read.faults().empty());
  REQUIRE(read.root.entries.size() == 6);
  CHECK(read.root.entries[0].key == "b");
  CHECK(read.root.find("b")->text == "1");
  CHECK(read.root.find("missing") == nullptr);
  const Node& list = *read.root.find("a");
  REQUIRE(list.items.size() == 3);
  CHECK_FALSE(list.items[0].quoted);
  CHECK(list.items[1].quoted);
  CHECK(list.items[2].kind == Node::Kind::nothing);
  CHECK(read.root.find("c")->find("k")->text == "no");
  CHECK(read.root.find("d")->kind == Node::Kind::nothing);
  CHECK(read.root.find("e")->kind == Node::Kind::scalar);
  CHECK(read.root.find("f")->kind == Node::Kind::nothing);
}

TEST_CASE("what looks like a number, a date or a yes stays text", "[tree]") {
  for (const char* text : {"no", "yes", "010", "1e6", "2024-01-02", "0x1F", "1_000", ".5"}) {
    const Result read(std::string("a: ") + text + "\n");
    CHECK(read.root.find("a")->text == text);
    CHECK(read.root.find("a")->exact);
  }
}

TEST_CASE("marks count characters", "[tree]") {
  const Result read("é: \"ü\"\nkey: {é: 漢字, b: 'it''s'}\nd: |\n  x\ne: x\n   y\nf:\ng: \"text\"\n");
  REQUIRE(read.faults().empty());
  CHECK(place(read.root.entries[0].at) == "1:1+1");
  CHECK(place(read.root.entries[0].value.at) == "1:4+2");
  const Node& map = *read.root.find("key");
  CHECK(place(map.at) == "2:6+1");
  CHECK(place(map.entries[0].value.at) == "2:10+2");
  CHECK(place(map.entries[1].at) == "2:14+1");
  CHECK(map.entries[1].value.text == "it's");
  CHECK_FALSE(map.entries[1].value.exact);
  CHECK(read.root.find("d")->text == "x\n");
  CHECK(read.root.find("d")->quoted);
  CHECK(place(read.root.find("e")->at) == "5:4+1");
  CHECK_FALSE(read.root.find("e")->exact);
  CHECK(place(read.root.find("f")->at) == "7:1+1");
  CHECK(place(read.root.find("g")->at) == "8:5+4");
  CHECK(read.root.find("g")->exact);
}

TEST_CASE("an empty item stands at its dash", "[tree]") {
  const Result read("a:\n  -\n  - # later\n  # more\n\n  - x\n");
  const Node& list = *read.root.find("a");
  REQUIRE(list.items.size() == 3);
  CHECK(place(list.items[0].at) == "2:3+1");
  CHECK(place(list.items[1].at) == "3:3+1");
  CHECK(place(list.items[2].at) == "6:5+1");
}

TEST_CASE("a byte order mark, other line ends and JSON with tabs are read", "[tree]") {
  const Result marked(
      "\xEF\xBB\xBF"
      "a: 1\r\nb:\r\n  c: 2\r\n");
  CHECK(marked.faults().empty());
  CHECK(place(marked.root.entries[0].at) == "1:1+1");
  CHECK(place(marked.root.find("b")->find("c")->at) == "3:6+1");
  const Result old("a: 1\rb: 2\r");
  CHECK(place(old.root.find("b")->at) == "2:4+1");
  const Result json("{\n\t\"a\": 1,\n\t\"b\": [true, null]\n}");
  CHECK(json.faults().empty());
  CHECK(place(json.root.find("a")->at) == "2:7+1");
}

TEST_CASE("every fault has its code and place", "[tree]") {
  struct Row {
    std::string text, faults;
  };
  const std::vector<Row> rows = {
      {"", "Y001 1:1+1"},
      {"# only this\n", "Y001 1:1+1"},
      {"a: 1\n\xE9: 2\n", "Y003 2:1+1"},
      {std::string("a\0b", 3), "Y004 0:0+1"},
      {"\xFF\xFE"
       "a",
       "Y005 0:0+1"},
      {"a: \x04\n", "Y006 1:4+1"},
      {"a:\n\tb: 1\n", "Y007 2:1+1"},
      {"a:\n  b: 1\n\tc: 2\n", "Y007 3:1+1"},
      {"a: 1\n b: 2\n", "Y008 2:2+4"},
      {"a:\n    b: 1\n  c: 2\n", "Y008 3:3+1"},
      {"a: [1, 2\n", "Y008 1:4+1"},
      {"- a\nb: 1\n", "Y008 2:1+1"},
      {"a: 1\n---\nb: 2\n", "Y009 2:1+3"},
      {"a: &x 1\nb: *x\nc: !t y\n<<: 1\na: 2\n",
       "Y010 1:4+2, Y011 2:4+2, Y012 3:4+2, Y013 4:1+2, Y014 5:1+1"},
      {"a: *x\n", "Y011 1:4+1"},
      {"? [a]\n: b\nnull: 1\n", "Y016 1:3+1, Y016 3:1+4"},
      {"{is: max(20, x)}\n", "Y017 1:6+10"},
      {"{is: a + b, + c}\n", "Y017 1:6+10"},
      {"k: [max(a, b), c]\n", "Y017 1:5+9"},
      {"a: x ? 1 : 2\n", "Y018 1:10+1"},
      {"{a: x ? 1 : 2}\n", "Y018 1:7+1"},
      {"a: @x\n", "Y018 1:4+1"},
      {"a: %x\n", "Y018 1:4+1"},
      {"a: `x\n", "Y018 1:4+1"},
      {"a: > 5\n", "Y018 1:4+1"},
      {"a: \"x\nb: 1\n", "Y019 1:4+1"},
      {"a: 'x", "Y019 1:4+1"},
      {"a: \"x\nb: \"y\"\n", "Y019 1:4+1"},
      {"%YAML 1.2\n---\na: 1\n", "Y020 1:1+9"},
      {"a: 1\n%lost\n", "Y020 2:1+5"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const Result read(row.text);
    CHECK(read.faults() == row.faults);
    CHECK_THROWS_AS(read.report.stop_if_failed(), Error);
  }
}

TEST_CASE("hints show what to write", "[tree]") {
  CHECK(Result("a: x ? 1 : 2 # why\n").hint() == "put the whole value in quotes: \"x ? 1 : 2\"");
  CHECK(Result("{is: max(20, x)}\n").hint() == "put the whole value in quotes: \"max(20, x)\"");
  CHECK(Result("a: @\"x\"\n").hint() == "put the whole value in quotes: '@\"x\"'");
  CHECK(Result("a: \"x\nb: \"y\"\n").hint() == "write the closing quote in line 1");
}

TEST_CASE("the first of two equal keys is kept", "[tree]") {
  const Result read("a: 1\nb: 2\na: 3\n");
  CHECK(read.report.found()[0].message == "the key \"a\" is already in line 1");
  CHECK(read.root.entries.size() == 2);
  CHECK(read.root.find("a")->text == "1");
}

TEST_CASE("what was read before a fault can be used", "[tree]") {
  const Result read("a: 1\nb: {c: 2, d: [3, @\n");
  CHECK(read.report.failed());
  CHECK(read.root.find("a")->text == "1");
}

TEST_CASE("64 levels are read, more are refused, and many more do no harm", "[tree]") {
  CHECK(Result(repeated("[", 64) + repeated("]", 64)).faults().empty());
  CHECK(Result(repeated("[", 65) + repeated("]", 65)).faults() == "Y015 1:65+1");
  CHECK(Result(repeated("- ", 100) + "x\n").faults() == "Y015 1:129+1");
  for (const char* component : {"[", "{a: ", "- ", "? ", "[? ", "[\n"}) {
    INFO(component);
    const Result read(repeated(component, 100000));
    REQUIRE(read.report.found().size() == 1);
    CHECK(read.report.found()[0].code == "Y015");
  }
  CHECK(Result("a: |\n  " + repeated("- ", 100) + "\nb: \"" + repeated("[", 100) + "\"\n").faults().empty());
}

TEST_CASE("more than 4 MB are refused, and as much in one line is read in reasonable time", "[tree]") {
  CHECK(Result("a: " + std::string(4 * 1024 * 1024, 'x')).faults() == "Y002 0:0+1");
  const Result read("[" + repeated("{\"a\":1},", 100000) + "{}]");
  CHECK(read.faults().empty());
  CHECK(read.root.items.size() == 100001);
}

TEST_CASE("a file full of faults does not fill the memory", "[tree]") {
  const Result read("{" + repeated("a: 1, ", 100000) + "b: 2}");
  CHECK(read.report.found().size() == 1000);
  CHECK(read.report.found().back().excerpt.empty());
}

TEST_CASE("the nearest word is the one meant", "[nearest]") {
  const std::vector<std::string> known = {"max_users", "min_users", "cache", "queue", "cachf"};
  CHECK(nearest("max_user", known) == "max_users");
  CHECK(nearest("quuee", known) == "queue");
  CHECK(nearest("cachx", known) == "cache");
  CHECK(nearest("database", known).empty());
  CHECK(nearest("ab", {"ba"}) == "ba");
  CHECK(nearest("x", {}).empty());
}

TEST_CASE("files that cannot be read say why", "[file]") {
  const auto code = [](const std::string& path) {
    try {
      (void)read_file(path);
    } catch (const Error& error) {
      return error.diagnostics().front().code;
    }
    return std::string("read");
  };
  CHECK(code("no/such/file.yaml") == "Y021");
  CHECK(code(".") == "Y022");
  CHECK(code("/dev/zero") == "Y002");
}
