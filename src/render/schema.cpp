// The JSON Schema of scaleplan.recommendation/1, as strict as json.cpp is regular.
#include <string_view>

#include "scaleplan/render.hpp"

namespace scaleplan {

namespace {

constexpr std::string_view recommendation = R"({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "scaleplan.recommendation/1",
  "title": "Answer of scaleplan recommend",
  "type": "object",
  "additionalProperties": false,
  "required": ["schema", "ruleset", "workload", "stage", "score", "topology", "cost", "lenses", "why", "headroom", "decisions", "early_moves", "advice", "assumptions", "stages"],
  "properties": {
    "schema": {"const": "scaleplan.recommendation/1"},
    "ruleset": {"type": "object", "additionalProperties": false, "required": ["name", "title", "version"],
      "properties": {"name": {"type": "string"}, "title": {"type": "string"}, "version": {"type": "string"}}},
    "workload": {"description": "every input of the rule set, by its flag", "type": "object", "additionalProperties": {
      "type": "object", "additionalProperties": false, "required": ["value", "unit", "origin", "source"],
      "properties": {"value": {"$ref": "#/$defs/value"}, "unit": {"type": "string"},
        "origin": {"enum": ["given", "derived", "assumed"]}, "source": {"$ref": "#/$defs/labels"}}}},
    "stage": {"description": "the first stage whose limits all hold; null when none holds", "anyOf": [{"type": "null"},
      {"type": "object", "additionalProperties": false, "required": ["id", "index", "of", "title"],
        "properties": {"id": {"type": "string"}, "index": {"type": "integer", "minimum": 0}, "of": {"type": "integer", "minimum": 1}, "title": {"type": "string"}}}]},
    "score": {"$ref": "#/$defs/score"},
    "topology": {"type": "object", "additionalProperties": false, "required": ["components", "links"], "properties": {
      "components": {"type": "array", "items": {"$ref": "#/$defs/component"}},
      "links": {"type": "array", "items": {"type": "object", "additionalProperties": false, "required": ["from", "to"],
        "properties": {"from": {"type": "string"}, "to": {"type": "string"}}}}}},
    "cost": {"description": "USD a month", "type": "object", "additionalProperties": false,
      "required": ["firm", "soft", "total", "region", "as_of", "not_counted"],
      "properties": {"firm": {"$ref": "#/$defs/money"}, "soft": {"$ref": "#/$defs/money"}, "total": {"$ref": "#/$defs/money"},
        "region": {"type": ["string", "null"]}, "as_of": {"type": "string"}, "not_counted": {"type": "array", "items": {"type": "string"}}}},
    "lenses": {"type": "object", "additionalProperties": false, "required": ["book", "load", "binding"],
      "properties": {"book": {"$ref": "#/$defs/lens"}, "load": {"$ref": "#/$defs/lens"}, "binding": {"enum": ["guidance", "capacity", "availability", null]}}},
    "why": {"type": "object", "additionalProperties": false, "required": ["too_small", "next"], "properties": {
      "too_small": {"type": "array", "items": {"type": "object", "additionalProperties": false, "required": ["id", "breaks"],
        "properties": {"id": {"type": "string"}, "breaks": {"type": "array", "minItems": 1, "items": {"type": "string"}}}}},
      "next": {"anyOf": [{"type": "null"}, {"type": "object", "additionalProperties": false, "required": ["id", "title", "usd_per_month_more", "holds"],
        "properties": {"id": {"type": "string"}, "title": {"type": "string"}, "usd_per_month_more": {"type": "number"}, "holds": {"type": "boolean"}}}]}}},
    "headroom": {"description": "until when the answer stands, in whole users, a given load growing with them; null counts have no end",
      "anyOf": [{"type": "null"}, {"type": "object", "additionalProperties": false,
      "required": ["users", "stage_users", "ends_by", "next", "next_usd_per_month_more", "machines_users", "step"],
      "properties": {"users": {"type": "number"}, "stage_users": {"type": ["number", "null"]}, "ends_by": {"type": ["string", "null"]},
        "next": {"type": ["string", "null"]}, "next_usd_per_month_more": {"type": "number"}, "machines_users": {"type": ["number", "null"]},
        "step": {"anyOf": [{"type": "null"}, {"type": "object", "additionalProperties": false,
          "required": ["component", "need", "zone_lost", "count", "size", "usd_per_month_more"],
          "properties": {"component": {"type": "string"}, "need": {"type": "string"}, "zone_lost": {"type": "boolean"},
            "count": {"type": "integer"}, "size": {"type": "string"}, "usd_per_month_more": {"type": "number"}}}]}}}]},
    "decisions": {"type": "array", "items": {"type": "object", "additionalProperties": false,
      "required": ["id", "title", "option", "option_title", "shown", "because", "source", "file", "line"],
      "properties": {"id": {"type": "string"}, "title": {"type": "string"}, "option": {"type": "string"}, "option_title": {"type": "string"},
        "shown": {"type": "boolean"}, "because": {"type": "string"}, "source": {"$ref": "#/$defs/labels"}, "file": {"type": "string"}, "line": {"type": "integer"}}}},
    "early_moves": {"type": "array", "items": {"type": "object", "additionalProperties": false,
      "required": ["id", "title", "advised", "accepted", "stage", "usd_per_month_change", "because", "source"],
      "properties": {"id": {"type": "string"}, "title": {"type": "string"}, "advised": {"type": "boolean"}, "accepted": {"type": "boolean"},
        "stage": {"type": ["string", "null"]}, "usd_per_month_change": {"type": "number"}, "because": {"type": "string"}, "source": {"$ref": "#/$defs/labels"}}}},
    "advice": {"type": "array", "items": {"type": "object", "additionalProperties": false, "required": ["id", "title", "says", "value", "unit", "source"],
      "properties": {"id": {"type": "string"}, "title": {"type": "string"}, "says": {"type": "string"}, "value": {"type": ["number", "null"]},
        "unit": {"type": "string"}, "source": {"$ref": "#/$defs/labels"}}}},
    "assumptions": {"description": "what was not given, the most decisive first", "type": "array", "items": {"type": "object", "additionalProperties": false,
      "required": ["id", "value", "unit", "because", "source", "where_to_look", "low", "high"],
      "properties": {"id": {"type": "string"}, "value": {"$ref": "#/$defs/value"}, "unit": {"type": "string"}, "because": {"type": "string"},
        "source": {"$ref": "#/$defs/labels"}, "where_to_look": {"type": "string"}, "low": {"$ref": "#/$defs/flip"}, "high": {"$ref": "#/$defs/flip"}}}},
    "stages": {"type": "array", "minItems": 1, "items": {"type": "object", "additionalProperties": false,
      "required": ["id", "title", "score", "holds", "availability", "usd_per_month", "limits"],
      "properties": {"id": {"type": "string"}, "title": {"type": "string"}, "score": {"$ref": "#/$defs/score"}, "holds": {"type": "boolean"},
        "availability": {"type": "number", "minimum": 0, "maximum": 1}, "usd_per_month": {"$ref": "#/$defs/money"},
        "limits": {"type": "array", "items": {"$ref": "#/$defs/limit"}}}}}
  },
  "$defs": {
    "value": {"type": ["number", "string", "boolean", "null"]},
    "labels": {"type": "array", "items": {"type": "string"}},
    "score": {"type": "number", "minimum": 0, "maximum": 100},
    "money": {"type": "number", "minimum": 0},
    "lens": {"type": "object", "additionalProperties": false, "required": ["stage", "usd_per_month"],
      "properties": {"stage": {"type": ["string", "null"]}, "usd_per_month": {"type": ["number", "null"]}}},
    "flip": {"anyOf": [{"type": "null"}, {"type": "object", "additionalProperties": false, "required": ["value", "stage", "usd_per_month"],
      "properties": {"value": {"type": "number"}, "stage": {"type": ["string", "null"]}, "usd_per_month": {"$ref": "#/$defs/money"}}}]},
    "limit": {"type": "object", "additionalProperties": false,
      "required": ["id", "part", "kind", "title", "need", "limit", "unit", "utilization", "because", "source", "file", "line"],
      "properties": {"id": {"type": "string"}, "part": {"type": "string"}, "kind": {"enum": ["guidance", "capacity", "availability"]}, "title": {"type": "string"},
        "need": {"type": ["number", "null"]}, "limit": {"type": ["number", "null"]}, "unit": {"type": "string"},
        "utilization": {"description": "null: something is needed of nothing", "type": ["number", "null"]}, "because": {"type": "string"},
        "source": {"$ref": "#/$defs/labels"}, "file": {"type": "string"}, "line": {"type": "integer", "minimum": 1}}},
    "component": {"type": "object", "additionalProperties": false,
      "required": ["id", "title", "service", "tier", "count", "standbys", "size", "azs", "enough", "usd_per_month", "utilization", "bill", "because", "source"],
      "properties": {"id": {"type": "string"}, "title": {"type": "string"}, "service": {"type": "string"}, "tier": {"type": "string"},
        "count": {"type": "integer", "minimum": 1}, "standbys": {"type": "integer", "minimum": 0}, "size": {"type": ["string", "null"]},
        "azs": {"type": "integer", "minimum": 1}, "enough": {"type": "boolean"}, "usd_per_month": {"$ref": "#/$defs/money"},
        "utilization": {"type": "array", "items": {"type": "object", "additionalProperties": false, "required": ["need", "utilization", "zone_lost"],
          "properties": {"need": {"type": "string"}, "utilization": {"type": ["number", "null"]}, "zone_lost": {"type": ["number", "null"]}}}},
        "bill": {"type": "array", "items": {"type": "object", "additionalProperties": false, "required": ["id", "title", "kind", "usd_per_month", "source"],
          "properties": {"id": {"type": "string"}, "title": {"type": "string"}, "kind": {"enum": ["firm", "soft"]}, "usd_per_month": {"$ref": "#/$defs/money"}, "source": {"$ref": "#/$defs/labels"}}}},
        "because": {"type": "string"}, "source": {"$ref": "#/$defs/labels"}}}
  }
}
)";

}  // namespace

std::string recommendation_schema() { return std::string(recommendation); }

}  // namespace scaleplan
