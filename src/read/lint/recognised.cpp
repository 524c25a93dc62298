// Finds components that no declared resource is ever recognised as, where the rules recognise any.
#include <algorithm>

#include "lint.hpp"
#include "scaleplan/recognition.hpp"

namespace scaleplan::read {
namespace {

using Components = std::set<Text>;

/// The components that are recognised themselves, through one that covers them, or one that proves the same
/// stage.
Components recognised(const Program& program, const Recognition& rules) {
  Components known;
  for (const Matcher& matcher : rules.matchers) known.insert(matcher.component);
  for (std::size_t before = 0; before != known.size();) {
    before = known.size();
    for (const Component& component : program.components) {
      if (known.contains(component.id)) known.insert(component.covers.begin(), component.covers.end());
    }
    for (const Proof& proof : rules.proofs) {
      const bool any = std::any_of(proof.components.begin(), proof.components.end(),
                                   [&](Text component) { return known.contains(component); });
      if (any) known.insert(proof.components.begin(), proof.components.end());
    }
  }
  return known;
}

}  // namespace

void lint_recognised(Lint& lint) {
  const Program& program = lint.program();
  const Recognition rules = recognition_of(program);
  if (rules.matchers.empty()) return;  // a matcher belongs to a component, so there are some
  const Components known = recognised(program, rules);
  const Node* components = lint.all().root.find("components");
  for (const Entry& entry : components->entries) {
    const bool used = std::any_of(program.components.begin(), program.components.end(),
                                  [&](const Component& component) { return component.id == entry.key; });
    if (!used || known.contains(entry.key)) continue;
    lint.find("L029", Severity::warning, entry.at, "component " + entry.key, {named(entry.key)});
  }
}

}  // namespace scaleplan::read
