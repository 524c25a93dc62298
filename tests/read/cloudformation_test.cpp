// CloudFormation templates: functions, conditions, parameters, nested templates, in YAML and in JSON.
#include "catch.hpp"
#include "declared_support.hpp"

using namespace scaleplan;
using namespace scaleplan::test;

namespace {

using Names = std::vector<std::string>;

DeclaredOptions with(std::vector<std::pair<std::string, std::string>> parameters) {
  DeclaredOptions options;
  options.parameters = std::move(parameters);
  return options;
}

const char* const preamble = R"(
Parameters:
  Size: {Type: Number, Default: 2}
  Kind: {Type: String, Default: small, AllowedValues: [small, large]}
  Nets: {Type: 'List<AWS::EC2::Subnet::Id>'}
  Names: {Type: CommaDelimitedList, Default: 'a, b,c'}
  Empty: {Type: String, Default: ''}
  Open: {Type: String}
  Stored: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /some/path}
Mappings:
  Sizes:
    small: {Type: t.small, Count: '1', List: [x, y]}
    large: {Type: t.large, Count: '4', List: [x, y]}
Conditions:
  Yes: !Equals [!Ref Kind, small]
  No: !Not [{Condition: Yes}]
  Maybe: !Equals [!Ref Open, on]
  Both: !And [!Condition Yes, !Condition Maybe]
  Neither: !And [!Condition No, !Condition Maybe]
  Either: !Or [!Condition Yes, !Condition Maybe]
  HasName: !Not [!Equals ['', !Ref Empty]]
  Round: !Not [{Condition: Round}]
Resources:
  Net: {Type: Net}
)";

/// The value of a property written so in YAML.
std::string value(const std::string& written, const DeclaredOptions& options = {}) {
  const Declaration read = declare(
      std::string(preamble) + "  Box:\n    Type: Box\n    Properties:\n      P: " + written + "\n", options);
  const Attribute* found = named(read, "Box").attributes.find("P");
  return found == nullptr ? "(absent)" : shown(*found);
}

}  // namespace

