// Files as people's shells, pipelines and tools leave them.
#include <sstream>

#include "catch.hpp"
#include "declared_support.hpp"

using namespace scaleplan;
using namespace scaleplan::test;
using namespace std::string_literals;

namespace {

using Names = std::vector<std::string>;

const std::string plan = R"({"format_version": "1.2", "planned_values": {"root_module": {"resources": [
  {"address": "box.ä", "mode": "managed", "type": "box", "values": {"é": "ü", "size": 1}}]}}})";

std::string utf16(const std::string& text, bool big, bool mark) {
  std::string result = mark ? (big ? "\xFE\xFF"s : "\xFF\xFE"s) : ""s;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    unsigned unit = byte;
    if (byte >= 0xC0) unit = (byte & 0x1Fu) << 6 | (static_cast<unsigned char>(text[++i]) & 0x3Fu);
    const char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xFF);
    result += big ? high : low;
    result += big ? low : high;
  }
  return result;
}

}  // namespace

TEST_CASE("every encoding that a shell writes gives the same plan with the same places", "[declared]") {
  const Declaration straight = declare(plan);
  REQUIRE(straight.resources.size() == 1);
  for (const std::string& text : {"\xEF\xBB\xBF" + plan, utf16(plan, false, true), utf16(plan, true, true),
                                  utf16(plan, false, false), utf16(plan, true, false)}) {
    const Declaration read = declare(text);
    REQUIRE(read.resources.size() == 1);
    CHECK(read.resources[0].address == "box.ä");
    CHECK(shown(read.resources[0].attributes) == "{é: 'ü', size: 1}");
    CHECK(at(read.resources[0], "size").line == 2);
    CHECK(at(read.resources[0], "size").column == at(straight.resources[0], "size").column);
  }
  CHECK(faults(utf16("{\n\"a\" 1}", false, true)) == Names{"D004 2:5"});
  CHECK(faults("\xFF\xFE{\0\"\0\0\xD8\"\0"s) == Names{"D003 1:3"});
}

TEST_CASE("a plan inside the log of a pipeline is read with a note", "[declared]") {
  const std::string wrapped = "[command]/usr/bin/terraform show -json tfplan\n" + plan +
                              "\n\n::debug::Terraform exited with code 0.\n::set-output name=x::y\n";
  const Declaration read = declare(wrapped);
  REQUIRE(read.resources.size() == 1);
  CHECK(read.resources[0].line == 3);
  CHECK(faults(wrapped) == Names{"D103"});
  CHECK(faults(plan + "\n::debug::x\n") == Names{"D103"});
  CHECK(faults("some line\n{\n  \"format_version\": 1").at(0) == "D005 3:22");
}

TEST_CASE("what a pipeline writes behind a plan, and before its lines, is passed over", "[declared]") {
  const std::string words = "Cleaning up project directory\n\x1b[0Ksection_end:1:step\n[INFO] done\n";
  CHECK(faults(plan + "\n" + words) == Names{"D103"});
  CHECK(faults(plan + " done\n") == Names{"D008 2:95"});
  CHECK(faults(plan + "\n" + words + plan) == Names{"D008 6:1"});
  CHECK(faults(plan + "\n}\n") == Names{"D008 3:1"});
  CHECK(faults(plan + "\n[\"x\"]\n") == Names{"D008 3:1"});
  for (const char* time : {"2026-11-25T10:00:00.0000000Z", "2026-11-25T10:00:00+01:00"}) {
    std::string stamped = time + std::string(" $ terraform show\n") + time + "\n";
    std::istringstream lines(plan + "\nCleaning up\n");
    for (std::string line; std::getline(lines, line);) stamped += time + (" " + line + "\r\n");
    INFO(stamped);
    const Declaration read = declare(stamped);
    REQUIRE(read.resources.size() == 1);
    CHECK(read.resources[0].line == declare(plan).resources[0].line + 2);
    CHECK(faults(stamped) == Names{"D103"});
    CHECK(faults(stamped.substr(stamped.find('{') - std::string(time).size() - 1)) == Names{"D103"});
  }
}

TEST_CASE("the format of a plan may be written as a number", "[declared]") {
  CHECK(faults(R"({"format_version": 1.2, "planned_values": {}})").empty());
  CHECK(faults(R"({"format_version": 2.0, "planned_values": {}})") == Names{"D012 1:20"});
  CHECK(faults(R"({"format_version": true, "planned_values": {}})") == Names{"D012 1:20"});
}

