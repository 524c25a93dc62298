// A check as scaleplan.check/1, and the JSON Schema of it.
#include <cmath>

#include "render/writing/json_writer.hpp"
#include "scaleplan/check.hpp"
#include "words.hpp"

namespace scaleplan {
namespace render {
namespace {

class Document {
 public:
  Document(JsonWriter& out, const Program& program, const Check& check)
      : out_(out), program_(program), check_(check) {}

  void all() {
    out_.begin_object();
    text("schema", "scaleplan.check/1");
    text("ruleset", program_.id);
    text("verdict", name_of(check_.verdict));
    text("says", verdict_sentence(program_, check_));
    declared();
    out_.key("needed");
    stage_of(check_.answer == nullptr ? -1 : check_.needed, "stage");
    out_.key("usd_per_month_more");
    check_.usd_per_month_needed ? out_.number(std::round(*check_.usd_per_month_needed * 100) / 100)
                                : out_.null();
    out_.key("findings");
    out_.begin_array();
    for (const CheckFinding& one : check_.findings) finding(one);
    out_.end_array();
    out_.key("notes");
    out_.begin_array();
    if (check_.architecture != nullptr) {
      for (const Taught& taught : check_.architecture->taught) note(taught);
    }
    out_.end_array();
    integer("checked", static_cast<int>(check_.checked));
    out_.end_object();
  }

 private:
  void text(std::string_view key, std::string_view value) {
    out_.key(key);
    out_.text(value);
  }
  void text_or_null(std::string_view key, std::string_view value) {
    out_.key(key);
    value.empty() ? out_.null() : out_.text(value);
  }
  void integer(std::string_view key, int value) {
    out_.key(key);
    out_.integer(value);
  }
  void boolean(std::string_view key, bool value) {
    out_.key(key);
    out_.boolean(value);
  }

  /// {"stage": {id, index} or null}
  void stage_of(int stage, std::string_view key) {
    out_.begin_object(true);
    out_.key(key);
    stage_value(stage);
    out_.end_object();
  }
  void stage_value(int stage) {
    if (stage < 0) return out_.null();
    out_.begin_object(true);
    text("id", program_.stages[static_cast<std::size_t>(stage)].id);
    integer("index", stage);
    out_.end_object();
  }

  void declared() {
    out_.key("declared");
    out_.begin_object();
    out_.key("stage");
    stage_value(check_.declared);
    const Architecture* found = check_.architecture;
    text("kind", found == nullptr                                    ? "stage"
                 : check_.declaration->dialect == Dialect::terraform ? "terraform"
                                                                     : "cloudformation");
    out_.key("off_ladder");
    found != nullptr && found->beside != nullptr ? out_.text(found->beside->id) : out_.null();
    boolean("above_untold", check_.untold);
    out_.key("tiers");
    out_.begin_object();
    if (found != nullptr) {
      for (const FoundPart& part : found->parts) tier(part);
    }
    out_.end_object();
    out_.key("parts_above");
    out_.begin_array();
    if (found != nullptr) {
      for (const PartAbove& above : found->above) part_above(above);
    }
    out_.end_array();
    out_.end_object();
  }

  void tier(const FoundPart& part) {
    out_.key(part.id);
    out_.begin_object(true);
    boolean("declared", !part.resources.empty());
    integer("units", part.units.least);
    integer("zones", part.zones.least);
    out_.key("copies");
    part.says_copies ? out_.integer(part.copies.least) : out_.null();
    boolean("more_possible", part.units.open);
    out_.key("resources");
    out_.begin_array(true);
    for (const FoundResource& found : part.resources) out_.text(found.resource->address);
    out_.end_array();
    out_.end_object();
  }

  void part_above(const PartAbove& above) {
    out_.begin_object(true);
    out_.key("parts");
    out_.begin_array(true);
    for (const Text part : above.demand.parts) out_.text(part);
    out_.end_array();
    text("measure", above.demand.measure == Measure::units   ? "count"
                    : above.demand.measure == Measure::zones ? "zones"
                                                             : "copies");
    out_.key("stage");
    stage_value(above.stage);
    out_.end_object();
  }

  void sources(const Citations& citations) {
    out_.key("source");
    out_.begin_array(true);
    for (const Citation& citation : citations) out_.text(citation.label);
    out_.end_array();
  }

  void finding(const CheckFinding& one) {
    const FindingWords words = words_of(program_, check_, one);
    out_.begin_object();
    text("code", one.code);
    text("requirement", words.requirement);
    text("status", one.met == Met::no ? "not-met" : "unknown");
    text("stage", words.stage);
    text_or_null("address", one.address);
    place(words.at);
    text("declared", words.declared);
    text("needed", words.needed);
    text("because", words.because);
    sources(words.source);
    out_.key("rule");
    out_.begin_object(true);
    text("file", words.rule.file);
    integer("line", words.rule.line);
    out_.end_object();
    text("action", words.action);
    text_or_null("waived", one.waived ? one.agreed : "");
    boolean("known", one.known);
    out_.end_object();
  }

  void place(const Span& at) {
    text_or_null("file", at.file);
    integer("line", at.line);
    integer("column", at.column);
  }

