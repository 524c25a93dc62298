// The JSON Schema of scaleplan.check/1.
#include <string>
#include <string_view>

#include "scaleplan/check.hpp"

namespace scaleplan {
namespace {

constexpr std::string_view schema = R"({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "scaleplan.check/1",
  "title": "Answer of scaleplan check",
  "type": "object",
  "additionalProperties": false,
  "required": ["schema", "ruleset", "verdict", "says", "declared", "needed", "usd_per_month_more", "findings", "notes", "checked", "carries"],
  "properties": {
    "schema": {"const": "scaleplan.check/1"},
    "ruleset": {"type": "string"},
    "verdict": {"description": "reaches: no workload was given, so only the stage reached is reported", "enum": ["enough", "too-small", "larger", "not-provable", "off-ladder", "reaches"]},
    "says": {"type": "string"},
    "declared": {"type": "object", "additionalProperties": false, "required": ["stage", "kind", "off_ladder", "above_untold", "tiers", "components_above"], "properties": {
      "stage": {"$ref": "#/$defs/stage"},
      "kind": {"enum": ["stage", "terraform", "cloudformation"]},
      "off_ladder": {"description": "kind of system, where this ladder does not size it", "type": ["string", "null"]},
      "above_untold": {"description": "whether the declaration cannot show a stage up to the needed one", "type": "boolean"},
      "tiers": {"description": "every component that can be recognised", "type": "object", "additionalProperties": {
        "type": "object", "additionalProperties": false, "required": ["declared", "units", "zones", "copies", "more_possible", "resources"],
        "properties": {"declared": {"type": "boolean"}, "units": {"type": "integer", "minimum": 0}, "zones": {"type": "integer", "minimum": 0},
          "copies": {"type": ["integer", "null"]}, "more_possible": {"type": "boolean"}, "resources": {"type": "array", "items": {"type": "string"}}}}},
      "components_above": {"description": "components of stages above the one reached", "type": "array", "items": {
        "type": "object", "additionalProperties": false, "required": ["components", "measure", "stage"],
        "properties": {"components": {"type": "array", "minItems": 1, "items": {"type": "string"}}, "measure": {"enum": ["count", "zones", "copies"]}, "stage": {"$ref": "#/$defs/stage"}}}}}},
    "needed": {"type": "object", "additionalProperties": false, "required": ["stage"], "properties": {"stage": {"$ref": "#/$defs/stage"}}},
    "usd_per_month_more": {"description": "cost of the needed stage less that of the declared one", "type": ["number", "null"]},
    "findings": {"type": "array", "items": {"type": "object", "additionalProperties": false,
      "required": ["code", "requirement", "status", "stage", "address", "file", "line", "column", "declared", "declared_least", "fill", "needed", "because", "source", "rule", "action", "waived", "known"],
      "properties": {"code": {"type": "string"}, "requirement": {"type": "string"}, "status": {"enum": ["not-met", "unknown", "sized-below"]}, "stage": {"type": "string"},
        "address": {"type": ["string", "null"]}, "file": {"type": ["string", "null"]}, "line": {"type": "integer", "minimum": 0}, "column": {"type": "integer", "minimum": 0},
        "declared": {"type": "string"}, "declared_least": {"description": "least instances, zones or copies declared; null where the finding concerns none", "type": ["integer", "null"]}, "fill": {"description": "use of the declared capacity, 1 is full; null where the finding concerns none", "type": ["number", "null"]}, "needed": {"type": "string"}, "because": {"type": "string"}, "source": {"$ref": "#/$defs/labels"},
        "rule": {"type": "object", "additionalProperties": false, "required": ["file", "line"], "properties": {"file": {"type": "string"}, "line": {"type": "integer"}}},
        "action": {"type": "string"}, "waived": {"description": "the reason of a waiver", "type": ["string", "null"]}, "known": {"description": "whether the baseline has it, and no less is declared now", "type": "boolean"}}}},
    "notes": {"description": "advisories on declared resources", "type": "array", "items": {"type": "object", "additionalProperties": false,
      "required": ["code", "title", "address", "file", "line", "column", "says", "action", "source"],
      "properties": {"code": {"type": "string"}, "title": {"type": "string"}, "address": {"type": "string"}, "file": {"type": ["string", "null"]}, "line": {"type": "integer"}, "column": {"type": "integer"},
        "says": {"type": "string"}, "action": {"type": "string"}, "source": {"$ref": "#/$defs/labels"}}}},
    "checked": {"description": "number of requirements or limits checked", "type": "integer", "minimum": 0},
    "carries": {"description": "with --explain: load that the declared machines carry; user counts are whole, null: without end", "anyOf": [{"type": "null"}, {"type": "object", "additionalProperties": false,
      "required": ["stage", "users", "stage_users", "ends_by", "machines_users", "fullest", "all_known", "components", "usd_per_month", "firm", "soft", "at_users", "components_above_not_counted"],
      "properties": {"stage": {"$ref": "#/$defs/stage"}, "users": {"$ref": "#/$defs/users"}, "stage_users": {"$ref": "#/$defs/users"}, "machines_users": {"$ref": "#/$defs/users"},
        "ends_by": {"description": "the limit that ends the stage", "type": ["string", "null"]}, "fullest": {"description": "the component whose machines are full first", "type": ["string", "null"]},
        "all_known": {"description": "whether the machines of every component are known", "type": "boolean"}, "usd_per_month": {"type": "number"}, "firm": {"type": "number"}, "soft": {"type": "number"},
        "at_users": {"description": "the users that the costs are for", "$ref": "#/$defs/users"}, "components_above_not_counted": {"type": "boolean"},
        "components": {"type": "array", "items": {"type": "object", "additionalProperties": false,
          "required": ["component", "known", "settled_by", "sizes", "count", "standbys", "more_possible", "zones", "users", "full_of", "zone_lost", "address", "file", "line", "column"],
          "properties": {"component": {"type": "string"}, "known": {"enum": ["known", "not-declared", "count-unknown", "no-size", "size-unknown", "not-in-catalogue"]},
            "settled_by": {"type": ["string", "null"]}, "sizes": {"description": "as declared; empty where some are unknown", "type": "array", "items": {"type": "object", "additionalProperties": false, "required": ["size", "count"], "properties": {"size": {"type": "string"}, "count": {"type": "integer", "minimum": 0}}}}, "count": {"type": "integer", "minimum": 0}, "standbys": {"description": "further machines that carry no load", "type": "integer", "minimum": 0}, "more_possible": {"type": "boolean"},
            "zones": {"type": "integer", "minimum": 1}, "users": {"$ref": "#/$defs/users"}, "full_of": {"type": ["string", "null"]}, "zone_lost": {"type": "boolean"},
            "address": {"type": ["string", "null"]}, "file": {"type": ["string", "null"]}, "line": {"type": "integer", "minimum": 0}, "column": {"type": "integer", "minimum": 0}}}}}}]}
  },
  "$defs": {
    "users": {"type": ["number", "null"], "minimum": 0},
    "labels": {"type": "array", "items": {"type": "string"}},
    "stage": {"anyOf": [{"type": "null"}, {"type": "object", "additionalProperties": false, "required": ["id", "index"],
      "properties": {"id": {"type": "string"}, "index": {"type": "integer", "minimum": 0}}}]}
  }
}
)";

}  // namespace

std::string check_schema() { return std::string(schema); }

}  // namespace scaleplan
