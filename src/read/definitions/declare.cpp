// Reads sources, tables, metrics and decisions of a rule file.
#include "declare.hpp"

#include <algorithm>

#include "ascii.hpp"
#include "ids.hpp"
#include "nearest.hpp"
#include "scaleplan/grammar.hpp"

namespace scaleplan::read {

Place Declare::place(const Mark& at) {
  return {at.text == nullptr ? Text{} : texts_.keep(at.text->name), at.line};
}

std::vector<std::string> Declare::words(Fields& fields, std::string_view key) {
  std::vector<std::string> all;
  for (const Node* item : fields.list(key)) all.push_back(item->text);
  return all;
}

Citations Declare::cited(Fields& fields, std::string_view key) {
  std::vector<Citation> all;
  for (const Node* item : fields.list(key)) {
    const auto found = into_.citations.find(item->text);
    if (found != into_.citations.end()) {
      all.push_back({texts_.keep(item->text), found->second});
      continue;
    }
    std::vector<std::string> known;
    for (const auto& [label, index] : into_.citations) known.push_back(label);
    const std::string near = nearest(item->text, known);
    report_.unknown(item->at, "R022", item->text, near, "unknown source \"" + item->text + "\"",
                    did_you_mean(near, "declare it under sources:"));
  }
  return texts_.keep(all);
}

Text Declare::date(Fields& fields) {
  const std::string text = fields.text("as_of");
  const auto digits = [&](std::size_t from, std::size_t count) {
    return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(from),
                       text.begin() + static_cast<std::ptrdiff_t>(from + count), is_digit);
  };
  const auto number = [&](std::size_t from, int most) {
    if (text.size() <= from) return text.size() + 1 == from;  // it ends before
    if (text.size() < from + 2 || text[from - 1] != '-' || !digits(from, 2)) return false;
    const int value = (text[from] - '0') * 10 + text[from + 1] - '0';
    return value >= 1 && value <= most;
  };
  const bool good = text.size() >= 4 && text.size() <= 10 && digits(0, 4) && number(5, 12) &&
                    (text.size() <= 5 || number(8, 31));
  if (!text.empty() && !good) {
    report_.error(fields.maybe("as_of")->at, "R004", "\"" + text + "\" is not a date",
                  "write 2026-10-02, or 2026-10, or 2026");
  }
  return keep(text);
}

std::optional<Formula> Declare::maybe_formula(Fields& fields, std::string_view key) {
  const Node* scalar = fields.maybe(key);
  if (scalar == nullptr) return std::nullopt;
  return parse_formula(*scalar, into_.units, report_);
}

Measure Declare::unit(Fields& fields, std::string_view key, Unit& shown) {
  const Node* scalar = fields.maybe(key);
  const std::string text = scalar == nullptr ? "ratio" : scalar->text;
  shown.text = texts_.keep(text);
  const auto measure = into_.units.expression(text);
  if (measure) {
    shown.factor = measure->factor;
    return *measure;
  }
  const auto wrong = into_.units.unknown_in(text);
  const std::string near = into_.units.near(wrong);
  report_.unknown(scalar->at, "R010", std::string(wrong), near, "unknown unit \"" + text + "\"",
                  did_you_mean(near, "declare counted things under units:"));
  return {};
}

void Declare::new_name(const std::string& id, const Mark& at, bool snake) {
  const std::string name = formula_id(id);
  if (snake && name != id) {
    report_.error(at, "R006", "\"" + id + "\" occurs in formulas, where - means minus",
                  "write it \"" + name + "\"");
  }
  if (into_.units.named(name)) {
    report_.error(at, "R005", "\"" + id + "\" is the name of a unit", "choose another id");
  } else if (is_function(name)) {
    report_.error(at, "R005", "\"" + id + "\" is the name of a function", "choose another id");
  }
  const auto [found, fresh] = names_.try_emplace(name, at);
  if (!fresh) {
    const Mark& first = found->second;
    const std::string file = first.text == at.text ? "" : first.text->name + ":";
    report_.error(at, "R005",
                  "\"" + id + "\" is already declared in " + (file.empty() ? "line " : file) +
                      std::to_string(first.line),
                  "choose another id");
  }
}