TEST_CASE("functions of a template have the values they are known to have", "[declared]") {
  struct Row {
    const char* written;
    const char* value;
  };
  for (const Row& row : {
           Row{"text", "'text'"},
           Row{"'5'", "'5'"},
           Row{"5", "5"},
           Row{"true", "true"},
           Row{"[a, {b: c}]", "['a', {b: 'c'}]"},
           Row{"!Ref Size", "'2'"},
           Row{"{Ref: Size}", "'2'"},
           Row{"!Ref Names", "['a', 'b', 'c']"},
           Row{"!Ref Nets", "(unknown) <- Nets"},
           Row{"!Ref Open", "(unknown) <- Open"},
           Row{"!Ref Stored", "(unknown) <- Stored"},
           Row{"!Ref Net", "(unknown) <- Net"},
           Row{"!Ref AWS::Region", "(unknown) <- AWS::Region"},
           Row{"!Ref AWS::NoValue", "(absent)"},
           Row{"[a, !Ref 'AWS::NoValue', b]", "['a', 'b']"},
           Row{"!GetAtt Net.Id", "(unknown) <- Net"},
           Row{"!GetAtt [Net, Id]", "(unknown) <- Net"},
           Row{"{'Fn::GetAtt': [Net, Id]}", "(unknown) <- Net"},
           Row{"{'Fn::GetAtt': Net.Id}", "(unknown) <- Net"},
           Row{"!If [Yes, a, b]", "'a'"},
           Row{"!If [No, a, b]", "'b'"},
           Row{"!If [No, a, !Ref 'AWS::NoValue']", "(absent)"},
           Row{"!If [Maybe, a, b]", "(unknown)"},
           Row{"!If [Maybe, a, a]", "'a'"},
           Row{"!If [Maybe, !Ref Net, !Ref 'AWS::NoValue']", "(unknown) <- Net"},
           Row{"!If [Both, a, b]", "(unknown)"},
           Row{"!If [Neither, a, b]", "'b'"},
           Row{"!If [Either, a, b]", "'a'"},
           Row{"!If [HasName, a, b]", "'b'"},
           Row{"!If [Round, a, b]", "(unknown)"},
           Row{"{'Fn::If': [Yes, {x: 1}, b]}", "{x: 1}"},
           Row{"!Sub '${Kind}-${Size} ${!Not} $ {x}'", "'small-2 ${Not} $ {x}'"},
           Row{"!Sub '${Kind}-${Open}-${Net}-${Net.Arn}'", "(unknown) <- Open, Net"},
           Row{"!Sub ['${a}/${Kind}', {a: !Ref Size}]", "'2/small'"},
           Row{"!Sub 'open ${'", "'open ${'"},
           Row{"!Sub |\n        ${Kind}", "'small\n'"},
           Row{"!Join ['-', [a, !Ref Size, c]]", "'a-2-c'"},
           Row{"!Join ['', !Ref Names]", "'abc'"},
           Row{"!Join [',', [a, !Ref Net]]", "(unknown) <- Net"},
           Row{"!Join [',', !Ref Nets]", "(unknown) <- Nets"},
           Row{"!Select [1, !Ref Names]", "'b'"},
           Row{"!Select ['0', [a, b]]", "'a'"},
           Row{"!Select [1, !Ref Nets]", "(unknown) <- Nets[1]"},
           Row{"!Select [0, !GetAZs '']", "(unknown) <- Fn::GetAZs[0]"},
           Row{"!Select [1, !GetAZs {Ref: 'AWS::Region'}]", "(unknown) <- Fn::GetAZs[1]"},
           Row{"!Select [0, !GetAtt Net.Blocks]", "(unknown) <- Net"},
           Row{"!Select [1, !Split [',', !Join [',', [!Ref Net, !Ref Open]]]]", "(unknown) <- Open"},
           Row{"!GetAZs ''", "(unknown) <- Fn::GetAZs"},
           Row{"!GetAZs", "(unknown) <- Fn::GetAZs"},
           Row{"!Split [',', 'a,b,,c']", "['a', 'b', '', 'c']"},
           Row{"!Split ['::', !Ref Open]", "(unknown) <- Open"},
           Row{"!FindInMap [Sizes, !Ref Kind, Type]", "'t.small'"},
           Row{"!FindInMap [Sizes, large, List]", "['x', 'y']"},
           Row{"!FindInMap [Sizes, !Ref Open, List]", "['x', 'y']"},
           Row{"!FindInMap [Sizes, !Ref Open, Type]", "(unknown) <- Open"},
           Row{"!FindInMap [Sizes, huge, Type]", "(unknown)"},
           Row{"!FindInMap [Sizes, huge, Type, {DefaultValue: t.none}]", "'t.none'"},
           Row{"!ImportValue shared-net", "(unknown) <- Fn::ImportValue(shared-net)"},
           Row{"{'Fn::ImportValue': !Sub '${Open}-net'}", "(unknown) <- Fn::ImportValue(${Open}-net)"},
           Row{"!Base64 text", "(unknown)"},
           Row{"!Cidr [!GetAtt Net.Block, 4, 8]", "(unknown) <- Net"},
           Row{"'{{resolve:ssm:name:1}}'", "(unknown)"},
           Row{"!Length [a, b]", "2"},
           Row{"!Other [!Ref Net]", "(unknown) <- Net"},
           Row{"!Ref [a]", "(unknown)"},
           Row{"!If [Yes, a]", "(unknown)"},
           Row{"!If [Nobody, a, b]", "(unknown)"},
       }) {
    INFO(row.written);
    CHECK(value(row.written) == row.value);
  }
}

TEST_CASE("given parameters decide, and are checked", "[declared]") {
  DeclaredOptions assumed;
  assumed.assumed = {{"AWS::Region", "north"}};
  CHECK(value("!Ref AWS::Region", assumed) == "'north'");
  CHECK(value("!Sub 'x-${AWS::Region}'", assumed) == "'x-north'");
  assumed.parameters = {{"AWS::Region", "south"}};
  CHECK(value("!Ref AWS::Region", assumed) == "'south'");
  CHECK(value("!Ref AWS::AccountId", assumed) == "(unknown) <- AWS::AccountId");
  CHECK(value("!Ref Size", with({{"Size", "3"}, {"Size", "4"}})) == "'4'");
  CHECK(value("!Ref Nets", with({{"Nets", "n-1,n-2"}})) == "['n-1', 'n-2']");
  CHECK(value("!If [Maybe, a, b]", with({{"Open", "on"}})) == "'a'");
  CHECK(value("!Ref Stored", with({{"Stored", "/other"}})) == "(unknown) <- Stored");
  CHECK(value("!Ref AWS::Region", with({{"AWS::Region", "here-1"}})) == "'here-1'");
  CHECK(faults(preamble, with({{"Sise", "3"}})) == Names{"D023"});
  CHECK(faults(preamble, with({{"Kind", "smal"}})) == Names{"D024 4:55"});
  CHECK(faults(preamble, with({{"Size", "many"}})) == Names{"D024 3:9"});
  CHECK(faults(R"({"planned_values": {}})", with({{"Size", "3"}})) == Names{"D023"});
}

