// Forms that CloudFormation's YAML allows and other YAML here does not: keys twice, texts indented as far as
// their tag.
#include "catch.hpp"
#include "declared_support.hpp"

using namespace scaleplan;
using namespace scaleplan::test;

namespace {

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("of a key that is there twice the last counts, with a note", "[declared]") {
  const std::string twice =
      "Resources:\n  A: {Type: Box, Properties: {P: 1, Q: 2, P: 3}}\n  B: {Type: Box}\n  A: {Type: Box, "
      "Properties: {R: 4}}\n";
  CHECK(faults(twice) == Names{"D206 2:43", "D206 4:3"});
  const Declaration read = declare(twice);
  CHECK(addresses(read) == Names{"B", "A"});
  CHECK(shown(named(read, "A").attributes) == "{R: 4}");
}

TEST_CASE("a text may be indented as far as its tag", "[declared]") {
  const Declaration read = declare(R"(Resources:
  A:
    Type: Box
    Properties:
      Script:
        - !Sub |
          one

            two
          three
        - !Sub >
          four
          five
      Plain:
        !Sub six
        seven
      Deeper:
        !Sub |
            eight
            nine
      Quoted:
        !Sub "ten
        eleven"
      Places: [x]
)");
  CHECK(shown(named(read, "A").attributes) ==
        "{Script: ['one\n\n  two\nthree\n', 'four five\n'], Plain: 'six seven', Deeper: 'eight\nnine\n', "
        "Quoted: 'ten eleven', Places: ['x']}");
  CHECK(at(named(read, "A"), "Places.0").line == 24);
  CHECK(at(named(read, "A"), "Places.0").column == 16);
}

TEST_CASE("a loop over known values makes its resources", "[declared]") {
  const Declaration read = declare(R"(
Transform: AWS::LanguageExtensions
Parameters:
  Zones: {Type: CommaDelimitedList, Default: 'a,b'}
Resources:
  Fn::ForEach::Nets:
    - Zone
    - !Ref Zones
    - Net${Zone}: {Type: Net, Properties: {Where: !Ref Zone, Name: !Sub 'net-${Zone}'}}
      Fn::ForEach::Webs:
        - N
        - ['1', '10.0']
        - Web${Zone}&{N}: {Type: Box, Properties: {Net: !Ref 'Net${Zone}'}}
)");
  CHECK(addresses(read) == Names{"Neta", "Weba1", "Weba100", "Netb", "Webb1", "Webb100"});
  CHECK(shown(named(read, "Netb").attributes) == "{Where: 'b', Name: 'net-b'}");
  CHECK(shown(named(read, "Webb1").attributes) == "{Net: (unknown) <- Netb}");
  CHECK(read.notes.empty());
  CHECK_FALSE(read.unread);
}

TEST_CASE("a loop over unknown values is noted, and always ends", "[declared]") {
  const std::string open = "Parameters: {P: {Type: CommaDelimitedList}}\nResources:\n  'Fn::ForEach::A': ";
  CHECK(faults(open + "[N, !Ref P, {'B${N}': {Type: Box}}]\n") == Names{"D204 3:4"});
  CHECK(faults(open + "[N, [!Ref P], {'B${N}': {Type: Box}}]\n") == Names{"D204 3:4"});
  CHECK(faults(open + "[N, [a], text]\n") == Names{"D204 3:4"});
  CHECK(declare(open + "[N, !Ref P, {'B${N}': {Type: Box}}]\n").unread);
  std::string loops = "{'B${X}': {Type: Box}}";
  for (int i = 0; i < 8; ++i) loops = "{'Fn::ForEach::L': [X, [a, b, c, d, e, f, g, h], " + loops + "]}";
  const std::string body = "{B: {Type: Box, Metadata: " + std::string(100'000, 'x') + "}}";
  std::string many = "1";
  for (int i = 2; i <= 900; ++i) many += "," + std::to_string(i);
  CHECK(faults("Resources: {'Fn::ForEach::L': [X, [" + many + "], " + body + "]}\n") == Names{"D025 1:31"});
  CHECK(declare("Resources: " + loops + "\n").resources.size() <= 1000);
}

TEST_CASE("what looks like JSON in a file of YAML may be YAML", "[declared]") {
  const std::string text = "{\"Resources\": {\"A\": {\"Type\": \"Box\"}, # one\n}}\n";
  CHECK(faults(text) == Names{"D004 1:38"});
  CHECK(addresses(read_declaration({{"f.yml", text, {}}}, {})) == Names{"A"});
  CHECK(faults("{\"Resources\": {\"A\": {\"Type\": \"Box\"} /* one */ }}\n") == Names{"D004 1:37"});
}
