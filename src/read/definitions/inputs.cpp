// Reads the inputs of a rule file: what a person may know, and what is assumed when they do not.
#include <algorithm>
#include <limits>

#include "declare.hpp"
#include "ids.hpp"
#include "nearest.hpp"
#include "texts/separators.hpp"

namespace scaleplan::read {

double Declare::bound(const Node& scalar, const InputDef& def) {
  std::string_view text = scalar.text;
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const auto literal = literal_at(text, into_.units);
  if (scalar.kind != Node::Kind::scalar || !literal || literal->length != text.size()) {
    const std::string plain = without_separators(scalar.text);
    report_.error(scalar.at, "R017", "a bound must be a number with a unit, not \"" + scalar.text + "\"",
                  !plain.empty() ? plain
                  : def.shown.unit.text == "ratio"
                      ? "write something like 0.5"
                      : "write something like 5 " + std::string(def.shown.unit.text));
    return std::numeric_limits<double>::quiet_NaN();  // neither above nor below another
  }
  // Without a unit that is known the bound cannot be wrong too.
  const bool known = into_.units.expression(def.shown.unit.text).has_value();
  if (known && literal->has_unit && literal->measure.dimension != def.shown.dimension) {
    report_.error(scalar.at, "R012",
                  "the input is in " + std::string(def.shown.unit.text) + ", but this bound is in " +
                      into_.units.spell(literal->measure.dimension),
                  "use one dimension");
  }
  const double factor = literal->has_unit ? literal->measure.factor : def.shown.unit.factor;
  return (negative ? -1 : 1) * literal->number * factor;
}

void Declare::input_type(Fields& fields, InputDef& def) {
  def.values = words(fields, "values");
  for (const Entry& other : fields.map("other_names"))
    def.shown.other_names.push_back({keep(other.key), keep(other.value.text)});
  const std::string type = fields.text("type", def.values.empty() ? "number" : "choice");
  if (type == "yes/no") {
    def.shown.type = InputType::yes_no;
    def.shown.unit.text = "yes/no";
    def.shown.high = 1;
  } else if (type == "choice") {
    def.shown.type = InputType::choice;
    def.shown.unit.text = "choice";
    for (const std::string& value : def.values) def.shown.values.push_back(keep(value));
    const auto& labels = fields.map("labels");
    for (const Entry& label : labels) {
      if (std::find(def.values.begin(), def.values.end(), label.key) != def.values.end()) continue;
      const std::string near = nearest(label.key, def.values);
      report_.unknown(label.at, "R004", label.key, near,
                      "\"" + label.key + "\" is not a value of " + fields.what(),
                      near_hint(near, def.values, "known: "));
    }
    for (const std::string& value : def.values) {
      const auto label =
          std::find_if(labels.begin(), labels.end(), [&](const Entry& e) { return e.key == value; });
      def.shown.labels.push_back(label == labels.end() ? Text{} : keep(label->value.text));
    }
    def.shown.high = static_cast<double>(def.values.size()) - 1;
    if (def.values.empty())
      report_.error(def.at, "R002", fields.what() + " is a choice without values", "add values: [one, two]");
  } else if (type != "number") {
    const Node* written = fields.maybe("type");
    const bool truth = type.starts_with("bool");
    report_.error(written->at, "R004", "\"" + type + "\" is not a \"type\" of " + fields.what(),
                  truth ? "did you mean \"yes/no\"?"
                        : near_hint(nearest(type, {"number", "choice", "yes/no"}),
                                    {"number", "choice", "yes/no"}, "known: "));
    // Its further keys are known when its type is.
    def.shown.type = InputType::yes_no;
  }
}

void Declare::input_range(Fields& fields, InputDef& def) {
  const auto range = fields.list("range");
  const auto published = fields.list("published");
  if (range.size() == 2) {
    def.shown.low = bound(*range[0], def);
    def.shown.high = bound(*range[1], def);
    if (def.shown.low > def.shown.high) {
      report_.error(range[0]->at, "R018", "this range is reversed", "write [low, high]");
    }
  } else if (const Node* wrong = fields.maybe("range");
             wrong != nullptr && def.shown.type == InputType::number) {
    if (wrong->kind != Node::Kind::map)
      report_.error(wrong->at, "R004", "a range is [low, high]", "write two bounds");
  } else if (def.shown.type == InputType::number && fields.node().kind != Node::Kind::scalar &&
             fields.node().kind != Node::Kind::list) {
    report_.error(def.at, "R002", fields.what() + " has no range",
                  "add range: [low, high], the values that can be given");
  }
  if (published.size() == 2 && def.shown.type == InputType::number) {
    def.shown.has_published = true;
    def.shown.published_low = bound(*published[0], def);
    def.shown.published_high = bound(*published[1], def);
    if (def.shown.published_low > def.shown.published_high) {
      report_.error(published[0]->at, "R018", "this range is reversed", "write [low, high]");
    } else if (range.size() == 2 && def.shown.low < def.shown.high &&
               (def.shown.published_low < def.shown.low || def.shown.published_high > def.shown.high)) {
      report_.error(published[0]->at, "R019",
                    "the published range reaches beyond the range that can be given",
                    "widen range: to include it");
    }
  } else if (!published.empty() && def.shown.type == InputType::number) {
    report_.error(published[0]->at, "R004", "a published range is [low, high]", "write two bounds");
  }
}

/// `else: peak_rps / 2`, or ways by id, each a formula or `{is: ..., given: [requests]}`.
void Declare::input_else(Fields& fields, InputDef& def) {
  const Node* node = fields.maybe("else");
  if (node == nullptr) return;
  if (node->kind != Node::Kind::map) {
    def.otherwise.push_back({parse_formula(*node, into_.units, report_), {}});
    return;
  }
  for (const Entry& entry : fields.map("else")) {
    if (entry.value.kind != Node::Kind::map) {
      def.otherwise.push_back({parse_formula(entry.value, into_.units, report_), {}});
      continue;
    }
    Fields inner(entry, "else \"" + entry.key + "\" of " + fields.what(), report_, keys_of("otherwise"));
    const Node* is = inner.need("is");
    std::vector<std::string> given = words(inner, "given");
    inner.done();
    if (is != nullptr) def.otherwise.push_back({parse_formula(*is, into_.units, report_), std::move(given)});
  }
}

void Declare::input_default(Fields& fields, InputDef& def) {
  const Node* standard = fields.maybe("default");
  input_else(fields, def);
  if (standard == nullptr) return;
  def.shown.default_text = keep(standard->text);
  const bool is_value = std::find(def.values.begin(), def.values.end(), standard->text) != def.values.end();
  if (def.shown.type == InputType::yes_no && (standard->text == "yes" || standard->text == "no")) {
    def.standard_value = standard->text;
  } else if (def.shown.type == InputType::choice && is_value) {
    def.standard_value = standard->text;
  } else if (def.shown.type == InputType::choice) {
    const std::string near = nearest(standard->text, def.values);
    report_.unknown(standard->at, "R004", standard->text, near,
                    "\"" + standard->text + "\" is not one of the values of this choice",
                    near_hint(near, def.values, "known: "));
  } else {
    def.standard = parse_formula(*standard, into_.units, report_);
  }
}

/// `mistaken_for: {is: peak_rps * peak_to_mean, says: your peak may be a mean}`.
void Declare::input_mistake(Fields& fields, InputDef& def) {
  const Node* node = fields.maybe("mistaken_for");
  if (node == nullptr) return;
  Fields inner(*node, "mistaken_for of " + fields.what(), report_, keys_of("mistake"));
  inner.need("is");
  def.mistaken = maybe_formula(inner, "is");
  inner.need("says");
  def.shown.mistaken_says = keep(inner.text("says"));
  inner.done();
  if (def.shown.type != InputType::number)
    report_.error(node->at, "R004", "only a number can be mistaken for another", "drop mistaken_for:");
}

void Declare::input(const Entry& entry) {
  new_name(entry.key, entry.at, true);
  InputDef def;
  def.at = entry.at;
  Fields fields(entry, "input \"" + entry.key + "\"", report_, keys_of("input"));
  def.shown.id = keep(entry.key);
  def.shown.place = place(entry.at);
  def.shown.dimension = unit(fields, "unit", def.shown.unit).dimension;
  def.no_unit = fields.maybe("unit") == nullptr;
  input_type(fields, def);
  input_range(fields, def);
  input_default(fields, def);
  input_mistake(fields, def);
  def.shown.help = keep(fields.text("help"));
  def.shown.because = keep(fields.text("because"));
  def.shown.ask = keep(fields.text("ask"));
  def.shown.where_to_look = keep(fields.text("where_to_look"));
  def.shown.source = cited(fields);
  const std::string lens = fields.text("lens");
  def.shown.of_book = lens == "book";
  fields.choice("lens", {"book"});
  const std::string grows = fields.text("grows_with");
  def.shown.grows = !grows.empty() && formula_id(grows) == into_.grows;
  if (!grows.empty() && !def.shown.grows && !into_.grows.empty()) {
    const bool near = !nearest(formula_id(grows), {into_.grows}).empty();
    report_.error(fields.maybe("grows_with")->at, "R004", "an input can grow with " + into_.grows + " only",
                  near ? did_you_mean(into_.grows) : "write grows_with: " + into_.grows);
  }
  fields.done();
  into_.inputs.push_back(std::move(def));
}

void Declare::inputs(const std::vector<Entry>& entries) {
  for (const Entry& entry : entries) input(entry);
}

}  // namespace scaleplan::read
