// What CloudFormation's YAML allows and other YAML here does not: keys twice, texts indented as far as their
// tag.
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
