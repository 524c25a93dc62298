// Finds parts that no declared resource is ever recognised as, where the rules recognise any.
#include <algorithm>

#include "lint.hpp"
#include "scaleplan/recognition.hpp"

namespace scaleplan::read {
namespace {

using Parts = std::set<Text>;

/// The parts that are recognised themselves, through one that covers them, or one that proves the same stage.
Parts recognised(const Program& program, const Recognition& rules) {
  Parts known;
  for (const Matcher& matcher : rules.matchers) known.insert(matcher.part);
  for (std::size_t before = 0; before != known.size();) {
    before = known.size();
    for (const Part& part : program.parts) {
      if (known.contains(part.id)) known.insert(part.covers.begin(), part.covers.end());
    }
    for (const Proof& proof : rules.proofs) {
      const bool any = std::any_of(proof.parts.begin(), proof.parts.end(),
                                   [&](Text part) { return known.contains(part); });
      if (any) known.insert(proof.parts.begin(), proof.parts.end());
    }
  }
  return known;
}

}  // namespace

void lint_recognised(Lint& lint) {
  const Program& program = lint.program();
  const Recognition rules = recognition_of(program);
  if (rules.matchers.empty()) return;  // a matcher belongs to a component, so there are some
  const Parts known = recognised(program, rules);
  const Node* components = lint.all().root.find("components");
  for (const Entry& entry : components->entries) {
    const bool used = std::any_of(program.parts.begin(), program.parts.end(),
                                  [&](const Part& part) { return part.id == entry.key; });
    if (!used || known.contains(entry.key)) continue;
    lint.find("L029", Severity::warning, entry.at, "component " + entry.key, {named(entry.key)});
  }
}

}  // namespace scaleplan::read