TEST_CASE("a resource exists as its condition says", "[declared]") {
  const std::string text = std::string(preamble) +
                           "  A: {Type: Box, Condition: Yes}\n  B: {Type: Box, Condition: No}\n"
                           "  C: {Type: Box, Condition: Maybe}\n  D: {Type: Cup, Condition: Maybe}\n";
  CHECK(addresses(declare(text)) == Names{"Net", "A", "C?", "D?"});
  DeclaredOptions options;
  options.types = {"Box"};
  CHECK(addresses(declare(text, options)) == Names{"A", "C?"});
  CHECK(faults(text, options) == Names{"D203 27:3"});
}

TEST_CASE("the places of resources and values are those of the text", "[declared]") {
  const Declaration read =
      declare("Resources:\n  Böx:\n    Type: Box\n    Properties: {ä: !Ref X, b: [1,\n      two]}\n");
  CHECK(read.resources.at(0).line == 2);
  CHECK(read.resources.at(0).column == 3);
  CHECK(at(read.resources.at(0), "b.1").line == 5);
  CHECK(at(read.resources.at(0), "b.1").column == 7);
  CHECK(at(read.resources.at(0), "ä").line == 4);
}

TEST_CASE("YAML and JSON of one template declare the same", "[declared]") {
  const std::string yaml = R"(
AWSTemplateFormatVersion: 2010-09-09
Parameters: {N: {Type: Number, Default: 2}, Z: {Type: String}}
Conditions: {Many: !Not [!Equals [!Ref N, 1]], Odd: !Equals [!Ref Z, 'x']}
Resources:
  Group:
    Type: Group
    Properties:
      Min: !If [Many, !Ref N, '1']
      Zones: !GetAZs ''
      On: true
      Name: !Sub '${AWS::StackName}-${N}'
      Tags: [{Key: a, Value: !Join ['', [x, !Ref N]]}]
  Maybe: {Type: Box, Condition: Odd}
)";
  const std::string json = R"({"AWSTemplateFormatVersion": "2010-09-09",
    "Parameters": {"N": {"Type": "Number", "Default": 2}, "Z": {"Type": "String"}},
    "Conditions": {"Many": {"Fn::Not": [{"Fn::Equals": [{"Ref": "N"}, "1"]}]}, "Odd": {"Fn::Equals": [{"Ref": "Z"}, "x"]}},
    "Resources": {"Group": {"Type": "Group", "Properties": {
        "Min": {"Fn::If": ["Many", {"Ref": "N"}, "1"]}, "Zones": {"Fn::GetAZs": ""}, "On": true,
        "Name": {"Fn::Sub": "${AWS::StackName}-${N}"},
        "Tags": [{"Key": "a", "Value": {"Fn::Join": ["", ["x", {"Ref": "N"}]]}}]}},
      "Maybe": {"Type": "Box", "Condition": "Odd"}}})";
  const Declaration first = declare(yaml), second = declare(json);
  CHECK(addresses(first) == addresses(second));
  CHECK(addresses(first) == Names{"Group", "Maybe?"});
  CHECK(shown(first.resources[0].attributes) == shown(second.resources[0].attributes));
  CHECK(shown(first.resources[0].attributes) ==
        "{Min: '2', Zones: (unknown) <- Fn::GetAZs, On: true, Name: (unknown) <- AWS::StackName, "
        "Tags: [{Key: 'a', Value: 'x2'}]}");
  CHECK(second.resources[0].line == 4);
}