TEST_CASE("other files than plans and templates are refused by their kind", "[declared]") {
  struct Row {
    std::string content;
    const char* fault;
  };
  for (const Row& row : {
           Row{"", "D001"},
           Row{" \n\t\n", "D001"},
           Row{"\xEF\xBB\xBF", "D001"},
           Row{"PK\x03\x04" + "xxxx"s, "D013"},
           Row{"\x1F\x8B" + "xxxx"s, "D014"},
           Row{"{\"a\": \0}"s, "D014"},
           Row{"\xFF\xFE\0\0{\0\0\0"s, "D003"},
           Row{"# main\nresource \"aws_instance\" \"a\" {\n}\n", "D015"},
           Row{"terraform {\n}\n", "D015"},
           Row{"\nTerraform will perform the following actions:\n\n  # a\n", "D016"},
           Row{"{\"@level\":\"info\",\"@message\":\"x\"}\n{\"@level\":\"info\"}\n", "D017 1:1"},
           Row{"{\"format_version\": \"1.0\"}", "D018 1:1"},
           Row{"{\"version\": 4, \"serial\": 1, \"lineage\": \"x\", \"resources\": []}", "D019 1:1"},
           Row{"{\"TemplateBody\": {}}", "D020 1:1"},
           Row{"{\"steps\": []}", "D011 1:1"},
           Row{"[1]", "D011 1:1"},
           Row{"{}", "D011 1:1"},
           Row{plan + plan, "D008 2:94"},
           Row{plan.substr(0, plan.size() - 3), "D005 2:91"},
           Row{"{\"Resources\": {\"A\": {\"Type\": \"x\"}, \"A\": {\"Type\": \"x\"}}}", "D007 1:36"},
       }) {
    INFO(row.content);
    const Names found = faults(row.content);
    REQUIRE(found.size() == 1);
    CHECK(found[0] == row.fault);
  }
}

TEST_CASE("several files are read together, of one dialect", "[declared]") {
  const std::string other =
      R"({"resource_changes": [{"address": "cup.a", "mode": "managed", "type": "cup", "change": {"actions": ["create"], "after": {}}}]})";
  const Declaration read =
      read_declaration({{"one.json", plan, {}}, {"two.json", other, Dialect::terraform}}, {});
  CHECK(addresses(read) == Names{"box.ä", "cup.a"});
  CHECK(read.resources[1].file == 1);
  const auto codes = [](const std::vector<DeclaredText>& files) {
    Names found;
    try {
      read_declaration(files, {});
    } catch (const Error& error) {
      for (const Diagnostic& one : error.diagnostics()) found.push_back(one.code + " " + one.at.file);
    }
    return found;
  };
  CHECK(codes({{"one", plan, {}}, {"two", "Resources: {A: {Type: x}}", {}}}) == Names{"D009 two"});
  CHECK(codes({{"one", plan, Dialect::cloudformation}}) == Names{"D021 one"});
  CHECK(codes({{"one", "{", {}}, {"two", "", {}}}) == Names{"D005 one", "D001 two"});
}

TEST_CASE("a plan in one line and in many declares the same", "[declared]") {
  std::string spread;
  bool quoted = false;
  for (const char c : plan) {
    if (c == '"') quoted = !quoted;
    spread += c;
    if (!quoted && (c == '{' || c == '[' || c == ',' || c == ':')) spread += "\r\n\t";
  }
  CHECK(shown(declare(spread).resources.at(0).attributes) == shown(declare(plan).resources.at(0).attributes));
}

TEST_CASE("the excerpt of a long line is cut around the place", "[declared]") {
  const std::string text = "{\"a\": \"" + std::string(100'000, 'x') + "\", \"b\": oops, \"c\": \"" +
                           std::string(100'000, 'y') + "\"}";
  try {
    declare(text);
    FAIL("read");
  } catch (const Error& error) {
    const Diagnostic& found = error.diagnostics().at(0);
    CHECK(found.at.column == 100'016);
    CHECK(found.excerpt.size() < 1000);
    CHECK(found.excerpt.substr(static_cast<std::size_t>(found.at.column - found.excerpt_from), 4) == "oops");
  }
}
