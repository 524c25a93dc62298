// Reads the heading of a rule file: what it is, its units and words, what grows, what is regretted.
#include <algorithm>

#include "ascii.hpp"
#include "declare.hpp"
#include "ids.hpp"
#include "nearest.hpp"
#include "scaleplan/grammar.hpp"

namespace scaleplan::read {

/// Whether the file is of another kind, which is one fault instead of one a key.
bool Declare::other_kind() {
  const Node& root = into_.root;
  const Fields::Keys keys = keys_of("ruleset");
  const auto known = [&](const Entry& entry) {
    const bool other = entry.key == "title" || entry.key == "format" || entry.key == "rows";
    return !other && !nearest(entry.key, keys).empty();
  };
  if (root.kind != Node::Kind::map) return false;
  const bool catalogue = root.find("rows") != nullptr, cases = root.find("cases") != nullptr;
  const bool ours = root.find("ruleset") != nullptr || root.find("stages") != nullptr;
  if (ours || (!catalogue && !cases && std::any_of(root.entries.begin(), root.entries.end(), known)))
    return false;
  std::string hint = "a rule file has ruleset:, format: and stages:";
  if (catalogue) hint = "this is a catalogue: name it under catalogs: of a rule file";
  if (cases) hint = "these are cases: run scaleplan rules test FILE";
  const bool plain = std::all_of(root.entries.begin(), root.entries.end(),
                                 [](const Entry& e) { return e.value.kind == Node::Kind::scalar; });
  if (plain) hint = "if it is a workload, give it with --workload";
  report_.error(root.at, "R031", "this is not a rule file: it has none of its keys", hint);
  return true;
}

/// `regret: {too_small: 3, too_big: 1, because: ...}`: plain weights, one for each stage that one is away.
void Declare::regret(Fields& fields, Program& program) {
  const Node* node = fields.maybe("regret");
  if (node == nullptr) return;
  Fields inner(*node, "regret", report_, keys_of("regret"));
  for (const auto& [key, weight] :
       {std::pair{"too_small", &program.regret.too_small}, {"too_big", &program.regret.too_big}}) {
    const Node* scalar = inner.need(key);
    if (scalar == nullptr) continue;
    const auto literal = literal_at(scalar->text, into_.units);
    if (literal && literal->length == scalar->text.size() && !literal->has_unit && literal->number > 0) {
      *weight = literal->number;
    } else {
      report_.error(scalar->at, "R004", "a weight is a number above 0", "write 3, or 0.5");
    }
  }
  inner.need("because");
  program.regret.because = keep(inner.text("because"));
  program.regret.source = cited(inner);
  inner.done();
}

/// `readings: {by: users_kind, values: [monthly, daily], shows: peak_rps}`.
void Declare::readings(Fields& fields, Program& program) {
  const Node* node = fields.maybe("readings");
  if (node == nullptr) return;
  Fields inner(*node, "readings", report_, keys_of("readings"));
  const Node* by = inner.need("by");
  inner.need("shows");
  into_.readings_show = maybe_formula(inner, "shows");
  program.readings.title = keep(inner.text("title"));
  unit(inner, "unit", program.readings.unit);
  const std::vector<std::string> values = words(inner, "values");
  inner.done();
  if (by == nullptr) return;
  const std::string id = formula_id(by->text);
  std::vector<std::string> known;
  for (std::size_t i = 0; i < into_.inputs.size(); ++i) {
    const InputDef& def = into_.inputs[i];
    if (def.shown.type != InputType::choice) continue;
    known.emplace_back(def.shown.id);
    if (def.shown.id != id) continue;
    program.readings.input = static_cast<std::int32_t>(i);
    for (const std::string& value : values.empty() ? def.values : values) {
      const auto found = std::find(def.values.begin(), def.values.end(), value);
      if (found != def.values.end()) {
        program.readings.values.push_back(static_cast<std::int32_t>(found - def.values.begin()));
        continue;
      }
      const std::string near = nearest(value, def.values);
      report_.unknown(inner.maybe("values")->at, "R004", value, near,
                      "\"" + value + "\" is not one of the values of this choice",
                      near_hint(near, def.values, "known: "));
    }
    return;
  }
  const std::string near = nearest(id, known);
  report_.unknown(by->at, "R023", by->text, near, "\"" + by->text + "\" is not an input with values",
                  did_you_mean(near, "name an input with values"));
}

/// The units that a file counts in; a word that cannot name one is reported and left out.
std::vector<std::string> Declare::counted_units(Fields& fields) {
  std::vector<std::string> counted;
  for (const Node* unit : fields.list("units")) {
    const std::string& name = unit->text;
    const auto is_part = [](char c) { return starts_name(c) || is_digit(c); };
    const bool word = !name.empty() && starts_name(name[0]) && std::all_of(name.begin(), name.end(), is_part);
    std::string why;
    if (!word) why = "is not one word of letters";
    if (Units().expression(name)) why = "is built in";
    if (is_function(name)) why = "is the name of a function";
    if (std::find(counted.begin(), counted.end(), name) != counted.end()) why = "is declared already";
    if (why.empty()) counted.push_back(name);
    if (why.empty()) continue;
    // Several in one text are what is counted all the same, so that there is one fault.
    constexpr const char* between = ", ";
    const bool several = name.find_first_of(between) != std::string::npos;
    std::string listed;
    for (std::size_t at = 0; several && at < name.size();) {
      const std::size_t end = std::min(name.find_first_of(between, at), name.size());
      if (end > at) {
        counted.push_back(name.substr(at, end - at));
        listed += (listed.empty() ? "" : ", ") + counted.back();
      }
      at = end + 1;
    }
    report_.error(unit->at, word ? "R005" : "R004", "the unit \"" + name + "\" " + why,
                  several                                             ? "write [" + listed + "]"
                  : word && why.find("function") == std::string::npos ? "delete it"
                                                                      : "write one word, such as user");
  }
  return counted;
}

void Declare::heading(Fields& fields, Program& program) {
  if (fields.need("ruleset") != nullptr) program.id = keep(fields.text("ruleset"));
  if (const Node* format = fields.need("format"); format != nullptr && format->text != "1") {
    report_.error(format->at, "R027", "this program reads format 1, but this file is format " + format->text,
                  "write format: 1, or use a newer program");
  }
  program.title = keep(fields.text("title"));
  program.version = keep(fields.text("version"));
  program.goes_on = keep(fields.text("goes_on"));
  fields.maybe("extends");
  fields.list("includes");
  for (const std::string& line : words(fields, "not_counted")) program.not_counted.push_back(keep(line));
  std::vector<std::string> counted = counted_units(fields);
  if (const Node* units = fields.maybe("units"); units != nullptr) {
    for (const Entry& entry : units->entries) counted.push_back(entry.key);  // a map, which is reported
  }
  constexpr std::size_t most = Dimension::most - 3;
  if (counted.size() > most) {
    report_.error(fields.maybe("units")->at, "R004",
                  "at most " + std::to_string(most) + " counted units can be declared",
                  "delete unused units");
    counted.resize(most);
  }
  for (const std::string& unit : counted) program.units.push_back(keep(unit));
  into_.units = Units(std::move(counted));
  words_of_answers(fields, program);
  what_grows(fields);
}

/// Reads which input growth counts in; an unknown one is reported before anything that grows with it.
void Declare::what_grows(Fields& fields) {
  const Node* named = fields.maybe("grows");
  if (named == nullptr) return;
  into_.grows = formula_id(named->text);
  std::vector<std::string> known;
  if (const Node* inputs = into_.root.find("inputs"); inputs != nullptr) {
    for (const Entry& entry : inputs->entries) known.push_back(entry.key);
  }
  if (std::find(known.begin(), known.end(), into_.grows) != known.end()) return;
  const std::string near = nearest(into_.grows, known);
  report_.error(named->at, "R023", "\"" + named->text + "\" is not an input",
                did_you_mean(near, "name the input that growth counts in"));
  into_.grows.clear();
}

void Declare::words_of_answers(Fields& fields, Program& program) {
  const Node* node = fields.maybe("words");
  if (node == nullptr) return;
  Fields inner(*node, "words", report_, keys_of("words"));
  program.firm_word = keep(inner.text("firm"));
  program.soft_word = keep(inner.text("soft"));
  program.guide_word = keep(inner.text("guide"));
  program.prices_word = keep(inner.text("prices"));
  inner.done();
}

/// Finds the input that growth counts in; without `grows:` it is `users`, where there is one.
void Declare::growing(Fields& fields, Program& program) {
  for (std::size_t i = 0; i < into_.inputs.size(); ++i) {
    const Input& input = into_.inputs[i].shown;
    if (input.id != into_.grows) continue;
    if (input.type == InputType::number) {
      program.growing = static_cast<std::int32_t>(i);
    } else if (const Node* named = fields.maybe("grows")) {
      report_.error(named->at, "R023", "\"" + into_.grows + "\" is not a number, so it cannot grow",
                    "name an input that is a number");
    }
  }
}

}  // namespace scaleplan::read