TEST_CASE("templates inside templates are read from beside them", "[declared]") {
  const std::string root = R"(
Parameters: {Bucket: {Type: String}}
Conditions: {Perhaps: !Equals [!Ref Bucket, x]}
Resources:
  NetA: {Type: Net}
  NetB: {Type: Net}
  Web:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: !Sub https://${Bucket}.s3.amazonaws.com/some/components/web.yaml?x=1
      Parameters: {Nets: !Join [',', [!Ref NetA, !Ref NetB]], Count: 3, Base: !GetAtt Base.Outputs.Name}
  Base:
    Type: AWS::CloudFormation::Stack
    Condition: Perhaps
    Properties: {TemplateURL: ./base.json}
  Gone:
    Type: AWS::CloudFormation::Stack
    Properties: {TemplateURL: gone.yaml}
)";
  const std::string web = R"(
Parameters: {Nets: {Type: CommaDelimitedList}, Count: {Type: Number, Default: 1}, Base: {Type: String}}
Resources:
  Group: {Type: Group, Properties: {Nets: !Ref Nets, First: !Select [0, !Ref Nets], Min: !Ref Count, Base: !Ref Base, Self: !Ref Group}}
  Again: {Type: 'AWS::CloudFormation::Stack', Properties: {TemplateURL: web.yaml}}
)";
  DeclaredOptions options;
  options.load = [&](const std::string& path) -> std::optional<std::string> {
    if (path == "dir/components/web.yaml") return web;
    if (path == "dir/components/components/web.yaml" || path == "dir/components/some/web.yaml")
      return std::nullopt;
    if (path == "dir/base.json")
      return R"({"Resources": {"B": {"Type": "Base"}}, "Outputs": {"Name": {"Value": "base"}}})";
    return std::nullopt;
  };
  const Declaration read = read_declaration({{"dir/root.yaml", root, {}}}, options);
  const std::string stack = "AWS::CloudFormation::Stack";
  CHECK(addresses(read) ==
        Names{"NetA", "NetB", "Web", "Web.Group", "Web.Again", "Base?", "Base.B?", "Gone"});
  CHECK(read.files == Names{"dir/root.yaml", "dir/base.json", "dir/components/web.yaml"});
  CHECK(shown(named(read, "Web.Group").attributes) ==
        "{Nets: [(unknown) <- NetA, (unknown) <- NetB], First: (unknown) <- NetA, Min: '3', Base: 'base', "
        "Self: (unknown) <- Web.Group}");
  CHECK(named(read, "Web.Group").file == 2);
  Names notes;
  for (const Diagnostic& one : read.notes)
    notes.push_back(one.code + " " + one.at.file + " " + std::to_string(one.at.line));
  CHECK(notes == Names{"D202 dir/components/web.yaml 5", "D203 dir/root.yaml 12", "D202 dir/root.yaml 18"});
}

TEST_CASE("a wrong template is refused, and macros that are not run are noted", "[declared]") {
  CHECK(faults("AWSTemplateFormatVersion: x\n") == Names{"D022 1:1"});
  CHECK(faults("Resources: [a]\n") == Names{"D022 1:12"});
  CHECK(faults("Resources:\n  A: {Properties: {}}\n") == Names{"D026 2:3"});
  CHECK(faults("Transform: [AWS::Serverless-2016-10-31]\nResources: {A: {Type: Box}}\n").empty());
  CHECK(faults("Transform: AWS::LanguageExtensions\nResources:\n  'Fn::ForEach::X': [a]\n  A: {Type: Box, "
               "Properties: {P: {'Fn::Transform': {Name: x}}}}\n") == Names{"D204 3:4", "D201 4:34"});
  CHECK(faults("Resources:\n  A: {Type: {'Rain::Module': x.yml}}\n  B: {'Fn::Transform': {Name: x}}\n"
               "  C: {Type: !Module x}\n") == Names{"D204 2:3", "D204 3:3", "D204 4:3"});
  CHECK(faults("Resources: {A: {Type: Box, Properties: {P: !If [x]}}}\n") == Names{"D205 1:44"});
  CHECK(faults("services: {web: {image: x}}\n") == Names{"D011 1:1"});
  CHECK(faults("just a line\n") == Names{"D011 1:1"});
}
