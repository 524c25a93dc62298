// Finds what the name of an expectation means: a word of ours, or something of the rule set.
#include "expectation.hpp"

#include <algorithm>
#include <array>

#include "ids.hpp"

namespace scaleplan::read {
namespace {

const Unit ratio{"ratio", 1};
const Unit plain_count{"", 1};

/// The expectations of a component.
struct ComponentWord {
  std::string_view word;
  Subject subject;
};
constexpr std::array component_words = {
    ComponentWord{"count", Subject::count},     ComponentWord{"copies", Subject::copies},
    ComponentWord{"zones", Subject::zones},     ComponentWord{"size", Subject::size},
    ComponentWord{"service", Subject::service}, ComponentWord{"cost", Subject::component_cost}};
constexpr std::array limit_words = {ComponentWord{"utilization", Subject::utilization},
                                    ComponentWord{"need", Subject::need},
                                    ComponentWord{"limit", Subject::limit}};

}  // namespace

ExpectationReader::ExpectationReader(const Program& program, Report& report)
    : program_(program),
      report_(report),
      units_(std::vector<std::string>(program.units.begin(), program.units.end())) {}

bool ExpectationReader::plain(const std::string& name, Target& into) const {
  into.anywhere = false;
  if (name == "stage" || name == "binding" || name == "error") {
    into.subject = name == "stage" ? Subject::stage : name == "binding" ? Subject::binding : Subject::error;
    into.words = true;
    return true;
  }
  if (name == "holds" || name == "breaks") {
    into.subject = name == "holds" ? Subject::holds : Subject::breaks;
    return true;
  }
  if (name == "headroom") {
    into.subject = Subject::headroom;
    into.no_end = true;
    into.unit = plain_count;
    if (program_.growing >= 0) {
      const Input& input = program_.inputs[as_index(program_.growing)];
      into.unit = input.unit;
      into.dimension = input.dimension;
    }
    return true;
  }
  into.anywhere = true;
  if (name == "cost") {
    into.subject = Subject::cost;
    into.unit = usd_a_month;
    return true;
  }
  if (name == "outage") {
    into.subject = Subject::outage;
    into.unit = ratio;
    return true;
  }
  return false;
}

bool ExpectationReader::named(const std::string& name, Target& into) const {
  into.id = formula_id(name);
  for (const Input& input : program_.inputs) {
    if (input.id != into.id) continue;
    into.subject = Subject::input;
    into.anywhere = false;
    into.unit = input.unit;
    into.dimension = input.dimension;
    into.yes_no = input.type == InputType::yes_no;
    if (input.type == InputType::choice) into.choices = &input.values;
    return true;
  }
  for (const Metric& metric : program_.metrics) {
    if (metric.id != into.id) continue;
    into.subject = Subject::metric;
    into.unit = metric.unit;
    into.yes_no = metric.unit.text == "yes/no";
    return true;
  }
  for (const TableFigure& figure : program_.figures) {
    if (figure.id != into.id) continue;
    into.subject = Subject::figure;
    into.unit = figure.unit;
    return true;
  }
  for (const Decision& decision : program_.decisions) {
    if (formula_id(decision.id) != into.id) continue;
    into.subject = Subject::decision;
    into.id = decision.id;
    into.decision = &decision;
    return true;
  }
  return of_component(into.id, {}, into);
}

bool ExpectationReader::of_component(const std::string& component, const std::string& what,
                                     Target& into) const {
  std::vector<const Component*> with_need;
  bool there = false;
  for (const Component& one : program_.components) there = there || one.id == component;
  if (!there) return false;
  into.id = component;
  into.unit = plain_count;
  if (what.empty()) {
    into.subject = Subject::present;
    into.yes_no = true;
    return true;
  }
  for (const ComponentWord& known : component_words) {
    if (known.word != what) continue;
    into.subject = known.subject;
    into.words = known.subject == Subject::size || known.subject == Subject::service;
    if (known.subject == Subject::component_cost) into.unit = usd_a_month;
    return true;
  }
  return false;
}

bool ExpectationReader::of_limit(const std::string& limit, const std::string& what, Target& into) const {
  into.id = limit;
  for (const Stage& stage : program_.stages) {
    for (const Limit& one : stage.limits) {
      if (one.id != limit) continue;
      for (const ComponentWord& known : limit_words) {
        if (known.word != what) continue;
        into.subject = known.subject;
        into.unit = known.subject == Subject::utilization ? ratio : one.unit;
        return true;
      }
    }
  }
  if (what != "full") return false;
  for (const Component& component : program_.components) {
    if (component.pick < 0) continue;
    for (const Need& need : program_.picks[as_index(component.pick)].needs) {
      if (std::string(component.id) + "." + std::string(need.id) != limit) continue;
      into.subject = Subject::full;
      into.unit = ratio;
      return true;
    }
  }
  return false;
}

std::vector<std::string> ExpectationReader::names() const {
  std::vector<std::string> all = {"stage", "binding", "holds",  "breaks",
                                  "error", "cost",    "outage", "headroom"};
  for (const Input& input : program_.inputs) all.emplace_back(input.id);
  for (const Metric& metric : program_.metrics) all.emplace_back(metric.id);
  for (const TableFigure& figure : program_.figures) all.emplace_back(figure.id);
  for (const Decision& decision : program_.decisions) all.emplace_back(decision.id);
  for (const Component& component : program_.components) {
    const std::string id(component.id);
    if (std::find(all.begin(), all.end(), id) != all.end()) continue;
    all.push_back(id);
    for (const ComponentWord& word : component_words) all.push_back(id + "." + std::string(word.word));
    if (component.pick < 0) continue;
    for (const Need& need : program_.picks[as_index(component.pick)].needs)
      all.push_back(id + "." + std::string(need.id) + ".full");
  }
  for (const std::string& limit : limits_of(-1)) {
    for (const ComponentWord& word : limit_words) all.push_back(limit + "." + std::string(word.word));
  }
  return all;
}

std::optional<ExpectationReader::Target> ExpectationReader::target(const std::string& name, const Mark& at) {
  Target found;
  const std::size_t in = name.find(" in ");
  const std::string bare = name.substr(0, in);
  const std::size_t dot = bare.find_last_of('.');
  const std::string before = bare.substr(0, dot);
  const std::string behind = dot == std::string::npos ? std::string() : bare.substr(dot + 1);
  const bool known = plain(bare, found) || named(bare, found) ||
                     (dot != std::string::npos &&
                      (of_component(formula_id(before), behind, found) || of_limit(before, behind, found)));
  if (!known) {
    unknown(at, "expectation", bare, names());
    return std::nullopt;
  }
  if (found.dimension == Dimension{}) {
    if (const auto measure = units_.expression(found.unit.text)) found.dimension = measure->dimension;
  }
  if (in == std::string::npos) return found;
  if (!found.anywhere) {
    report_.error(at, "C002", "\"" + bare + "\" is the same in every stage", "leave out" + name.substr(in));
    return std::nullopt;
  }
  const auto of = stage(name.substr(in + 4), at);
  if (!of) return std::nullopt;
  found.stage = *of;
  return found;
}

bool ExpectationReader::known(const std::string& name, const Mark& at) {
  return target(name, at).has_value();
}

void ExpectationReader::read(const std::string& name, const Mark& at, const Node& value,
                             std::vector<Expectation>& into) {
  const auto found = target(name, at);
  if (!found || value.kind == Node::Kind::nothing) return;
  if (found->subject == Subject::holds || found->subject == Subject::breaks)
    return limits(*found, name, value, into);
  if (value.kind != Node::Kind::scalar) {
    report_.error(value.at, "C003", "\"" + name + "\" expects a single value", "write " + name + ": VALUE");
    return;
  }
  Expectation one;
  one.subject = found->subject;
  one.name = name;
  one.written = value.text;
  one.stage = found->stage;
  one.id = found->id;
  one.unit = found->unit;
  one.at = span_of(value.at);
  one.excerpt = line_of(value.at);
  if (found->words || found->yes_no || found->choices != nullptr || found->decision != nullptr ||
      (found->no_end && value.text == "none")) {
    word(*found, value, one);
  } else {
    number(*found, value, one);
  }
  into.push_back(std::move(one));
}

}  // namespace scaleplan::read