void Declare::all(Program& program) {
  if (other_kind()) return;
  Fields fields(into_.root, "the rule file", report_, keys_of("ruleset"));
  heading(fields, program);
  sources(fields.map("sources"));
  inputs(fields.map("inputs"));
  growing(fields, program);
  readings(fields, program);
  decisions(fields.map("decisions"));
  tables(fields.map("tables"));
  catalogs(fields.map("catalogs"));
  candidates(program);
  metrics(fields.map("metrics"));
  components(fields.map("components"));
  moves(fields.map("moves"));
  if (fields.need("stages") != nullptr) stages(fields.map("stages"));
  advice(fields.map("advice"));
  around(fields.map("around"));
  into_.upkeep_price = maybe_formula(fields, "upkeep_price");
  into_.limits = fields.maybe("limits");
  regret(fields, program);
  fields.maybe("recognition");  // read last, see recognition_compiler.cpp
  fields.done();
}

void Declare::sources(const std::vector<Entry>& entries) {
  for (const Entry& entry : entries) {
    Fields fields(entry, "source \"" + entry.key + "\"", report_, keys_of("source"));
    const int index = static_cast<int>(into_.sources.size());
    into_.sources.push_back({keep(entry.key), keep(fields.text("title")), keep(fields.text("address")),
                             date(fields), keep(fields.text("confidence")), keep(fields.text("note"))});
    into_.citations[entry.key] = index;
    fields.choice("confidence", {"high", "medium", "low"});
    const std::string range = fields.text("statements");
    const std::size_t dots = range.find("..");
    if (range.empty()) {
      fields.done();
      continue;
    }
    if (dots != 3 || range.size() != 8) {
      report_.error(fields.maybe("statements")->at, "R004", "statements are written S01..S36",
                    "first and last, two digits each");
    }
    {
      const bool read = dots == 3 && range.size() == 8;
      const int last = read ? std::atoi(range.substr(6).c_str()) : 99;
      for (int number = std::atoi(range.substr(1, 2).c_str()); number <= last; ++number) {
        into_.citations[range.substr(0, 1) + (number < 10 ? "0" : "") + std::to_string(number)] = index;
      }
    }
    fields.done();
  }
}

void Declare::metrics(const std::vector<Entry>& entries) {
  for (const Entry& entry : entries) {
    new_name(entry.key, entry.at, true);
    MetricDef def;
    def.at = entry.at;
    Fields fields(entry, "metric \"" + entry.key + "\"", report_, keys_of("metric"));
    def.shown.id = keep(entry.key);
    def.shown.place = place(entry.at);
    def.dimension = unit(fields, "unit", def.shown.unit).dimension;
    def.yes_no = def.shown.unit.text == "yes/no";
    def.no_unit = fields.maybe("unit") == nullptr;
    def.shown.help = keep(fields.text("help", fields.text("because")));
    def.shown.staged = fields.yes_no("staged", false);
    def.shown.source = cited(fields);
    if (const Node* is = fields.need("is")) {
      def.is = parse_formula(*is, into_.units, report_);
      def.shown.formula = keep(is->text);
    }
    fields.done();
    into_.metrics.push_back(std::move(def));
  }
}

void Declare::option(const Entry& entry, DecisionDef& def, bool last) {
  Fields fields(entry, "option \"" + entry.key + "\"", report_, keys_of("option"));
  OptionDef option;
  option.shown.id = keep(entry.key);
  option.shown.place = place(entry.at);
  option.shown.title = keep(fields.text("title", entry.key));
  option.shown.because = keep(fields.text("because"));
  option.shown.source = cited(fields);
  option.when = maybe_formula(fields, "when");
  if (option.when) option.shown.condition = keep(option.when->text);
  if (last == option.when.has_value()) {
    report_.error(
        entry.at, "R002",
        last ? "the last option must hold whenever no other does"
             : "an option before the last needs a \"when\"",
        last ? "drop its \"when\", or add a last option without one" : "options are tried in order");
  }
  fields.done();
  def.values.push_back(entry.key);
  def.options.push_back(std::move(option));
}

void Declare::decisions(const std::vector<Entry>& entries) {
  for (const Entry& entry : entries) {
    new_name(entry.key, entry.at, false);
    DecisionDef def;
    def.at = entry.at;
    Fields fields(entry, "decision \"" + entry.key + "\"", report_, keys_of("decision"));
    def.shown.id = keep(entry.key);
    def.shown.place = place(entry.at);
    def.shown.title = keep(fields.text("title", entry.key));
    fields.text("help", fields.text("because"));
    def.shown.source = cited(fields);
    def.shown_when = maybe_formula(fields, "shown");
    const auto& options = fields.map("options");
    if (options.empty())
      report_.error(entry.at, "R002", fields.what() + " has no options", "add options: {id: {because: ...}}");
    for (std::size_t i = 0; i < options.size(); ++i) option(options[i], def, i + 1 == options.size());
    fields.done();
    into_.decisions.push_back(std::move(def));
  }
}

}  // namespace scaleplan::read
