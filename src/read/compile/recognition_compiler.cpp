// Compiles found_as and recognition of a rule file into matchers, zone sources and advisories.
#include "recognition_compiler.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ascii.hpp"
#include "nearest.hpp"
#include "query_compiler.hpp"

namespace scaleplan::read {
namespace {

constexpr std::int32_t under_way = -2;

}  // namespace

void RecognitionCompiler::remember(Text type) {
  auto& all = into_.types;
  if (std::find(all.begin(), all.end(), type) == all.end()) all.push_back(type);
}

std::vector<Text> RecognitionCompiler::types(Fields& fields) {
  std::vector<Text> all;
  for (const Node* type : fields.list("types")) all.push_back(declare_.keep(type->text));
  for (const Text type : all) remember(type);
  if (all.empty()) {
    declare_.report().error(fields.node().at, "R002", fields.what() + " names no resource type",
                            "add types: TYPE");
  }
  return all;
}

std::int32_t RecognitionCompiler::query(const Node* scalar) {
  if (scalar == nullptr) return -1;
  const auto term = [&](const std::string& name) -> std::optional<std::int32_t> {
    const auto found = terms_.find(name);
    if (found == terms_.end()) return std::nullopt;
    const auto [known, fresh] = done_.try_emplace(name, under_way);
    if (!fresh && known->second == under_way) {
      declare_.report().error(found->second->at, "R014", "\"" + name + "\" depends on itself",
                              "break the circle");
      return -1;
    }
    if (fresh) {
      const std::int32_t index = query(found->second);
      done_[name] = index;
      return index;
    }
    return known->second;
  };
  QueryCompiler queries(into_, declare_.texts(), declare_.report(), term, [&](Text type) { remember(type); });
  return queries.compile(parse_formula(*scalar, declare_.units(), declare_.report()));
}

std::vector<std::int32_t> RecognitionCompiler::queries(Fields& fields, std::string_view key) {
  std::vector<std::int32_t> all;
  for (const Node* scalar : fields.list(key)) all.push_back(query(scalar));
  return all;
}

/// A sentence that may hold {needed} and, in braces, types and attributes that a dialect spells.
Text RecognitionCompiler::action(Fields& fields, std::string_view key) {
  const std::string says = fields.text(key);
  for (std::size_t open = says.find('{'); open != std::string::npos; open = says.find('{', open + 1)) {
    const std::size_t close = says.find('}', open);
    const std::string word = says.substr(open, close == std::string::npos ? close : close + 1 - open);
    const bool name = word.size() > 2 && word.back() == '}';
    if (name && (word == "{needed}" || spelled(Text(word).substr(1, word.size() - 2)))) continue;
    const auto inside = [](char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '.'; };
    if (!name || !std::all_of(word.begin() + 1, word.end() - 1, inside)) continue;
    declare_.report().error(
        fields.maybe(key)->at, "R004",
        fmt::format("an action can hold {{needed}} and names that a dialect maps, not {}", word),
        "write {needed} for the number; a name that no dialect maps needs no braces");
  }
  return declare_.keep(says);
}

/// Reports names outside of calls that are nearly those of a component or a term.
void RecognitionCompiler::known_names(const Formula& formula, const Term& term) {
  if (term.kind == Term::Kind::call) return;
  for (const Term& operand : term.operands) known_names(formula, operand);
  if (term.kind != Term::Kind::name || terms_.contains(term.word)) return;
  const bool removed = std::any_of(all_.overlaid.removed.begin(), all_.overlaid.removed.end(),
                                   [&](const auto& one) { return one.first == term.word; });
  if (removed || all_.components.find(term.word) != all_.components.end()) return;
  std::vector<std::string> known = all_.component_order;
  for (const auto& [name, node] : terms_) known.push_back(name);
  const std::string near = nearest(term.word, known);
  // One file of recognition may serve several rule sets, some of which lack a component.
  if (near.empty()) return;
  declare_.report().unknown(formula.place(term), "R011", term.word, near,
                            "\"" + term.word + "\" is neither a component nor a term", did_you_mean(near));
}

void RecognitionCompiler::matcher(const std::string& component, const Entry& entry) {
  Fields fields(entry.value, "\"" + entry.key + "\" of found_as of component \"" + component + "\"",
                declare_.report(), keys_of("matcher"));
  Matcher matcher;
  matcher.id = declare_.keep(entry.key);
  matcher.component = declare_.keep(component);
  matcher.place = declare_.place(entry.at);
  matcher.types = types(fields);
  matcher.where = query(fields, "where");
  matcher.instances = query(fields, "count");
  matcher.copies = query(fields, "copies");
  matcher.group = query(fields, "group");
  size(fields, matcher);
  matcher.zones = queries(fields, "zones");
  matcher.decides = decides(fields);
  if (const Node* act = fields.maybe("act")) {
    Fields inner(*act, "act of " + fields.what(), declare_.report(), keys_of("act"));
    matcher.instances_action = action(inner, "count");
    matcher.zones_action = action(inner, "zones");
    matcher.copies_action = action(inner, "copies");
    inner.done();
  }
  fields.text("because");
  declare_.cited(fields);
  fields.done();
  into_.matchers.push_back(std::move(matcher));
}

void RecognitionCompiler::component(const std::string& id, const Node& node) {
  Fields fields(node, "component \"" + id + "\"", declare_.report(), keys_of("component"));
  for (const Entry& entry : fields.map("found_as")) matcher(id, entry);
}

void RecognitionCompiler::zone_source(const Entry& entry) {
  Fields fields(entry, fmt::format("zone source \"{}\"", entry.key), declare_.report(),
                keys_of("zone_source"));
  ZoneSource source;
  source.query = query(fields.need("at"));
  source.where = query(fields, "where");
  const std::string zones = fields.text("zones", "0");
  source.zones = zones.size() == 1 && is_digit(zones[0]) ? zones[0] - '0' : -1;
  if (source.zones < 0) {
    declare_.report().error(fields.maybe("zones")->at, "R004",
                            "zones of a zone source are a number from 0 to 9",
                            "write 1 for one zone, 2 for at least two");
  }
  for (const Text type : types(fields)) {
    source.type = type;
    into_.zone_sources.push_back(source);
  }
  fields.text("because");
  declare_.cited(fields);
  fields.done();
}

/// The id of a component that is named at `node`.
Text RecognitionCompiler::component_id(const Node& node, const std::string& id) {
  if (all_.components.find(id) == all_.components.end()) {
    const std::string near = nearest(id, all_.component_order);
    // One file of recognition may serve several rule sets, some of which lack a component.
    if (!near.empty())
      declare_.report().unknown(node.at, "R023", id, near, fmt::format("\"{}\" is not a component", id),
                                did_you_mean(near));
  }
  return declare_.keep(id);
}

void RecognitionCompiler::elsewhere(const Entry& entry) {
  into_.elsewhere.push_back({component_id(entry.value, entry.key), query(&entry.value)});
  const Formula formula = parse_formula(entry.value, declare_.units(), declare_.report());
  if (formula.good) known_names(formula, formula.term);
}

void RecognitionCompiler::out_of_scope(const Entry& entry) {
  Fields fields(entry, fmt::format("out of scope \"{}\"", entry.key), declare_.report(),
                keys_of("out_of_scope"));
  OutOfScope kind;
  kind.id = declare_.keep(entry.key);
  kind.title = declare_.keep(fields.text("title", entry.key));
  kind.says = declare_.keep(fields.text("says"));
  const Node* when = fields.need("when");
  kind.when = query(when);
  if (when != nullptr) {
    const Formula formula = parse_formula(*when, declare_.units(), declare_.report());
    if (formula.good) known_names(formula, formula.term);
  }
  fields.done();
  into_.out_of_scope.push_back(kind);
}

void RecognitionCompiler::advisory(const Entry& entry) {
  Fields fields(entry, fmt::format("advisory \"{}\"", entry.key), declare_.report(), keys_of("advisory"));
  Advisory advisory;
  advisory.id = declare_.keep(entry.key);
  advisory.title = declare_.keep(fields.text("title", entry.key));
  fields.need("says");
  advisory.says = declare_.keep(fields.text("says"));
  advisory.action = action(fields, "act");
  advisory.place = declare_.place(entry.at);
  advisory.types = types(fields);
  advisory.when = query(fields.need("when"));
  advisory.source = declare_.cited(fields);
  fields.done();
  into_.advisories.push_back(advisory);
}

/// `proved_by` of the stages.
void RecognitionCompiler::proofs() {
  const Node* stages = all_.root.find("stages");
  if (stages == nullptr) return;
  for (const Entry& entry : stages->entries) {
    Fields fields(entry, "stage \"" + entry.key + "\"", declare_.report(), keys_of("stage"));
    Proof proof{declare_.keep(entry.key), {}};
    for (const Node* component : fields.list("proved_by")) {
      if (all_.components.find(component->text) == all_.components.end()) {
        declare_.report().error(component->at, "R023", "\"" + component->text + "\" is not a component",
                                "name components that the stage has");
      }
      proof.components.push_back(declare_.keep(component->text));
    }
    if (!proof.components.empty()) into_.proofs.push_back(std::move(proof));
  }
}

void RecognitionCompiler::shared(Fields& fields) {
  for (const Entry& entry : fields.map("dialects")) dialect(entry);
  for (const Entry& entry : fields.map("terms")) terms_[entry.key] = &entry.value;
  for (const Entry& entry : fields.map("terms")) {
    if (done_.find(entry.key) == done_.end()) {
      done_[entry.key] = under_way;
      done_[entry.key] = query(&entry.value);
    }
  }
  into_.names = queries(fields, "names");
  for (const Node* one : fields.list("assumed")) into_.assumed.push_back(declare_.keep(one->text));
  for (const Node* pattern : fields.list("everywhere"))
    into_.everywhere.push_back(declare_.keep(pattern->text));
  for (const Node* pattern : fields.list("unplaced")) into_.unplaced.push_back(declare_.keep(pattern->text));
  for (const Entry& entry : fields.map("zone_sources")) zone_source(entry);
  into_.decides = decides(fields);
  for (const Node* one : fields.list("every_group"))
    into_.every_group.push_back(component_id(*one, one->text));
  for (const Entry& entry : fields.map("elsewhere")) elsewhere(entry);
  for (const Entry& entry : fields.map("out_of_scope")) out_of_scope(entry);
  for (const Entry& entry : fields.map("advisories")) advisory(entry);
  fields.done();
}

Recognition RecognitionCompiler::compile() {
  if (const Node* node = all_.root.find("recognition")) {
    Fields fields(*node, "recognition", declare_.report(), keys_of("recognition"));
    shared(fields);
  }
  for (const std::string& id : all_.component_order) component(id, *all_.components.find(id)->second);
  proofs();
  native_types();
  return std::move(into_);
}

}  // namespace scaleplan::read
