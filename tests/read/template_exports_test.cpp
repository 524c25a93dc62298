// Templates that are given together are one architecture: what one exports another imports.
#include "catch.hpp"
#include "declared_support.hpp"

using namespace scaleplan;
using namespace scaleplan::test;

namespace {

const char* const net = R"(
Parameters: {Stage: {Type: String, Default: prod}}
Resources:
  A: {Type: Net}
  B: {Type: Net}
Outputs:
  Nets: {Value: !Join [',', [!Ref A, !Ref B]], Export: {Name: !Sub '${Stage}-nets'}}
  One: {Value: !Ref A, Export: {Name: one}}
  Size: {Value: t.large, Export: {Name: size}}
  Open: {Value: x, Export: {Name: !Sub '${AWS::StackName}-x'}}
  Round: {Value: !ImportValue back, Export: {Name: there}}
  Own: {Value: not exported}
)";

/// The property of a box in a template beside `net`, which is read before or behind it.
std::string imported(const std::string& written, bool before) {
  const DeclaredText box{"box.yaml",
                         "Resources:\n  Box: {Type: Box, Properties: {P: " + written +
                             "}}\nOutputs: {Back: {Value: !ImportValue there, Export: {Name: back}}}\n",
                         {}};
  const DeclaredText nets{"net.yaml", net, {}};
  const Declaration read =
      read_declaration(before ? std::vector{nets, box} : std::vector{box, nets}, DeclaredOptions{});
  const Attribute& value = at(named(read, "Box"), "P");
  CHECK(value.line == 2);
  return shown(value);
}

}  // namespace

TEST_CASE("a template imports what another one exports", "[declared]") {
  for (const auto& [written, value] :
       {std::pair{"!ImportValue size", "'t.large'"},
        {"{'Fn::ImportValue': {'Fn::Join': ['', [si, ze]]}}", "'t.large'"},
        {"!ImportValue prod-nets", "(unknown) <- A, B"},
        {"!Split [',', !ImportValue prod-nets]", "(unknown) <- A, B"},
        {"!Select [1, !Split [',', !ImportValue prod-nets]]", "(unknown) <- B"},
        {"!Select [0, !Split [',', !ImportValue one]]", "(unknown) <- A"},
        {"!ImportValue gone", "(unknown) <- Fn::ImportValue(gone)"},
        {"!ImportValue mine-x", "(unknown) <- Fn::ImportValue(mine-x)"},
        {"!ImportValue there", "(unknown) <- Fn::ImportValue(there)"}}) {
    INFO(written);
    CHECK(imported(written, true) == value);
    CHECK(imported(written, false) == value);
  }
}

TEST_CASE("what a Ref names may be made by a function", "[declared]") {
  const std::string head =
      "Parameters: {Open: {Type: String}, Kind: {Type: String, Default: A}}\nResources:\n  NetA: {Type: "
      "Net}\n";
  const auto value = [&](const std::string& written) {
    return shown(
        at(named(declare(head + "  Box: {Type: Box, Properties: {P: " + written + "}}\n"), "Box"), "P"));
  };
  CHECK(value("{Ref: {'Fn::Sub': 'Net${Kind}'}}") == "(unknown) <- NetA");
  CHECK(value("{Ref: !Sub 'Net${Kind}'}") == "(unknown) <- NetA");
  CHECK(value("{'Fn::GetAtt': [!Sub 'Net${Kind}', Id]}") == "(unknown) <- NetA");
  CHECK(value("!Ref NetA") == "(unknown) <- NetA");
  CHECK(faults(head + "  Box: {Type: Box, Properties: {P: {Ref: !Sub 'Net${Open}'}}}\n").size() == 1);
}
