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
  "required": ["schema", "ruleset", "stages", "verdict", "says", "declared", "needed", "usd_per_month_more", "findings", "notes", "checked", "carries"],
  "properties": {
    "schema": {"const": "scaleplan.check/1"},
    "ruleset": {"type": "object", "additionalProperties": false, "required": ["id", "title", "version"],
      "properties": {"id": {"type": "string"}, "title": {"type": "string"}, "version": {"type": "string"}}},
    "stages": {"description": "of the rule set, in their order", "type": "array", "items": {"type": "object", "additionalProperties": false, "required": ["id", "title"],
      "properties": {"id": {"type": "string"}, "title": {"type": "string"}}}},
    "verdict": {"description": "reaches: no workload was given, so only the stage reached is reported", "enum": ["enough", "too-small", "machines-too-small", "larger", "not-provable", "off-ladder", "reaches"]},
    "says": {"type": "string"},
    "declared": {"type": "object", "additionalProperties": false, "required": ["stage", "kind", "out_of_scope", "stage_uncertain", "inputs", "components", "components_above"], "properties": {
      "stage": {"$ref": "#/$defs/stage"},
      "kind": {"enum": ["stage", "terraform", "cloudformation"]},
      "out_of_scope": {"description": "what it is instead of an application of this ladder", "type": ["string", "null"]},
      "stage_uncertain": {"description": "whether the declaration cannot prove or refute a stage up to the needed one", "type": "boolean"},
      "inputs": {"description": "inputs that the declaration decides, unless the workload gave them", "type": "array", "items": {"type": "object", "additionalProperties": false, "required": ["id", "value", "known"],
        "properties": {"id": {"type": "string"}, "value": {"type": "string"}, "known": {"description": "whether the rules know this value; without it there are no prices", "type": "boolean"}}}},
      "components": {"description": "every component that can be recognised", "type": "array", "items": {
        "type": "object", "additionalProperties": false, "required": ["id", "declared", "instances", "zones", "copies", "more_possible", "resources"],
        "properties": {"id": {"type": "string"}, "declared": {"type": "boolean"}, "instances": {"type": "integer", "minimum": 0}, "zones": {"type": "integer", "minimum": 0},
          "copies": {"type": ["integer", "null"]}, "more_possible": {"type": "boolean"}, "resources": {"type": "array", "items": {"type": "string"}}}}},
      "components_above": {"description": "what is met of stages above the one that is reached", "type": "array", "items": {
        "type": "object", "additionalProperties": false, "required": ["components", "measure", "stage"],
        "properties": {"components": {"type": "array", "minItems": 1, "items": {"type": "string"}}, "measure": {"enum": ["instances", "zones", "copies"]}, "stage": {"$ref": "#/$defs/stage"}}}}}},
    "needed": {"type": "object", "additionalProperties": false, "required": ["stage"], "properties": {"stage": {"$ref": "#/$defs/stage"}}},
    "usd_per_month_more": {"description": "cost of the needed stage less that of the declared one", "type": ["number", "null"]},
    "findings": {"type": "array", "items": {"type": "object", "additionalProperties": false,
      "required": ["code", "requirement", "status", "stage", "address", "place", "declared", "declared_least", "utilization", "needed", "because", "source", "rule", "action", "waived", "in_baseline"],
      "properties": {"code": {"type": "string"}, "requirement": {"type": "string"}, "status": {"enum": ["not-met", "unknown", "sized-below"]}, "stage": {"type": "string"},
        "address": {"type": ["string", "null"]}, "place": {"$ref": "#/$defs/place"},
        "declared": {"type": "string"}, "declared_least": {"description": "instances, zones or copies that are declared for sure; null where the finding is about none", "type": ["integer", "null"]}, "utilization": {"description": "use of the declared capacity, 1 is full; null where the finding concerns none", "type": ["number", "null"]}, "needed": {"type": "string"}, "because": {"type": "string"}, "source": {"$ref": "#/$defs/labels"},
        "rule": {"type": "object", "additionalProperties": false, "required": ["file", "line"], "properties": {"file": {"type": "string"}, "line": {"type": "integer"}}},
        "action": {"type": "string"}, "waived": {"description": "the reason of a waiver", "type": ["string", "null"]}, "in_baseline": {"description": "whether the baseline has it, and no less is declared than then", "type": "boolean"}}}},
    "notes": {"description": "advisories on declared resources", "type": "array", "items": {"type": "object", "additionalProperties": false,
      "required": ["code", "title", "address", "place", "says", "action", "source"],
      "properties": {"code": {"type": "string"}, "title": {"type": "string"}, "address": {"type": "string"}, "place": {"$ref": "#/$defs/place"},
        "says": {"type": "string"}, "action": {"type": "string"}, "source": {"$ref": "#/$defs/labels"}}}},
    "checked": {"description": "how many demands or limits were looked at", "type": "integer", "minimum": 0},
    "carries": {"description": "with --explain: what the declared machines carry; user counts are whole, null: without end", "anyOf": [{"type": "null"}, {"type": "object", "additionalProperties": false,
      "required": ["stage", "users", "stage_users", "ends_by", "machines_users", "fullest", "all_known", "components", "usd_per_month", "firm_usd_per_month", "soft_usd_per_month", "at_users", "components_above_not_counted"],
      "properties": {"stage": {"$ref": "#/$defs/stage"}, "users": {"$ref": "#/$defs/users"}, "stage_users": {"$ref": "#/$defs/users"}, "machines_users": {"$ref": "#/$defs/users"},
        "ends_by": {"description": "the limit that ends the stage", "type": ["string", "null"]}, "fullest": {"description": "the component whose machines are full first", "type": ["string", "null"]},
        "all_known": {"description": "whether the machines of every component are known", "type": "boolean"}, "usd_per_month": {"type": ["number", "null"]}, "firm_usd_per_month": {"type": ["number", "null"]}, "soft_usd_per_month": {"type": ["number", "null"]},
        "at_users": {"description": "the users that the costs are for", "$ref": "#/$defs/users"}, "components_above_not_counted": {"type": "boolean"},
        "components": {"type": "array", "items": {"type": "object", "additionalProperties": false,
          "required": ["id", "state", "settled_by", "sizes", "instances", "standbys", "more_possible", "zones", "users", "need", "zone_lost", "address", "place"],
          "properties": {"id": {"type": "string"}, "state": {"enum": ["known", "not-declared", "count-unknown", "no-size", "size-unknown", "not-in-catalogue"]},
            "settled_by": {"type": ["string", "null"]}, "sizes": {"description": "as declared; none where not all is known", "type": "array", "items": {"type": "object", "additionalProperties": false, "required": ["size", "instances"], "properties": {"size": {"type": "string"}, "instances": {"type": "integer", "minimum": 0}}}}, "instances": {"type": "integer", "minimum": 0}, "standbys": {"description": "machines beside them that carry nothing", "type": "integer", "minimum": 0}, "more_possible": {"type": "boolean"},
            "zones": {"type": "integer", "minimum": 1}, "users": {"$ref": "#/$defs/users"}, "need": {"description": "what they are then full of", "type": ["string", "null"]}, "zone_lost": {"type": "boolean"},
            "address": {"type": ["string", "null"]}, "place": {"$ref": "#/$defs/place"}}}}}}]}
  },
  "$defs": {
    "users": {"type": ["number", "null"], "minimum": 0},
    "labels": {"type": "array", "items": {"type": "string"}},
    "stage": {"description": "the id of a stage", "type": ["string", "null"]},
    "place": {"anyOf": [{"type": "null"}, {"type": "object", "additionalProperties": false, "required": ["file", "line", "column", "length"],
      "properties": {"file": {"type": "string"}, "line": {"type": "integer", "minimum": 0}, "column": {"type": "integer", "minimum": 0}, "length": {"type": "integer", "minimum": 0}}}]}
  }
}
)";

}  // namespace

std::string check_schema() { return std::string(schema); }

}  // namespace scaleplan
