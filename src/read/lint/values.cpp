// Finds values that are not there: empty keys, remarks without words, confidence in words of one's own.
#include "lint.hpp"

namespace scaleplan::read {
namespace {

bool same(const Mark& a, const Mark& b) {
  return a.text == b.text && a.line == b.line && a.column == b.column;
}

/// A key with nothing behind it, where ~ would say that nothing is meant.
void empty_keys(Lint& lint, const Node& node) {
  for (const Entry& entry : node.entries) {
    if (entry.key == "recognition" || entry.key == "lint") continue;
    if (entry.value.kind == Node::Kind::nothing && same(entry.value.at, entry.at)) {
      const std::string subject = "key " + entry.key + " in line " + std::to_string(entry.at.line);
      lint.find("L032", Severity::warning, entry.at, subject, {named(entry.key)});
    }
    empty_keys(lint, entry.value);
  }
  for (const Node& item : node.items) empty_keys(lint, item);
}

void remarks(Lint& lint) {
  for (const Advice& advice : lint.program().advice) {
    if (!advice.says.empty()) continue;
    lint.find("L033", Severity::warning, lint.entry(advice.place, advice.id),
              "advice " + std::string(advice.id), {named(advice.id)});
  }
}

/// The confidence of a catalogue's source is one of three words, as that of a rule file's is.
void confidence(Lint& lint, const Node& catalog) {
  const Node* sources = catalog.find("sources");
  if (sources == nullptr) return;
  for (const Entry& entry : sources->entries) {
    const Node* said = entry.value.find("confidence");
    if (said == nullptr || said->text == "high" || said->text == "medium" || said->text == "low") continue;
    lint.find("L035", Severity::warning, entry.at, "source " + entry.key, {named(said->text)}, "confidence");
  }
}

}  // namespace

void lint_values(Lint& lint) {
  empty_keys(lint, lint.all().root);
  for (const auto& [id, catalog] : lint.all().catalogs) {
    empty_keys(lint, catalog.file);
    confidence(lint, catalog.file);
  }
  remarks(lint);
}

}  // namespace scaleplan::read
