// A derivation as a tree, for a terminal and as JSON.
#include "scaleplan/explain.hpp"
#include "answer/sentences.hpp"
#include "writing/json_writer.hpp"
#include "writing/number.hpp"

namespace scaleplan {
namespace render {
namespace {

std::string_view name_of(StepKind kind) {
  switch (kind) {
    case StepKind::input:
      return "input";
    case StepKind::metric:
      return "metric";
    case StepKind::figure:
      return "figure";
    case StepKind::decision:
      return "decision";
    case StepKind::option:
      return "option";
    case StepKind::limit:
      return "limit";
    case StepKind::component:
      return "component";
    case StepKind::need:
      return "need";
    case StepKind::candidate:
      return "candidate";
    case StepKind::cost:
      return "cost";
    case StepKind::stage:
      return "stage";
  }
  return "";
}

/// Why, in words: the rule's reason, or what is remarked.
std::string_view reason(const Derivation& step) {
  switch (step.remark) {
    case Remark::nothing:
      return step.because;
    case Remark::given:
      return "given";
    case Remark::not_asked:
      return "not asked: an option before it holds";
    case Remark::chosen:
      return "chosen";
    case Remark::fits:
      return "fits";
    case Remark::too_small:
      return "too small at this count";
  }
  return step.because;
}

/// "= 6.42 vCPU", "is rds", "94% of 12 users".
std::string result(const Derivation& step) {
  std::string text;
  if (step.kind == StepKind::limit && step.utilization) {
    Limit limit;
    limit.unit = step.unit;
    text = " needs " + limit_amount(limit, *step.value) + ", " + fullness(*step.utilization) +
           (*step.holds ? ": holds" : ": breaks");
    return text;
  }
  if (step.kind == StepKind::option) return *step.holds ? ": holds" : ": does not hold";
  if (step.kind == StepKind::candidate) {
    return " " + amount(*step.value, step.unit) + ", " + fullness(*step.utilization) + " " +
           std::string(step.word) + ": " + std::string(reason(step));
  }
  if (!step.word.empty()) text += " is " + std::string(step.word);
  if (step.word.empty() && step.value) {
    text += " = " + (step.unit.text.empty() ? figure(*step.value) : amount(*step.value, step.unit));
  }
  if (step.kind == StepKind::component && step.value) text += ", " + amount(*step.value, step.unit);
  if (step.kind == StepKind::stage && step.holds) text += *step.holds ? ": holds" : ": does not hold";
  return text;
}

std::string origin(const Derivation& step) {
  std::string text;
  if (step.place.line > 0) text += std::string(step.place.file) + ":" + std::to_string(step.place.line);
  const std::string from = labels(step.source);
  if (!from.empty()) text += (text.empty() ? "" : "  ") + from;
  return text;
}

}  // namespace

std::string step_text(const Derivation& step) { return step.name + result(step); }

namespace {

void tree(Page& page, const Derivation& step, std::size_t depth) {
  const std::string indent(1 + 2 * depth, ' ');
  const auto faint = [&](const std::string& text) {
    for (const std::string& line : wrapped(text, Page::columns - indent.size() - 2))
      page.line(indent + "  " + page.toned(line, Tone::faint));
  };
  const std::string head = step_text(step) + (step.again ? " (see above)" : "");
  bool first = true;
  for (const std::string& line : wrapped(head, Page::columns - indent.size())) {
    page.line(indent + (first ? "" : "  ") +
              page.toned(line, step.holds == false ? Tone::bad : Tone::strong));
    first = false;
  }
  if (step.again) return;
  if (!step.formula.empty()) faint("= " + std::string(step.formula));
  if (!reason(step).empty() && step.kind != StepKind::candidate) faint(std::string(reason(step)));
  if (const std::string from = origin(step); !from.empty()) faint(from);
  for (const Derivation& inner : step.steps) tree(page, inner, depth + 1);
}

void write(JsonWriter& out, const Derivation& step) {
  out.begin_object();
  out.field("kind", name_of(step.kind));
  out.field("name", step.name);
  if (!step.word.empty()) out.field("word", step.word);
  if (step.value) {
    out.field("value", *step.value / step.unit.factor);
    out.field("unit", step.unit.text);
  }
  if (step.holds) {
    out.field("holds", *step.holds);
  }
  if (step.utilization) {
    out.field("utilization", *step.utilization);
  }
  if (!step.formula.empty()) out.field("formula", step.formula);
  if (!reason(step).empty()) out.field("because", reason(step));
  if (step.place.line > 0) {
    out.field("place", step.place);
  }
  out.field("source", step.source);
  if (step.again) {
    out.field("again", true);
  }
  out.key("steps");
  out.begin_array();
  for (const Derivation& inner : step.steps) write(out, inner);
  out.end_array();
  out.end_object();
}

}  // namespace
}  // namespace render

std::string explain_text(const Derivation& derivation, bool colour) {
  render::Page page(colour);
  render::tree(page, derivation, 0);
  return page.text();
}

std::string explain_json(const Derivation& derivation) {
  render::JsonWriter out;
  out.begin_object();
  out.field("schema", "scaleplan.explanation/1");
  out.key("explanation");
  render::write(out, derivation);
  out.end_object();
  return out.take();
}

}  // namespace scaleplan
