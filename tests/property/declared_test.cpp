// Properties of every declaration.
#include "catch.hpp"
#include "scaleplan/architecture.hpp"
#include "scaleplan/carries.hpp"
#include "scaleplan/rules.hpp"
#include "support.hpp"

using namespace scaleplan;

namespace {

/// Anything at all, as an attribute.
Attribute anything(test::Random& random, const std::vector<std::string>& keys, int depth) {
  Attribute value;
  value.kind = static_cast<Attribute::Kind>(random.below(depth > 3 ? 4 : 7));
  value.yes = random.below(2) == 1;
  value.number = random.unit() * 1e9 - 10;
  value.text = random.below(3) == 0 ? std::to_string(random.below(9)) : keys[random.below(keys.size())];
  if (random.below(3) == 0) value.refers.push_back("r.r[" + std::to_string(random.below(9)) + "]");
  if (random.below(9) == 0) value.refers.emplace_back("r.r");
  if (value.kind != Attribute::Kind::list && value.kind != Attribute::Kind::map) return value;
  for (std::size_t n = random.below(12); n > 0; --n) {
    value.items.push_back(anything(random, keys, depth + 1));
    if (value.kind == Attribute::Kind::map) value.keys.push_back(keys[random.below(keys.size())]);
  }
  return value;
}

}  // namespace

TEST_CASE("any declaration is judged, whatever it holds", "[check][property]") {
  const Program program = load_rules("aws");
  const Recognition rules = recognition_of(program);
  std::vector<std::string> keys;
  for (const Query& ask : rules.queries) {
    const std::string path(ask.text);
    if (ask.kind == Query::Kind::attribute) keys.push_back(path.substr(0, path.find('.')));
    if (ask.kind == Query::Kind::attribute) keys.push_back(path.substr(path.rfind('.') + 1));
  }
  REQUIRE(keys.size() > 50);
  const Block workload = workload_of(program, {{"users", "2000", {}, {}, {}}});
  test::Random random(11);
  for (std::size_t done = 0; done < test::cases(300); ++done) {
    Declaration declaration;
    declaration.files = {"test"};
    for (std::size_t n = 0; n < 9; ++n) {
      Resource resource;
      resource.address = "r.r[" + std::to_string(n) + "]";
      resource.type = rules.types[random.below(rules.types.size())];
      resource.attributes = anything(random, keys, 0);
      resource.attributes.kind = Attribute::Kind::map;
      resource.attributes.keys.resize(resource.attributes.items.size(), "name");
      declaration.resources.push_back(std::move(resource));
    }
    const Architecture found = architecture_of(program, rules, declaration);
    REQUIRE(found.stages.size() == program.stages.size());
    for (int s = 0; s <= found.reached; ++s)
      REQUIRE(found.stages[static_cast<std::size_t>(s)].met == Truth::yes);
    const Carries carries = carries_of(program, found, workload, std::nullopt);
    REQUIRE(carries.stage == found.reached);
    if (carries.machines && carries.users) REQUIRE(*carries.users <= *carries.machines);
    if (found.reached >= 0) undersized(program, found, found.reached, workload);
  }
}
