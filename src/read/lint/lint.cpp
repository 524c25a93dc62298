// The frame of the lint: what the rules accept, where findings go, and their order.
#include "lint.hpp"

#include <algorithm>
#include <array>

#include "rules/rule_files.hpp"

namespace scaleplan::read {
namespace {

/// The last line that `node` reaches.
int last_line(const Node& node) {
  int last = node.at.line;
  for (const Entry& entry : node.entries) last = std::max({last, entry.at.line, last_line(entry.value)});
  for (const Node& item : node.items) last = std::max(last, last_line(item));
  return last;
}

std::size_t indentation(const std::string& line) {
  const std::size_t first = line.find_first_not_of(' ');
  return first == std::string::npos ? 0 : first;
}

/// The names of the files that a tree was read from.
void files_of(const Node& node, std::set<std::string>& files) {
  if (node.at.text != nullptr) files.insert(node.at.text->name);
  for (const Entry& entry : node.entries) files_of(entry.value, files);
  for (const Node& item : node.items) files_of(item, files);
}

/// Whether a finding says that something is there for nothing, and of no harm to who extends it.
bool idle(std::string_view code) {
  constexpr std::array<std::string_view, 14> codes = {"L001", "L012", "L013", "L014", "L015", "L016", "L017",
                                                      "L018", "L019", "L020", "L021", "L022", "L030", "L036"};
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

}  // namespace

LintFact named(std::string_view name) {
  LintFact fact;
  fact.name = name;
  return fact;
}

LintFact amount(double value, const Unit& unit) {
  LintFact fact;
  fact.amount = value;
  fact.unit = unit.text;
  fact.factor = unit.factor;
  return fact;
}

Lint::Lint(const Loaded& of) : of_(of) {
  everywhere_ = accepting({}, of.all.root);
  learn(of.all.root, everywhere_);
  const Node* catalogs = of.all.root.find("catalogs");
  for (const auto& [id, catalog] : of.all.catalogs) {
    const Node* named = catalogs == nullptr ? nullptr : catalogs->find(id);
    learn(catalog.file, accepting(named == nullptr ? Acceptances{} : accepting({}, *named), catalog.file));
  }
}

void Lint::extends(const Loaded& base) {
  files_of(base.all.root, of_base_);
  for (const auto& [id, catalog] : base.all.catalogs) files_of(catalog.file, of_base_);
}

Lint::Acceptances Lint::accepting(Acceptances around, const Node& node) {
  const Node* own = node.find("lint");
  if (own == nullptr) return around;
  for (const Entry& entry : own->entries)
    around[entry.key] =
        &accepted_.try_emplace(key(entry.at), Accepted{entry.key, entry.at, false}).first->second;
  return around;
}

void Lint::learn(const Node& node, const Acceptances& around) {
  for (const Entry& entry : node.entries) {
    if (entry.key == "lint") {
      for (const Entry& code : entry.value.entries) known_[key(code.at)] = {&code.value, {}};
      continue;
    }
    const Acceptances inner = accepting(around, entry.value);
    known_[key(entry.at)] = {&entry.value, inner};
    if (entry.at.text != nullptr)
      by_line_.try_emplace({entry.at.text->name, entry.at.line, entry.key}, entry.at);
    learn(entry.value, inner);
  }
  for (const Node& item : node.items) learn(item, accepting(around, item));
}

Mark Lint::entry(const Place& place, std::string_view id) const {
  const auto found = by_line_.find({std::string(place.file), place.line, std::string(id)});
  if (found != by_line_.end()) return found->second;
  for (const auto& [where, mark] : by_line_) {
    if (std::get<0>(where) == place.file && std::get<1>(where) == place.line) return mark;
  }
  return {};
}

const Node* Lint::node(const Mark& mark) const {
  const auto found = known_.find(key(mark));
  return found == known_.end() ? nullptr : found->second.node;
}

bool Lint::misspelled(const Mark& owner) const {
  return std::any_of(report_.found.begin(), report_.found.end(), [&](const LintFinding& other) {
    return other.code == "L036" && owner.text != nullptr && other.at.file == owner.text->name &&
           other.at.line == owner.line && other.at.column == owner.column;
  });
}

LintFinding* Lint::find(std::string code, Severity severity, const Mark& owner, std::string subject,
                        std::vector<LintFact> facts, std::string_view inside) {
  if (owner.text != nullptr && idle(code) && of_base_.count(owner.text->name) > 0) return nullptr;
  const auto known = known_.find(key(owner));
  const Acceptances& accepted = known == known_.end() ? everywhere_ : known->second.accepted;
  if (const auto own = accepted.find(code); own != accepted.end()) {
    own->second->used = true;
    ++report_.accepted;
    return nullptr;
  }
  const bool already = std::any_of(report_.found.begin(), report_.found.end(), [&](const LintFinding& other) {
    return other.code == code && other.subject == subject;
  });
  if (already || (idle(code) && misspelled(owner))) return nullptr;
  LintFinding finding;
  finding.code = std::move(code);
  finding.severity = severity;
  finding.subject = std::move(subject);
  finding.facts = std::move(facts);
  const Node* value =
      known == known_.end() || known->second.node == nullptr ? nullptr : known->second.node->find(inside);
  const Mark& at = value == nullptr || value->at.line == 0 ? owner : value->at;
  if (at.text != nullptr) {
    finding.at = {at.text->name, at.line, at.column, at.length};
    if (at.line > 0 && static_cast<std::size_t>(at.line) <= at.text->lines.size())
      finding.excerpt = at.text->lines[static_cast<std::size_t>(at.line) - 1];
  }
  report_.found.push_back(std::move(finding));
  return &report_.found.back();
}

void Lint::fix_by_deleting(LintFinding* finding, const Mark& owner) const {
  const Node* value = node(owner);
  if (finding == nullptr || value == nullptr || owner.text == nullptr) return;
  const auto& lines = owner.text->lines;
  const int last = std::max(owner.line, last_line(*value));
  const auto line = [&](int number) -> const std::string& {
    return lines[static_cast<std::size_t>(number) - 1];
  };
  // A key alone at the start of its line, and after the value a line that is not indented deeper.
  const std::size_t depth = indentation(line(owner.line));
  if (depth + 1 != static_cast<std::size_t>(owner.column)) return;
  const auto says = [](const std::string& text) {
    const std::size_t first = text.find_first_not_of(' ');
    return first != std::string::npos && text[first] != '#';
  };
  auto next = static_cast<std::size_t>(last);
  while (next < lines.size() && !says(lines[next])) ++next;
  if (next < lines.size() && indentation(lines[next]) > depth) return;
  // Without its only entry a map would be nothing, which removes what a rule set extends.
  int before = owner.line - 1;
  while (before > 0 && !says(line(before))) --before;
  const bool goes_on = next < lines.size() && indentation(lines[next]) == depth;
  if (!goes_on && (before == 0 || indentation(line(before)) < depth)) return;
  finding->fix = LintFix{owner.line, last, ""};
}

LintReport Lint::report() {
  // Keys that accept nothing are looked for last, after all findings.
  std::vector<const Accepted*> idle;
  for (const auto& [where, one] : accepted_) {
    if (!one.used) idle.push_back(&one);
  }
  for (const Accepted* one : idle) {
    fix_by_deleting(find("L001", Severity::warning, one->at, one->code, {named(one->code)}), one->at);
  }
  std::stable_sort(
      report_.found.begin(), report_.found.end(), [](const LintFinding& a, const LintFinding& b) {
        return std::tie(a.at.file, a.at.line, a.at.column) < std::tie(b.at.file, b.at.line, b.at.column);
      });
  report_.ruleset = of_.program.id;
  return std::move(report_);
}

LintReport lint(const std::string& name_or_path, const std::vector<TextFile>& builtin,
                const LintOptions& options) {
  const auto loaded = load(name_or_path, builtin);
  Lint lint(*loaded);
  const std::string base = base_of(name_or_path, builtin);
  const auto extended = base.empty() ? nullptr : load(base, builtin);
  if (extended) {
    lint.extends(*extended);
    lint_near_ids(lint, *extended);
    lint_taken_over(lint, *extended);
  }
  lint_unused(lint);
  lint_sizes(lint);
  lint_missing(lint);
  lint_formulas(lint);
  lint_values(lint);
  lint_limits(lint);
  lint_bands(lint);
  lint_reach(lint);
  lint_recognised(lint);
  lint_reasons(lint);
  lint_dates(lint, options.as_of);
  lint_prices(lint);
  LintReport report = lint.report();
  report.dated = !options.as_of.empty();
  return report;
}

}  // namespace scaleplan::read
