// Templates that repeat and multiply themselves: read as they are meant, and always to an end.
#include "catch.hpp"
#include "declared_support.hpp"

using namespace scaleplan;
using namespace scaleplan::test;

namespace {

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("aliases and merge keys are written out, within limits", "[declared]") {
  const Declaration read = declare(R"(
Common: &common {Size: 1, On: true}
Resources:
  A: {Type: Box, Properties: &props {<<: *common, Size: 2}}
  B: {Type: Box, Properties: *props}
  C: {Type: Box, Properties: {Name: &n !Sub x, Same: *n, List: [*n, &m y, *m]}}
)");
  CHECK(shown(named(read, "A").attributes) == "{Size: 2, On: true}");
  CHECK(shown(named(read, "B").attributes) == "{Size: 2, On: true}");
  CHECK(shown(named(read, "C").attributes) == "{Name: 'x', Same: 'x', List: ['x', 'y', 'y']}");
  std::string laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 12; ++i) {
    const std::string last = "*a" + std::to_string(i - 1);
    laughs += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + last;
    for (int k = 0; k < 8; ++k) laughs += ", " + last;
    laughs += "]\n";
  }
  const Names found = faults(laughs + "Resources: {A: {Type: Box}}\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0].substr(0, 4) == "Y024");
  CHECK(faults("Resources: &r\n  A: *r\n").at(0) == "Y011 2:6");
  std::string deep = "b0: &b0 [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n";
  for (int i = 1; i < 4; ++i) {
    deep += "b" + std::to_string(i) + ": &b" + std::to_string(i) + " [[[[[[[[[[*b" + std::to_string(i - 1) +
            "]]]]]]]]]]\n";
  }
  CHECK(faults(deep + "Resources: {A: {Type: Box, Properties: {P: [[[[*b3]]]]}}}\n").at(0).substr(0, 4) ==
        "Y024");
}

TEST_CASE("functions that multiply each other come to an end", "[declared]") {
  std::string text = "Parameters:\n  P: {Type: String, Default: " + std::string(4000, 'x') +
                     "}\nResources:\n  A:\n    Type: Box\n    Properties:\n      P: !Sub \"";
  for (int i = 0; i < 6000; ++i) text += "${P}";
  CHECK(faults(text + "\"\n").at(0).substr(0, 4) == "D025");
  std::string chain = "Resources: {A: {Type: Box, Condition: C0}}\nConditions:\n";
  for (int i = 0; i < 3000; ++i) {
    chain += "  C" + std::to_string(i) + ": !Not [{Condition: C" + std::to_string(i + 1) + "}]\n";
  }
  CHECK(addresses(declare(chain + "  C3000: !Equals [a, a]\n")) == Names{"A?"});
}
