// Reads components, moves, stages and advice of a rule file.
#include "declare.hpp"
#include "ids.hpp"
#include "nearest.hpp"

#include <algorithm>

namespace scaleplan::read {

void Declare::components(const std::vector<Entry>& entries) {
  for (const Entry& entry : entries) {
    if (formula_id(entry.key) != entry.key) {
      report_.error(entry.at, "R006", "\"" + entry.key + "\": a component is spelled with _",
                    "write it \"" + formula_id(entry.key) + "\"");
    }
    into_.components[entry.key] = &entry.value;
    into_.component_order.push_back(entry.key);
  }
  only_found(entries);
}

/// A component of which only is said how it is recognised, beside one of nearly that name: one of them is
/// misspelled.
void Declare::only_found(const std::vector<Entry>& entries) {
  const auto only = [](const Entry& entry) {
    return entry.value.entries.size() == 1 && entry.value.entries.front().key == "found_as";
  };
  std::vector<std::string> whole;
  for (const Entry& entry : entries) {
    if (!only(entry)) whole.push_back(entry.key);
  }
  for (const Entry& entry : entries) {
    const std::string near = only(entry) ? nearest(entry.key, whole) : std::string();
    if (near.empty()) continue;
    report_.unknown(entry.at, "R023", entry.key, near,
                    "component \"" + entry.key + "\" has nothing but found_as", did_you_mean(near));
  }
}

/// The components that a list names; one that is not declared is a fault and left out.
std::vector<std::string> Declare::component_ids(Fields& fields, std::string_view key) {
  std::vector<std::string> ids;
  for (const Node* item : fields.list(key)) {
    if (into_.components.contains(item->text)) {
      ids.push_back(item->text);
      continue;
    }
    const std::string near = nearest(item->text, into_.component_order);
    report_.unknown(item->at, "R023", item->text, near, "\"" + item->text + "\" is not a component",
                    near_hint(near, into_.component_order, "known: "));
  }
  return ids;
}

void Declare::redefinitions(Fields& fields, int move, std::vector<Redefinition>& into) {
  for (const Entry& entry : fields.map("metrics")) {
    const Node* is = &entry.value;
    if (entry.value.kind == Node::Kind::map) {
      Fields inner(entry, "metric \"" + entry.key + "\"", report_, keys_of("redefinition"));
      is = inner.need("is");
      inner.text("because");
      cited(inner);
      inner.done();
    }
    const auto known = std::find_if(into_.metrics.begin(), into_.metrics.end(),
                                    [&](const MetricDef& def) { return def.shown.id == entry.key; });
    if (known == into_.metrics.end() || !known->shown.staged) {
      std::vector<std::string> staged;
      for (const MetricDef& def : into_.metrics) {
        if (def.shown.staged) staged.emplace_back(def.shown.id);
      }
      const std::string near = nearest(entry.key, staged);
      report_.unknown(entry.at, "R023", entry.key, near, "\"" + entry.key + "\" is not a staged metric",
                      did_you_mean(near, "declare it under metrics: with staged: yes"));
      continue;
    }
    if (is != nullptr) into.push_back({entry.key, parse_formula(*is, into_.units, report_), move});
  }
}

/// Reads the components that a move changes, which must be declared.
void Declare::moved(Fields& fields, MoveDef& into) {
  for (const Entry& entry : fields.map("change")) {
    if (!into_.components.contains(entry.key)) {
      const std::string near = nearest(entry.key, into_.component_order);
      report_.unknown(entry.at, "R023", entry.key, near, "\"" + entry.key + "\" is not a component",
                      near_hint(near, into_.component_order, "known: "));
      continue;
    }
    Fields inner(entry, "change of \"" + entry.key + "\"", report_, keys_of("moved"));
    if (const Node* count = inner.maybe("count"); count != nullptr && count->kind == Node::Kind::map) {
      Fields numbers(*count, "count of " + inner.what(), report_, keys_of("count"));
      for (const char* key : {"min", "max", "zones", "copies", "aim"}) numbers.maybe(key);
      numbers.done();
    }
    for (const char* key : {"outage", "survives", "upkeep"}) inner.maybe(key);
    inner.done();
  }
  into.change = fields.maybe("change");
}

void Declare::moves(const std::vector<Entry>& entries) {
  for (const Entry& entry : entries) {
    MoveDef def;
    Fields fields(entry, "move \"" + entry.key + "\"", report_, keys_of("move"));
    def.shown.id = keep(entry.key);
    def.shown.place = place(entry.at);
    def.shown.title = keep(fields.text("title", entry.key));
    def.shown.because = keep(fields.text("because"));
    def.shown.source = cited(fields);
    def.adds = component_ids(fields, "adds");
    def.drops = component_ids(fields, "drops");
    def.when = maybe_formula(fields, "when");
    redefinitions(fields, static_cast<int>(into_.moves.size()), def.metrics);
    moved(fields, def);
    fields.done();
    into_.moves.push_back(std::move(def));
  }
}

/// The seconds of "14 days"; a lead time that is no duration is a fault.
double Declare::lead_time(Fields& fields) {
  const Node* lead = fields.maybe("lead");
  if (lead == nullptr || lead->kind != Node::Kind::scalar) return 0;
  std::string text = lead->text;
  if (text.ends_with('s')) text.pop_back();
  const auto literal = literal_at(text, into_.units);
  const auto second = into_.units.named("s");
  if (literal && literal->length == text.size() && literal->measure.dimension == second->dimension)
    return literal->number * literal->measure.factor;
  report_.error(lead->at, "R017", "a lead time is expected here, not \"" + lead->text + "\"",
                "write 14 days");
  return 0;
}

void Declare::migration(Fields& fields, Migration& into) {
  const Node* node = fields.maybe("migration");
  if (node == nullptr) return;
  Fields inner(*node, "migration of " + fields.what(), report_, keys_of("migration"));
  into.lead = keep(inner.text("lead"));
  into.lead_seconds = lead_time(inner);
  into.downtime = keep(inner.text("downtime"));
  into.risk = keep(inner.text("risk"));
  into.undo = keep(inner.text("undo"));
  for (const std::string& step : words(inner, "steps")) into.steps.push_back(keep(step));
  cited(inner);
  inner.done();
}

void Declare::stages(const std::vector<Entry>& entries) {
  for (const Entry& entry : entries) {
    StageDef def;
    def.at = entry.at;
    Fields fields(entry, "stage \"" + entry.key + "\"", report_, keys_of("stage"));
    def.shown.id = keep(entry.key);
    def.shown.place = place(entry.at);
    def.shown.title = keep(fields.text("title", entry.key));
    def.shown.summary = keep(fields.text("summary"));
    fields.text("because");
    def.shown.source = cited(fields);
    def.adds = fields.list("adds");
    def.drops = fields.list("drops");
    def.takes = fields.list("takes");
    fields.list("proved_by");
    fields.map("change");
    fields.map("limits");
    def.change = fields.maybe("change");
    def.limits = fields.maybe("limits");
    for (const Node* taken : def.takes) {
      const auto move = std::find_if(into_.moves.begin(), into_.moves.end(),
                                     [&](const MoveDef& m) { return m.shown.id == taken->text; });
      if (move == into_.moves.end()) {
        std::vector<std::string> known;
        for (const MoveDef& one : into_.moves) known.emplace_back(one.shown.id);
        const std::string near = nearest(taken->text, known);
        report_.unknown(taken->at, "R023", taken->text, near, "\"" + taken->text + "\" is not a move",
                        near.empty() ? "declare it under moves:" : near_hint(near, known, ""));
        continue;
      }
      def.moves.push_back(static_cast<int>(move - into_.moves.begin()));
      for (const Redefinition& change : move->metrics) def.metrics.push_back(change);
    }
    redefinitions(fields, -1, def.metrics);
    migration(fields, def.shown.migration);
    fields.done();
    into_.stages.push_back(std::move(def));
  }
  const Node* section = into_.root.find("stages");
  if (into_.stages.empty() && (section == nullptr || section->kind == Node::Kind::map))
    report_.error(into_.root.at, "R002", "the rule file has no stages", "add one under stages:");
}

void Declare::advice(const std::vector<Entry>& entries) {
  for (const Entry& entry : entries) {
    AdviceDef def;
    Fields fields(entry, "advice \"" + entry.key + "\"", report_, keys_of("advice"));
    def.shown.id = keep(entry.key);
    def.shown.place = place(entry.at);
    def.shown.title = keep(fields.text("title", entry.key));
    def.shown.says = keep(fields.text("says"));
    const std::size_t open = def.shown.says.find('{');
    if (open != Text::npos && !def.shown.says.substr(open).starts_with("{value}")) {
      report_.error(fields.maybe("says")->at, "R004",
                    "a remark can hold {value} and no other name in brackets", "write {value} for the value");
    }
    def.at = entry.at;
    def.dimension = unit(fields, "unit", def.shown.unit).dimension;
    def.no_unit = fields.maybe("unit") == nullptr;
    def.when = maybe_formula(fields, "when");
    def.value = maybe_formula(fields, "value");
    date(fields);
    fields.text("because");
    def.shown.source = cited(fields);
    fields.done();
    into_.advice.push_back(std::move(def));
  }
}

void Declare::around(const std::vector<Entry>& entries) {
  for (const Entry& entry : entries) {
    AroundDef def;
    Fields fields(entry, "the cost \"" + entry.key + "\" around the bill", report_, keys_of("around"));
    def.shown.id = keep(entry.key);
    def.shown.place = place(entry.at);
    def.shown.title = keep(fields.text("title", entry.key));
    def.shown.because = keep(fields.text("because"));
    def.when = maybe_formula(fields, "when");
    if (fields.need("is") != nullptr) def.is = maybe_formula(fields, "is");
    def.low = maybe_formula(fields, "low");
    def.high = maybe_formula(fields, "high");
    def.shown.source = cited(fields);
    fields.done();
    if (def.is) into_.around.push_back(std::move(def));
  }
}

}  // namespace scaleplan::read