  void note(const Taught& taught) {
    const Resource& resource = *taught.resource;
    out_.begin_object();
    text("code", taught.lesson->id);
    text("title", taught.lesson->title);
    text("address", resource.address);
    place({check_.declaration->files[static_cast<std::size_t>(resource.file)], resource.line, resource.column,
           1});
    text("says", taught.lesson->says);
    text("action", taught.lesson->action);
    sources(taught.lesson->source);
    out_.end_object();
  }

  JsonWriter& out_;
  const Program& program_;
  const Check& check_;
};

constexpr std::string_view schema = R"({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "scaleplan.check/1",
  "title": "Answer of scaleplan check",
  "type": "object",
  "additionalProperties": false,
  "required": ["schema", "ruleset", "verdict", "says", "declared", "needed", "usd_per_month_more", "findings", "notes", "checked"],
  "properties": {
    "schema": {"const": "scaleplan.check/1"},
    "ruleset": {"type": "string"},
    "verdict": {"description": "reaches: nothing was asked, only what is declared is told", "enum": ["enough", "too-small", "larger", "not-provable", "off-ladder", "reaches"]},
    "says": {"type": "string"},
    "declared": {"type": "object", "additionalProperties": false, "required": ["stage", "kind", "off_ladder", "above_untold", "tiers", "parts_above"], "properties": {
      "stage": {"$ref": "#/$defs/stage"},
      "kind": {"enum": ["stage", "terraform", "cloudformation"]},
      "off_ladder": {"description": "what it is instead of an application of this ladder", "type": ["string", "null"]},
      "above_untold": {"description": "whether a stage up to the needed one cannot be told by what is declared", "type": "boolean"},
      "tiers": {"description": "every part that can be recognised", "type": "object", "additionalProperties": {
        "type": "object", "additionalProperties": false, "required": ["declared", "units", "zones", "copies", "more_possible", "resources"],
        "properties": {"declared": {"type": "boolean"}, "units": {"type": "integer", "minimum": 0}, "zones": {"type": "integer", "minimum": 0},
          "copies": {"type": ["integer", "null"]}, "more_possible": {"type": "boolean"}, "resources": {"type": "array", "items": {"type": "string"}}}}},
      "parts_above": {"description": "what is met of stages above the one that is reached", "type": "array", "items": {
        "type": "object", "additionalProperties": false, "required": ["parts", "measure", "stage"],
        "properties": {"parts": {"type": "array", "minItems": 1, "items": {"type": "string"}}, "measure": {"enum": ["count", "zones", "copies"]}, "stage": {"$ref": "#/$defs/stage"}}}}}},
    "needed": {"type": "object", "additionalProperties": false, "required": ["stage"], "properties": {"stage": {"$ref": "#/$defs/stage"}}},
    "usd_per_month_more": {"description": "of the needed stage than of the declared one", "type": ["number", "null"]},
    "findings": {"type": "array", "items": {"type": "object", "additionalProperties": false,
      "required": ["code", "requirement", "status", "stage", "address", "file", "line", "column", "declared", "needed", "because", "source", "rule", "action", "waived", "known"],
      "properties": {"code": {"type": "string"}, "requirement": {"type": "string"}, "status": {"enum": ["not-met", "unknown"]}, "stage": {"type": "string"},
        "address": {"type": ["string", "null"]}, "file": {"type": ["string", "null"]}, "line": {"type": "integer", "minimum": 0}, "column": {"type": "integer", "minimum": 0},
        "declared": {"type": "string"}, "needed": {"type": "string"}, "because": {"type": "string"}, "source": {"$ref": "#/$defs/labels"},
        "rule": {"type": "object", "additionalProperties": false, "required": ["file", "line"], "properties": {"file": {"type": "string"}, "line": {"type": "integer"}}},
        "action": {"type": "string"}, "waived": {"description": "the reason of a waiver", "type": ["string", "null"]}, "known": {"description": "whether the baseline has it", "type": "boolean"}}}},
    "notes": {"description": "what outages teach about what is declared", "type": "array", "items": {"type": "object", "additionalProperties": false,
      "required": ["code", "title", "address", "file", "line", "column", "says", "action", "source"],
      "properties": {"code": {"type": "string"}, "title": {"type": "string"}, "address": {"type": "string"}, "file": {"type": ["string", "null"]}, "line": {"type": "integer"}, "column": {"type": "integer"},
        "says": {"type": "string"}, "action": {"type": "string"}, "source": {"$ref": "#/$defs/labels"}}}},
    "checked": {"description": "how many demands or limits were looked at", "type": "integer", "minimum": 0}
  },
  "$defs": {
    "labels": {"type": "array", "items": {"type": "string"}},
    "stage": {"anyOf": [{"type": "null"}, {"type": "object", "additionalProperties": false, "required": ["id", "index"],
      "properties": {"id": {"type": "string"}, "index": {"type": "integer", "minimum": 0}}}]}
  }
}
)";

}  // namespace
}  // namespace render

std::string check_json(const Program& program, const Check& check) {
  render::JsonWriter out;
  render::Document(out, program, check).all();
  return out.take();
}

std::string check_schema() { return std::string(render::schema); }

}  // namespace scaleplan
